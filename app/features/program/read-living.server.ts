import { addDays, type Day } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import type { Db, Stage } from '#db/tables.ts'
import type { LivingKeys } from './coverage.rule.ts'
import { livingWindow, loggedKeys } from './living.queries.server.ts'
import { stages } from './program.rule.ts'

/** Far enough back to hold twenty school days behind the summer holidays. */
const lookBack = 150

/**
 * Where the sport was really done by the day: logged on at least 4 of the last 20 school days of the unit's calendar
 * with a teacher's name. Units and stages that keep the same days are asked together, mostly in one query.
 */
export async function readLiving(
  db: Db,
  where: { units: readonly string[]; asOf: Day; sport?: string },
): Promise<LivingKeys> {
  const from = addDays(where.asOf, -lookBack)
  const calendar = await loadCalendar(db, { from, to: where.asOf })
  const groups = new Map<string, { units: Set<string>; stages: Set<Stage>; days: readonly Day[] }>()
  for (const unitCode of where.units) {
    for (const stage of stages) {
      const days = schoolDaysOf(calendar, { schoolId: '', unitCode }, stage, from, where.asOf)
      const last = days.slice(-livingWindow.schoolDays)
      const key = `${calendar.layers.has(unitCode) ? `${unitCode} ${stage}` : ''} ${last.join()}`
      const group = groups.get(key) ?? { units: new Set(), stages: new Set(), days: last }
      groups.set(key, { ...group, units: group.units.add(unitCode), stages: group.stages.add(stage) })
    }
  }
  const keys: string[] = []
  for (const { units, stages: asked, days } of groups.values()) {
    keys.push(...(await loggedKeys(db, { ...where, units: [...units], stages: [...asked], days })))
  }
  return new Set(keys)
}
