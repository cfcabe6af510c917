import { type Day, dayFromNumber, numberOfDay } from '#app/calendar-day.ts'
import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readDates } from '#app/spreadsheet/cells/date.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { type Cell, rawOf } from '#app/spreadsheet/grid.ts'
import { accept, ask, blank, type Reading, reject } from '#app/spreadsheet/reading.ts'
import { namesOfSchoolType, schoolTypes } from './school-type.rule.ts'

export interface UnitRef {
  code: string
  name: string
}

/** How the workbook counts its days, and today. */
export interface DayContext {
  today: Day
  date1904: boolean
}

/** What the readers of the registry's sheets know: today, the units and how the workbook counts its days. */
export interface RegistryContext extends DayContext {
  units: readonly { code: string; name: string; keys: readonly string[] }[]
  /** How names are compared. */
  keyOf: (name: string) => string
}

/** A unit by its code, its name or any name it went by. */
export function readUnit(cell: Cell | undefined, context: RegistryContext): Reading<UnitRef> {
  const text = readText(cell)
  if (text.reading === 'ask') return ask(text.code, text.values)
  if (text.reading !== 'accept' && text.reading !== 'warn') return text
  const key = context.keyOf(text.value)
  const unit = context.units.find(one => one.keys.includes(key))
  if (unit !== undefined) return accept({ code: unit.code, name: unit.name })
  const allowed = context.units.map(one => one.name).join('、')
  return reject('registry.unit-unknown', { allowed })
}

/** 办学类型 by name or by its three digits; the value is the three digits. */
export function readSchoolType(cell: Cell | undefined): Reading<string> {
  return readChoice(
    cell,
    schoolTypes.map(type => ({ value: type.code, names: namesOfSchoolType(type.code) })),
  )
}

/** One day of any year, written with its year; a list or a range of days is no date of a record. */
export function readDay(cell: Cell | undefined, { date1904 }: DayContext): Reading<Day> {
  const readings = schoolYearsOf(cell, date1904).map(today =>
    readDates(cell, { today, term: null, date1904, dayKindOf: () => 'school_day' }),
  )
  const [first] = readings
  const reading = readings.find(one => one.reading === 'accept' || one.reading === 'warn') ?? first
  if (reading === undefined) return isLeftOut(cell) ? blank : reject('registry.one-day')
  if (reading.reading === 'ask') {
    return { ...reading, candidates: reading.candidates?.flatMap(days => days[0] ?? []) }
  }
  if (reading.reading !== 'accept' && reading.reading !== 'warn') return reading
  const [day, ...others] = reading.value
  return day === undefined || others.length > 0 ? reject('registry.one-day') : { ...reading, value: day }
}

/** '/', '—' and 待定 say that there is no day, as an empty cell does. */
function isLeftOut(cell: Cell | undefined): boolean {
  return readDates(cell, { today: '2000-01-01', term: null }).reading === 'blank'
}

/** A day in each school year in which the cell's day may lie: days of records lie in any year, those of logs do not. */
function schoolYearsOf(cell: Cell | undefined, date1904: boolean): Day[] {
  if (cell?.type === 'number' && cell.value > 366 && cell.value < 80_000) {
    return [dayFromNumber(Math.floor(cell.value) + numberOfDay(date1904 ? '1904-01-01' : '1899-12-30'))]
  }
  const year = /(?:18|19|20)\d\d/.exec(plain(cell))?.[0]
  return year === undefined ? [] : [`${year}-03-01`, `${year}-10-01`]
}

/** A year such as 2023, 2023级, 2023年. */
export function readYear(cell: Cell | undefined, context: { today: Day }): Reading<number> {
  const text = plain(cell)
  if (text === '') return blank
  const digits = /^(\d{4})[年级]?$/.exec(text)?.[1]
  const latest = Number(context.today.slice(0, 4)) + 1
  if (digits === undefined) return reject('registry.year', { latest })
  const year = Number(digits)
  return year >= 1990 && year <= latest ? accept(year) : reject('registry.year', { latest })
}

/** A class's number within its grade: 3, 03, 3班, (3)班. A name such as 三(3)班 is asked about, never cut. */
export function readClassNo(cell: Cell | undefined): Reading<number> {
  const text = plain(cell)
  if (text === '') return blank
  const digits = /^\(?(\d{1,2})\)?班?$/.exec(text)?.[1]
  const number = Number(digits)
  if (digits !== undefined && number >= 1) return accept(number)
  const last = /\((\d{1,2})\)班?$/.exec(text)?.[1]
  return last === undefined ? reject('registry.class-no') : ask('registry.class-no', {}, [Number(last)])
}

/** Former names in one cell, parted by 、 ； ; ， , or a line break. */
export function readNames(cell: Cell | undefined): Reading<string[]> {
  const text = readText(cell, 400)
  if (text.reading === 'ask') return ask(text.code, text.values)
  if (text.reading !== 'accept' && text.reading !== 'warn') return text
  const names = text.value
    .split(/[、；;，,\n]/)
    .map(name => name.trim())
    .filter(name => name !== '')
  return names.length === 0 ? blank : { ...text, value: names }
}

function plain(cell: Cell | undefined): string {
  return rawOf(cell).normalize('NFKC').replace(/\s+/g, '')
}
