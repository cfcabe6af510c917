import { CompiledQuery } from 'kysely'
import { engineOf } from './dialect.ts'
import { type AnyDb, into, isBentByJson, writeBound } from './many-rows.ts'
import { checkParameters } from './parameters.ts'

/** Rows that come as one text, from another thread or from a part of an import. */
export interface JsonRows {
  /** An object that has groups of rows under `groups`, each group and each row of it a list. */
  json: string
  /** The columns that all rows of a group share, with the place of each in the list of the group, from 0. */
  shared: Readonly<Record<string, number>>
  /** The place of the rows in the list of the group. */
  rows: number
  /** The columns of a row, with their places in its list. */
  columns: Readonly<Record<string, number>>
}

/** What every row has besides. */
export type SameInAll = Readonly<Record<string, string | number>>

/** Writes such rows; SQLite reads the text by itself. */
export async function writeJsonRows(
  db: AnyDb,
  table: string,
  rows: JsonRows,
  same: SameInAll,
): Promise<void> {
  const columns = [...Object.keys(same), ...columnsOf(rows)]
  const fixed = checkParameters(Object.values(same))
  const write = { db, table, columns, onDuplicate: undefined }
  if (!isReadBySqlite(db, rows)) return writeBound(write, valuesOf(rows, fixed))
  const { values, from } = readingOf(rows)
  const statement = `${into(write)} select ${[...fixed.map(() => '?'), ...values].join(', ')} from ${from}`
  await db.executeQuery(CompiledQuery.raw(statement, [...fixed, rows.json]))
}

/** The columns that the text fills, in the order in which `readingOf` has their values. */
export function columnsOf({ shared, columns }: Pick<JsonRows, 'shared' | 'columns'>): string[] {
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
