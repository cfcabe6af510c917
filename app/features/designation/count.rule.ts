import type { Day } from '#app/calendar-day.ts'
import type { DesignationLevel } from '#db/tables.ts'
import { isAtLeast } from './level.rule.ts'

/** Which titles count towards the target, from a day on (notice item 8; domain.md 16.2). */
export interface CountRule {
  validFrom: Day
  leastLevel: DesignationLevel
  /** Distinct schools that the city is to have. */
  target: number
  /** Days of team training among the last school days that a living title needs. */
  teamDays: number
  source: string
}

/** The rule of a day; the first one where the day is before all of them. */
export function countRuleOn(rules: readonly CountRule[], day: Day): CountRule | undefined {
  const inOrder = [...rules].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
  return inOrder.findLast(rule => rule.validFrom <= day) ?? inOrder[0]
}

/** Days, the last included. */
interface Days {
  validFrom: Day
  validTo: Day
}

/** A title with all that decides on which days it counts. */
export interface Title extends Days {
  id: string
  schoolId: string
  level: DesignationLevel
  sport: string
  /** Days on which it is suspended. */
  suspensions: readonly Days[]
  /** The school's own days; `closedOn` is the first on which it is no longer open. */
  openedOn: Day
  closedOn: Day
}

/**
 * Whether a title holds on a day: named, not run out, not ended, not suspended, and its school is open. What has run out
 * leaves the count by itself, without anybody striking it off.
 */
export function holdsOn(title: Title, day: Day): boolean {
  const isWithin = ({ validFrom, validTo }: Days) => validFrom <= day && day <= validTo
  return isWithin(title) && title.openedOn <= day && day < title.closedOn && !title.suspensions.some(isWithin)
}

/** The titles that count towards the target on a day. */
export function countedOn<T extends Title>(titles: readonly T[], rule: CountRule, day: Day): T[] {
  return titles.filter(title => isAtLeast(title.level, rule.leastLevel) && holdsOn(title, day))
}

/** How many schools hold a title that counts: a school counts once, whatever it holds. */
export function schoolsOf(titles: readonly { schoolId: string }[]): number {
  return new Set(titles.map(title => title.schoolId)).size
}

/** Schools by a trait of their titles, e.g. unit or sport; a school is in each group that one of its titles is in. */
export function schoolsBy<T extends { schoolId: string }>(
  titles: readonly T[],
  groupsOf: (title: T) => readonly string[],
): Map<string, number> {
  const groups = new Map<string, Set<string>>()
  for (const title of titles)
    for (const group of groupsOf(title))
      groups.set(group, (groups.get(group) ?? new Set()).add(title.schoolId))
  return new Map([...groups].map(([group, schools]) => [group, schools.size]))
}

export interface TrajectoryPoint {
  day: Day
  schools: number
  target: number
}

/** The count on each of the days, as the titles of today say: after today, what is left when nothing is renewed. */
export function trajectoryOf(
  titles: readonly Title[],
  rules: readonly CountRule[],
  days: readonly Day[],
): TrajectoryPoint[] {
  return days.map(day => {
    const rule = countRuleOn(rules, day)
    if (rule === undefined) return { day, schools: 0, target: 0 }
    return { day, schools: schoolsOf(countedOn(titles, rule, day)), target: rule.target }
  })
}

/** The schools that leave the count between a day and another one because their last title that counts runs out. */
export function leavingUntil<T extends Title>(
  titles: readonly T[],
  rule: CountRule,
  { from, until }: { from: Day; until: Day },
): T[] {
  const staying = new Set(countedOn(titles, rule, until).map(title => title.schoolId))
  return countedOn(titles, rule, from)
    .filter(title => !staying.has(title.schoolId) && title.validTo < until)
    .sort((one, other) => (one.validTo < other.validTo ? -1 : 1))
}

/** Why a title is hollow: nothing was logged, too little, or no team trained. */
export type WhyHollow =
  | { code: 'no-logs' }
  | { code: 'few-logs'; days: number }
  | { code: 'no-team'; days: number }

/** What was logged of a title's sport at its school, on the best stage, over the last school days. */
export interface Practice {
  loggedDays: number
  teamDays: number
}

/** Whether the sport is really done: logged on enough of the last school days, and a team trained. */
export function whyHollow(
  { loggedDays, teamDays }: Practice,
  least: { loggedDays: number; teamDays: number },
): WhyHollow[] {
  const why: WhyHollow[] = []
  if (loggedDays === 0 && least.loggedDays > 0) why.push({ code: 'no-logs' })
  else if (loggedDays < least.loggedDays) why.push({ code: 'few-logs', days: loggedDays })
  if (teamDays < least.teamDays) why.push({ code: 'no-team', days: teamDays })
  return why
}
