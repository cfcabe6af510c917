import { addDays, type Day } from '#app/calendar-day.ts'

/** A term's work is evaluated in its last four weeks or later. */
const evaluationOpensDays = 28

interface Days {
  validFrom: Day
  validTo: Day
}

/** The days of a placement within a term; null where it did not work in the term. */
export function workedDays(term: { firstDay: Day; lastDay: Day }, { validFrom, validTo }: Days): Days | null {
  const from = validFrom > term.firstDay ? validFrom : term.firstDay
  const to = validTo < term.lastDay ? validTo : term.lastDay
  return from > to ? null : { validFrom: from, validTo: to }
}

export type EvaluationState = 'not-worked' | 'too-early' | 'open'

/** Whether a placement may be evaluated for a term by the day. */
export function evaluationState(
  term: { firstDay: Day; lastDay: Day },
  placement: Days,
  today: Day,
): EvaluationState {
  const worked = workedDays(term, placement)
  if (worked === null) return 'not-worked'
  const opens = addDays(worked.validTo, -evaluationOpensDays)
  const isOpen = today >= worked.validFrom && today >= opens
  return isOpen ? 'open' : 'too-early'
}
