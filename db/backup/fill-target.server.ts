import type { Db, Tx } from '../tables.ts'
import type { Batch, CountedTable } from './snapshot.server.ts'
import { fillTable, openTarget, type Target } from './target.server.ts'
import type { PlaceRefusal } from './target-place.server.ts'

/** All that one database holds. */
export interface Contents {
  /** Its newest migration. */
  version: string
  tables: readonly CountedTable[]
  batches: AsyncIterable<Batch>
}

export interface Filling {
  /** Looks at what has come before it becomes a good database; false, and all of it is removed. */
  isRight?: (db: Db) => Promise<boolean>
  /** Writes the last rows: who did this. */
  finish: (tx: Tx) => Promise<void>
}

/**
 * Makes a database of `contents` where nothing stands: all of it or nothing. What fails is thrown once everything that
 * was made is removed again.
 */
export async function fillTarget(
  url: string,
  contents: Contents,
  { isRight, finish }: Filling,
): Promise<{ ok: true; isKept: boolean } | { ok: false; refusal: PlaceRefusal }> {
  const opened = await openTarget(url, contents.version, contents.tables)
  if (!opened.ok) return opened
  const { target } = opened
  try {
    await fillTables(target.db, contents)
    if (isRight !== undefined && !(await isRight(target.db))) {
      await target.drop()
      return { ok: true, isKept: false }
    }
    await target.keep(finish)
    return { ok: true, isKept: true }
  } catch (error) {
    await dropAfter(target, error)
    throw error
  }
}

/** What cannot be removed bears the mark of an unfinished database; whoever asked is told. */
async function dropAfter(target: Target, cause: unknown): Promise<void> {
  try {
    await target.drop()
  } catch (error) {
    const [first, then] = [cause, error].map(one => (one instanceof Error ? one.message : String(one)))
    throw new Error(`${first}\nWhat had been made could not be removed, drop it by hand: ${then}`, { cause })
  }
}

async function fillTables(db: Db, { tables, batches }: Contents): Promise<void> {
  const byName = new Map(tables.map(table => [table.name, { table, written: 0 }]))
  for await (const batch of batches) {
    const one = byName.get(batch.table)
    if (one === undefined) throw new Error(`Rows of ${batch.table} came, which is no table of this version`)
    await fillTable(db, one.table, batch)
    one.written += batch.rows.length
  }
  for (const { table, written } of byName.values())
    if (written !== table.rows)
      throw new Error(`${table.name}: ${written} rows came, ${table.rows} were told`)
}
