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
  const bytes = new Uint8Array(rows.length === 0 ? 2 : rows.length * length + 1)
  bytes.set(rowOf(made, values, length), 1)
  repeat(bytes, 1, length)
  bytes[0] = open
  bytes[bytes.length - 1] = close
  for (const [column, { cells, only }] of made.entries()) {
    if (only !== undefined) continue
    const { at: place } = values[column]!
    for (let row = 0, to = 1 + place; row < cells.length; row += 1, to += length) put(bytes, to, cells[row]!)
  }
  const isEven = rows.length > 0 && made.every(({ type }) => type !== 'uneven')
  return { bytes, rows: isEven ? { from: 1, length, count: rows.length, values } : null }
}

/** A row with its brackets and commas, and with what is the same in all of them. */
function rowOf(made: readonly Column[], values: readonly EvenValue[], length: number): Uint8Array {
  const row = new Uint8Array(made[0]?.cells.length ? length : 0).fill(blank)
  if (row.length === 0) return row
  for (const [column, { at, width }] of values.entries()) {
    const { only, cells } = made[column]!
    if (only !== undefined) put(row, at, cells[0]!)
    row[at + width] = comma
  }
  row[0] = open
  row[length - 2] = close
  row[length - 1] = comma
  return row
}

/** Fills the bytes with what stands in `length` of them from `from` on. */
function repeat(bytes: Uint8Array, from: number, length: number): void {
  for (let filled = length; filled > 0 && from + filled < bytes.length; filled *= 2)
    bytes.copyWithin(from + filled, from, Math.min(from + filled, bytes.length - filled))
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
  const cells: Column['cells'] = new Array(rows.length)
  const made = { hasNull: false, hasNumber: false, hasText: false, isPlain: true }
  let [width, narrowest] = [0, Number.POSITIVE_INFINITY]
  const first = rows.length === 0 ? null : cellOf(rows[0]!, 0)
  let [isSame, last, lastCell]: [boolean, EvenCell, Uint8Array | number] = [true, first, nothing]
  for (let at = 0; at < rows.length; at += 1) {
    const value = cellOf(rows[at]!, at)
    if (value !== first) isSame = false
    // Lines of one class on one day say much alike.
    if (value !== last || at === 0) {
      lastCell = cellFor(value, remembered, made)
      last = value
      const own = typeof lastCell === 'number' ? digitsOf(lastCell) : lastCell.length
      if (own > width) width = own
      if (own < narrowest) narrowest = own
    }
    cells[at] = lastCell
  }
  const { hasNull, hasNumber, hasText, isPlain } = made
  const type = !isPlain || (hasText && hasNumber) ? 'uneven' : hasNumber ? 'number' : 'text'
  return { cells, width, type, hasNull, isFull: narrowest === width, ...(isSame && { only: first }) }
}

/** The cell of a value, of which is noted what it is. */
function cellFor(
  value: EvenCell,
  remembered: WrittenTexts | undefined,
  made: { hasNull: boolean; hasNumber: boolean; hasText: boolean; isPlain: boolean },
): Uint8Array | number {
  if (typeof value === 'string') {
    let text = remembered?.get(value)
    if (text === undefined) {
      text = written(value)
      remembered?.set(value, text)
    }
    made.hasText = true
    if (!text.isPlain) made.isPlain = false
    return text.bytes
  }
  if (value === null) {
    made.hasNull = true
    return nothing
  }
  made.hasNumber = true
  if (isShort(value)) return value
  if (!Number.isSafeInteger(value)) made.isPlain = false
  return Buffer.from(JSON.stringify(value))
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
