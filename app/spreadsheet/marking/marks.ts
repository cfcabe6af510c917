import type { Locale } from '../../i18n/text.ts'

/** What is said of a cell by its colour; the first in this order wins where several meet. */
export const markKinds = ['reject', 'ask', 'warn', 'rejected', 'accepted', 'ignored'] as const

export type MarkKind = (typeof markKinds)[number]

/**
 * The fill of each mark as ARGB. Shades that no palette offers, for they are recognised and taken off when a file
 * that was marked before is marked again.
 */
export const markColours: Readonly<Record<MarkKind, string>> = {
  reject: 'FFFF9C9E',
  ask: 'FFFFC27B',
  warn: 'FFFFF29E',
  rejected: 'FFFADADB',
  accepted: 'FFCBEFCF',
  ignored: 'FFD7D8DB',
}

/** A cell that must be looked at. */
export interface CellMark {
  sheet: string
  /** Address such as 'C17'. */
  cell: string
  mark: 'reject' | 'ask' | 'warn'
  /** What stood there, what is allowed and what to do, in the reader's language; '' for a colour alone. */
  note: string
}

/** How a row fared; `row` is its number as the workbook shows it. */
export interface RowMark {
  sheet: string
  row: number
  mark: 'accepted' | 'rejected' | 'ignored'
}

/** A line of the list of problems; `cell` is linked when it is an address. */
interface ReportLine {
  sheet: string
  cell: string
  mark: 'reject' | 'ask' | 'warn'
  /** Further cells of the line: header, what stood there, verdict, what is wrong, candidates. */
  texts: readonly string[]
}

/** The sheet that is added behind all others. */
export interface MarkReport {
  name: string
  /** Below the title: how many rows fared how, what to do next. */
  notes: readonly string[]
  /** Added when the file had to be written anew. */
  rebuilt: string
  legend: readonly { mark: MarkKind; text: string }[]
  headers: readonly string[]
  lines: readonly ReportLine[]
  /** Below the lines: what was left out. */
  footer: readonly string[]
}

export interface WorkbookMarks {
  locale: Locale
  cells: readonly CellMark[]
  rows: readonly RowMark[]
  report: MarkReport
}

/** Cells with a note, in the whole workbook: beyond it only colours are set. */
export const mostNotes = 2_000
