import type {
  BareRow,
  ImportContext,
  Json,
  KeptPiece,
  StagedPiece,
} from '#app/features/imports/sheet-import.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import { groupBy } from '#app/group-by.ts'
import type { Tx } from '#db/tables.ts'
import { lockRows } from '#db/write.server.ts'
import { type ActivityChange, commitActivity } from './commit-activity.server.ts'
import { insertLedgerTexts, loggedDays, makeLedgerTextReady, schoolDayKey } from './ledger.queries.server.ts'
import { isFresh, schoolOfDigest, sumsIn } from './log/log-digest.ts'
import type { LogDigest } from './log/log-pieces.ts'
import { rowsOfText } from './log/log-text.ts'
import { listKindSettings } from './policies.queries.server.ts'
import { putSchoolDays } from './recompute-school-days.server.ts'
import { insertClassDays, insertSportDays } from './roll-ups.queries.server.ts'

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
  const texts = fresh.map(({ sums, piece: { number, count, content } }) => {
    return { schoolId: sums.schoolId, number, count, text: content }
  })
  await insertLedgerTexts(tx, texts, reported)
  const sums = fresh.map(one => one.sums)
  await putRollUps(tx, sums)
  const changes = sums.flatMap(({ schoolId, classDays }) =>
    classDays.map(([classId, day, , after]): ActivityChange => {
      return { schoolId, classId, day, before: [], after }
    }),
  ) as unknown as Json[]
  for (const own of others.values()) {
    const rows: BareRow[] = []
    for (const { content } of own) for (const row of rowsOfContent(await content())) rows.push(row)
    for (const change of await commitActivity(tx, rows, context)) changes.push(change)
  }
  return changes
}

/** Makes a piece ready, so that its commit need not open its text; others are compared row by row anyhow. */
export async function makeLogReady(
  tx: Tx,
  importId: string,
  number: number,
  { content, digest }: Pick<StagedPiece, 'content' | 'digest'>,
): Promise<void> {
  if (isFresh(digest)) await makeLedgerTextReady(tx, { importId, number }, content)
}

/** Locks the schools of the pieces; throws when one of them is outside the scope. */
async function holdSchools(
  tx: Tx,
  pieces: readonly KeptPiece[],
  { scope, today, actor }: ImportContext,
): Promise<void> {
  const schoolIds = [...new Set(pieces.map(({ digest }) => schoolOfDigest(digest)))]
  const within = new Set((await listSchools(tx, scope, { asOf: today })).map(({ id }) => id))
  const outside = schoolIds.find(id => !within.has(id))
  if (outside !== undefined)
    throw new Error(`Rows of school ${outside} are outside the scope of ${actor.name}`)
  await lockRows(tx, 'school', schoolIds)
}

interface FreshPiece {
  piece: KeptPiece
  sums: LogDigest
}

/** The pieces on whose days nothing stands, with their sums; the others by their school. */
async function toldApart(
  tx: Tx,
  pieces: readonly KeptPiece[],
): Promise<{ fresh: FreshPiece[]; others: Map<string, KeptPiece[]> }> {
  const kinds = await listKindSettings(tx)
  const summed = pieces.map(piece => ({ piece, sums: sumsIn(piece.digest, kinds) }))
  const logged = await loggedDays(
    tx,
    [...new Set(summed.flatMap(({ sums }) => sums?.schoolId ?? []))],
    [...new Set(summed.flatMap(({ sums }) => sums?.days ?? []))],
  )
  const fresh: FreshPiece[] = []
  const others: KeptPiece[] = []
  for (const { piece, sums } of summed)
    if (sums === null || sums.days.some(day => logged.has(schoolDayKey(sums.schoolId, day))))
      others.push(piece)
    else fresh.push({ piece, sums })
  return { fresh, others: groupBy(others, ({ digest }) => schoolOfDigest(digest)) }
}

/** The roll-ups of days on which nothing stood. */
async function putRollUps(tx: Tx, fresh: readonly LogDigest[]): Promise<void> {
  const classDays = fresh.flatMap(({ schoolId, classDays }) =>
    classDays.map(([classId, day, minutes]) => ({ schoolId, classId, day, minutes })),
  )
  await insertClassDays(tx, classDays)
  await putSchoolDays(
    tx,
    [...groupBy(classDays, ({ schoolId }) => schoolId)].map(([schoolId, reported]) => {
      return { schoolId, days: [...new Set(reported.map(({ day }) => day))].sort(), reported }
    }),
  )
  await insertSportDays(
    tx,
    fresh.flatMap(({ schoolId, sportDays }) => sportDays.map(one => ({ schoolId, ...one }))),
  )
}

/** The rows of a piece, whether it was compared with what stood or nothing did. */
export function rowsOfContent(content: string): BareRow[] {
  return content.startsWith('[') ? (JSON.parse(content) as BareRow[]) : rowsOfText(content)
}
