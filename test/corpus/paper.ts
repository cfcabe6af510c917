import { type Day, numberOfDay } from '#app/calendar-day.ts'
import { cellAddress } from '#app/spreadsheet/grid.ts'

/** What a clerk types, or what the spreadsheet made of it. */
export type Content =
  | string
  | number
  | null
  | { number: number; format: string }
  | { error: '#REF!' | '#DIV/0!' | '#N/A' }
  | { formula: string; result: number }

/** One sheet as it lies before the clerk; rows and columns are zero-based. */
export interface Paper {
  name: string
  state: 'visible' | 'hidden' | 'veryHidden'
  rows: Content[][]
  merges: [top: number, left: number, bottom: number, right: number][]
  hiddenRows: number[]
  hiddenColumns: number[]
  /** Comments by address. */
  comments: Record<string, string>
  /** Addresses of cells in the colour of 'do not fill in'. */
  coloured: string[]
  filter: string | null
  frozen: { rows: number; columns: number } | null
  printArea: string | null
  /** A password locks the sheet, as the county's forms have it. */
  password: string | null
  /** Drop-downs: a range and where its list stands. */
  lists: { range: string; source: string }[]
  put: (row: number, column: number, content: Content) => string
  putRow: (row: number, contents: readonly Content[], column?: number) => void
  merge: (top: number, left: number, bottom: number, right: number) => void
}

export function paper(name = 'Sheet1', state: Paper['state'] = 'visible'): Paper {
  const rows: Content[][] = []
  const merges: Paper['merges'] = []
  const put: Paper['put'] = (row, column, content) => {
    while (rows.length <= row) rows.push([])
    const cells = rows[row]!
    while (cells.length <= column) cells.push(null)
    cells[column] = content
    return cellAddress(row, column)
  }
  return {
    name,
    state,
    rows,
    merges,
    hiddenRows: [],
    hiddenColumns: [],
    comments: {},
    coloured: [],
    filter: null,
    frozen: null,
    printArea: null,
    password: null,
    lists: [],
    put,
    putRow(row, contents, column = 0) {
      contents.forEach((content, at) => void (content !== null && put(row, column + at, content)))
    },
    merge(top, left, bottom, right) {
      if (top !== bottom || left !== right) merges.push([top, left, bottom, right])
    },
  }
}

export const dateCell = (day: Day, format: string): Content => ({
  number: numberOfDay(day) + 25_569,
  format,
})

export const timeCell = (minutes: number): Content => ({ number: minutes / 1440, format: 'h:mm' })

export function isFormatted(content: Content): content is { number: number; format: string } {
  return typeof content === 'object' && content !== null && 'number' in content
}

/** The text that a spreadsheet shows, as it stands in CSV and HTML. */
export function shown(content: Content): string {
  if (content === null) return ''
  if (typeof content !== 'object') return String(content)
  if ('error' in content) return content.error
  if ('formula' in content) return String(content.result)
  if (/%/.test(content.format)) return `${Math.round(content.number * 100)}%`
  if (/h/.test(content.format) && content.number < 2) return clock(Math.round(content.number * 1440))
  if (!/[ymd]/.test(content.format)) return String(content.number)
  const date = new Date((Math.floor(content.number) - 25_569) * 86_400_000)
  return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`
}

export const clock = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** A cell whose look tells its format: text keeps neither percentages nor times of day apart from what is shown. */
export const isTyped = (content: Content) => typeof content === 'object' && content !== null
