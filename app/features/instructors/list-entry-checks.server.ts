import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, InstructorKind } from '#db/tables.ts'
import { listCoachPlacements } from './coach-work.queries.server.ts'
import { type CheckState, mayWork, type Urgency, urgencyOf } from './entry-check.rule.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { type InstructorRow, listInstructors } from './instructors.queries.server.ts'
import { checkStatesOf } from './standing-instructors.server.ts'

/** Somebody whose entry check an office answers for. */
export interface CheckedPerson {
  personId: string
  name: string
  kind: InstructorKind
  unitCode: string
  schoolName: string | null
  check: CheckState
  urgency: Urgency
  mayWork: boolean
}

const order: readonly Urgency[] = ['now', 'soon', 'later']

/**
 * Everybody with a contract on the day who needs an entry check, or has one: those about whom something must be done
 * first. A PE teacher whom nobody queried stands in the register only.
 */
export async function listEntryChecks(db: Db, scope: Scope, day: Day): Promise<CheckedPerson[]> {
  if (scope.kind !== 'city' && scope.kind !== 'unit') return []
  const inForce = await listInstructors(db, scope, { asOf: day, inForceOnly: true })
  // Beside the person's own unit, the one where the person works today: whoever left it is its concern no more.
  const work = await listCoachPlacements(db, scope, { asOf: day, instructorIds: inForce.map(one => one.id) })
  const working = new Set(
    work.filter(one => one.validFrom <= day && day <= one.validTo).map(one => one.instructorId),
  )
  const contracts = inForce.filter(contract => mayKeep(scope, contract) || working.has(contract.id))
  // Somebody with contracts in two units is each unit's to query.
  // Under several contracts in one unit, the one that asks for a check decides.
  const strictestLast = contracts.toSorted(
    (one, other) => Number(needsAnswer(one)) - Number(needsAnswer(other)),
  )
  const persons = new Map(strictestLast.map(one => [`${one.personId} ${one.unitCode}`, one]))
  const states = await checkStatesOf(db, [...new Set(contracts.map(one => one.personId))], day)
  return [...persons.values()]
    .map(contract => checkedPerson(contract, states.get(contract.personId) ?? { state: 'none' }, day))
    .filter(person => person.kind !== 'PE_TEACHER' || person.check.state !== 'none')
    .sort((one, other) => order.indexOf(one.urgency) - order.indexOf(other.urgency))
}

function needsAnswer({ kind }: InstructorRow): boolean {
  return kind !== 'PE_TEACHER'
}

function checkedPerson(contract: InstructorRow, check: CheckState, day: Day): CheckedPerson {
  const { personId, name, kind, unitCode, schoolName } = contract
  const urgency = urgencyOf(check, day)
  return { personId, name, kind, unitCode, schoolName, check, urgency, mayWork: mayWork(kind, check) }
}

/** About how many people something must be done at once, and within 60 days. */
export async function countEntryChecks(
  db: Db,
  scope: Scope,
  day: Day,
): Promise<{ now: number; soon: number }> {
  const people = await listEntryChecks(db, scope, day)
  const count = (urgency: Urgency) => people.filter(one => one.urgency === urgency).length
  return { now: count('now'), soon: count('soon') }
}
