import { CompiledQuery } from 'kysely'
import { engineOf } from './dialect.ts'
import {
  columnsOf,
  isReadBySqlite,
  type JsonPlaces,
  type JsonRows,
  readingOf,
  type SameInAll,
} from './json-rows.ts'
import { type AnyDb, into } from './many-rows.ts'
import { checkParameters } from './parameters.ts'

/** Rows that were made ready together: one piece of an import, say. */
export interface ReadyBatch {
  group: string
  number: number
}

/** Rows that are kept ready at most, of all groups: some fifty megabytes. */
const mostReady = 400_000

/**
 * Makes rows ready that may be inserted later. Opening their text is most of what inserting them costs SQLite, and it
 * can be done before anybody waits for it. They stand in a temporary table, in the memory of the one connection: they
 * go with the process, and the oldest make room for others. MySQL makes nothing ready.
 */
export async function makeReady(
  tx: AnyDb,
  table: string,
  { group, number }: ReadyBatch,
  rows: JsonRows,
): Promise<void> {
  if (!isReadBySqlite(tx, rows)) return
  await prepare(tx, table, columnsOf(rows))
  if (!(await isRoomFor(tx, group))) return
  const target = readyTable(table)
  const before = await lastOf(tx, target)
  const { values, from } = readingOf(rows)
  const write = { db: tx, table: target, columns: columnsOf(rows), onDuplicate: undefined }
  await run(tx, `${into(write)} select ${values.join(', ')} from ${from}`, [rows.json])
  const batch = [group, number, table, before + 1, await lastOf(tx, target)]
  await run(tx, 'insert or replace into temp.ready_batch values (?, ?, ?, ?, ?)', batch)
}

/** Inserts rows that were made ready, and answers how many; null when they are not, or no longer. */
export async function insertReady(
  tx: AnyDb,
  table: string,
  { group, number }: ReadyBatch,
  rows: JsonPlaces,
  same: SameInAll,
): Promise<number | null> {
  if (engineOf(tx) === 'mysql') return null
  const columns = columnsOf(rows)
  await prepare(tx, table, columns)
  const [batch] = await ask<{ first: number; last: number }>(
    tx,
    'select first, last from temp.ready_batch where "group" = ? and number = ? and target = ?',
    [group, number, table],
  )
  if (batch === undefined) return null
  const fixed = checkParameters(Object.values(same))
  const write = { db: tx, table, columns: [...Object.keys(same), ...columns], onDuplicate: undefined }
  const values = [...fixed.map(() => '?'), ...columns]
  const statement = `${into(write)} select ${values.join(', ')} from temp.${readyTable(table)} where rowid between ? and ?`
  await run(tx, statement, [...fixed, batch.first, batch.last])
  return batch.last - batch.first + 1
}

/** Lets go what was made ready of a group, or of one batch of it. */
export async function dropReady(
  tx: AnyDb,
  table: string,
  { group, number }: { group: string; number?: number },
): Promise<void> {
  if (engineOf(tx) === 'mysql' || !(await isPrepared(tx, table))) return
  const [which, values] =
    number === undefined
      ? ['"group" = ? and target = ?', [group, table]]
      : ['"group" = ? and target = ? and number = ?', [group, table, number]]
  const batches = await ask<{ first: number; last: number }>(
    tx,
    `select first, last from temp.ready_batch where ${which}`,
    values,
  )
  for (const { first, last } of batches)
    await run(tx, `delete from temp.${readyTable(table)} where rowid between ? and ?`, [first, last])
  await run(tx, `delete from temp.ready_batch where ${which}`, values)
}

/** Whether another batch of the group may be made ready; other groups, the oldest first, make room. */
async function isRoomFor(tx: AnyDb, group: string): Promise<boolean> {
  const groups = await ask<{ group: string; target: string; rows: number }>(
    tx,
    'select "group", target, sum(last - first + 1) as rows from temp.ready_batch group by "group", target order by min(rowid)',
  )
  let ready = groups.reduce((sum, { rows }) => sum + rows, 0)
  for (const old of groups) {
    if (ready < mostReady) return true
    if (old.group === group) continue
    await dropReady(tx, old.target, { group: old.group })
    ready -= old.rows
  }
  return ready < mostReady
}

async function prepare(tx: AnyDb, table: string, columns: readonly string[]): Promise<void> {
  await run(
    tx,
    `create temp table if not exists ready_batch (
      "group" text not null, number integer not null, target text not null, first integer not null, last integer not null,
      primary key ("group", number, target))`,
  )
  await run(
    tx,
    `create temp table if not exists ${readyTable(table)} as select ${columns.join(', ')} from main."${table}" where 0`,
  )
}

async function isPrepared(tx: AnyDb, table: string): Promise<boolean> {
  const found = await ask(tx, 'select 1 from temp.sqlite_schema where name = ?', [readyTable(table)])
  return found.length > 0
}

async function lastOf(tx: AnyDb, target: string): Promise<number> {
  const [row] = await ask<{ last: number | null }>(tx, `select max(rowid) as last from temp.${target}`)
  return row?.last ?? 0
}

function readyTable(table: string): string {
  return `ready_${table}`
}

async function run(tx: AnyDb, statement: string, parameters: readonly unknown[] = []): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(statement, [...parameters]))
}

async function ask<T>(tx: AnyDb, statement: string, parameters: readonly unknown[] = []): Promise<T[]> {
  const { rows } = await tx.executeQuery(CompiledQuery.raw(statement, [...parameters]))
  return rows as T[]
}
