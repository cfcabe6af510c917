import type { Locale, Message } from '../i18n/text.ts'
import { say } from '../i18n/text.ts'
import { dayCell, momentCell, numberCell, shareCell, textCell } from './cells-to-write.ts'
import type { Cell } from './grid.ts'
import type { Sheet } from './sheet.ts'
import { headerText } from './sheet.ts'

/** A list or the figures of a page, declared once for every format in which it is taken out. */
export interface List<Row> {
  title: Message
  columns: readonly ListColumn<Row>[]
}

interface ListColumn<Row> {
  header: Message | ((locale: Locale) => string)
  /** In characters of the default font. */
  width: number
  /** What stands in the row; null is an empty cell. */
  of: (row: Row, locale: Locale) => string | number | null
  cell: (value: never) => Cell | undefined
  isSummed?: true
}

type Header = ListColumn<never>['header']
type Of<Row, Value> = (row: Row, locale: Locale) => Value | null

/**
 * The columns that a list of such rows may have, by what stands in them.
 */
export function columnsOf<Row>() {
  return {
    /** Words, names and codes. */
    text: (header: Header, of: Of<Row, string>, width = 16): ListColumn<Row> => ({
      ...{ header, of, width },
      cell: textCell,
    }),
    /** Any number that adds up to nothing: a rank, a score, minutes at least. */
    number: (header: Header, of: Of<Row, number>, width = 10): ListColumn<Row> => ({
      ...{ header, of, width },
      cell: numberCell,
    }),
    /** A count, of which the list has a total. */
    count: (header: Header, of: Of<Row, number>, width = 10): ListColumn<Row> => ({
      ...{ header, of, width },
      cell: numberCell,
      isSummed: true,
    }),
    /** A day as text YYYY-MM-DD, written as a true date. */
    day: (header: Header, of: Of<Row, string>, width = 12): ListColumn<Row> => ({
      ...{ header, of, width },
      cell: dayCell,
    }),
    /** City time as text YYYY-MM-DD HH:MM, written as a true date with its time. */
    moment: (header: Header, of: Of<Row, string>, width = 18): ListColumn<Row> => ({
      ...{ header, of, width },
      cell: momentCell,
    }),
    /** A share from 0 to 1. */
    share: (header: Header, of: Of<Row, number>, width = 10): ListColumn<Row> => ({
      ...{ header, of, width },
      cell: shareCell,
    }),
  }
}

/** A column as the writers of tables take it: in one language, and told apart from where it was declared. */
export interface TableColumn<Row> {
  header: string
  width: number
  valueOf: (row: Row) => unknown
  /** The cell of a value; the same value always gives the same cell. */
  cellOf: (value: unknown) => Cell | undefined
  isSummed: boolean
}

export function columnsOfList<Row>(list: List<Row>, locale: Locale): TableColumn<Row>[] {
  return list.columns.map(({ header, width, of, cell, isSummed = false }) => ({
    header: typeof header === 'function' ? header(locale) : say(locale, header),
    width,
    valueOf: row => of(row, locale),
    cellOf: value => cell(value as never),
    isSummed,
  }))
}

export function columnsOfSheet(sheet: Sheet, locale: Locale): TableColumn<Record<string, unknown>>[] {
  return Object.entries(sheet.columns).map(([key, column]) => ({
    header: headerText(column, locale),
    width: Math.max(column.width, 6),
    valueOf: row => row[key],
    cellOf: value => column.write(value as never),
    isSummed: false,
  }))
}
