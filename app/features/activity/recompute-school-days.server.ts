import type { Day } from '#app/calendar-day.ts'
import type { Tx } from '#db/tables.ts'
import {
  approvedExemptionsOf,
  classMinutesOn,
  listPolicies,
  replaceSchoolDays,
  rosterOf,
} from './ledger.queries.server.ts'
import { schoolDayTotalsOf } from './roll-up.rule.ts'

/** Builds the school-day roll-up of the days anew from the class-days: after an upload, an exemption, a new roster. */
export async function recomputeSchoolDays(tx: Tx, schoolId: string, days: readonly Day[]): Promise<void> {
  const [first, last] = [days[0], days[days.length - 1]]
  if (first === undefined || last === undefined) return
  const roster = await rosterOf(tx, schoolId)
  if (roster === undefined) return
  const reported = await classMinutesOn(tx, schoolId, days)
  const exemptions = await approvedExemptionsOf(tx, schoolId, { from: first, to: last })
  const policies = await listPolicies(tx)
  await replaceSchoolDays(
    tx,
    schoolId,
    days,
    schoolDayTotalsOf(reported, { ...roster, exemptions, policies }),
  )
}
