import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, type CellCode, reject, warn } from './codes.ts'
import { compact, roundBrackets } from './normalise.ts'
import { formatMeans, open } from './opening.ts'

const signs = '一二三四五六日'
const sign = '[一二三四五六日天1-7]'
const prefix = '(?:星期|周|礼拜)'
const english = /\b(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|s|nesday|rsday|r|rs|urday)?\b\.?/g
const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const oneDay = new RegExp(`^(?:${prefix}(${sign})|([一二三四五六日1-7]))$`)
const rangeOfDays = new RegExp(`^(${prefix})?(${sign})[-~至到](${prefix})?(${sign})$`)
/** 三天 and 五日 are no Sundays: without 周 only the days before it stand together. */
const adjacentDays = new RegExp(`^(?:${prefix}([一二三四五六]+[日天]?)|([一二三四五六]{2,6}))$`)

const fixed: [RegExp, number[]][] = [
  [/^(?:工作日|平日|上学日|上课日|教学日|在校日)$/, [1, 2, 3, 4, 5]],
  [/^(?:周末|双休日)$/, [6, 7]],
]

/** Days as people write them: 周一 or 周一、周三; of a whole stretch 周一至周五. */
export function weekdayNames(days: readonly number[]): string {
  const [first = 0] = days
  const last = days.at(-1) ?? 0
  const isStretch = days.length > 2 && days.every((day, at) => day === first + at)
  if (isStretch) return `周${signs[first - 1]}至周${signs[last - 1]}`
  return days.map(day => `周${signs[day - 1]}`).join('、')
}

/** Weekdays of one cell in order, 1 for Monday: 周一, 星期三, 5, 周一、三、五, 周一至周五, Mon. */
export function readWeekdays(cell: Cell | undefined): Reading<number[]> {
  const opening = open<number[]>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return fromNumber(opening.value, opening.format)
  const text = plainDays(opening.text)
  if (/[单双隔][周休]|单双/.test(text) && !/^双休日$/.test(text)) return ask('weekday.fortnight')
  if (/^(?:每天|每日|天天)$/.test(text)) return ask('weekday.every-day', [daysFrom(1, 5), daysFrom(1, 7)])
  const known = fixed.find(([pattern]) => pattern.test(text))
  if (known) return corrected(known[1])
  return listed(text)
}

/** Half width, English names made Chinese, 每 and the marks at the end left out. */
function plainDays(raw: string): string {
  const chinese = raw
    .toLowerCase()
    .replace(english, (_, day: string) => `周${signs[englishDays.indexOf(day)]}`)
  return compact(roundBrackets(chinese).text)
    .replace(/[。.,;、]+$/, '')
    .replace(new RegExp(`[每逢](?=${prefix})`, 'g'), '')
    .replace(new RegExp(`(?<=${prefix}${sign})(?=${prefix})`, 'g'), '、')
}

function listed(text: string): Reading<number[]> {
  const days: number[] = []
  // 1/3 and 1.3 are dates and numbers as often as lists.
  let isDoubtful = /^\d[\d./ +&]+$/.test(text)
  for (const piece of text.split(/[、,;/\n+&. ]|和|及|与/).filter(part => part !== '')) {
    const read = piecesDays(piece)
    if (read === null) return unexplained(text)
    if ('code' in read) return ask(read.code)
    days.push(...read.days)
    isDoubtful ||= read.isDoubtful
  }
  if (days.length === 0) return unexplained(text)
  const unique = [...new Set(days)].sort((one, other) => one - other)
  if (unique.length < days.length) return warn(unique, 'weekday.twice', { weekdays: weekdayNames(unique) })
  return isDoubtful ? corrected(unique) : accept(unique)
}

/** The days of 周一, 周一至周五 or 一三五; bare digits with a dash, and signs written together, are shown again. */
function piecesDays(piece: string): { days: number[]; isDoubtful: boolean } | { code: CellCode } | null {
  const one = oneDay.exec(piece)
  if (one) return { days: [numberOf(one[1] ?? one[2] ?? '')], isDoubtful: false }
  const range = rangeOfDays.exec(piece)
  if (range) {
    const [from, to] = [numberOf(range[2] ?? ''), numberOf(range[4] ?? '')]
    if (from >= to) return { code: 'weekday.backwards' }
    return { days: daysFrom(from, to), isDoubtful: range[1] === undefined && range[3] === undefined }
  }
  const together = adjacentDays.exec(piece)
  const days = Array.from(together?.[1] ?? together?.[2] ?? '', numberOf)
  return isAscending(days) ? { days, isDoubtful: true } : null
}

/** What names a day among other words (周一上午) is the person's to decide; what names none is refused. */
function unexplained(text: string): Reading<number[]> {
  const named = Array.from(text.matchAll(new RegExp(`${prefix}(${sign})`, 'g')), found =>
    numberOf(found[1] ?? ''),
  )
  const digits = /^\d+$/.test(text) ? ascending(text) : null
  const likely = digits ?? [...new Set(named)].sort((one, other) => one - other)
  if (likely.length > 0) return ask('weekday.unclear', [likely])
  return /^\d+$/.test(text) || !new RegExp(sign).test(text)
    ? reject('weekday.not-a-weekday')
    : ask('weekday.unclear')
}

function fromNumber(value: number, format: string): Reading<number[]> {
  const means = formatMeans(format)
  if (means === 'date' || means === 'date-time' || means === 'time') return reject('weekday.is-date')
  if (means !== 'plain') return reject('weekday.not-a-weekday')
  if (Number.isInteger(value) && value >= 1 && value <= 7) return accept([value])
  // 1.3 and 135 are rather lists of days that the spreadsheet took for a number.
  const likely = ascending(String(value).replace('.', ''))
  return likely === null ? reject('weekday.not-a-weekday') : ask('weekday.unclear', [likely])
}

/** The days of digits such as 135; null unless each is a later day than the one before. */
function ascending(digits: string): number[] | null {
  const days = Array.from(digits, Number)
  return isAscending(days) ? days : null
}

/** Two weekdays or more, each later than the one before. */
function isAscending(days: readonly number[]): boolean {
  return days.length > 1 && days.every((day, at) => day >= 1 && day <= 7 && day > (days[at - 1] ?? 0))
}

function corrected(days: number[]): Reading<number[]> {
  return warn(days, 'weekday.corrected', { weekdays: weekdayNames(days) })
}

function numberOf(text: string): number {
  return /\d/.test(text) ? Number(text) : signs.indexOf(text === '天' ? '日' : text) + 1
}

function daysFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
