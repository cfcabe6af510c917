import { addDays, addYears, type Day, mondayOf } from '#app/calendar-day.ts'
import type { DayRange } from '../activity/class-roster.rule.ts'
import { type CalendarDayKind, isTaught, type Term } from '../calendar/calendar.rule.ts'
import type { LiveFigure } from './indicator.rule.ts'

/**
 * What the system itself knows of a school, with the days that it is about. In whole numbers:
 * - `daily_hour`: class-days that met the floor, per mille `of` those expected and not exempt
 * - `pe_lessons`: PE lessons held, per mille `of` those laid down
 * - `participation`: pupils who do one of the sports, per mille `of` those enrolled
 * - `team_days`: days of team training `of` so many weeks of teaching, of the sport that trains least
 * - `coaches`: people who may stand behind one of the sports, `of` so many pupils enrolled
 * - `placements`: placements that live, `of` those in force and one for each sport that has none
 */
export interface SchoolFigure {
  figure: LiveFigure
  value: number
  /** Never zero: what cannot be divided is missing. */
  of: number
  from: Day
  /** The last day it is about: the day asked for, or the last of a term that is over. */
  asOf: Day
}

export type WhyMissing =
  /** The school is not there on the day. */
  | 'no-school'
  /** No class on the roster, so nobody is enrolled. */
  | 'no-classes'
  /** No class-day was to be reported. */
  | 'nothing-expected'
  /** The school reported nothing at all. */
  | 'no-logs'
  | 'no-sports'
  /** Its logs name none of the sports. */
  | 'sport-not-logged'
  /** They name the sport, but not how many pupils took part. */
  | 'participants-not-logged'
  | 'no-term'
  /** Nobody works at the school by the register. */
  | 'nobody-registered'
  /** Before the plan. */
  | 'no-rule'

/** A figure that cannot be had: it gives no points, not zero points. */
export interface MissingFigure {
  figure: LiveFigure
  missing: WhyMissing
}

interface PointRule {
  /** Measured is the value for each so many of its `of`; null where the value is measured itself. */
  forEach: number | null
  /** Up to here there are no points, */
  none: number
  /** from here on there are all, and in between they rise evenly. */
  full: number
}

/** How many of its points a figure suggests (domain.md 3.3; between the marks the bands of 7.4). */
const pointRules: Record<LiveFigure, PointRule> = {
  daily_hour: { forEach: null, none: 600, full: 950 },
  pe_lessons: { forEach: null, none: 600, full: 1000 },
  participation: { forEach: null, none: 0, full: 800 },
  // Three days a week.
  team_days: { forEach: 1, none: 0, full: 3 },
  // One for every 300 pupils.
  coaches: { forEach: 300, none: 0, full: 1 },
  placements: { forEach: 1, none: 0, full: 1 },
}

/** The points that a figure suggests for an indicator of at most so many, in hundredths, rounded half up. */
export function suggestedPoints({ figure, value, of }: SchoolFigure, most: number): number {
  const { forEach, none, full } = pointRules[figure]
  const [measured, per] = forEach === null ? [value, 1] : [value * forEach, of]
  if (per <= 0) throw new RangeError(`${figure} is of ${of}`)
  const above = Math.min(Math.max(measured - none * per, 0), (full - none) * per)
  return roundedShare(above, (full - none) * per, most * 100)
}

/** The share of a whole in thousandths, rounded half up. */
export function perMille(count: number, of: number): number {
  return roundedShare(count, of, 1000)
}

function roundedShare(count: number, of: number, whole: number): number {
  return Math.floor((2 * count * whole + of) / (2 * of))
}

/** The twelve months that end with the day, or as many of them as the school has been open. */
export function lastTwelveMonths(asOf: Day, openedOn: Day): DayRange {
  const from = addDays(addYears(asOf, -1), 1)
  return { from: from < openedOn ? openedOn : from, to: asOf }
}

/** A term younger than this says too little of how often a team trains. */
const leastDaysOfTerm = 28

/** The days of the current term up to the day; of the term before while it is young, and in the holidays. */
export function trainingRange(terms: readonly Term[], asOf: Day): DayRange | null {
  const begun = terms
    .filter(term => term.firstDay <= asOf)
    .sort((one, other) => (one.firstDay < other.firstDay ? -1 : 1))
  const told = begun.filter(term => addDays(term.firstDay, leastDaysOfTerm) <= asOf)
  const term = told.at(-1) ?? begun.at(-1)
  if (term === undefined) return null
  return { from: term.firstDay, to: term.lastDay < asOf ? term.lastDay : asOf }
}

/** Teams train at weekends too; what is logged for holidays is a timetable filled in for every day (domain.md 7.5). */
export function mayTrainOn(kind: CalendarDayKind): boolean {
  return isTaught(kind) || kind === 'weekend' || kind === 'exam'
}

/** In how many weeks, from Monday on, the days lie. */
export function weeksOf(days: readonly Day[]): number {
  return new Set(days.map(mondayOf)).size
}

/** Kinds at which the whole class is there, where nobody says how many were. */
export const wholeClassKinds = [
  'PE_LESSON',
  'BIG_BREAK_AM',
  'BIG_BREAK_PM',
  'MORNING_EXERCISE',
  'COLLECTIVE_EXERCISE',
] as const

/** A class does a sport when it did so on as many days: one sports day makes nobody a player. */
const leastDaysOfClass = 4

/** What a class logged of the sports. */
export interface ClassSport {
  /** Distinct days. */
  days: number
  /** Whether the whole class was there at least once. */
  whole: boolean
  /** The most pupils that were counted at once; null where nobody counted. */
  most: number | null
}

/** How many pupils of a class do the sports: at most all, and at least as many as were once seen together. */
export function pupilsIn({ days, whole, most }: ClassSport, pupils: number): number {
  if (days < leastDaysOfClass) return 0
  return whole ? pupils : Math.min(most ?? 0, pupils)
}
