import { addDays, type Day, dayFromNumber, dayOf, mondayOf, numberOfDay } from '#app/calendar-day.ts'
import type { DayRange } from '#app/features/activity/class-roster.rule.ts'
import type { Term } from '#app/features/calendar/calendar.rule.ts'

export const periodKinds = ['day', 'week', 'month', 'term'] as const

export type PeriodKind = (typeof periodKinds)[number]

/** A stretch of days that people ask for, and the days by which they reach the one before and the one after. */
export interface Period extends DayRange {
  kind: PeriodKind
  /** The term's id, where the period is a term. */
  termId: string | null
  before: Day
  after: Day
}

/** The period of a kind in which the day lies. Between two terms the term that ended last is meant. */
export function periodOf(kind: PeriodKind, day: Day, terms: readonly Term[]): Period {
  if (kind === 'term') return termPeriod(day, terms)
  const range = rangeOf(kind, day)
  return { ...range, kind, termId: null, before: addDays(range.from, -1), after: addDays(range.to, 1) }
}

/** The part of a period that has come: what lies ahead is not missing yet. Null when all of it lies ahead. */
export function elapsedPart(period: DayRange, today: Day): DayRange | null {
  if (period.from > today) return null
  return { from: period.from, to: period.to < today ? period.to : today }
}

function rangeOf(kind: Exclude<PeriodKind, 'term'>, day: Day): DayRange {
  if (kind === 'day') return { from: day, to: day }
  if (kind === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
  const from = `${day.slice(0, 7)}-01`
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const next = dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? from
  return { from, to: dayFromNumber(numberOfDay(next) - 1) }
}

function termPeriod(day: Day, terms: readonly Term[]): Period {
  const begun = terms.filter(term => term.firstDay <= day)
  const term = begun[begun.length - 1] ?? terms[0]
  if (term === undefined) return { ...periodOf('month', day, terms) }
  const at = terms.indexOf(term)
  return {
    kind: 'term',
    from: term.firstDay,
    to: term.lastDay,
    termId: term.id,
    before: terms[at - 1]?.firstDay ?? term.firstDay,
    after: terms[at + 1]?.firstDay ?? term.lastDay,
  }
}
