import type { CommitRow, ImportContext, Json } from '#app/features/imports/sheet-import.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { type ActivityValues, byClassDay, compareActivities, keyOf } from './activity-compare.rule.ts'
import { type ActivityData, valuesIn } from './activity-data.ts'
import { printOf } from './class-day-print.rule.ts'
import { type LedgerRow, ledgerRowsOn } from './ledger.queries.server.ts'
import { replaceClassDays } from './replace-class-days.server.ts'

/** One class-day that an import changed: all that stood on it, and the print of what stands since. */
export interface ActivityChange {
  schoolId: string
  classId: string
  day: string
  before: LedgerRow[]
  after: string
}

/** The same of all class-days of a piece on which nothing stood before: the piece, which is kept, says them. */
export interface FreshPieceChange {
  schoolId: string
  piece: number
}

/** The same as earlier versions kept it. */
export interface FreshChange {
  schoolId: string
  fresh: [classId: string, day: string, minutes: number, print: string][]
}

/** Replaces the class-days of the staged rows, both roll-ups with them; answers the class-days that changed. */
export async function commitActivity(
  tx: Tx,
  staged: readonly CommitRow[],
  context: ImportContext,
): Promise<Json[]> {
  // Staged by stageActivity or stageLog, and stored as JSON in between.
  const data = staged.map(row => row.data as unknown as ActivityData)
  const schoolId = data[0]?.[0]
  if (schoolId === undefined) return []
  const school = await findSchool(tx, context.scope, schoolId, context.today)
  if (school === undefined || data.some(one => one[0] !== schoolId))
    throw new Error(`Rows of school ${schoolId} are outside the scope of ${context.actor.name}`)
  await lockRow(tx, 'school', schoolId)

  const rows = data.map(valuesIn)
  const days = [...new Set(rows.map(row => row.day))].sort()
  const changes = changesOf(rows, await ledgerRowsOn(tx, schoolId, days), context)
  await replaceClassDays(
    tx,
    schoolId,
    changes.map(({ classId, day, before, after }) => ({
      classId,
      day,
      rows: after,
      isNew: before.length === 0,
    })),
  )
  return changes.map(
    ({ after, ...change }): ActivityChange => ({ schoolId, ...change, after: printOf(after) }),
  ) as unknown as Json[]
}

interface Change {
  classId: string
  day: string
  before: LedgerRow[]
  after: LedgerRow[]
}

/** The class-days that differ from what stands; a row that says the same keeps the import it came with. */
function changesOf(
  rows: readonly ActivityValues[],
  standing: readonly LedgerRow[],
  context: ImportContext,
): Change[] {
  const { rows: compared } = compareActivities(rows, standing)
  const before = byClassDay(standing)
  const after = byClassDay(
    rows.map((row, at) => {
      const stands = compared[at]!
      return stands.verdict === 'unchanged' && stands.before !== null ? stands.before : stamped(row, context)
    }),
  )
  return [...after].flatMap(([key, those]) => {
    const { classId, day } = those[0]!
    const stood = before.get(key) ?? []
    return isSame(stood, those) ? [] : [{ classId, day, before: stood, after: those }]
  })
}

function isSame(stood: readonly LedgerRow[], stands: readonly LedgerRow[]): boolean {
  const keys = new Map(stood.map(row => [keyOf(row), row] as const))
  return stood.length === stands.length && stands.every(row => keys.get(keyOf(row)) === row)
}

function stamped(row: ActivityValues, context: ImportContext): LedgerRow {
  return { ...row, reportedAt: context.now, importId: context.importId }
}
