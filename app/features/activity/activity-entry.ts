import type { Day } from '#app/calendar-day.ts'
import type { DayKind } from '#app/spreadsheet/cells/judge-days.ts'
import type { ActivityKind, KindWords } from '#app/spreadsheet/cells/kind.ts'
import type { Stage } from '#app/spreadsheet/cells/stage.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityValues } from './activity-compare.rule.ts'

/** A class of the register; `validTo` is its last day. */
export interface RegisteredClass {
  id: string
  stage: Stage
  entryYear: number
  classNo: number
  campus: string | null
  pupils: number
  validFrom: Day
  validTo: Day
}

/** First and last day of a term. */
export interface TermDays {
  firstDay: Day
  lastDay: Day
}

/** All that the reader of activity workbooks is told; it asks nobody. */
export interface ActivityContext {
  today: Day
  /** Start year of the school year: 2025 for 2025-2026. */
  schoolYear: number
  term: TermDays | null
  /** Every term that the calendar knows; days of earlier ones that name their year are read in their own. */
  terms?: readonly TermDays[]
  fileName?: string
  /** The uploader's school: its 10-digit 标识码 and every name under which it is known. */
  school: { code: string; names: string[] }
  /** The stages that the school runs. */
  stages: readonly Stage[]
  classes: readonly RegisteredClass[]
  dayKindOf: (stage: Stage, day: Day) => DayKind
  sports: readonly { code: string; names: string[] }[]
  /** Names of the sports that an unknown word may mean, the likeliest first. */
  sportsCloseTo?: (word: string) => string[]
  /** What kinds of activity were taught to be called. */
  kindWords?: KindWords
  lessonMinutes: (stage: Stage) => number
}

/** One class's minutes of one kind on one day, and where the workbook says so. */
export interface ActivityEntry extends ActivityValues {
  /** Name of the sheet in the workbook. */
  sheet: string
  /** As the workbook numbers it, from 1. */
  row: number
  /** Address of the minutes. */
  cell: string
  /** The header over the minutes, as the workbook spells it. */
  header: string
  /** 'G3#2' */
  classKey: string
  kind: ActivityKind
}

/** Why a row of the workbook was left out without being wrong. */
export type IgnoredWhy =
  | 'total'
  | 'example'
  | 'missing'
  | 'duplicate'
  | 'text'
  | 'hidden-sheet'
  | 'instructions'
  | 'no-table'
  | 'skipped'

export interface IgnoredRow {
  sheet: string
  row: number
  why: IgnoredWhy
}

/** Minutes that yield no row because a cell they need is ambiguous or refused. */
export interface RejectedRow {
  sheet: string
  row: number
  /** Address of the minutes. */
  cell: string
}

export interface ActivityReading {
  /** 'activity-week' when days stand side by side, 'activity-log' when they stand below each other. */
  sheet: 'activity-log' | 'activity-week'
  rows: ActivityEntry[]
  problems: Problem[]
  ignored: IgnoredRow[]
  rejectedRows: RejectedRow[]
  /** `read = accepted + rejected + ignored` */
  counts: { read: number; accepted: number; rejected: number; ignored: number }
}
