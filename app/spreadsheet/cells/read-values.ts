import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import { cellMessage } from '../cells.text.ts'
import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { type ClassContext, classKey, readClasses } from './class.ts'
import { type CountContext, readCount } from './count.ts'
import { readDates } from './date.ts'
import { readGrades } from './grade.ts'
import type { DateContext, DayKind } from './judge-days.ts'
import { type MinutesContext, readMinutes } from './minutes.ts'
import type { Stage } from './stage.ts'

export const valueKinds = ['date', 'minutes', 'class', 'grade', 'count'] as const

export type ValueKind = (typeof valueKinds)[number]

/** One line of `read-values`: `cell` is 'text', 'number', or 'date' (a number with a date, time or other format). */
export interface ValueInput {
  raw: string
  cell: string
  format?: string
}

export interface ValueOutput {
  raw: string
  reading: string
  value: number | string[] | number[] | null
  /** In Chinese; empty when the value is taken silently or missing. */
  message: string
}

export type ValueContext = DateContext & MinutesContext & ClassContext & CountContext

/** Defaults of the command line: school year 2025-2026, its first term, 2025-10-15, a primary school, a class of 48. */
export function valueContext(options: {
  term?: { firstDay: Day; lastDay: Day }
  stage?: Stage
  classSize?: number
  today?: Day
  dayKindOf?: (day: Day) => DayKind
}): ValueContext {
  const term = options.term ?? { firstDay: '2025-09-01', lastDay: '2026-01-30' }
  const stage = options.stage ?? 'primary'
  return {
    term,
    today: options.today ?? '2025-10-15',
    schoolYear: schoolYearOf(term.firstDay),
    stages: [stage],
    lessonMinutes: stage === 'primary' ? 40 : 45,
    classSize: options.classSize ?? 48,
    dayKindOf: options.dayKindOf,
  }
}

/** The verdict on one value in the form of fixtures/values. */
export function readValue(kind: ValueKind, input: ValueInput, context: ValueContext): ValueOutput {
  const cell = cellOf(input)
  switch (kind) {
    case 'date':
      return output(input, readDates(cell, context), days => days)
    case 'minutes':
      return output(input, readMinutes(cell, context), minutes => minutes)
    case 'class':
      return output(input, readClasses(cell, context), classes => classes.map(classKey))
    case 'grade':
      return output(input, readGrades(cell, context), grades => grades)
    case 'count':
      return output(input, readCount(cell, context), count => count)
  }
}

function cellOf({ raw, cell, format }: ValueInput): Cell {
  const value = Number(raw)
  if (cell === 'text' || raw.trim() === '' || !Number.isFinite(value)) return { type: 'text', text: raw }
  return { type: 'number', value, format: format ?? (cell === 'date' ? 'yyyy-mm-dd' : 'General') }
}

function output<T>(
  input: ValueInput,
  reading: Reading<T>,
  shape: (value: T) => ValueOutput['value'],
): ValueOutput {
  const taken = reading.reading === 'accept' || reading.reading === 'warn'
  const worded = reading.reading !== 'accept' && reading.reading !== 'blank'
  return {
    raw: input.raw,
    reading: reading.reading,
    value: taken ? shape(reading.value) : null,
    message: worded ? (cellMessage('zh-CN', reading.code, reading.values) ?? reading.code) : '',
  }
}
