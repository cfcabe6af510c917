import { CompiledQuery } from 'kysely'
import type { EvenRows } from '../even-rows.ts'
import { engineOf } from './dialect.ts'
import { type EvenLists, linesByPlace } from './even-lines.ts'
import { enoughToLoad, type Lines, linesOf, loadLines, takesStreams } from './load-rows.ts'
import { type AnyDb, into, writeLists } from './many-rows.ts'
import { checkParameters } from './parameters.ts'

/** Where columns of a table stand in texts such as `{"groups": [[…], …], "lines": [[…], …]}`, places counted from 0. */
export interface TextColumns {
  /** The list of which each row comes in. */
  list: string
  /** Columns by their place in its rows. */
  columns: Readonly<Record<string, number>>
  /** What several rows share stands in another list; `number` is the place where a row says which of it is its own. */
  shared?: { list: string; columns: Readonly<Record<string, number>>; number: number }
}

/** Where the lists of a text stand, by their names. */
export type TextLayout = Readonly<Record<string, EvenRows>>

/** Rows that come as a text, from another thread or from a part of an import. */
export interface TextOfRows {
  /** In UTF-8. */
  text: Uint8Array
  /** Null where its values cannot be told by their places. */
  layout: TextLayout | null
  /** What each of its rows has besides: the same columns in every text of a call. */
  same: Readonly<Record<string, string | number>>
  /** How many rows come in. */
  count: number
}

/**
 * Inserts the rows of such texts. SQLite reads a text by the places of its values, in half the time that opening it
 * takes; MySQL is handed all rows in one stream. Throws when a text has not as many rows as it says.
 */
export async function writeTexts(
  db: AnyDb,
  table: string,
  columns: TextColumns,
  texts: readonly TextOfRows[],
): Promise<void> {
  if (engineOf(db) === 'mysql' && isMuch(texts) && (await takesStreams(db)))
    return streamTexts(db, table, columns, texts)
  for (const text of texts) {
    if (engineOf(db) === 'sqlite' && text.layout !== null) await readByPlace(db, table, columns, text)
    else
      await writeLists(
        db,
        { table, columns: namesOf(columns, Object.keys(text.same)) },
        opened(text, columns),
      )
  }
}

function isMuch(texts: readonly TextOfRows[]): boolean {
  return texts.reduce((sum, { count }) => sum + count, 0) >= enoughToLoad
}

/** What is the same in all texts is said once and not with every row. */
async function streamTexts(
  db: AnyDb,
  table: string,
  columns: TextColumns,
  texts: readonly TextOfRows[],
): Promise<void> {
  const [first] = texts
  const ofText = Object.keys(first?.same ?? {})
  const alike = ofText.filter(name => texts.every(({ same }) => same[name] === first?.same[name]))
  const varying = ofText.filter(name => !alike.includes(name))
  const same = Object.fromEntries(alike.map(name => [name, first?.same[name] ?? null]))
  await loadLines(db, { table, columns: namesOf(columns, varying), same }, lines())

  /** Each text is opened when its turn comes, so that the server works on the one before. */
  function* lines(): Generator<Lines> {
    for (const text of texts) {
      const own = { ...text, same: Object.fromEntries(varying.map(name => [name, text.same[name]!])) }
      if (text.layout === null) yield* linesOf(opened(own, columns).map(checkParameters))
      else yield* linesByPlace(evenListsOf(own, columns), Object.values(own.same))
    }
  }
}

function namesOf({ shared, columns }: TextColumns, ofText: readonly string[]): string[] {
  return [...ofText, ...Object.keys(shared?.columns ?? {}), ...Object.keys(columns)]
}

