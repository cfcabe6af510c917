import { addDays, type Day, dayOf, daysBetween, schoolYearOf, weekdayOf } from '#app/calendar-day.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, type CellCode, reject, warn } from './codes.ts'
import type { WrittenDay, WrittenDays } from './date-parser.ts'

/** What the calendar says of a day. */
export type DayKind =
  | 'school_day'
  | 'weekend'
  | 'holiday'
  | 'makeup'
  | 'vacation'
  | 'season_break'
  | 'exam'
  | 'suspended'

export interface DateContext {
  today: Day
  term: { firstDay: Day; lastDay: Day } | null
  /** From the sheet's name or title, for cells that hold only a day of the month. */
  month?: { year: number; month: number }
  /** For cells that hold only a weekday. */
  week?: { monday: Day }
  date1904?: boolean
  dayKindOf?: (day: Day) => DayKind
}

/** A year-less day may lie this far ahead of today without a word: schools fill in the coming week. */
const daysAhead = 14
/** Longer ranges are no single entry of a log. */
const longestRange = 31

/** What days as they are written mean in the calendar: a range gives its school days only. */
export function judge(groups: WrittenDays, context: DateContext, noticed: CellCode[]): Reading<Day[]> {
  const days: Day[] = []
  const corrections = [...noticed]
  for (const { from, to } of groups) {
    const first = resolve(from, context, corrections)
    if (typeof first !== 'string') return first
    if (to === null) {
      days.push(first)
      continue
    }
    const end = to.year === null && to.month !== null ? { ...to, year: yearAfter(first, to.month) } : to
    const last = resolve(end, context, corrections)
    if (typeof last !== 'string') return last
    if (last < first) return ask('date.range-backwards')
    const all = daysBetween(first, last)
    if (all.length > longestRange) return ask('date.range-long', undefined, { most: longestRange })
    const open = all.filter(day => isSchoolDay(day, context))
    if (open.length === 0) return ask('date.range-empty')
    if (open.length < all.length) corrections.push('date.range-skips')
    days.push(...open)
  }
  const unique = [...new Set(days)].sort()
  if (unique.length < days.length) corrections.push('date.twice')
  return verdict(unique, context, corrections)
}

function yearAfter(first: Day, month: number): number {
  const year = Number(first.slice(0, 4))
  return month < Number(first.slice(5, 7)) ? year + 1 : year
}

function resolve(written: WrittenDay, context: DateContext, corrections: CellCode[]): Day | Reading<Day[]> {
  if (written.order === 'unknown' && written.year !== null && written.month !== null) {
    const both = [
      dayOf(written.year, written.month, written.day),
      dayOf(written.year, written.day, written.month),
    ]
    return ask(
      'date.order',
      both.flatMap(day => (day ? [[day]] : [])),
    )
  }
  if (written.month === null && context.month)
    return resolve({ ...written, ...context.month }, context, corrections)
  if (written.month === null) return ask('date.no-month')
  const day = dayIn(written, context)
  if (day === null) return reject('date.no-such-day')
  if (written.odd) corrections.push('date.corrected')
  if (written.weekday !== null && weekdayOf(day) !== written.weekday) {
    const before = dayOf(Number(day.slice(0, 4)) - 1, written.month, written.day)
    if (written.year === null && before && weekdayOf(before) === written.weekday)
      return ask('date.old-weekday', [[day], [before]])
    corrections.push('date.weekday-differs')
  }
  if (written.year !== null) return day
  const unsure = unsureYear(day, context)
  if (unsure === 'ask') return ask('date.year-unclear', [[day]])
  if (unsure === 'warn') corrections.push('date.ahead')
  return day
}

/** The day in its own year, or in the school year of the term. */
export function dayIn({ year, month, day }: WrittenDay, context: DateContext): Day | null {
  if (month === null) return null
  const start = schoolYearOf(context.term?.firstDay ?? context.today)
  return dayOf(year ?? (month >= 9 ? start : start + 1), month, day)
}

function unsureYear(day: Day, { today, term }: DateContext): 'ask' | 'warn' | null {
  const ahead = day > addDays(today, daysAhead)
  if (term) return day < term.firstDay || day > term.lastDay ? 'ask' : ahead ? 'warn' : null
  return ahead ? 'ask' : null
}

function isSchoolDay(day: Day, { dayKindOf }: DateContext): boolean {
  const kind = dayKindOf?.(day) ?? (weekdayOf(day) > 5 ? 'weekend' : 'school_day')
  return kind === 'school_day' || kind === 'makeup'
}

/** Days of another school year are asked about or refused; days without school are shown. */
export function verdict(days: Day[], context: DateContext, corrections: CellCode[]): Reading<Day[]> {
  const start = schoolYearOf(context.term?.firstDay ?? context.today)
  for (const day of days) {
    const apart = schoolYearOf(day) - start
    if (Math.abs(apart) > 1) return reject('date.other-year')
    const eve = day >= `${start}-08-01` && apart === -1
    if (apart !== 0 && !eve) return ask('date.other-year', [days])
  }
  const closed = days.filter(day => !isSchoolDay(day, context))
  const [correction] = closed.length > 0 ? (['date.no-school'] as const) : corrections
  return correction
    ? warn(days, correction, { days: (closed.length > 0 ? closed : days).slice(0, 5).join('、') })
    : accept(days)
}
