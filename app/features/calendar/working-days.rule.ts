import { addDays, type Day, weekdayOf } from '#app/calendar-day.ts'

/** What decides which days are worked in the city. */
export interface WorkingWeek {
  /** Days of the State Council's and the city's layers that differ from the plain week. */
  special: ReadonlyMap<Day, 'worked' | 'free'>
  /** The years whose public holidays are known. */
  years: readonly number[]
}

export type CountedDays = { ok: true; from: Day; to: Day } | { ok: false; refusal: 'holidays-unknown' }

export function isWorkingDay(day: Day, special: WorkingWeek['special']): boolean {
  const kind = special.get(day)
  return kind === undefined ? weekdayOf(day) <= 5 : kind === 'worked'
}

/**
 * The first and the last of so many whole working days after a day (at least 1). Refused where the count comes to a year
 * whose holidays are not published: taking it for a year without any would end a time limit too early.
 */
export function workingDaysAfter(after: Day, count: number, { special, years }: WorkingWeek): CountedDays {
  const days: Day[] = []
  for (let day = addDays(after, 1); days.length < count; day = addDays(day, 1)) {
    if (!years.includes(Number(day.slice(0, 4)))) return { ok: false, refusal: 'holidays-unknown' }
    if (isWorkingDay(day, special)) days.push(day)
  }
  return { ok: true, from: days[0] ?? after, to: days.at(-1) ?? after }
}