function opened({ text, same, count }: TextOfRows, { list, columns, shared }: TextColumns): unknown[][] {
  const lists = JSON.parse(new TextDecoder().decode(text)) as Record<string, unknown[][]>
  const rows = lists[list] ?? []
  if (rows.length !== count) throw new Error(`A text of ${count} rows has ${rows.length}`)
  const ofRow = Object.values(columns)
  const begins = Object.values(same)
  if (shared === undefined) return rows.map(row => [...begins, ...ofRow.map(place => row[place])])
  const ofGroup = Object.values(shared.columns)
  const alike = (lists[shared.list] ?? []).map(group => [...begins, ...ofGroup.map(place => group[place])])
  return rows.map(row => [...(alike[row[shared.number] as number] ?? []), ...ofRow.map(place => row[place])])
}

/** Where the lists stand that rows are made of; throws when they do not stand where the text says. */
function evenListsOf({ text, layout, count }: TextOfRows, { list, columns, shared }: TextColumns): EvenLists {
  const rows = layout?.[list]
  const groups = shared === undefined ? undefined : layout?.[shared.list]
  const stand = [rows, ...(shared === undefined ? [] : [groups])]
  if (rows?.count !== count || !stand.every(one => one !== undefined && isAt(text, one)))
    throw new Error(`A text of ${count} rows does not have them where it says`)
  return {
    text,
    rows,
    places: Object.values(columns),
    ...(shared !== undefined &&
      groups !== undefined && {
        shared: { rows: groups, places: Object.values(shared.columns), number: shared.number },
      }),
  }
}

async function readByPlace(db: AnyDb, table: string, columns: TextColumns, given: TextOfRows): Promise<void> {
  const { text, rows, places, shared } = evenListsOf(given, columns)
  const { same, count } = given
  const bound: unknown[] = [...checkParameters(Object.values(same)), text]
  const whole = `?${bound.length}`
  const bind = (value: string | number | null): string => `?${bound.push(value)}`
  const row = { list: rows, begin: `n * ${bind(rows.length)}` }
  const group =
    shared === undefined
      ? undefined
      : { list: shared.rows, begin: `${valueAt(row, shared.number)} * ${bind(shared.rows.length)}` }
  const values = [
    ...Object.values(same).map((_, place) => `?${place + 1}`),
    ...(group === undefined ? [] : (shared?.places ?? []).map(place => valueAt(group, place))),
    ...places.map(place => valueAt(row, place)),
  ]
  const write = { db, table, columns: namesOf(columns, Object.keys(same)), onDuplicate: undefined }
  const numbers = `with recursive line(n) as (select 0 union all select n + 1 from line where n < ${bind(count - 1)})`
  const statement = `${numbers} ${into(write)} select ${values.join(', ')} from line`
  await db.executeQuery(CompiledQuery.raw(statement, bound))

  /** A value as SQLite reads it: a text without its quotes and the blanks behind it. */
  function valueAt({ list, begin }: { list: EvenRows; begin: string }, place: number): string {
    const { at: from, width: own, type, hasNull, isFull, only } = list.values[place]!
    if (only !== undefined) return bind(only)
    const piece = (first: number, length: number) =>
      `substr(${whole}, ${begin} + ${bind(list.from + first + 1)}, ${bind(length)})`
    const value =
      type === 'number'
        ? `cast(${piece(from, own)} as integer)`
        : isFull
          ? `cast(${piece(from + 1, own - 2)} as text)`
          : `rtrim(cast(${piece(from + 1, own - 1)} as text), '" ')`
    // A null begins with n; a text begins with its quote, a number with a digit or its sign.
    return hasNull ? `case when ${piece(from, 1)} = x'6e' then null else ${value} end` : value
  }
}

/** Whether the first row and the end of the list stand where they should. */
function isAt(bytes: Uint8Array, { from, length, count }: EvenRows): boolean {
  const [open, close] = ['['.charCodeAt(0), ']'.charCodeAt(0)]
  const end = from + count * length - 1
  return bytes[from - 1] === open && bytes[from] === open && bytes[end - 1] === close && bytes[end] === close
}
