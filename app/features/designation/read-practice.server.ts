import { addDays, type Day } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import type { Db, Stage } from '#db/tables.ts'
import type { Practice } from './count.rule.ts'
import { practiceDays } from './practice.queries.server.ts'

/** Far enough back to hold the school days looked back upon behind the summer holidays. */
const lookBack = 260

interface TitledSport {
  schoolId: string
  unitCode: string
  sport: string
}

export function practiceKey(of: { schoolId: string; sport: string }): string {
  return `${of.schoolId}|${of.sport}`
}

/**
 * On how many of the last `window` school days the sport of each title was logged at its school, and its team trained:
 * of the school's own calendar, and of the stage that does most where it runs several.
 */
export async function readPractice(
  db: Db,
  titles: readonly TitledSport[],
  { asOf, window }: { asOf: Day; window: number },
): Promise<Map<string, Practice>> {
  const from = addDays(asOf, -lookBack)
  const calendar = await loadCalendar(db, { from, to: asOf })
  const logs = new Map<string, Map<Stage, { day: Day; team: number }[]>>()
  for (const { stage, day, team, ...of } of await practiceDays(db, { from, to: asOf })) {
    const stages = logs.get(practiceKey(of)) ?? new Map()
    logs.set(practiceKey(of), stages.set(stage, [...(stages.get(stage) ?? []), { day, team }]))
  }
  const found = new Map<string, Practice>()
  for (const title of titles) {
    const best: Practice = { loggedDays: 0, teamDays: 0 }
    for (const [stage, days] of logs.get(practiceKey(title)) ?? []) {
      const [first] = schoolDaysOf(calendar, title, stage, from, asOf).slice(-window)
      const within = days.filter(one => first !== undefined && one.day >= first)
      best.loggedDays = Math.max(best.loggedDays, within.length)
      best.teamDays = Math.max(best.teamDays, within.filter(one => one.team > 0).length)
    }
    found.set(practiceKey(title), best)
  }
  return found
}
