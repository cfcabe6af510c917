import type {
  BareRow,
  ImportContext,
  Json,
  KeptPiece,
  StagedPiece,
} from '#app/features/imports/sheet-import.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { type ActivityChange, commitActivity } from './commit-activity.server.ts'
import { insertLedgerText, isAnyLogged, makeLedgerTextReady } from './ledger.queries.server.ts'
import { isFresh, schoolOfDigest, sumsIn } from './log/log-digest.ts'
import type { LogDigest } from './log/log-pieces.ts'
import { rowsOfText } from './log/log-text.ts'
import { listKindSettings } from './policies.queries.server.ts'
import { putSchoolDays } from './recompute-school-days.server.ts'
import { insertClassDays, insertSportDays } from './roll-ups.queries.server.ts'

/**
 * Commits pieces of one school's log as `commitActivity` would commit their rows. Where nothing stands on the days of
 * a piece, its text goes into the ledger unopened, and the roll-ups are those that were summed when it was read.
 */
export async function commitLog(
  tx: Tx,
  pieces: readonly KeptPiece[],
  context: ImportContext,
): Promise<Json[]> {
  const [first] = pieces
  if (first === undefined) return []
  const schoolId = schoolOfDigest(first.digest)
  const school = await findSchool(tx, context.scope, schoolId, context.today)
  if (school === undefined)
    throw new Error(`Rows of school ${schoolId} are outside the scope of ${context.actor.name}`)
  await lockRow(tx, 'school', schoolId)

  const kinds = await listKindSettings(tx)
  const reported = { schoolId, reportedAt: context.now, importId: context.importId }
  const changes: Json[] = []
  const fresh: LogDigest[] = []
  const others: BareRow[] = []
  for (const piece of pieces) {
    const sums = sumsIn(piece.digest, kinds)
    if (sums === null || (await isAnyLogged(tx, schoolId, sums.days))) {
      for (const row of rowsOfContent(await piece.content())) others.push(row)
      continue
    }
    const { number, count, content } = piece
    await insertLedgerText(tx, { number, count, text: content }, reported)
    fresh.push(sums)
  }
  await putRollUps(tx, schoolId, fresh)
  for (const { classDays } of fresh)
    for (const [classId, day, , after] of classDays) {
      const change: ActivityChange = { schoolId, classId, day, before: [], after }
      changes.push(change as unknown as Json)
    }
  return [...changes, ...(await commitActivity(tx, others, context))]
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

/** The roll-ups of days on which nothing stood. */
async function putRollUps(tx: Tx, schoolId: string, fresh: readonly LogDigest[]): Promise<void> {
  const minutes = fresh
    .flatMap(({ classDays }) => classDays)
    .map(([classId, day, minutes]) => ({ classId, day, minutes }))
  const days = [...new Set(minutes.map(({ day }) => day))].sort()
  await insertClassDays(tx, schoolId, minutes)
  await putSchoolDays(tx, schoolId, days, minutes)
  await insertSportDays(
    tx,
    schoolId,
    fresh.flatMap(({ sportDays }) => sportDays),
  )
}

/** The rows of a piece, whether it was compared with what stood or nothing did. */
export function rowsOfContent(content: string): BareRow[] {
  return content.startsWith('[') ? (JSON.parse(content) as BareRow[]) : rowsOfText(content)
}
