import { addDays, type Day, dayFromNumber, dayOf, numberOfDay, weekdayOf } from '#app/calendar-day.ts'
import type { Cell } from '../grid.ts'
import { blank, type Reading } from '../reading.ts'
import { ask, type CellCode, reject, warn } from './codes.ts'
import { parseDays, type WrittenDays, weekdayNumber } from './date-parser.ts'
import { type DateContext, dayIn, judge, verdict } from './judge-days.ts'
import { normalise, roundBrackets } from './normalise.ts'
import { chineseNumber } from './numerals.ts'
import { formatMeans, open } from './opening.ts'

/**
 * One day, a list of days or a range of days. A range gives its school days only and says so when it leaves days out;
 * a single day that is no school day is taken with a warning. A day without a year is looked for in the school year.
 */
export function readDates(cell: Cell | undefined, context: DateContext): Reading<Day[]> {
  const opening = open<Day[]>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return fromNumber(opening.value, opening.format, context)
  return fromText(opening.text, context)
}

/** The commonest spellings need no tidying. */
const plainly = /^(?:20\d\d-\d\d?-\d\d?|20\d\d\/\d\d?\/\d\d?|(?:20\d\d年)?\d\d?月\d\d?日)$/

/** 8:30, 08时30分 or 上午8:30 behind a day. */
const timeOfDay =
  /(?:[ t]|(?<=\d)(?=[上下])|[日号]) ?(?:上午|下午|早上|中午)?(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|[时点](?:[0-5]?\d分?)?)(?=$| gmt)/

function fromText(raw: string, context: DateContext): Reading<Day[]> {
  const plain = plainly.test(raw) ? parseDays(raw) : null
  if (plain) return judge(plain, context, [])
  const instant = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(z|[+-]\d{2}:?\d{2})$/i.exec(
    raw,
  )
  if (instant) return fromInstant(instant, context)
  const round = roundBrackets(raw)
    .text.toLowerCase()
    .replace(/\s*[。,;、!.]+$/, '')
  const text = round.replace(
    timeOfDay,
    time => /^[日号上下早中]/.exec(time.trim())?.[0].replace(/上|下|早|中/, '') ?? '',
  )
  if (/^(?:1900[-/.]0?1[-/.]0{1,2}|1899[-/.]12[-/.]3[01]|0000[-/.]00[-/.]00)$/.test(text)) return blank
  if (/^20[12]\d(?:0[1-9]|1[0-2])$/.test(text)) return ask('date.no-day')
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return fromSerial(Number(text), context, true)
  const half = /^(.*[日号\d)]) ?\(?(?:上午|下午|早上|中午|全天)\)?$/.exec(text)
  const { rest, week, remark } = withoutRemark(tidied(half?.[1] ?? text))
  const tidy = rest
  const weekday =
    /^(?:第(?:\d{1,2}|[一二三四五六七八九十]{1,3})周)?\(?(?:星期|周|礼拜)([一二三四五六日天1-7])\)?$/.exec(
      tidy,
    )
  if (weekday) return fromWeekday(tidy, weekdayNumber(weekday[1] ?? ''), context)
  const groups = parseDays(tidy) ?? dayOnly(tidy, context)
  if (groups === null) return unexplained(tidy)
  const noticed: CellCode[] = half ? ['date.half-day-ignored'] : week || remark ? ['date.corrected'] : []
  const days = judge(groups, context, noticed)
  return week !== null && 'value' in days ? inWeek(days, week, context) : days
}

