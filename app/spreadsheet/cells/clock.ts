import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, reject, warn } from './codes.ts'
import { compact } from './normalise.ts'
import { formatMeans, open } from './opening.ts'

export interface ClockRange {
  /** 'HH:MM' */
  from: string
  to: string
  minutes: number
}

const oneTime =
  /^(上午|早上|早晨|中午|下午|晚上|am|pm)?(\d{1,2})(?::|点|时)(?:(\d{2})分?(?::\d{2})?|(\d)分|(半)|整|)?(am|pm)?$/i

/** A time of day as 'HH:MM'. */
export function readClock(cell: Cell | undefined): Reading<string> {
  const opening = open<string>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'text') return clockOf(compact(opening.text).replace(/[。,]$/, ''))
  const means = formatMeans(opening.format)
  const minutes = Math.round((opening.value % 1) * 1440)
  if (means !== 'time' && means !== 'date-time') return reject('clock.not-a-time')
  if (opening.value < 0 || (means === 'time' && opening.value >= 1)) return reject('clock.not-a-time')
  return judge(minutes)
}

/** A span within one day. */
export function readClockRange(cell: Cell | undefined): Reading<ClockRange> {
  const opening = open<ClockRange>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return reject('clock.not-a-time')
  const parts = compact(opening.text).split(/[-~至到]/)
  if (parts.length !== 2) return reject('clock.not-a-time')
  const half = /^(上午|下午|晚上|中午|早上)/.exec(parts[0] ?? '')?.[0] ?? ''
  const from = clockOf(parts[0] ?? '')
  const to = clockOf(/^\d/.test(parts[1] ?? '') && half !== '中午' ? half + parts[1] : (parts[1] ?? ''))
  if (!('value' in from) || !('value' in to)) return reject('clock.not-a-time')
  const minutes = minutesOf(to.value) - minutesOf(from.value)
  if (minutes <= 0) return ask('clock.backwards')
  const range = { from: from.value, to: to.value, minutes }
  return from.reading === 'warn' || to.reading === 'warn' ? warn(range, 'clock.odd-hour') : accept(range)
}

function clockOf(text: string): Reading<string> {
  const found = oneTime.exec(text)
  if (found === null) return reject('clock.not-a-time')
  const [, before = '', hours = '', two, one, half, after = ''] = found
  const words = before + after.toLowerCase()
  const late =
    (/下午|晚上|pm/i.test(words) && Number(hours) < 12) || (words.includes('中午') && Number(hours) <= 3)
  // 晚上12点 is midnight, and 12:30am half past it: no time of a school.
  if (/晚上|am/i.test(words) && Number(hours) === 12) return ask('clock.half-day-differs')
  const hour = Number(hours) + (late ? 12 : 0)
  const minute = half ? 30 : Number(two ?? one ?? 0)
  if (hour > 23 || minute > 59 || (/:$/.test(text) && two === undefined)) return reject('clock.not-a-time')
  if (/上午|早|am/i.test(words) && hour > 12) return ask('clock.half-day-differs')
  return judge(hour * 60 + minute)
}

/** Schools are open from five to ten at night; anything else is more likely a slip for the other half of the day. */
function judge(minutes: number): Reading<string> {
  const text = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return minutes >= 300 && minutes <= 1320 ? accept(text) : warn(text, 'clock.odd-hour')
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}
