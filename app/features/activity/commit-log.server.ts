import type { BareRow, ImportContext, Json, KeptPiece } from '#app/features/imports/sheet-import.ts'
import { schoolsWithin } from '#app/features/schools/schools.queries.server.ts'
import { groupBy } from '#app/group-by.ts'
import type { Tx } from '#db/tables.ts'
import { lockRows } from '#db/write.server.ts'
import { commitActivity, type FreshPieceChange } from './commit-activity.server.ts'
import { insertLedgerTexts, type LedgerText, loggedDays, schoolDayKey } from './ledger.queries.server.ts'
import { freshIn, schoolOfDigest } from './log/log-digest.ts'
import type { LogDigest } from './log/log-pieces.ts'
import { classDaysOfText, type LogLayout, rowsOfText } from './log/log-text.ts'
import { listKindSettings } from './policies.queries.server.ts'
import { putSchoolDays } from './recompute-school-days.server.ts'
import { insertClassDayTexts, insertSportDays } from './roll-ups.queries.server.ts'

/**
 * Commits pieces of a log, of one school or of many, as `commitActivity` would commit their rows. Where nothing stands
 * on the days of a piece, its text goes into the ledger unopened, and the roll-ups are those that were summed when it
 * was read.
 */
export async function commitLog(
  tx: Tx,
  pieces: readonly KeptPiece[],
  context: ImportContext,
): Promise<Json[]> {
  await holdSchools(tx, pieces, context)
  const { fresh, others } = await toldApart(tx, pieces)
  const reported = { reportedAt: context.now, importId: context.importId }
  const texts = fresh.map(one => one.text)
  await insertLedgerTexts(tx, texts, reported)
  await putRollUps(tx, fresh)
  const changes = fresh.map(changeOf) as unknown as Json[]
  for (const own of others.values()) {
    const rows: BareRow[] = []
    for (const { content } of own) for (const row of rowsOfContent(content)) rows.push(row)
    for (const change of await commitActivity(tx, rows, context)) changes.push(change)
  }
  return changes
}

/** Locks the schools of the pieces; throws when one of them is outside the scope. */
async function holdSchools(
  tx: Tx,
  pieces: readonly KeptPiece[],
  { scope, today, actor }: ImportContext,
): Promise<void> {
  const schoolIds = [...new Set(pieces.map(({ digest }) => schoolOfDigest(digest)))]
  const within = await schoolsWithin(tx, scope, schoolIds, today)
  const outside = schoolIds.find(id => !within.has(id))
  if (outside !== undefined)
    throw new Error(`Rows of school ${outside} are outside the scope of ${actor.name}`)
  await lockRows(tx, 'school', schoolIds)
}

interface FreshPiece {
  number: number
  sums: LogDigest
  classDays: ReturnType<typeof classDaysOfText>
  text: LedgerText
}

/** The pieces on whose days nothing stands, with their sums; the others by their school. */
async function toldApart(
  tx: Tx,
  pieces: readonly KeptPiece[],
): Promise<{ fresh: FreshPiece[]; others: Map<string, KeptPiece[]> }> {
  const kinds = await listKindSettings(tx)
  const summed = pieces.map(piece => ({ piece, read: freshIn(piece.digest, kinds) }))
  const logged = await loggedDays(
    tx,
    [...new Set(summed.flatMap(({ read }) => read?.sums.schoolId ?? []))],
    [...new Set(summed.flatMap(({ read }) => read?.sums.days ?? []))],
  )
  const fresh: FreshPiece[] = []
  const others: KeptPiece[] = []
  for (const { piece, read } of summed)
    if (read === null || read.sums.days.some(day => logged.has(schoolDayKey(read.sums.schoolId, day))))
      others.push(piece)
    else fresh.push(freshPieceOf(piece, read.sums, read.layout))
  return { fresh, others: groupBy(others, ({ digest }) => schoolOfDigest(digest)) }
}

function freshPieceOf(
  { number, count, content: text }: KeptPiece,
  sums: LogDigest,
  layout: LogLayout | null,
): FreshPiece {
  const { schoolId } = sums
  return { number, sums, classDays: classDaysOfText(text, layout), text: { schoolId, count, text, layout } }
}

function changeOf({ number, sums }: FreshPiece): FreshPieceChange {
  return { schoolId: sums.schoolId, piece: number }
}

/** The roll-ups of days on which nothing stood. */
async function putRollUps(tx: Tx, fresh: readonly FreshPiece[]): Promise<void> {
  await insertClassDayTexts(
    tx,
    fresh.map(({ text, classDays }) => ({ ...text, count: classDays.length })),
  )
  await putSchoolDays(
    tx,
    [...groupBy(fresh, ({ sums }) => sums.schoolId)].map(([schoolId, own]) => {
      const days = [...new Set(own.flatMap(({ sums }) => sums.days))].sort()
      return { schoolId, days, reported: own.flatMap(({ classDays }) => classDays) }
    }),
  )
  await insertSportDays(
    tx,
    fresh.flatMap(({ sums: { schoolId, sportDays } }) => sportDays.map(one => ({ schoolId, ...one }))),
  )
}

/** The rows of a piece, whether it was compared with what stood or nothing did. */
export function rowsOfContent(content: Uint8Array): BareRow[] {
  const isCompared = content[0] === '['.charCodeAt(0)
  return isCompared ? (JSON.parse(new TextDecoder().decode(content)) as BareRow[]) : rowsOfText(content)
}
