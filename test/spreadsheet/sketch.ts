import type { Cell, Grid, Merge } from '#app/spreadsheet/grid.ts'

/** A grid from rows as one would sketch them: text, numbers, null for a cell never written. */
export function sketch(rows: (string | number | null)[][], more: Partial<Grid> = {}): Grid {
  return {
    name: 'Sheet1',
    hidden: false,
    date1904: false,
    merges: [],
    ...more,
    rows: rows.map(r => r.map(cellOf)),
  }
}

/** 'A1:B2' as a merge. */
export function merge(range: string): Merge {
  const [from = '', to = ''] = range.split(':')
  const [top, left] = cornerOf(from)
  const [bottom, right] = cornerOf(to)
  return { top, left, bottom, right }
}

function cellOf(value: string | number | null): Cell | undefined {
  if (value === null) return undefined
  return typeof value === 'number'
    ? { type: 'number', value, format: 'General' }
    : { type: 'text', text: value }
}

function cornerOf(address: string): [number, number] {
  const letters = address.replace(/\d/g, '')
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [Number(address.slice(letters.length)) - 1, column - 1]
}
