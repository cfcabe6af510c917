import { addDays, type Day, dayOf, daysBetween, mondayOf, schoolYearOf } from '#app/calendar-day.ts'
import { chineseNumber } from '#app/spreadsheet/cells/numerals.ts'
import type { ActivityContext } from '../activity-entry.ts'
import { compact } from './board.ts'

/** What a title, a sheet's name or a file's name says of the time that the sheet is about. */
export interface Period {
  year?: number
  month?: { year: number; month: number }
  week?: { monday: Day }
  /** A single day, or the days from one to another. */
  days?: Day[]
  /** The title speaks of another school year or term than the one that is open. */
  isOtherTerm?: boolean
}

const number = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const year = '(?:(20\\d\\d|[二〇零○一二三四五六七八九]{4})[年.\\-/])?'
const range = new RegExp(
  `(?<!\\d)${year}${number}[月.\\-/]${number}[日号]?(?:\\([^()]*\\))?(?:[-—–~～至到]+)${year}(?:${number}[月.\\-/])?${number}[日号]?(?![\\d年学])`,
)
const oneDay = new RegExp(`(?<!\\d)${year}${number}月${number}[日号]`)
const oneDottedDay = /(?<!\d)(20\d\d)[.\-/](\d{1,2})[.\-/](\d{1,2})(?!\d)/
const aMonth = new RegExp(`(?<![\\d第])${year}${number}月`)
const aWeek = new RegExp(`第${number}(?:教学)?周`)
const writtenOn = /(填报|制表|上报|填表|报送|打印|上传|填写)(日期|时间)?:.*$/

/** The period that a text speaks of; dates on which a form was filled in are none. */
export function periodOf(text: string, context: ActivityContext, given: Period = {}): Period {
  const plain = compact(text).replace(writtenOn, '')
  const spokenYear = yearOf(plain) ?? given.year
  const month = monthOf(plain, context, spokenYear)
  const days = daysOf(plain, context, spokenYear ?? month?.year)
  const numbered = weekOf(plain, context, month)
  const week =
    numbered ?? (days && days.length > 1 && isOneWeek(days) ? { monday: mondayOf(days[0]!) } : undefined)
  return {
    ...(spokenYear !== undefined && { year: spokenYear }),
    ...(month && { month }),
    ...(week && { week }),
    ...(days && { days }),
    ...(isOtherTerm(plain, context) && { isOtherTerm: true }),
  }
}

/** The month of a text that names its year too: 2025年6月. */
export function monthIn(text: string): Period['month'] | null {
  const found = aMonth.exec(compact(text).replace(writtenOn, ''))
  const month = found ? numberOf(found[2]) : null
  if (month === null || month < 1 || month > 12 || !/^20\d\d$/.test(found?.[1] ?? '')) return null
  return { year: Number(found?.[1]), month }
}

/** The year in which a month of the school year falls. */
export function yearOfMonth(month: number, schoolYear: number): number {
  return month >= 8 ? schoolYear : schoolYear + 1
}

function yearOf(text: string): number | undefined {
  const found = /(?<!\d)(20\d\d)年/.exec(text) ?? /(?<!\d)(20\d\d)[.\-/]\d{1,2}(?!\d)/.exec(text)
  return found ? Number(found[1]) : undefined
}

function monthOf(text: string, context: ActivityContext, spokenYear: number | undefined) {
  const found = aMonth.exec(text)
  if (!found) return undefined
  const month = numberOf(found[2])
  if (month === null || month < 1 || month > 12) return undefined
  return { year: spokenYear ?? yearOfMonth(month, context.schoolYear), month }
}

function daysOf(text: string, context: ActivityContext, spokenYear: number | undefined): Day[] | undefined {
  const span = range.exec(text)
  if (span) {
    const fromMonth = numberOf(span[2])
    const from = dayIn(span[1], fromMonth, numberOf(span[3]), context, spokenYear)
    const to = dayIn(
      span[4] ?? span[1],
      numberOf(span[5]) ?? fromMonth,
      numberOf(span[6]),
      context,
      spokenYear,
    )
    if (from && to && from <= to && daysBetween(from, to).length <= 31) return daysBetween(from, to)
  }
  const one = oneDay.exec(text) ?? oneDottedDay.exec(text)
  const day = one && dayIn(one[1], numberOf(one[2]), numberOf(one[3]), context, spokenYear)
  return day ? [day] : undefined
}

function dayIn(
  writtenYear: string | undefined,
  month: number | null,
  date: number | null,
  context: ActivityContext,
  spokenYear: number | undefined,
): Day | null {
  if (month === null || date === null) return null
  const ownYear = writtenYear && /^\d+$/.test(writtenYear) ? Number(writtenYear) : spokenYear
  return dayOf(ownYear ?? yearOfMonth(month, context.schoolYear), month, date)
}

/** Weeks are numbered from the term's first Monday; '10月第2周' counts only when both agree. */
function weekOf(text: string, context: ActivityContext, month: Period['month']) {
  const found = aWeek.exec(text)
  const count = found ? numberOf(found[1]) : null
  if (count === null || context.term === null) return undefined
  const monday = addDays(mondayOf(context.term.firstDay), (count - 1) * 7)
  const inMonth = (day: Day) => Number(day.slice(5, 7)) === month?.month
  if (month && !inMonth(monday) && !inMonth(addDays(monday, 6))) return undefined
  return { monday }
}

function isOneWeek(days: Day[]): boolean {
  return mondayOf(days[0]!) === mondayOf(days.at(-1)!)
}

function isOtherTerm(text: string, context: ActivityContext): boolean {
  const years = /(20\d\d)[-—–~～至/](?:20)?(\d\d)学年/.exec(text)
  if (years && Number(years[1]) !== context.schoolYear) return true
  const term = /(第?[一1]学期|上学期|秋季?学期)|(第?[二2]学期|下学期|春季?学期)/.exec(text)
  if (!term || context.term === null) return false
  const isFirst = schoolYearOf(context.term.firstDay) === Number(context.term.firstDay.slice(0, 4))
  return isFirst ? term[2] !== undefined : term[1] !== undefined
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text)
}
