import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { clockOf } from './clock.ts'
import { bothWithColon, clockText, partOfDay } from './clock-words.ts'
import { ask, type CellCode, reject, warn } from './codes.ts'
import { kindOfHeader } from './kind.ts'
import { compact, roundBrackets } from './normalise.ts'
import { open } from './opening.ts'

export interface ClockRange {
  /** 'HH:MM' */
  from: string
  to: string
  minutes: number
}

interface Parts {
  from: string
  to: string
  /** What was corrected, or how the times were understood. */
  remark: CellCode | null
}

const halfBefore = new RegExp(`^(?:${partOfDay})`, 'i')
const halfNoted = new RegExp(`^\\((${partOfDay})\\)(.+)$|^(.+)\\((${partOfDay})\\)$`, 'i')
const length = /(?:\(共?(\d{1,3})分钟?\)|,?共(\d{1,3})分钟?)$/
const label = /^(第[\d一二三四五六七八]{1,2}节课?|\D+?):?(?=\d)/

/** A span within one day. */
export function readClockRange(cell: Cell | undefined): Reading<ClockRange> {
  const opening = open<ClockRange>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return reject('clock.not-a-time')
  const typed = compact(roundBrackets(opening.text).text).replace(/[。,]$/, '')
  const said = length.exec(typed)
  const parts = partsOf(typed.replace(length, ''))
  if (parts === null) return reject('clock.not-a-time')
  const read = between(parts)
  if (said === null || !('value' in read)) return read
  return read.value.minutes === Number(said[1] ?? said[2]) ? read : ask('clock.length-differs')
}

function partsOf(typed: string): Parts | null {
  const named = withoutLabel(typed.replace(halfNoted, (_, a = '', b = '', c = '', d = '') => a + d + b + c))
  const { text, remark } = clockText(named.text)
  const parts = text
    .replace(/^[从自由]/, '')
    .replace(/[-=]?>|→/, '-')
    .split(/[-~至到]/)
  const [from = '', to = ''] = parts
  if (parts.length !== 2) return null
  const digits = bothWithColon(from, to)
  if (digits) return { from: digits[0], to: digits[1], remark: 'cell.corrected' }
  const hour = /^\d{1,2}$/.test(from) ? (/^\d{1,2}([点时])整?$/.exec(to)?.[1] ?? '') : ''
  return sameHalf({ from: from + hour, to, remark: remark ?? named.remark })
}

/** 大课间9:20-9:50 and 第二节8:50-9:30 say what is held then; any other word before the times is not passed over. */
function withoutLabel(text: string): { text: string; remark: CellCode | null } {
  const found = label.exec(text)
  const name = found?.[1] ?? ''
  if (found === null || !(/^第.+节课?$/.test(name) || kindOfHeader(name) !== null))
    return { text, remark: null }
  return { text: text.slice(found[0].length), remark: 'clock.label-ignored' }
}

/** A part of the day said once holds for both times; 2:30-3:10 without any is no time of night at a school. */
function sameHalf({ from, to, remark }: Parts): Parts {
  const hourOf = (text: string) => Number(/^\D*(\d{1,2})/.exec(text)?.[1] ?? 24)
  const before = halfBefore.exec(from)?.[0] ?? ''
  if (before !== '' && /^\d/.test(to)) return { from, to: before + to, remark }
  const late = /^(?:下午|傍晚|晚上|晚|pm)|pm$/i.test(to)
  if (/^\d.*[^m]$/i.test(from) && late && hourOf(from) <= hourOf(to) && hourOf(to) < 12)
    return { from: `下午${from}`, to, remark }
  if (!/^[1-4]\D/.test(from) || !/^\d/.test(to) || /[ap]m/i.test(from + to)) return { from, to, remark }
  const end = hourOf(to) <= 7 ? hourOf(to) + 12 : hourOf(to)
  if (/^0/.test(to) || end < hourOf(from) + 12) return { from, to, remark }
  return { from: `下午${from}`, to: `下午${to}`, remark: 'clock.read-as-afternoon' }
}

function between(parts: Parts): Reading<ClockRange> {
  const from = clockOf(parts.from)
  const to = clockOf(parts.to)
  if (!('value' in from) || !('value' in to)) return reject('clock.not-a-time')
  const minutes = minutesOf(to.value) - minutesOf(from.value)
  if (minutes <= 0) return ask('clock.backwards')
  const range = { from: from.value, to: to.value, minutes }
  const odd = from.reading === 'warn' || to.reading === 'warn' ? 'clock.odd-hour' : null
  const remark = odd ?? parts.remark
  return remark === null ? accept(range) : warn(range, remark)
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}
