import type { Day } from '#app/calendar-day.ts'
import type { ClassContext } from './class.ts'
import type { CountContext } from './count.ts'
import type { DateContext, DayKind } from './date.ts'
import type { MinutesContext } from './minutes.ts'
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
  return {
    term: options.term ?? { firstDay: '2025-09-01', lastDay: '2026-01-30' },
    today: options.today ?? '2025-10-15',
    schoolYear: 2025,
    stages: [options.stage ?? 'primary'],
    lessonMinutes: 40,
    classSize: options.classSize ?? 48,
    dayKindOf: options.dayKindOf,
  }
}

export function readValue(_kind: ValueKind, input: ValueInput, _context: ValueContext): ValueOutput {
  return { raw: input.raw, reading: 'reject', value: null, message: '' }
}