/** Spaces mean nothing beside 年月日, dashes and brackets; a weekday range after a range only repeats it. */
function tidied(text: string): string {
  return normalise(text)
    .replace(/(?<=\d月)(\d{1,2}(?:[、,~至到-]\d{1,2})+)(?=[日号]$)/, days =>
      days.replace(/\d+(?!\d|$)/g, '$&日'),
    )
    .replace(/^'(?=\d{4})/, '')
    .replace(/\((?:调休|补课|补班|调休补课|调休上班)\)$/, '')
    .replace(/ *([年月日号()~至到]) */g, '$1')
    .replace(/(?<=\d) *([-/.]) *(?=\d)/g, '$1')
    .replace(/\((?:周|星期)一(?:至|到|~|-)(?:周|星期)?五\)$/, '')
    .replace(/^(?:日期|时间):/, '')
}

/** A bracketed word of weather or lesson beside a day, or the week that it lies in, leaves the day clear. */
function withoutRemark(text: string): { rest: string; week: number | null; remark: boolean } {
  const week = /^第(\d{1,2}|[一二三四五六七八九十]{1,3})周[ ,:]*(?=[(\d]|(?:星期|周).*\d)/.exec(text)
  const body = text.slice(week?.[0].length ?? 0).replace(week ? /^\(([^()]+)\)$/ : /^$/, '$1')
  const rest = body.replace(remarkBehind, '')
  return { rest, week: week && weekNumber(week[1] ?? ''), remark: rest !== body }
}

const remarkBehind =
  /(?<=[日号\d)])(?:\((?:雨|雨天|小雨|大雨|晴|阴|多云|晴天|阴天|上班|上课|补课日|补班日|正常|正常上课|开学|早操|体育课|大课间)\)|补课?|补班|每天|每日)$/

function weekNumber(text: string): number {
  return /^\d/.test(text) ? Number(text) : (chineseNumber(text) ?? 0)
}

/** Week 1 of the term is the one in which it begins. */
function mondayOf(week: number, { term }: DateContext): Day | null {
  if (term === null || week < 1 || week > 30) return null
  return addDays(term.firstDay, 1 - weekdayOf(term.firstDay) + (week - 1) * 7)
}

/** Days beside 第3周 must lie in it. */
function inWeek(days: Reading<Day[]> & { value: Day[] }, week: number, context: DateContext): Reading<Day[]> {
  const monday = mondayOf(week, context)
  const fits = monday === null || days.value.every(day => day >= monday && day <= addDays(monday, 6))
  return fits ? days : ask('date.week-differs', [days.value])
}

/** No pattern fits. Words may mean a day that only the person knows; digits that form none are a slip. */
function unexplained(text: string): Reading<Day[]> {
  if (/\d[ol]|[ol][\d月日]/.test(text)) return reject('date.not-a-date')
  if (/^\d{4}(?:[-/.]\d{1,2}|年\d{1,2}月份?)$|^\d{1,2}月份?$/.test(text)) return ask('date.no-day')
  if (/^\d{1,2}[日号]?$/.test(text)) return ask('date.no-month')
  if (/\d+[a-z]|[a-z]\d/.test(text) && !/\d(?:st|nd|rd|th)/.test(text)) return reject('date.not-a-date')
  if (/^[\d\s.,/\-~、;年月日号]+$/.test(text)) return ask('date.unclear')
  return /\p{Script=Han}/u.test(text) ? ask('date.unclear') : reject('date.not-a-date')
}

/** '5日' or '5' where the sheet names the month. */
function dayOnly(text: string, { month }: DateContext): WrittenDays | null {
  const found = /^(\d{1,2})[日号]?(?:\((?:周|星期)?([一二三四五六日天])\))?$/.exec(text)
  if (month === undefined || found === null) return null
  const weekday = found[2] === undefined ? null : weekdayNumber(found[2])
  return [{ from: { ...month, day: Number(found[1]), weekday, odd: false, order: 'known' }, to: null }]
}

function fromWeekday(text: string, weekday: number, context: DateContext): Reading<Day[]> {
  const week = /^第(\d{1,2}|[一二三四五六七八九十]{1,3})周/.exec(text)
  const named = week && mondayOf(weekNumber(week[1] ?? ''), context)
  if (named) {
    const day = addDays(named, weekday - 1)
    const term = context.term
    if (term && (day < term.firstDay || day > term.lastDay)) return ask('date.weekday-only')
    return context.week && context.week.monday !== named
      ? ask('date.week-differs', [[day], [addDays(context.week.monday, weekday - 1)]])
      : verdict([day], context, ['date.corrected'])
  }
  if (context.week === undefined || week) return ask('date.weekday-only')
  return verdict([addDays(context.week.monday, weekday - 1)], context, [])
}

/** Broken exports write city midnight as the evening before in UTC, some 43 seconds early. */
function fromInstant(found: RegExpExecArray, context: DateContext): Reading<Day[]> {
  const [, day = '', hour, minute, second = '0', zone = ''] = found
  if (dayOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))) === null)
    return reject('date.no-such-day')
  const minutes = Number(hour) * 60 + Number(minute)
  if (Number(hour) > 23 || Number(minute) > 59) return reject('date.not-a-date')
  if (!/^z$/i.test(zone))
    return /^\+08:?00$/.test(zone) ? verdict([day], context, []) : ask('date.other-zone', [[day]])
  if (minutes === 0 && Number(second) === 0) return verdict([day], context, [])
  const inCity = minutes + 8 * 60 >= 24 * 60 - 1 ? addDays(day, 1) : day
  return verdict([inCity], context, ['date.instant'])
}

function fromNumber(value: number, format: string, context: DateContext): Reading<Day[]> {
  const means = formatMeans(format)
  if (means === 'percent' || means === 'money') return reject('date.not-a-date')
  if (means === 'date' || means === 'date-time') return fromSerial(value, context, false)
  if (means === 'time') return value < 1 ? reject('date.not-a-date') : fromSerial(value, context, true)
  if (Number.isInteger(value) && (sixDigits(value) || (value >= 19_000_101 && value <= 29_991_231)))
    return fromText(String(value), context)
  if (value >= 30_000 && value < 80_000) return fromSerial(value, context, true)
  if (Number.isInteger(value) && context.month && value >= 1 && value <= 31)
    return fromText(String(value), context)
  if (value <= 0) return value === 0 ? blank : reject('date.not-a-date')
  // Two decimals lose nothing: 9.15 was 9.15.
  if (/^\d{1,2}\.\d[1-9]$/.test(String(value))) return withCorrection(fromText(String(value), context))
  // 9.1 stored as a number may have been 9.10, 2025.1 may be October.
  const written = parseDays(String(value)) ?? []
  const tenth = parseDays(`${value}0`) ?? []
  const likely = [...written, ...(/\.\d$/.test(String(value)) ? tenth : [])].flatMap(
    ({ from }) => dayIn(from, context) ?? [],
  )
  return ask(
    'date.number',
    [...new Set(likely)].map(day => [day]),
  )
}

/** 250901, or 202509 without its day. */
function sixDigits(value: number): boolean {
  return value >= 200_101 && value <= 291_231
}

function withCorrection(days: Reading<Day[]>): Reading<Day[]> {
  return days.reading === 'accept'
    ? warn(days.value, 'date.corrected', { days: days.value.join('、') })
    : days
}

function fromSerial(value: number, context: DateContext, odd: boolean): Reading<Day[]> {
  const serial = Math.floor(value + 1e-9)
  if (!context.date1904 && (serial === 0 || (serial < 0 && serial > -2))) return blank
  if (serial < 0 || (serial <= 60 && !context.date1904)) return reject('date.other-year')
  const day = dayFromNumber(serial + numberOfDay(context.date1904 ? '1904-01-01' : '1899-12-30'))
  return day === '' ? reject('date.not-a-date') : verdict([day], context, odd ? ['date.serial'] : [])
}
