import { chineseNumber, numeralSigns } from './numerals.ts'

/** One day as written, before the calendar is asked. */
export interface WrittenDay {
  year: number | null
  month: number | null
  day: number
  weekday: number | null
  /** The way of writing is unusual: shown to the person. */
  odd: boolean
  /** '1/9/2025': day first or month first. */
  order: 'known' | 'unknown'
}

/** Days and ranges of a cell, in the order in which they stand. */
export type WrittenDays = { from: WrittenDay; to: WrittenDay | null }[]

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const weekdays = '一二三四五六日'
const weekdayWord = '(?:星期|周|礼拜)([一二三四五六日天1-7])'
const bracketed = new RegExp(`\\((?:${weekdayWord}|([一二三四五六日天]))\\)`)
const loose = /(?:星期|周|礼拜)(?:([一二三四五六日天])|([1-7])(?!\d))/
const englishDay = /\(?\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b[.,]?\)? ?/

/**
 * The days that a text writes; null when it follows no known pattern. `text` is normalised, in lower case, with round
 * brackets and without the time of day.
 */
export function parseDays(text: string): WrittenDays | null {
  const plain = spelledOut(text)
  const single = parseDay(plain, null)
  if (single) return [{ from: single, to: null }]
  const groups: WrittenDays = []
  let last: WrittenDay | null = null
  const pieces = plain.split(/[、,;\n]|和|及/)
  const glued = pieces.length === 1 && neighbours.test(plain)
  if (glued) pieces.splice(0, 1, ...plain.split(/ |(?<=[日号])(?=\d)/))
  for (const piece of pieces) {
    const group = parseGroup(piece.trim(), last)
    if (group === null) return null
    groups.push(glued ? { ...group, from: { ...group.from, odd: true } } : group)
    last = group.to ?? group.from
  }
  return groups.length > 31 ? null : groups
}

function parseGroup(text: string, last: WrittenDay | null): WrittenDays[number] | null {
  const single = parseDay(text, last)
  if (single) return { from: single, to: null }
  // A dash may also stand inside a day: every place where the text can be cut is tried, and only one may fit.
  const cuts: WrittenDays = []
  for (const { index, 0: sign } of text.matchAll(/ ?(?:至|到|~|-) ?/g)) {
    const from = parseDay(text.slice(0, index), last)
    const to = from && parseDay(text.slice(index + sign.length), from)
    if (!from || !to) continue
    const dashed = sign.includes('-') && /-/.test(text.slice(0, index) + text.slice(index + sign.length))
    cuts.push({ from: { ...from, odd: from.odd || dashed }, to })
  }
  return cuts.length === 1 ? (cuts[0] ?? null) : null
}

const spelled = new RegExp(`([${numeralSigns}]+)(?=[年月日号])`, 'g')

/** 二〇二五年九月一日 in digits. */
function spelledOut(text: string): string {
  return text
    .replace(/(?<=[一二三四五六七八九])0(?=[一二三四五六七八九])/g, '〇')
    .replace(spelled, (whole, sign: string) => {
      const value = chineseNumber(sign)
      return value === null ? whole : String(value)
    })
}

/** 9.1 9.2, 9月1日9月2日, 2025-09-01 2025-09-02: nothing but a space between the days, or not even that. */
const neighbours =
  /^(?:\d{1,2}\.\d{1,2} \d{1,2}\.|\d{1,2}月\d{1,2}[日号] ?\d{1,2}月|\d{4}([-/.])\d{1,2}\1\d{1,2} \d{4}\1)/

type Reader = (match: RegExpExecArray, last: WrittenDay | null) => Partial<WrittenDay> & { day: number }

