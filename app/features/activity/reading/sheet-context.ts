import type { Day } from '#app/calendar-day.ts'
import { readGrades } from '#app/spreadsheet/cells/grade.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { ActivityContext } from '../activity-entry.ts'
import { compact, type Spot } from './board.ts'
import { kindsNamed, type Unit } from './header-words.ts'
import { type Period, periodOf } from './period.ts'
import { behindLabel, type TitleLine } from './title-lines.ts'

/** A value that stands outside the table; `spot` is null when it comes from the sheet's or the file's name. */
interface Stated<T> {
  value: T
  spot: Spot | null
}

/** What holds for a whole table because its title, its sheet or its file says so. */
export interface SheetContext {
  year?: number
  month?: { year: number; month: number }
  week?: Stated<{ monday: Day }>
  days?: Stated<Day[]>
  /** The texts that place the table name different weeks. */
  weekConflict?: Spot
  otherTerm?: Spot
  classText?: Stated<Cell>
  /** The class that the sheet's name gives, to be held against the one in its title. */
  namedClass?: Cell
  grade?: number
  kind?: Stated<ActivityKind>
  unit?: Unit
}

/** From the lines above a table, then the sheet's name, then the file's: the nearest wins. */
export function sheetContextOf(
  lines: TitleLine[],
  sheetName: string,
  context: ActivityContext,
): SheetContext {
  const named = { ...contextOfName(sheetName, context), ...kindOfName(sheetName) }
  const filed = contextOfName((context.fileName ?? '').replace(/\.[^.]*$/, ''), context)
  const titled = contextOfLines(lines, context)
  const conflict = titled.week && named.week && titled.week.value.monday !== named.week.value.monday
  return {
    ...filed,
    ...named,
    ...titled,
    ...(named.classText && { namedClass: named.classText.value }),
    ...(conflict && { weekConflict: titled.week?.spot ?? { row: 0, column: 0 } }),
  }
}

/**
 * What still holds below a header that stands there again: titles above it in which nothing can be read may have named
 * another class, day or activity, so those of the table before hold no longer. Titles of continued pages change nothing.
 */
export function afterHeader(lines: TitleLine[], stated: SheetContext, before: SheetContext): SheetContext {
  const isSilent = Object.keys(stated).length === 0
  if (!isSilent || lines.every(({ text }) => continued.test(text))) return before
  const { classText, days, kind, ...others } = before
  return {
    ...others,
    ...(classText && classText.spot === null && { classText }),
    ...(days && days.spot === null && { days }),
    ...(kind && kind.spot === null && { kind }),
  }
}

const continued = /续|第.{1,4}页|共.{1,4}页|单位:|小学|中学|学校|统计表$|台账$|登记表?$|记录表?$/

/** What some lines say; the first that speaks of a thing is believed. */
export function contextOfLines(lines: TitleLine[], context: ActivityContext): SheetContext {
  let known: SheetContext = {}
  for (const line of lines) known = { ...contextOfLine(line, known, context), ...known }
  return known
}

function contextOfLine(line: TitleLine, known: SheetContext, context: ActivityContext): SheetContext {
  const { text, spot } = line
  const period = periodOf(text, context, known.year === undefined ? {} : { year: known.year })
  const classText = behindLabel(text, /班级|班别|年级班级/) ?? classIn(text)
  const kind = kindIn(behindLabel(text, /活动类型|类型|活动形式/) ?? text)
  const unit = unitIn(text)
  const grade = gradeIn(text, context)
  return {
    ...stated(period, spot),
    ...(classText && { classText: { value: { type: 'text', text: classText }, spot } }),
    ...(grade !== undefined && { grade }),
    ...(kind && { kind: { value: kind, spot } }),
    ...(unit && { unit }),
  }
}

/** Days in the name of a file are mostly those on which it was made, so only weeks and months are taken. */
function contextOfName(name: string, context: ActivityContext): SheetContext {
  const text = compact(name)
  const { week, month, year } = periodOf(text, context)
  const isDayName = /^\d{1,2}[.月-]\d{1,2}[日号]?$/.test(text)
  const days = isDayName
    ? periodOf(text.replace(/[.-]/, '月').replace(/([^日号])$/, '$1日'), context).days
    : undefined
  const classText = classIn(text)
  const grade = gradeIn(text, context)
  return {
    ...stated(
      { ...(week && { week }), ...(month && { month }), ...(year && { year }), ...(days && { days }) },
      null,
    ),
    ...(classText && { classText: { value: { type: 'text', text: classText }, spot: null } }),
    ...(grade !== undefined && { grade }),
  }
}

/** A sheet for each activity is named after it: '大课间'. */
function kindOfName(sheetName: string): SheetContext {
  const [kind, ...others] = kindsNamed(compact(sheetName))
  return kind === undefined || others.length > 0 ? {} : { kind: { value: kind, spot: null } }
}

function stated(period: Period, spot: Spot | null): SheetContext {
  return {
    ...(period.year !== undefined && { year: period.year }),
    ...(period.month && { month: period.month }),
    ...(period.week && { week: { value: period.week, spot } }),
    ...(period.days && { days: { value: period.days, spot } }),
    ...(period.isOtherTerm && { otherTerm: spot ?? { row: 0, column: 0 } }),
  }
}

const aClass =
  /((小学|初中|高中|初|高)?[(]?[一二三四五六七八九十\d]{1,2}[)]?(年级|年|级)?[(]?[一二三四五六七八九十\d]{1,2}[)]?(班|中队)|20\d\d级[(]?\d{1,2}[)]?班|^[一二三四五六七八九][(]?\d{1,2}[)]?$)/

function classIn(text: string): string | undefined {
  return aClass.exec(text)?.[0]
}

/** The grade that a title names, when it names one only ('三、四年级' names two). */
function gradeIn(text: string, context: ActivityContext): number | undefined {
  const found = [
    ...text.matchAll(
      /(?<![、,至到\-—~\d一二三四五六七八九十])((小学|初中)?[一二三四五六七八九十\d]{1,2}年级|[初高][一二三])/g,
    ),
  ]
  const cell = found.length === 1 && found[0] ? ({ type: 'text', text: found[0][0] } as const) : undefined
  if (!cell) return undefined
  const reading = readGrades(cell, { schoolYear: context.schoolYear, stages: context.stages })
  return (reading.reading === 'accept' || reading.reading === 'warn') && reading.value.length === 1
    ? reading.value[0]
    : undefined
}

const kindWords = /(上午|下午)?大课间|课间操|体育课(?!余|外|后)|课后服务|早操|晨跑|眼保健操|社团|运动会|校队/

function kindIn(text: string): ActivityKind | undefined {
  const found = kindWords.exec(text)
  const others = found && kindWords.exec(text.replaceAll(found[0], ''))
  if (!found || others) return undefined
  return kindsNamed(found[0])[0]
}

function unitIn(text: string): Unit | undefined {
  const unit = /单位:([人、,,/()分钟小时节次]+)/.exec(text)?.[1]
  if (unit === undefined) return undefined
  if (/分/.test(unit)) return 'minutes'
  return /小时/.test(unit) ? 'hours' : undefined
}
