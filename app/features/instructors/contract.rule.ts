import { addDays, type Day, dayOf, openEnd } from '#app/calendar-day.ts'
import type { AthleteGrade, Engagement, InstructorKind, Stage } from '#db/tables.ts'
import { titleOf } from './title.rule.ts'

/** Hours a week beyond which no contract goes (国务院关于职工工作时间的规定: 40 hours). */
export const mostHoursWeek = 40

/** Sports that one contract may name. */
export const mostSports = 6

export interface SportOf {
  sport: string
  grade: AthleteGrade
}

/** What a contract says of somebody. */
export interface ContractFacts {
  kind: InstructorKind
  name: string
  /** Which of several people of this name at the place: 1 is the first. */
  namesake: number
  gender: 'F' | 'M' | ''
  engagement: Engagement | ''
  titleLiteral: string
  isRetiredAthlete: boolean
  /** Hours a week that the contract allows; null where there is no such limit. */
  hoursWeek: number | null
  sports: readonly SportOf[]
  /** The stages the person serves; none is every stage of the school. */
  stages: readonly Stage[]
}

export interface ContractDays {
  validFrom: Day
  validTo: Day
}

export type ContractRefusal =
  | 'ends-before-start'
  | 'sport-missing'
  | 'sport-twice'
  | 'too-many-sports'
  | 'engagement-missing'
  | 'hours-missing'
  | 'hours-out-of-bounds'
  | 'title-unknown'
  | 'intern-without-end'
  | 'intern-over-a-year'

/**
 * Why a contract cannot stand; null when it can. `intern` is from the first to the last day of the person's other
 * contracts as an intern: the one year of an intern is a person's, not a contract's.
 */
export function whyNoContract(
  facts: ContractFacts,
  days: ContractDays,
  intern: ContractDays | null = null,
): ContractRefusal | null {
  const { kind, engagement, hoursWeek, sports } = facts
  if (days.validTo < days.validFrom) return 'ends-before-start'
  if (sports.length === 0) return 'sport-missing'
  if (new Set(sports.map(one => one.sport)).size < sports.length) return 'sport-twice'
  if (sports.length > mostSports) return 'too-many-sports'
  if (kind === 'COACH' && engagement === '') return 'engagement-missing'
  if (kind === 'COACH' && hoursWeek === null) return 'hours-missing'
  if (hoursWeek !== null && (hoursWeek < 1 || hoursWeek > mostHoursWeek)) return 'hours-out-of-bounds'
  if (titleOf(kind, facts.titleLiteral) === null) return 'title-unknown'
  return engagement === 'INTERN' ? whyNoIntern(days, intern ?? days) : null
}

function whyNoIntern(days: ContractDays, others: ContractDays): ContractRefusal | null {
  if (days.validTo === openEnd) return 'intern-without-end'
  const [since = days.validFrom] = [days.validFrom, others.validFrom].sort()
  const [, until = days.validTo] = [days.validTo, others.validTo].sort()
  return until > lastInternDay(since) ? 'intern-over-a-year' : null
}

/** The last day on which somebody may be an intern: the eve of the anniversary (实习教练 at most one year). */
export function lastInternDay(since: Day): Day {
  return addDays(monthsLater(since, 12), -1)
}

/** The day of the same date so many months later; where that month is shorter, the first of the next. */
export function monthsLater(day: Day, months: number): Day {
  const since = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const monthAt = (number: number, date: number) => dayOf(Math.floor(number / 12), (number % 12) + 1, date)
  return monthAt(since, Number(day.slice(8))) ?? monthAt(since + 1, 1) ?? day
}

/** Whether two stretches of days, last days included, share a day. One that ends before it begins has none. */
export function shareDays(one: ContractDays, other: ContractDays): boolean {
  if (one.validTo < one.validFrom || other.validTo < other.validFrom) return false
  return one.validFrom <= other.validTo && other.validFrom <= one.validTo
}
