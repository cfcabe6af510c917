import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import { workOfPersons } from './coach-work.queries.server.ts'
import { shareDays, whyNoContract } from './contract.rule.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import {
  areContinued,
  deleteInstructors,
  internDays,
  leftTraces,
  lockPerson,
  namesakesAt,
  updateEnd,
  updateFacts,
} from './instructor-writes.queries.server.ts'
import { findInstructor, type InstructorRow } from './instructors.queries.server.ts'
import { type ContractState, isSame } from './plan-contract.rule.ts'
import { whyWorkNoLongerFits } from './work-under-contract.rule.ts'

/** A contract as an import's commit answered it; `before` is missing where the import added it. */
interface ContractChange {
  id: string
  before?: ContractState
  after: ContractState
}

const changedSince: UndoAnswer = { ok: false, refusal: 'changed-since', by: null }

/**
 * Takes the contracts that an import added away again and gives those it changed their earlier wording; refused when
 * one was changed since, or when work, training or a check hangs on what would go.
 */
export async function undoCoaches(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as ContractChange[]
  const standing = new Map<string, InstructorRow>()
  for (const { id, after } of given) {
    const found = await findInstructor(tx, scope, id, today)
    if (found !== undefined) await lockPerson(tx, found.personId)
    const one = await findInstructor(tx, scope, id, today)
    if (one === undefined) return scope.kind === 'city' ? changedSince : { ok: false, refusal: 'not-yours' }
    if (!mayKeep(scope, one)) return { ok: false, refusal: 'not-yours' }
    if (!isSame(one, after)) return changedSince
    standing.set(id, one)
  }
  const added = given.filter(change => change.before === undefined).map(change => change.id)
  if (await areContinued(tx, added)) return changedSince
  for (const id of added) {
    const one = standing.get(id)
    if (one !== undefined && (await leftTraces(tx, one))) return changedSince
  }
  for (const { id, before } of given) {
    const one = standing.get(id)
    if (before === undefined || one === undefined) continue
    const known = await namesakesAt(tx, { ...one, name: before.name })
    const others = contractsAgain(known, given).filter(other => other.id !== id)
    if (others.some(other => other.namesake === before.namesake && shareDays(other, before)))
      return changedSince
    if (!(await standsAgain(tx, one, before, given))) return changedSince
  }
  await deleteInstructors(tx, added)
  for (const { id, before } of given) {
    const one = standing.get(id)
    if (before === undefined || one === undefined) continue
    await updateFacts(tx, id, { ...before, unitCode: one.unitCode, schoolId: one.schoolId })
    await updateEnd(tx, id, before)
  }
  return { ok: true }
}

/** Whether the earlier wording still holds the work that stands under it now, and the one year of an intern. */
async function standsAgain(
  tx: Tx,
  { id, personId }: InstructorRow,
  before: ContractState,
  given: readonly ContractChange[],
): Promise<boolean> {
  const work = (await workOfPersons(tx, [personId])).filter(one => one.instructorId === id)
  if (whyWorkNoLongerFits(work, before) !== null) return false
  const intern = await internDays(
    tx,
    personId,
    given.map(change => change.id),
  )
  return whyNoContract(before, before, intern) === null
}

/** The contracts as they will be: without what was added, and what was changed with its earlier days. */
function contractsAgain<T extends { id: string; validFrom: string; validTo: string }>(
  standing: readonly T[],
  given: readonly ContractChange[],
): T[] {
  const changes = new Map(given.map(change => [change.id, change]))
  return standing.flatMap(one => {
    const change = changes.get(one.id)
    if (change === undefined) return [one]
    return change.before === undefined ? [] : [{ ...one, validTo: change.before.validTo }]
  })
}
