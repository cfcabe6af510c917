import { type Day, openEnd } from '#app/calendar-day.ts'
import type { Tx } from '#db/tables.ts'
import { listPolicies } from './policies.queries.server.ts'
import { type ClassMinutes, schoolDayTotalsOf } from './roll-up.rule.ts'
import { classMinutesOn, replaceSchoolDays, type SchoolDays, touchedDays } from './roll-ups.queries.server.ts'
import { exemptionsOfSchools, rostersOf, schoolsOfClasses } from './roster.queries.server.ts'

/** Builds the school-day roll-up of the days anew from the class-days: after an upload, an exemption, a new roster. */
export async function recomputeSchoolDays(tx: Tx, schoolId: string, days: readonly Day[]): Promise<void> {
  if (days.length > 0)
    await putSchoolDays(tx, [{ schoolId, days, reported: await classMinutesOn(tx, schoolId, days) }])
}

/** All class-days of a school on some days. */
export interface ReportedDays {
  schoolId: string
  /** At least one, in their order. */
  days: readonly Day[]
  reported: readonly ClassMinutes[]
}

/** The same where the class-days are at hand, of any number of schools. */
export async function putSchoolDays(tx: Tx, given: readonly ReportedDays[]): Promise<void> {
  const all = given.flatMap(({ days }) => days).sort()
  const [from, to] = [all[0], all[all.length - 1]]
  if (from === undefined || to === undefined) return
  const schoolIds = given.map(({ schoolId }) => schoolId)
  const rosters = await rostersOf(tx, schoolIds)
  const exemptions = await exemptionsOfSchools(tx, schoolIds, { from, to })
  const policies = await listPolicies(tx)
  const put = given.flatMap(({ schoolId, days, reported }): SchoolDays[] => {
    const roster = rosters.get(schoolId)
    if (roster === undefined) return []
    const rules = { ...roster, exemptions: exemptions.get(schoolId) ?? [], policies }
    return [{ schoolId, days, totals: schoolDayTotalsOf(reported, rules) }]
  })
  await replaceSchoolDays(tx, put)
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
