/** A calendar day as text 'YYYY-MM-DD'. Days compare and sort as text; none is ever a JS Date outside this file. */
export type Day = string

/** The last day of what is open-ended: "until further notice" as a day that sorts after every other. */
export const openEnd: Day = '9999-12-31'

const dayMs = 86_400_000

/** Whether the text is a day that exists: '2025-02-29' is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromNumber(numberOfDay(text)) === text
}

/** Days since 1970-01-01. */
export function numberOfDay(day: Day): number {
  return Math.floor(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / dayMs)
}

export function dayFromNumber(number: number): Day {
  const time = new Date(number * dayMs)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 10)
}

export function dayOf(year: number, month: number, date: number): Day | null {
  const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(day) ? day : null
}

export function addDays(day: Day, count: number): Day {
  return dayFromNumber(numberOfDay(day) + count)
}

/** The same date some years later; 29 February becomes 1 March where there is none. */
export function addYears(day: Day, count: number): Day {
  const [year, month, date] = [Number(day.slice(0, 4)) + count, Number(day.slice(5, 7)), Number(day.slice(8))]
  return dayOf(year, month, date) ?? addDays(dayOf(year, month, date - 1) ?? day, 1)
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((numberOfDay(day) + 3) % 7) + 1
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let number = numberOfDay(from); number <= numberOfDay(to); number += 1)
    days.push(dayFromNumber(number))
  return days
}

/** The start year of the day's school year (1 September to 31 August): 2025 for 2026-03-01. */
export function schoolYearOf(day: Day): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '09-01' ? year : year - 1
}

/** The day in the city (UTC+8, no summer time) at an instant. */
function dayInCity(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Today in the city. Only pages, scripts and jobs call it; everything else is told. */
export function today(): Day {
  return dayInCity(new Date())
}

/** An instant as UTC text 'YYYY-MM-DD HH:MM:SS.mmm', the same on both databases. */
export function instantOf(date: Date): string {
  return date.toISOString().replace('T', ' ').replace('Z', '')
}

/** Seconds from one instant (UTC text) to another. */
export function secondsBetween(from: string, to: string): number {
  const at = (instant: string) => Date.parse(`${instant.replace(' ', 'T')}Z`)
  return (at(to) - at(from)) / 1000
}

export function now(): string {
  return instantOf(new Date())
}

/** The UTC text of an instant as the city reads it: 'YYYY-MM-DD HH:MM'. */
export function inCity(instant: string): string {
  const time = new Date(`${instant.replace(' ', 'T')}Z`).getTime() + 8 * 3_600_000
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ')
}

/** The instant that the city calls 'YYYY-MM-DD HH:MM', with a blank or a T between; null for no such minute. */
export function instantInCity(text: string): string | null {
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})$/.exec(text) ?? []
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59) return null
  return instantOf(new Date(`${day}T${hour}:${minute}:00+08:00`))
}
