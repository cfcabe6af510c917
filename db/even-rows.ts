/** What a value of an even row may be; a number is a whole one. */
export type EvenCell = string | number | null

/** Where a value stands in each row, counted in bytes from the row's own first. */
interface EvenValue {
  at: number
  /** With the blanks behind it. */
  width: number
  type: 'text' | 'number'
  hasNull: boolean
  /** Whether each fills the whole width. */
  isFull: boolean
  /** The value of all rows, where they have but one. */
  only?: EvenCell
}

/** A list of rows within a JSON text, each row as long as any other. */
export interface EvenRows {
  /** The byte of the text at which the first row begins, from 0. */
  from: number
  /** Bytes from one row to the next. */
  length: number
  count: number
  values: EvenValue[]
}

/** Rows as JSON. */
export interface EvenJson {
  bytes: Uint8Array
  /** `from` counts within `bytes`; null where they have to be opened as any other JSON. */
  rows: EvenRows | null
}

/** The value of a row that stands at that place. */
type CellOf<Row> = (row: Row, at: number) => EvenCell

/** A column of rows; `eachOther` where hardly a text of it comes twice, so that none is worth remembering. */
export type EvenColumn<Row> = CellOf<Row> | { eachOther: CellOf<Row> }

/** A text as JSON has it. */
interface Written {
  bytes: Uint8Array
  /** Whether it can be read by its place: JSON escapes nothing of it, and it does not end in a blank. */
  isPlain: boolean
}

/** Texts that were written before, by themselves: most of a log are the same few thousand. */
export type WrittenTexts = Map<string, Written>

const mostRemembered = 20_000
/** The signs ' ' ',' '[' ']'. */
const [blank, comma, open, close] = [0x20, 0x2c, 0x5b, 0x5d] as const

/**
 * Rows as a JSON list of lists in which each value stands at the same place of its row: blanks behind it fill it up to
 * the longest of its column. So a database finds it without opening the text. A text that JSON has to escape, or that
 * ends in a blank, could not be told by its place, nor could a column of texts and numbers.
 */
export function evenRows<Row>(
  rows: readonly Row[],
  columns: readonly EvenColumn<Row>[],
  remembered: WrittenTexts = new Map(),
): EvenJson {
  if (remembered.size > mostRemembered) remembered.clear()
  const made = columns.map(column =>
    typeof column === 'function'
      ? columnOf(rows, column, remembered)
      : columnOf(rows, column.eachOther, undefined),
  )
  const values: EvenValue[] = []
  let at = 1
  for (const { width, type, hasNull, isFull, only } of made) {
    const said = { type: type === 'number' ? type : ('text' as const), hasNull, isFull }
    values.push({ at, width, ...said, ...(only !== undefined && { only }) })
    at += width + 1
  }
  const length = at + 1
  const bytes = new Uint8Array(rows.length === 0 ? 2 : rows.length * length + 1).fill(blank)
  bytes[0] = open
  for (const [column, { cells }] of made.entries()) {
    const { at: place, width } = values[column]!
    for (let row = 0, to = 1 + place; row < cells.length; row += 1, to += length) {
      put(bytes, to, cells[row]!)
      bytes[to + width] = comma
    }
  }
  for (let from = 1; from < bytes.length - 1; from += length) {
    bytes[from] = open
    bytes[from + length - 2] = close
    bytes[from + length - 1] = comma
  }
  bytes[bytes.length - 1] = close
  const isEven = rows.length > 0 && made.every(({ type }) => type !== 'uneven')
  return { bytes, rows: isEven ? { from: 1, length, count: rows.length, values } : null }
}

/** The same rows, in a text in which their list begins at that byte. */
export function evenRowsAt(rows: EvenRows, byte: number): EvenRows {
  return { ...rows, from: rows.from + byte }
}

/** The list itself, as JSON. */
export function listIn(text: Uint8Array, { from, length, count }: EvenRows): Uint8Array {
  return text.subarray(from - 1, from + count * length)
}

interface Column {
  cells: (Uint8Array | number)[]
  width: number
  type: 'text' | 'number' | 'uneven'
  hasNull: boolean
  isFull: boolean
  only?: EvenCell
}

const nothing = Buffer.from('null')

function columnOf<Row>(
  rows: readonly Row[],
  cellOf: CellOf<Row>,
  remembered: WrittenTexts | undefined,
): Column {
  const cells: Column['cells'] = []
  let [width, hasNull, hasNumber, hasText, isPlain] = [0, false, false, false, true]
  const first = rows.length === 0 ? null : cellOf(rows[0]!, 0)
  let isSame = true
  for (let at = 0; at < rows.length; at += 1) {
    const value = cellOf(rows[at]!, at)
    if (value !== first) isSame = false
    if (typeof value === 'string') {
      let text = remembered?.get(value)
      if (text === undefined) {
        text = written(value)
        remembered?.set(value, text)
      }
      hasText = true
      if (!text.isPlain) isPlain = false
      if (text.bytes.length > width) width = text.bytes.length
      cells.push(text.bytes)
    } else if (value !== null && isShort(value)) {
      hasNumber = true
      const digits = digitsOf(value)
      if (digits > width) width = digits
      cells.push(value)
    } else {
      const text = value === null ? nothing : Buffer.from(JSON.stringify(value))
      if (value === null) hasNull = true
      else hasNumber = true
      if (value !== null && !Number.isSafeInteger(value)) isPlain = false
      if (text.length > width) width = text.length
      cells.push(text)
    }
  }
  const type = !isPlain || (hasText && hasNumber) ? 'uneven' : hasNumber ? 'number' : 'text'
  const isFull = cells.every(cell => (typeof cell === 'number' ? digitsOf(cell) : cell.length) === width)
  return { cells, width, type, hasNull, isFull, ...(isSame && { only: first }) }
}

function written(value: string): Written {
  const json = JSON.stringify(value)
  return { bytes: Buffer.from(json), isPlain: !json.includes('\\') && !value.endsWith(' ') }
}

/** Numbers that are written digit by digit. */
function isShort(value: number): boolean {
  return value >= 0 && value < 1_000_000 && Number.isInteger(value) && !Object.is(value, -0)
}

function digitsOf(value: number): number {
  let digits = 1
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1
  return digits
}

function put(bytes: Uint8Array, to: number, cell: Uint8Array | number): void {
  if (typeof cell !== 'number') {
    for (let at = 0; at < cell.length; at += 1) bytes[to + at] = cell[at]!
    return
  }
  let rest = cell
  for (let at = to + digitsOf(cell) - 1; at >= to; at -= 1) {
    bytes[at] = 0x30 + (rest % 10)
    rest = Math.floor(rest / 10)
  }
}
