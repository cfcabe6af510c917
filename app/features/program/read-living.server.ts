import { addDays, type Day } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { type Calendar, schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import { standingInstructors } from '#app/features/instructors/standing-instructors.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { lastLoggedDays, loggedDaysOf } from './living.queries.server.ts'
import { type Living, type LivingFacts, livingKey, nothingKnown } from './living.rule.ts'
import { stages } from './program.rule.ts'

/** Far enough back to hold the school days looked back upon behind the summer holidays. */
const lookBack = 150

interface UnitWindow {
  code: string
  /** How many school days its rule looks back upon. */
  livingWindow: number
}

/**
 * What decides whether the placements of the units live on the day: on how many of the last school days of their unit
 * and stage the sport was logged, and who stands behind it. `withLast` also finds the last day with a log.
 */
export async function readLiving(
  db: Db,
  asked: { units: readonly UnitWindow[]; asOf: Day; sport?: string; withLast?: boolean },
): Promise<Living> {
  const { asOf, sport } = asked
  const units = asked.units.map(unit => unit.code)
  const only = { asOf, ...(sport !== undefined && { sport }) }
  const facts = new Map<string, LivingFacts>()
  const change = (of: Parameters<typeof livingKey>[0], more: Partial<LivingFacts>) =>
    facts.set(livingKey(of), { ...nothingKnown, ...facts.get(livingKey(of)), ...more })

  const calendar = await loadCalendar(db, { from: addDays(asOf, -lookBack), to: asOf })
  for (const group of groupsOf(calendar, asked.units, asOf))
    for (const { days, ...of } of await loggedDaysOf(db, { ...only, ...group }))
      change(of, { loggedDays: days })
  if (asked.withLast)
    for (const { day, ...of } of await lastLoggedDays(db, { ...only, units, stages }))
      change(of, { lastLogged: day })
  for (const { schoolId, sport: code, stage, ...instructor } of await standingInstructors(db, {
    ...only,
    units,
  })) {
    const of = { schoolId, sport: code, stage }
    change(of, { instructors: [...(facts.get(livingKey(of))?.instructors ?? []), instructor] })
  }
  return facts
}

interface Group {
  units: string[]
  stages: Stage[]
  days: readonly Day[]
}

/** Units and stages that keep the same days are asked together, mostly in one query. */
function groupsOf(calendar: Calendar, units: readonly UnitWindow[], asOf: Day): Group[] {
  const groups = new Map<string, { units: Set<string>; stages: Set<Stage>; days: readonly Day[] }>()
  for (const { code, livingWindow } of units) {
    for (const stage of stages) {
      const days = schoolDaysOf(
        calendar,
        { schoolId: '', unitCode: code },
        stage,
        addDays(asOf, -lookBack),
        asOf,
      )
      const last = days.slice(-livingWindow)
      const key = `${calendar.layers.has(code) ? `${code} ${stage}` : ''} ${last.join()}`
      const group = groups.get(key) ?? { units: new Set(), stages: new Set(), days: last }
      groups.set(key, { ...group, units: group.units.add(code), stages: group.stages.add(stage) })
    }
  }
  return [...groups.values()].map(group => ({
    units: [...group.units],
    stages: [...group.stages],
    days: group.days,
  }))
}
