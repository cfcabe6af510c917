import type { Day } from '#app/calendar-day.ts'
import { recomputeSchoolDays } from '#app/features/activity/recompute-school-days.server.ts'
import { touchedDays } from '#app/features/activity/roll-ups.queries.server.ts'
import type { Tx } from '#db/tables.ts'

/** Brings the roll-up of the days of exemptions in step after they were added, changed or taken back. */
export async function followExemptions(
  tx: Tx,
  changed: readonly { schoolId: string; firstDay: Day; lastDay: Day }[],
): Promise<void> {
  const days = new Map<string, Set<Day>>()
  for (const { schoolId, firstDay, lastDay } of changed) {
    const known = days.get(schoolId) ?? new Set()
    for (const day of await touchedDays(tx, schoolId, { from: firstDay, to: lastDay })) known.add(day)
    days.set(schoolId, known)
  }
  for (const [schoolId, those] of days) await recomputeSchoolDays(tx, schoolId, [...those].sort())
}
