import { addDays, type Day, mondayOf, weekdayOf } from '#app/calendar-day.ts'
import { readDates } from '#app/spreadsheet/cells/date.ts'
import type { DayKind } from '#app/spreadsheet/cells/judge-days.ts'
import type { Spot } from './board.ts'
import { isTaught } from './class-days.ts'
import type { Column } from './columns.ts'
import { isKnown, type Known, type Line } from './line.ts'
import { recalled } from './memory.ts'
import { periodOf, yearOfMonth } from './period.ts'
import { note, noteCell, taken } from './problem-log.ts'
import type { SheetContext } from './sheet-context.ts'

/** The days whose minutes stand where a line and a column meet. */
export function daysAt(line: Line, column: Column): Known<Day[]> {
  const { heads } = line.table.block
  if (column.labels.date) return datesIn(line, column.labels.date, '')
  const dateSpot = line.sourceOf(heads.date)
  if (column.labels.weekday) return dayOfWeek(line, column.labels.weekday, dateSpot, column.labels.week)
  if (dateSpot !== null) return withWeekday(line, dateSpot)
  const weekdaySpot = line.sourceOf(heads.weekday)
  if (weekdaySpot !== null && heads.date === undefined) return dayOfWeek(line, weekdaySpot, null)
  if (heads.date !== undefined || heads.weekday !== undefined) return 'missing'
  const { days } = line.sheet
  const only = days?.value.length === 1 ? days.value[0] : undefined
  if (days === undefined || only === undefined) return 'missing'
  tellNoSchool(line, only, days.spot)
  return { value: [only], spot: days.spot }
}

function datesIn(line: Line, spot: Spot, header: string): Known<Day[]> {
  const { board, context, log, memory } = line.table
  const { week, otherTerm } = line.sheet
  const month = monthBeside(line) ?? line.sheet.month
  const cell = board.cellAt(spot.row, spot.column)
  if (otherTerm && cell?.type === 'text' && !/20\d\d/.test(board.textAt(spot.row, spot.column))) {
    note(log, board, otherTerm, { reading: 'ask', code: 'activity.other-term' })
    return 'bad'
  }
  const reading = recalled(memory.days, cell, JSON.stringify([month, week?.value]), () =>
    readDates(cell, {
      today: context.today,
      term: context.term,
      ...(month && { month }),
      ...(week && { week: week.value }),
      date1904: board.date1904,
      dayKindOf: day => dayKindAt(line, day),
    }),
  )
  const days = taken(reading, trouble => noteCell(log, board, spot, { header, ...trouble }))
  if (days === null) return reading.reading === 'blank' ? 'missing' : 'bad'
  return agreesWithTitle(line, days, spot, header, month) ? { value: days, spot } : 'bad'
}

/** The 月 column beside a 日 column, and the 年 column beside it. */
function monthBeside(line: Line): { year: number; month: number } | null {
  const { board, block, context } = line.table
  const numberIn = (spot: Spot | null, unit: RegExp) =>
    spot === null ? Number.NaN : Number(board.textAt(spot.row, spot.column).replace(unit, '') || Number.NaN)
  const month = numberIn(line.sourceOf(block.heads.month), /月份?$/)
  const year = numberIn(line.sourceOf(block.heads.year), /年$/)
  if (!(month >= 1 && month <= 12)) return null
  return { year: Number.isInteger(year) ? year : yearOfMonth(month, context.schoolYear), month }
}

/** A date without a year under a title of another year is most likely last year's file. */
function agreesWithTitle(
  line: Line,
  days: Day[],
  spot: Spot,
  header: string,
  month: SheetContext['month'],
): boolean {
  const { board, log } = line.table
  const first = days[0]
  const monday = line.sheet.week?.value.monday
  if (monday !== undefined && first !== undefined && mondayOf(first) !== monday && days.length === 1) {
    const values = { monday, day: first }
    note(log, board, spot, { reading: 'warn', code: 'activity.date-outside-week', header, values })
  }
  if (!month || first === undefined || days.length > 20) return true
  if (Number(first.slice(5, 7)) !== month.month) {
    const values = { month: month.month, day: first }
    note(log, board, spot, { reading: 'warn', code: 'activity.date-outside-title', header, values })
    return true
  }
  if (line.sheet.year === undefined || Number(first.slice(0, 4)) === month.year) return true
  const values = { year: month.year, day: first }
  note(log, board, spot, { reading: 'ask', code: 'activity.year-conflict', header, values })
  return false
}

