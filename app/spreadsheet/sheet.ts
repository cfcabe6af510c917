import type { Locale, Message } from '../i18n/text.ts'
import { locales, say } from '../i18n/text.ts'
import type { Cell } from './grid.ts'
import type { Wordings } from './headers.ts'
import type { Reading } from './reading.ts'

/** The cells of one row by the keys of their columns, for a reader that must look at its neighbours. */
type RowCells = Readonly<Record<string, Cell | undefined>>

/**
 * A column of a sheet: its words, how a cell of it is read and how a value is written. `Needed` says whether a row
 * without a value is refused; without one an optional column gives null.
 */
export interface Column<Value, Context, Needed extends boolean> {
  header: Message
  /** Other wordings under which schools head it; both languages of `header` are known anyway. */
  aliases?: readonly string[]
  cell: (cell: Cell | undefined, context: Context, row: RowCells) => Reading<Value>
  /** The cell that shows the value; undefined leaves it empty. */
  write: (value: Value) => Cell | undefined
  /** A value for the template's 填写说明, which `write` shows. */
  example: Value
  /** In characters of the default font. */
  width: number
  /** The list that the template offers; a template may be given its own instead. */
  choices?: readonly string[]
  /** What to fill in, shown when the cell is chosen and in 填写说明. */
  hint?: Message
  /** A value is of its own row alone: no merged cell and no 同上 says it of further rows. */
  isEachOwn?: boolean
  /** Words in its heading by which its values would mean something else: none of them is read then. */
  notHeaded?: RegExp
  /** Its numbers add up: a 小计 or 合计 that the workbook gives is held against them. */
  isSummed?: boolean
  /**
   * Headers of a second column that says the same in other words, as a school's name beside its code: read where the
   * first is missing or empty, held against it where both are filled in. A column of that wording comes before.
   */
  inWords?: readonly string[]
  /** How a value that may be meant is offered to people, where `write` would tell them little; it is read back as the value. */
  offer?: (value: Value, context: Context) => string
  required: Needed
}

type ColumnWords<Value, Context> = Omit<Column<Value, Context, boolean>, 'required'>

/** A column that every row must fill. */
export function required<Value, Context = unknown>(
  column: ColumnWords<Value, Context>,
): Column<Value, NoInfer<Context>, true> {
  return { ...column, required: true }
}

/** A column that a row, and the whole sheet, may leave out. */
export function optional<Value, Context = unknown>(
  column: ColumnWords<Value, Context>,
): Column<Value, NoInfer<Context>, false> {
  return { ...column, required: false }
}

/** Any column: what its values are is known to its own sheet only. */
export interface AnyColumn {
  header: Message
  aliases?: readonly string[]
  cell: (cell: Cell | undefined, context: never, row: RowCells) => Reading<unknown>
  write: (value: never) => Cell | undefined
  example: unknown
  width: number
  choices?: readonly string[]
  hint?: Message
  isEachOwn?: boolean
  notHeaded?: RegExp
  isSummed?: boolean
  inWords?: readonly string[]
  offer?: (value: never, context: never) => string
  required: boolean
}

export type Columns = Readonly<Record<string, AnyColumn>>

/** One kind of sheet, declared once: template, import check, export, row type and documentation come from it. */
export interface Sheet<C extends Columns = Columns> {
  /** Its name on the command line and in a template's mark, such as 'placements'. */
  name: string
  /** Of the template; a template of another version is still read by its headers. */
  version: number
  title: Message
  /** In the order in which they are written. */
  columns: C
  /** Columns that our templates fill in beforehand: a row with nothing but these is not filled in yet. */
  prefilled?: readonly string[]
}

type ValueOf<Col> = Col extends { cell: (...given: never[]) => Reading<infer Value> } ? Value : never

/** A row of the sheet; an optional column without a value is null. */
export type RowOf<S extends Sheet> = {
  -readonly [Key in keyof S['columns']]: S['columns'][Key] extends { required: true }
    ? ValueOf<S['columns'][Key]>
    : ValueOf<S['columns'][Key]> | null
}

type ContextOfColumn<Col> = Col extends Column<infer _Value, infer Context, boolean> ? Context : never

type TakersOf<C extends Columns> = { [Key in keyof C]: (context: ContextOfColumn<C[Key]>) => void }[keyof C]

/** What the readers of all its columns need to know together. */
export type ContextOf<S extends Sheet> =
  TakersOf<S['columns']> extends (context: infer Context) => void ? Context : never

export function defineSheet<C extends Columns>(sheet: Sheet<C>): Sheet<C> {
  return sheet
}

/** Every wording of every column: both languages of its header and its aliases, then those `inWords`. */
export function wordingsOf(sheet: Sheet): Wordings {
  const columns = Object.entries(sheet.columns)
  return Object.fromEntries([
    ...columns.map(([key, { header, aliases = [] }]) => [
      key,
      [...locales.map(locale => say(locale, header)), ...aliases],
    ]),
    ...columns.flatMap(([key, { inWords }]) => (inWords === undefined ? [] : [[wordsKey(key), inWords]])),
  ])
}

const words = ' in words'

/** By what a header knows the second column of a column, which says the same `inWords`. */
export function wordsKey(key: string): string {
  return key + words
}

/** The column that a key of a header speaks of, itself or in words. */
export function columnKey(key: string): string {
  return key.endsWith(words) ? key.slice(0, -words.length) : key
}

/** Whether a header has the column, itself or in words. */
export function hasColumn(columns: ReadonlyMap<string, number>, key: string): boolean {
  return columns.has(key) || columns.has(wordsKey(key))
}

/** The header of a column as templates and exports write it: '日期*' when required. */
export function headerText(column: AnyColumn, locale: Locale): string {
  return `${say(locale, column.header)}${column.required ? '*' : ''}`
}