const patterns: [RegExp, Reader][] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, m => ymd(m[1], m[3], m[4])],
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})[日号]$/, m => ymd(m[1], m[3], m[4])],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/, m => ymd(m[1], m[2], m[3])],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})$/, (m, last) => ({ ...ymd(m[1], m[2], m[3]), odd: last === null })],
  [
    /^(\d{4})[-/.。年 _|\\·,、]{1,2}(\d{1,2})[-/.。月 _|\\·,、]{1,2}(\d{1,2})[日号]?$/,
    m => ({ ...ymd(m[1], m[2], m[3]), odd: true }),
  ],
  [/^(20\d{2})(\d{2})(\d{2})$/, m => ymd(m[1], m[2], m[3])],
  [/^(2\d)(\d{2})(\d{2})$/, m => ({ ...ymd(`20${m[1]}`, m[2], m[3]), odd: true })],
  [/^'?(2\d)([-/.])(\d{1,2})\2(\d{1,2})$/, m => ({ ...ymd(`20${m[1]}`, m[3], m[4]), odd: true })],
  [/^'?(2\d)年(\d{1,2})月(\d{1,2})[日号]?$/, m => ({ ...ymd(`20${m[1]}`, m[2], m[3]), odd: true })],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/, m => dayOrMonthFirst(Number(m[1]), Number(m[3]), Number(m[4]))],
  [/^(\d{1,2})月(\d{1,2})[日号]$/, (m, last) => md(m[1], m[2], last)],
  [/^(\d{1,2})月(\d{1,2})$/, (m, last) => ({ ...md(m[1], m[2], last), odd: last === null })],
  [/^(\d{1,2})\.(\d{1,2})$/, (m, last) => md(m[1], m[2], last)],
  [/^(\d{1,2})\.(\d{1,2})[日号]$/, (m, last) => ({ ...md(m[1], m[2], last), odd: true })],
  [/^(\d{1,2})[-/。](\d{1,2})[日号]?$/, (m, last) => ({ ...md(m[1], m[2], last), odd: !last?.year })],
  [/^(0[1-9]|1[0-2])(\d{2})$/, (m, last) => ({ ...md(m[1], m[2], last), odd: true })],
  [
    /^(\d{1,2})[日号]$/,
    (m, last) => ({ year: last?.year ?? null, month: last?.month ?? null, day: Number(m[1]) }),
  ],
  [
    /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?: gmt.*)?$/,
    m => english(m[1], m[2], m[3]),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[- ]([a-z]{3})[a-z]*\.?(?:[-, ]+(\d{4}|2\d))?$/,
    m => english(m[2], m[1], m[3]),
  ],
]

function parseDay(raw: string, last: WrittenDay | null): WrittenDay | null {
  const { text, weekday } = withoutWeekday(raw)
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(text)
    if (found === null) continue
    const written = read(found, last)
    if (written.month === -1) return null
    return { year: null, month: null, odd: false, order: 'known', weekday, ...written }
  }
  // After a day that names its month, a bare number is a day of that month: 9月1、2、3日, 9.1-5.
  if (last?.month && /^\d{1,2}$/.test(text))
    return { year: last.year, month: last.month, day: Number(text), weekday, odd: true, order: 'known' }
  return null
}

function withoutWeekday(raw: string): { text: string; weekday: number | null } {
  const found = bracketed.exec(raw) ?? loose.exec(raw)
  if (found) {
    const rest = raw
      .replace(found[0], ' ')
      .replace(/^[ ,]+|[ ,]+$/g, '')
      .replace(/^\((.*)\)$/, '$1')
      .trim()
    return { text: rest.replace(/ +/g, ' '), weekday: weekdayNumber(found[1] ?? found[2] ?? '') }
  }
  const name = englishDay.exec(raw)
  if (name === null) return { text: raw.trim(), weekday: null }
  const weekday = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(name[1] ?? '') + 1
  return { text: raw.replace(name[0], '').trim(), weekday }
}

/** 1 for 一 or '1', 7 for 日, 天 or '7'; 0 when it is none. */
export function weekdayNumber(sign: string): number {
  if (/[1-7]/.test(sign)) return Number(sign)
  return sign === '天' ? 7 : weekdays.indexOf(sign) + 1
}

function ymd(year: string | undefined, month: string | undefined, day: string | undefined) {
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function md(month: string | undefined, day: string | undefined, last: WrittenDay | null) {
  const number = Number(month)
  // 2025.12.29至1.3 crosses the year.
  const year = last?.year && last.month !== null && number < last.month ? last.year + 1 : (last?.year ?? null)
  return { year, month: number, day: Number(day) }
}

function dayOrMonthFirst(a: number, b: number, year: number): Partial<WrittenDay> & { day: number } {
  if (a > 12) return { year, month: b, day: a, odd: true }
  if (b > 12) return { year, month: a, day: b, odd: true }
  return { year, month: b, day: a, odd: true, order: a === b ? 'known' : 'unknown' }
}

function english(month: string | undefined, day: string | undefined, year: string | undefined) {
  const number = months.indexOf(month ?? '') + 1
  const full = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year)
  return { year: full, month: number === 0 ? -1 : number, day: Number(day), odd: true }
}
