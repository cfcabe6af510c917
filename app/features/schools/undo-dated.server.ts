import type { Scope } from '#app/auth/scope.ts'
import type { Json, UndoAnswer } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { type Days, inTheWay } from './dated.rule.ts'

/** A row as an import's commit answered it; `before` is missing where the import added it. */
interface Change<Values> {
  id: string
  before?: Values
  after: Values
}

interface Dated extends Days {
  id: string
  schoolId: string
}

/**
 * Takes the dated rows that an import added away again and gives those it changed what they were; refused when one was
 * changed since, or when another stands by now where an earlier one would be again.
 */
export async function undoDated<Row extends Dated, Found extends Row, Values extends object>(
  tx: Tx,
  scope: Scope,
  changes: readonly Json[],
  by: {
    /** The row of a school that the scope sees. */
    find: (id: string) => Promise<Found | undefined>
    mayChange: (row: Found) => boolean
    isSame: (row: Row, values: Values) => boolean
    /** All rows of the schools, ever. */
    rowsOf: (schoolIds: readonly string[]) => Promise<readonly Row[]>
    /** What never holds twice on one day. */
    slotOf: (row: Row) => string
    remove: (ids: readonly string[]) => Promise<void>
    restore: (id: string, values: Values) => Promise<void>
  },
): Promise<UndoAnswer> {
  const given = changes as unknown as Change<Values>[]
  const changedSince: UndoAnswer = { ok: false, refusal: 'changed-since', by: null }
  const schools = new Set<string>()
  for (const { id, after } of given) {
    const row = await by.find(id)
    if (row !== undefined && !by.mayChange(row)) return { ok: false, refusal: 'not-yours' }
    if (row === undefined) {
      // Nothing deletes such rows but this: what the city does not find either is out of sight.
      return scope.kind === 'city' ? changedSince : { ok: false, refusal: 'not-yours' }
    }
    if (!by.isSame(row, after)) return changedSince
    schools.add(row.schoolId)
  }
  const schoolIds = [...schools].sort()
  for (const schoolId of schoolIds) await lockRow(tx, 'school', schoolId)
  const after = rowsAfter(await by.rowsOf(schoolIds), given)
  const changed = new Set(given.flatMap(({ id, before }) => (before === undefined ? [] : [id])))
  const slots = new Map<string, Row[]>()
  for (const row of after) {
    const slot = slots.get(by.slotOf(row))
    if (slot === undefined) slots.set(by.slotOf(row), [row])
    else slot.push(row)
  }
  for (const row of after) {
    const met = changed.has(row.id) ? inTheWay(row, slots.get(by.slotOf(row)) ?? []) : undefined
    if (met !== undefined) return { ok: false, refusal: 'changed-since', by: null, inTheWay: met.id }
  }
  await by.remove(given.filter(change => change.before === undefined).map(change => change.id))
  for (const { id, before } of given) if (before !== undefined) await by.restore(id, before)
  return { ok: true }
}

/** What will stand: without what was added, and with the values that what was changed had before. */
function rowsAfter<Row extends Dated, Values extends object>(
  standing: readonly Row[],
  given: readonly Change<Values>[],
): Row[] {
  const changes = new Map(given.map(change => [change.id, change]))
  return standing.flatMap(row => {
    const change = changes.get(row.id)
    if (change === undefined) return [row]
    return change.before === undefined ? [] : [{ ...row, ...change.before }]
  })
}
