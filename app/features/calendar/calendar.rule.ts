import { type Day, daysBetween, weekdayOf } from '#app/calendar-day.ts'
import type { CalendarDayKind, Stage } from '#db/tables.ts'

export type { CalendarDayKind }

export interface Term {
  /** '2025-2026-1' */
  id: string
  schoolYear: number
  number: number
  firstDay: Day
  lastDay: Day
}

/** A day that differs from the plain week on one layer; stage '' holds for every stage. */
export interface CalendarEntry {
  /** 'national', 'city', a unit code or a school id. */
  scope: string
  stage: Stage | ''
  day: Day
  kind: CalendarDayKind
  /** 1–7 where a make-up day follows another weekday's timetable. */
  followsWeekday: number | null
  note: string
}

/** Where a school stands in the layers of the calendar. */
export interface Place {
  schoolId: string
  /** The administering unit, whose own days the school keeps. */
  unitCode: string
}

/** Terms and entries of the days `from` to `to`; asking for a day outside them is a mistake and throws. */
export interface Calendar {
  from: Day
  to: Day
  /** In the order of their days. */
  terms: readonly Term[]
  /** Entries by scope, then by `${day}${stage}`. */
  layers: ReadonlyMap<string, ReadonlyMap<string, CalendarEntry>>
}

export function calendarOf(given: {
  from: Day
  to: Day
  terms: readonly Term[]
  entries: readonly CalendarEntry[]
}): Calendar {
  const layers = new Map<string, Map<string, CalendarEntry>>()
  for (const entry of given.entries) {
    const layer = layers.get(entry.scope) ?? new Map<string, CalendarEntry>()
    layers.set(entry.scope, layer.set(entry.day + entry.stage, entry))
  }
  const terms = [...given.terms].sort((one, other) => (one.firstDay < other.firstDay ? -1 : 1))
  return { from: given.from, to: given.to, terms, layers }
}

/** The term in which the day lies; null in the holidays between terms. */
export function termOf(calendar: Pick<Calendar, 'terms'>, day: Day): Term | null {
  return calendar.terms.find(term => term.firstDay <= day && day <= term.lastDay) ?? null
}

/**
 * What the day is for one stage of a school (domain.md 8): the plain week inside a term, then the national, city,
 * unit and school layer, the later winning; on one layer a row for the stage wins over one for all. Outside a term
 * nothing is a school day: a make-up day or school day there is vacation.
 */
export function dayKindOf(calendar: Calendar, place: Place, stage: Stage, day: Day): CalendarDayKind {
  const entry = entryFor(calendar, place, stage, day)
  if (termOf(calendar, day) !== null) return entry?.kind ?? plainKindOf(day)
  return entry === null || isTaught(entry.kind) || entry.kind === 'weekend' ? 'vacation' : entry.kind
}

/** The weekday, 1 for Monday, whose timetable is taught on the day by the calendar; null where it says none. */
export function followedWeekday(calendar: Calendar, place: Place, stage: Stage, day: Day): number | null {
  if (!isSchoolDay(calendar, place, stage, day)) return null
  return entryFor(calendar, place, stage, day)?.followsWeekday ?? null
}

/** The entry that decides the day for one stage of a school; null where the plain week does. */
function entryFor(calendar: Calendar, place: Place, stage: Stage, day: Day): CalendarEntry | null {
  requireLoaded(calendar, day)
  for (const scope of [place.schoolId, place.unitCode, 'city', 'national']) {
    const layer = calendar.layers.get(scope)
    const entry = layer?.get(day + stage) ?? layer?.get(day)
    if (entry !== undefined) return entry
  }
  return null
}

export function isSchoolDay(calendar: Calendar, place: Place, stage: Stage, day: Day): boolean {
  return isTaught(dayKindOf(calendar, place, stage, day))
}

/** The school days from `from` to `to`, in order. Places without days of their own share one computed list. */
export function schoolDaysOf(
  calendar: Calendar,
  place: Place,
  stage: Stage,
  from: Day,
  to: Day,
): readonly Day[] {
  const lists = computedLists.get(calendar) ?? new Map<string, Day[]>()
  computedLists.set(calendar, lists)
  const key = [...ownLayersOf(calendar, place), stage, from, to].join('|')
  const known = lists.get(key)
  if (known !== undefined) return known
  const days = daysBetween(from, to).filter(day => isSchoolDay(calendar, place, stage, day))
  lists.set(key, days)
  return days
}

const computedLists = new WeakMap<Calendar, Map<string, Day[]>>()

/** The layers in which the place differs from the city; places with the same ones keep the same days. */
export function ownLayersOf(calendar: Calendar, place: Place): string[] {
  return [place.unitCode, place.schoolId].filter(scope => calendar.layers.has(scope))
}

/** Whether a day of this kind is taught on, when it lies inside a term. */
export function isTaught(kind: CalendarDayKind): boolean {
  return kind === 'school_day' || kind === 'makeup'
}

/** Whether two entries of the same scope, stage and day say the same of it. */
export function isSameEntry(one: CalendarEntry, other: CalendarEntry): boolean {
  return one.kind === other.kind && one.followsWeekday === other.followsWeekday && one.note === other.note
}

/** The years touched by the days for which the State Council's holidays are not yet known. */
export function unpublishedYearsOf(published: readonly number[], from: Day, to: Day): number[] {
  const years: number[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!published.includes(year)) years.push(year)
  }
  return years
}

function plainKindOf(day: Day): CalendarDayKind {
  return weekdayOf(day) <= 5 ? 'school_day' : 'weekend'
}

function requireLoaded(calendar: Calendar, day: Day): void {
  if (day >= calendar.from && day <= calendar.to) return
  throw new RangeError(`${day} is outside the calendar loaded from ${calendar.from} to ${calendar.to}`)
}