/** The 星期 of the line must be the day's own. */
function withWeekday(line: Line, dateSpot: Spot): Known<Day[]> {
  const { heads } = line.table.block
  const { board, log } = line.table
  const days = datesIn(line, dateSpot, heads.date?.header ?? '')
  const weekdaySpot = line.sourceOf(heads.weekday)
  if (!isKnown(days) || weekdaySpot === null || days.value.length !== 1) return days
  const weekday = weekdayIn(board.textAt(weekdaySpot.row, weekdaySpot.column))
  const day = days.value[0]
  if (weekday !== null && day !== undefined && weekday !== weekdayOf(day)) {
    const values = { day }
    note(log, board, weekdaySpot, { reading: 'warn', code: 'activity.weekday-mismatch', values })
  }
  return days
}

function dayOfWeek(line: Line, spot: Spot, dateSpot: Spot | null, weekLabel?: Spot): Known<Day[]> {
  const { board, log } = line.table
  const weekday = weekdayIn(board.textAt(spot.row, spot.column))
  if (weekday === null) {
    note(log, board, spot, { reading: 'reject', code: 'activity.weekday-unread' })
    return 'bad'
  }
  if (weekLabel === undefined && dateSpot === null && line.table.block.heads.week === undefined) {
    const spanned = dayOfSpan(line, spot, weekday)
    if (spanned !== null) return spanned
  }
  const monday = mondayFor(line, dateSpot, weekLabel)
  if (!isKnown(monday)) return monday
  const day = addDays(monday.value, weekday - 1)
  tellNoSchool(line, day, spot)
  return { value: [day], spot }
}

/** 周一 under '9月28日—9月30日' is the Monday between them; with two Mondays or none nobody can tell which is meant. */
function dayOfSpan(line: Line, spot: Spot, weekday: number): Known<Day[]> | null {
  const { days, week, weekConflict, otherTerm } = line.sheet
  if (days === undefined || days.value.length < 2 || week || weekConflict || otherTerm) return null
  const [day, ...others] = days.value.filter(one => weekdayOf(one) === weekday)
  if (day === undefined || others.length > 0) return 'missing'
  tellNoSchool(line, day, spot)
  return { value: [day], spot }
}

/** Readers of dates say so themselves of the days that are written out. */
function tellNoSchool(line: Line, day: Day, spot: Spot | null): void {
  if (isTaught(dayKindAt(line, day))) return
  const { board, log } = line.table
  note(log, board, spot, { reading: 'warn', code: 'activity.no-school-day', values: { day } })
}

/** A day on which any stage of the school is taught is a school day. */
function dayKindAt(line: Line, day: Day): DayKind {
  const { context } = line.table
  const kinds = context.stages.map(stage => context.dayKindOf(stage, day))
  return kinds.find(isTaught) ?? kinds[0] ?? 'school_day'
}

/** The week of the line's own 周次 or date, or else of the sheet. */
function mondayFor(line: Line, dateSpot: Spot | null, weekLabel?: Spot): Known<Day> {
  const { board, block, context, log } = line.table
  const weekSpot = weekLabel ?? line.sourceOf(block.heads.week)
  if (weekSpot !== null) {
    const text = board.textAt(weekSpot.row, weekSpot.column)
    const { week } = periodOf(/^[\d一二三四五六七八九十]{1,3}$/.test(text) ? `第${text}周` : text, context)
    if (week) return { value: week.monday, spot: weekSpot }
    note(log, board, weekSpot, { reading: 'ask', code: 'activity.week-unknown' })
    return 'bad'
  }
  if (dateSpot !== null) {
    const days = datesIn(line, dateSpot, block.heads.date?.header ?? '')
    return isKnown(days) && days.value[0] ? { value: mondayOf(days.value[0]), spot: dateSpot } : 'bad'
  }
  const { week, days, weekConflict, otherTerm } = line.sheet
  if (weekConflict || otherTerm) {
    const code = weekConflict ? 'activity.week-conflict' : 'activity.other-term'
    note(log, board, weekConflict ?? otherTerm ?? null, { reading: 'ask', code })
    return 'bad'
  }
  if (week) return { value: week.value.monday, spot: week.spot }
  return days?.value[0] ? { value: mondayOf(days.value[0]), spot: days.spot } : 'missing'
}

function weekdayIn(text: string): number | null {
  const sign =
    /(?:星期|周|礼拜)([一二三四五六日天末1-7])/.exec(text)?.[1] ?? /^[一二三四五六日天1-7]$/.exec(text)?.[0]
  if (sign === undefined) return null
  if (/\d/.test(sign)) return Number(sign)
  return sign === '天' ? 7 : '一二三四五六日'.indexOf(sign) + 1 || null
}
