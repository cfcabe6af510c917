import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { clockText, partOfDay, withColon } from './clock-words.ts'
import { ask, reject, warn } from './codes.ts'
import { compact } from './normalise.ts'
import { formatMeans, open } from './opening.ts'

const oneTime = new RegExp(
  `^(${partOfDay})?(\\d{1,2})(?::|点|时)(?:(\\d{2})分?(?::\\d{2})?|(\\d)分|(半)|整)?(am|pm)?$`,
  'i',
)

/** A time of day as 'HH:MM'. */
export function readClock(cell: Cell | undefined): Reading<string> {
  const opening = open<string>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'text') return written(compact(opening.text))
  const means = formatMeans(opening.format)
  const minutes = Math.round((opening.value % 1) * 1440)
  if (means !== 'time' && means !== 'date-time') return reject('clock.not-a-time')
  if (opening.value < 0 || (means === 'time' && opening.value >= 1)) return reject('clock.not-a-time')
  return judge(minutes)
}

function written(typed: string): Reading<string> {
  const { text, remark } = clockText(typed)
  const digits = withColon(text)
  const read = clockOf(digits ?? text)
  const corrected = digits === null ? remark : 'cell.corrected'
  return read.reading === 'accept' && corrected !== null ? warn(read.value, corrected) : read
}

/** One time of day in the digits that clockText makes. */
export function clockOf(text: string): Reading<string> {
  const found = oneTime.exec(text)
  if (found === null) return reject('clock.not-a-time')
  const [, before = '', hours = '', two, one, half, after = ''] = found
  const words = (before + after).toLowerCase()
  const late =
    (/下午|晚|pm/.test(words) && Number(hours) < 12) || (words.includes('中午') && Number(hours) <= 3)
  const hour = Number(hours) + (late ? 12 : 0)
  const minute = half ? 30 : Number(two ?? one ?? 0)
  if (contradicts(words, Number(hours), hour)) return ask('clock.half-day-differs')
  if (hour > 23 || minute > 59 || (/:$/.test(text) && two === undefined)) return reject('clock.not-a-time')
  return judge(hour * 60 + minute)
}

/**
 * 上午14:30 and 中午8:20 say two things. 晚上12点 is midnight, 晚上2点 the small hours and 12:30am half past midnight: no
 * times of a school.
 */
function contradicts(words: string, said: number, hour: number): boolean {
  if (/晚|早|am/.test(words) && said === 12) return true
  if (/晚/.test(words) && said < 5) return true
  if (/中午/.test(words) && (hour < 11 || hour > 15)) return true
  return /上午|早|am/.test(words) && hour > 12 && hour <= 23
}

/** Schools are open from five to ten at night; anything else is more likely a slip for the other half of the day. */
function judge(minutes: number): Reading<string> {
  const text = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return minutes >= 300 && minutes <= 1320 ? accept(text) : warn(text, 'clock.odd-hour')
}
