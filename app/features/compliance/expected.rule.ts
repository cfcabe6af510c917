import type { Day } from '#app/calendar-day.ts'
import {
  type ApprovedExemption,
  coversClass,
  type DayRange,
  isWithin,
  openRangeOf,
  overlapOf,
  type RosterClass,
  type SchoolLife,
} from '#app/features/activity/class-roster.rule.ts'
import { type Calendar, ownLayersOf, type Place, schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import type { Stage } from '#db/tables.ts'
import { countDaysWithin } from './compliance.rule.ts'

export const stages: readonly Stage[] = ['primary', 'junior', 'senior']

/** Classes of one school that entered together and are on the roster for the same days. */
export interface ClassGroup {
  stage: Stage
  entryYear: number
  validFrom: Day
  validTo: Day
  count: number
}

export interface ExpectedOf {
  place: Place
  life: SchoolLife
  calendar: Calendar
  range: DayRange
}

/** Classes open that day × school days of the calendar for their stage (contracts.md, Compliance). */
export function expectedClassDays(groups: readonly ClassGroup[], of: ExpectedOf): number {
  return groups.reduce((sum, group) => {
    const days = schoolDaysOf(of.calendar, of.place, group.stage, of.range.from, of.range.to)
    return sum + group.count * countDaysWithin(days, openRangeOf(group, of.life), of.range)
  }, 0)
}

/** The expected class-days that approved exemptions cover; one covered twice counts once. */
export function exemptClassDays(
  classes: readonly RosterClass[],
  exemptions: readonly ApprovedExemption[],
  of: ExpectedOf,
): number {
  const exempt = new Set<string>()
  for (const exemption of exemptions) {
    const range = overlapOf({ from: exemption.firstDay, to: exemption.lastDay }, of.range)
    if (range === null) continue
    for (const roster of classes) {
      const open = openRangeOf(roster, of.life)
      for (const day of schoolDaysOf(of.calendar, of.place, roster.stage, of.range.from, of.range.to)) {
        const counts = isWithin(range, day) && isWithin(open, day) && coversClass(exemption, roster, day)
        if (counts) exempt.add(day + roster.id)
      }
    }
  }
  return exempt.size
}

/** For each stage: the days that are school days everywhere, and those on which the places differ. */
export interface SharedDays {
  everywhere: Record<Stage, Day[]>
  disputed: Record<Stage, Day[]>
}

export function sharedDaysOf(calendar: Calendar, places: readonly Place[], range: DayRange): SharedDays {
  const shared: SharedDays = {
    everywhere: { primary: [], junior: [], senior: [] },
    disputed: { primary: [], junior: [], senior: [] },
  }
  const kinds = new Map(places.map(place => [ownLayersOf(calendar, place).join('|'), place] as const))
  for (const stage of stages) {
    const seen = new Map<Day, number>()
    for (const place of kinds.values())
      for (const day of schoolDaysOf(calendar, place, stage, range.from, range.to))
        seen.set(day, (seen.get(day) ?? 0) + 1)
    for (const [day, count] of [...seen].sort())
      shared[count === kinds.size ? 'everywhere' : 'disputed'][stage].push(day)
  }
  return shared
}
