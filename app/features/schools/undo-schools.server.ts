import { addDays, type Day } from '#app/calendar-day.ts'
import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { mayChangeIn } from './registry-permission.rule.ts'
import {
  bearersOf,
  removeSchools,
  reportedOutside,
  restoreSchool,
  type SchoolState,
  schoolStates,
  schoolsInUse,
  usesStage,
} from './school-states.queries.server.ts'

/** A school as an import's commit answered it; `stood` is missing where the import entered it. */
interface SchoolChange {
  id: string
  stood?: SchoolState
  /** Imports of earlier versions did not keep it. */
  stands?: SchoolState
}

/**
 * Takes the schools that an import entered out of the registry again, and gives those it changed what the registry said
 * of them. Refused when the registry says something else by now, or others build on what the import said.
 */
export async function undoSchools(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as SchoolChange[]
  if (given.some(({ stands }) => stands === undefined)) return { ok: false, refusal: 'not-undoable' }
  const ids = given.map(({ id }) => id).sort()
  for (const id of ids) await lockRow(tx, 'school', id)
  const states = await schoolStates(tx, ids)
  const isYours = given.every(({ id, stood }) => {
    const now = states.get(id)
    return [stood, now].every(
      state => state === undefined || unitsOf(state).every(one => mayChangeIn(scope, one)),
    )
  })
  if (!isYours) return { ok: false, refusal: 'not-yours' }
  const changedSince = { ok: false, refusal: 'changed-since', by: null } as const
  if (given.some(({ id, stands }) => !isSame(states.get(id), stands))) return changedSince
  const entered = given.flatMap(({ id, stood }) => (stood === undefined ? [id] : []))
  if ((await schoolsInUse(tx, entered)).size > 0) return { ...changedSince, inUse: true }
  for (const { id, stood, stands } of given)
    if (stood !== undefined && stands !== undefined && (await isBuiltOn(tx, id, stood, stands)))
      return { ...changedSince, inUse: true }
  if (await isNameGone(tx, given, today)) return changedSince
  await removeSchools(tx, entered)
  for (const { id, stood } of given) if (stood !== undefined) await restoreSchool(tx, id, stood)
  return { ok: true }
}

/** Whether a school that this undo does not touch took an earlier name meanwhile. */
async function isNameGone(tx: Tx, given: readonly SchoolChange[], today: Day): Promise<boolean> {
  const touched = new Set(given.map(({ id }) => id))
  for (const { stood } of given) {
    const profile = stood?.profiles.find(one => one.valid_from <= today && today <= one.valid_to)
    if (profile === undefined) continue
    const { name, unit_code: unitCode } = profile
    const bearers = await bearersOf(tx, { name, unitCode, asOf: today })
    if (bearers.some(id => !touched.has(id))) return true
  }
  return false
}

function unitsOf(state: SchoolState): string[] {
  const last = state.profiles.at(-1)
  return last === undefined ? [] : [last.unit_code]
}

function isSame(one: SchoolState | undefined, other: SchoolState | undefined): boolean {
  return canonical(one) === canonical(other)
}

/** Rows come in one order; the order of their columns does not count. */
function canonical(state: SchoolState | undefined): string {
  return JSON.stringify(state, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** Whether classes, placements or logs stand on a stage or on days that only the import gave the school. */
async function isBuiltOn(tx: Tx, id: string, stood: SchoolState, stands: SchoolState): Promise<boolean> {
  const before = new Set(stood.stages.map(({ stage }) => stage))
  const gained = stands.stages.map(({ stage }) => stage).filter(stage => !before.has(stage))
  if (await usesStage(tx, id, gained)) return true
  const { opened_on: first, closed_on } = stood.school
  const isShorter = first > stands.school.opened_on || closed_on < stands.school.closed_on
  return isShorter && (await reportedOutside(tx, { schoolId: id }, { first, last: addDays(closed_on, -1) }))
}
