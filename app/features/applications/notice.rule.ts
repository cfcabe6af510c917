import { addDays, type Day, weekdayOf } from '#app/calendar-day.ts'

/** Working days for which the names of those to be engaged are shown (江苏省办法; 盐城 2016). */
export const noticeDays = 7

/** Days of the State Council's and the city's layers that differ from the plain week. */
export type WorkingDays = ReadonlyMap<Day, 'worked' | 'free'>

export function isWorkingDay(day: Day, special: WorkingDays): boolean {
  const kind = special.get(day)
  return kind === undefined ? weekdayOf(day) <= 5 : kind === 'worked'
}

/** First and last day of a notice that is put up on a day: seven whole working days, from the next one on. */
export function noticeOf(putUpOn: Day, special: WorkingDays): { from: Day; to: Day } {
  const days: Day[] = []
  for (let day = addDays(putUpOn, 1); days.length < noticeDays; day = addDays(day, 1))
    if (isWorkingDay(day, special)) days.push(day)
  return { from: days[0] ?? putUpOn, to: days.at(-1) ?? putUpOn }
}
