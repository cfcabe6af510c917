import type { Cell, Grid } from './grid.ts'

/**
 * Rows packed for the way from thread to thread: each text once, numbers side by side. A message of cells as objects
 * would take longer than reading them.
 */
export interface PackedRows {
  /** For each row the count of its cells, then a code for each: its kind and its place in the list of that kind. */
  codes: Uint32Array
  texts: string[]
  errors: string[]
  numbers: Float64Array
  /** For each number its place in `formats`. */
  numberFormats: Uint32Array
  formats: string[]
}

const kinds = { other: 0, text: 1, number: 2, error: 3 }
const [missing, no, yes] = [0, 1, 2]

export function packRows(rows: Grid['rows']): PackedRows {
  const codes: number[] = []
  const numbers: number[] = []
  const numberFormats: number[] = []
  const texts = distinct()
  const errors = distinct()
  const formats = distinct()
  const codeOf = (cell: Cell | undefined): number => {
    if (cell === undefined) return missing * 4 + kinds.other
    if (cell.type === 'text') return texts.indexOf(cell.text) * 4 + kinds.text
    if (cell.type === 'error') return errors.indexOf(cell.text) * 4 + kinds.error
    if (cell.type === 'boolean') return (cell.value ? yes : no) * 4 + kinds.other
    numberFormats.push(formats.indexOf(cell.format))
    return (numbers.push(cell.value) - 1) * 4 + kinds.number
  }
  for (const row of rows) {
    codes.push(row.length)
    for (const cell of row) codes.push(codeOf(cell))
  }
  return {
    codes: Uint32Array.from(codes),
    texts: texts.values,
    errors: errors.values,
    numbers: Float64Array.from(numbers),
    numberFormats: Uint32Array.from(numberFormats),
    formats: formats.values,
  }
}

/** The rows again; cells of the same text are the same object. */
export function unpackRows({ codes, numbers, numberFormats, formats, ...packed }: PackedRows): Grid['rows'] {
  const texts = packed.texts.map((text): Cell => ({ type: 'text', text }))
  const errors = packed.errors.map((text): Cell => ({ type: 'error', text }))
  const others: (Cell | undefined)[] = [
    undefined,
    { type: 'boolean', value: false },
    { type: 'boolean', value: true },
  ]
  const cellOf = (code: number): Cell | undefined => {
    const place = code >>> 2
    if ((code & 3) === kinds.text) return texts[place]
    if ((code & 3) === kinds.error) return errors[place]
    if ((code & 3) === kinds.other) return others[place]
    return { type: 'number', value: numbers[place] ?? 0, format: formats[numberFormats[place] ?? 0] ?? '' }
  }
  const rows: Grid['rows'] = []
  for (let at = 0; at < codes.length; ) {
    const length = codes[at] ?? 0
    const row: (Cell | undefined)[] = []
    for (let cell = 1; cell <= length; cell += 1) row.push(cellOf(codes[at + cell] ?? 0))
    rows.push(row)
    at += length + 1
  }
  return rows
}

/** Values in the order in which they were first met. */
function distinct() {
  const places = new Map<string, number>()
  const values: string[] = []
  return {
    values,
    indexOf(value: string): number {
      const known = places.get(value)
      if (known !== undefined) return known
      places.set(value, values.length)
      return values.push(value) - 1
    },
  }
}
