import type { Cell, Grid, Merge } from '#app/spreadsheet/grid.ts'
import { cellAddress } from '#app/spreadsheet/grid.ts'

/** What a generator puts into a cell: text, a number, a cell as stored, or nothing. */
export type Content = string | number | Cell | null

/** A sheet under construction, cell by cell. */
export interface SheetSketch {
  grid: Grid
  put: (row: number, column: number, content: Content) => string
  merge: (top: number, left: number, bottom: number, right: number) => void
}

export function sketchSheet(name = 'Sheet1', hasMerges = true): SheetSketch {
  const rows: (Cell | undefined)[][] = []
  const merges: Merge[] = []
  return {
    grid: { name, hidden: false, date1904: false, rows, merges },
    put(row, column, content) {
      while (rows.length <= row) rows.push([])
      rows[row]![column] = cellOf(content)
      return cellAddress(row, column)
    },
    merge(top, left, bottom, right) {
      if (hasMerges && (bottom > top || right > left)) merges.push({ top, left, bottom, right })
    },
  }
}

export function cellOf(content: Content): Cell | undefined {
  if (content === null || content === '') return undefined
  if (typeof content === 'string') return { type: 'text', text: content }
  return typeof content === 'number' ? { type: 'number', value: content, format: 'General' } : content
}
