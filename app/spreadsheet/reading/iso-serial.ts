import { numberOfDay } from '#app/calendar-day.ts'

const epoch1900 = 25_569
const epoch1904 = 24_107

/** The workbook's number for an ISO date, time or both, as strict workbooks and XML tables write them. */
export function serialOf(text: string, date1904: boolean): number | undefined {
  const match = /^(?:(\d{4}-\d{2}-\d{2})T?)?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(text.trim())
  if (match === null || text.trim() === '') return undefined
  const [, day, hours = '0', minutes = '0', seconds = '0'] = match
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
  return day === undefined ? time : numberOfDay(day) + (date1904 ? epoch1904 : epoch1900) + time
}
