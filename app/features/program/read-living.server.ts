import { addDays, type Day } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { type Place, schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import { standingInstructors } from '#app/features/instructors/standing-instructors.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import {
  type ChosenSchools,
  lastLoggedDays,
  loggedDaysOf,
  schoolsWithOwnDays,
} from './living.queries.server.ts'
import { type Living, type LivingFacts, livingKey, nothingKnown } from './living.rule.ts'
import { stages } from './program.rule.ts'

/** Far enough back to hold the school days looked back upon behind the summer holidays. */
const lookBack = 260

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

  for (const group of await groupsOf(db, asked.units, asOf))
    for (const { days, ...of } of await loggedDaysOf(db, { ...only, ...group }))
      change(of, { loggedDays: days })
  if (asked.withLast)
    for (const { day, ...of } of await lastLoggedDays(db, { ...only, units, stages, schools: { but: [] } }))
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

/** Placements whose schools keep the same days. */
interface Group {
  units: readonly string[]
  stages: readonly Stage[]
  schools: ChosenSchools
  days: readonly Day[]
}

/**
 * Placements that keep the same days are asked together, mostly all in one query. The days of a school are the city's,
 * but where its administering unit or the school itself has days of its own, as for the daily hour; how many of them
 * are looked back upon is the rule of the unit to which the school counts.
 */
async function groupsOf(db: Db, units: readonly UnitWindow[], asOf: Day): Promise<Group[]> {
  const from = addDays(asOf, -lookBack)
  const calendar = await loadCalendar(db, { from, to: asOf })
  const lastDays = (place: Place, stage: Stage, window: number) =>
    schoolDaysOf(calendar, place, stage, from, asOf).slice(-window)
  const scopes = [...calendar.layers.keys()]
  const own = await schoolsWithOwnDays(db, { units: units.map(unit => unit.code), scopes, asOf })
  const windows = new Map(units.map(unit => [unit.code, unit.livingWindow]))
  const but = own.map(school => school.schoolId)
  const groups = new Map<string, Group>()
  for (const stage of stages) {
    for (const [code, window] of windows) {
      const days = lastDays({ schoolId: '', unitCode: '' }, stage, window)
      const key = `${window} ${stage} ${days.join()}`
      const known = groups.get(key)?.units ?? []
      groups.set(key, { units: [...known, code], stages: [stage], schools: { but }, days })
    }
    for (const { schoolId, unitCode, counts } of own) {
      const days = lastDays({ schoolId, unitCode }, stage, windows.get(counts) ?? 0)
      const key = `own ${stage} ${days.join()}`
      const known = groups.get(key)?.schools
      const only = [...(known !== undefined && 'only' in known ? known.only : []), schoolId]
      groups.set(key, { units: [...windows.keys()], stages: [stage], schools: { only }, days })
    }
  }
  return withStagesTogether([...groups.values()])
}

/** Groups that differ in nothing but the stage are one. */
function withStagesTogether(groups: readonly Group[]): Group[] {
  const together = new Map<string, Group>()
  for (const { stages: own, ...group } of groups) {
    const key = JSON.stringify(group)
    together.set(key, { ...group, stages: [...(together.get(key)?.stages ?? []), ...own] })
  }
  return [...together.values()]
}
