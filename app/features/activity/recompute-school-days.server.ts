import { type Day, openEnd } from '#app/calendar-day.ts'
import type { Tx } from '#db/tables.ts'
import { listPolicies } from './policies.queries.server.ts'
import { type ClassMinutes, schoolDayTotalsOf } from './roll-up.rule.ts'
import { classMinutesOn, replaceSchoolDays, touchedDays } from './roll-ups.queries.server.ts'
import { approvedExemptionsOf, rosterOf, schoolsOfClasses } from './roster.queries.server.ts'

/** Builds the school-day roll-up of the days anew from the class-days: after an upload, an exemption, a new roster. */
export async function recomputeSchoolDays(tx: Tx, schoolId: string, days: readonly Day[]): Promise<void> {
  if (days.length > 0) await putSchoolDays(tx, schoolId, days, await classMinutesOn(tx, schoolId, days))
}

/** The same where all class-days of the days, in their order, are at hand. */
export async function putSchoolDays(
  tx: Tx,
  schoolId: string,
  days: readonly Day[],
  reported: readonly ClassMinutes[],
): Promise<void> {
  const [first, last] = [days[0], days[days.length - 1]]
  if (first === undefined || last === undefined) return
  const roster = await rosterOf(tx, schoolId)
  if (roster === undefined) return
  const exemptions = await approvedExemptionsOf(tx, schoolId, { from: first, to: last })
  const policies = await listPolicies(tx)
  await replaceSchoolDays(
    tx,
    schoolId,
    days,
    schoolDayTotalsOf(reported, { ...roster, exemptions, policies }),
  )
}

/**
 * Brings the school-day roll-up in step after classes, or the days on which schools are open, were changed; classes
 * are named by their ids.
 */
export async function followRoster(
  tx: Tx,
  changed: { schoolIds?: readonly string[]; classIds?: readonly string[] },
): Promise<void> {
  const ofClasses = await schoolsOfClasses(tx, changed.classIds ?? [])
  for (const schoolId of new Set([...(changed.schoolIds ?? []), ...ofClasses])) {
    const days = await touchedDays(tx, schoolId, { from: '0000-01-01', to: openEnd })
    await recomputeSchoolDays(tx, schoolId, days)
  }
}
