import { CompiledQuery } from 'kysely'
import { engineOf } from './dialect.ts'
import { enoughToLoad, loadRows } from './load-rows.ts'
import { type AnyDb, into, isBentByJson, writeBound } from './many-rows.ts'
import { checkParameters } from './parameters.ts'

/** Where a text has the rows of a table: an object that has groups of rows under `groups`, each group and row a list. */
export interface JsonPlaces {
  /** The columns that all rows of a group share, with the place of each in the list of the group, from 0. */
  shared: Readonly<Record<string, number>>
  /** The place of the rows in the list of the group. */
  rows: number
  /** The columns of a row, with their places in its list. */
  columns: Readonly<Record<string, number>>
}

/** Rows that come as one text, from another thread or from a part of an import. */
export interface JsonRows extends JsonPlaces {
  json: string
}

/** What every row of a text has besides. */
export type SameInAll = Readonly<Record<string, string | number>>

/** A text of rows with what each of them has besides. */
export interface JsonText {
  json: string
  /** The same columns in every text of a call. */
  same: SameInAll
  /** How many rows it has. */
  count: number
}

/** Writes the rows of such texts; SQLite reads a text by itself, MySQL is handed all rows in one stream. */
export async function writeJsonRows(
  db: AnyDb,
  table: string,
  places: JsonPlaces,
  texts: readonly JsonText[],
): Promise<void> {
  const columns = [...Object.keys(texts[0]?.same ?? {}), ...columnsOf(places)]
  const write = { db, table, columns, onDuplicate: undefined }
  if (isMuch(db, texts)) return loadRows(db, table, columns, rowsOf(texts, places))
  for (const { json, same } of texts) {
    const rows = { json, ...places }
    const fixed = checkParameters(Object.values(same))
    if (!isReadBySqlite(db, rows)) {
      await writeBound(write, valuesOf(rows, fixed))
      continue
    }
    const { values, from } = readingOf(rows)
    const statement = `${into(write)} select ${[...fixed.map(() => '?'), ...values].join(', ')} from ${from}`
    await db.executeQuery(CompiledQuery.raw(statement, [...fixed, json]))
  }
}

function isMuch(db: AnyDb, texts: readonly JsonText[]): boolean {
  return engineOf(db) === 'mysql' && texts.reduce((sum, { count }) => sum + count, 0) >= enoughToLoad
}

/** Opens a text when its turn comes, so that the server works on the one before. */
function* rowsOf(texts: readonly JsonText[], places: JsonPlaces): Generator<unknown[]> {
  for (const { json, same } of texts)
    yield* valuesOf({ json, ...places }, checkParameters(Object.values(same)))
}

/** The columns that the text fills, in the order in which `readingOf` has their values. */
export function columnsOf({ shared, columns }: JsonPlaces): string[] {
  return [...Object.keys(shared), ...Object.keys(columns)]
}

export function isReadBySqlite(db: AnyDb, { json }: JsonRows): boolean {
  return engineOf(db) === 'sqlite' && !isBentByJson(json)
}

/** The values of each row and whence they come, as SQLite reads them; the text is to be bound. */
export function readingOf({ shared, rows, columns }: JsonRows): { values: string[]; from: string } {
  return {
    values: [
      ...Object.values(shared).map(place => `one.value ->> ${place}`),
      ...Object.values(columns).map(place => `line.value ->> ${place}`),
    ],
    from: `json_each(?, '$.groups') as one, json_each(one.value, '$[${rows}]') as line`,
  }
}

function valuesOf({ json, shared, rows, columns }: JsonRows, fixed: readonly unknown[]): unknown[][] {
  const { groups } = JSON.parse(json) as { groups: unknown[][] }
  const [ofGroup, ofRow] = [Object.values(shared), Object.values(columns)]
  return groups.flatMap(group => {
    const alike = [...fixed, ...checkParameters(ofGroup.map(place => group[place]))]
    return (group[rows] as unknown[][]).map(row => [
      ...alike,
      ...checkParameters(ofRow.map(place => row[place])),
    ])
  })
}
