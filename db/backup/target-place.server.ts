import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openDatabase } from '../connection.server.ts'
import type { Db } from '../tables.ts'
import { flush } from './flush.server.ts'
import { versionOf } from './version.server.ts'

/** Where a new database is being made. */
export interface Place {
  db: Db
  /** Closes it and gives it its name. */
  settle: () => Promise<void>
  /** Closes it and removes what was made. */
  drop: () => Promise<void>
  /** Closes it as it stands. */
  leave: () => Promise<void>
}

/** unfinished: another restore left it half filled; in-memory: it would be gone at once. */
export type PlaceRefusal = 'not-empty' | 'unfinished' | 'in-memory'

type Found = { ok: true; place: Place } | { ok: false; refusal: PlaceRefusal }

/** A file that is made under another name: until it is whole, nothing stands under its own. */
export function newFile(path: string): Found {
  if (path === ':memory:') return { ok: false, refusal: 'in-memory' }
  if (standsAt(path)) return { ok: false, refusal: 'not-empty' }
  const unfinished = `${path}.${process.pid}.part`
  const db = openDatabase(`file:${unfinished}`)
  const drop = async () => {
    await db.destroy()
    for (const end of ['', ...companions]) await rm(unfinished + end, { force: true })
  }
  return { ok: true, place: { db, drop, leave: drop, settle: () => settleFile(db, unfinished, path) } }
}

const companions = ['-wal', '-shm', '-journal']

/** A log left behind by another database would be played into the new one. */
function standsAt(path: string): boolean {
  return ['', ...companions].some(end => existsSync(path + end))
}

async function settleFile(db: Db, unfinished: string, path: string): Promise<void> {
  await db.destroy()
  if (standsAt(path)) throw new Error(`${path} was made by somebody else meanwhile`)
  if (existsSync(`${unfinished}-wal`)) throw new Error(`${unfinished} could not be closed`)
  await flush(unfinished)
  await rename(unfinished, path)
  await flush(dirname(path))
}

/** A schema of a server that has no table. */
export async function newSchema(url: string): Promise<Found> {
  const db = openDatabase(url, { connections: 2 })
  const leave = () => db.destroy()
  try {
    const standing = await db.introspection.getTables({ withInternalKyselyTables: true })
    if (standing.length > 0) {
      const { kind } = await versionOf(db)
      await leave()
      return { ok: false, refusal: kind === 'unfinished' ? 'unfinished' : 'not-empty' }
    }
  } catch (error) {
    await leave()
    throw error
  }
  return { ok: true, place: { db, leave, settle: leave, drop: () => dropTables(db, url) } }
}

/**
 * Drops the mark last, so that what is half dropped is not taken for a good database. By a connection of its own: what
 * failed may have broken the others.
 */
async function dropTables(used: Db, url: string): Promise<void> {
  await used.destroy()
  const db = openDatabase(url, { connections: 1 })
  try {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
    const names = tables.map(table => table.name).filter(name => name !== 'kysely_migration')
    for (const name of [...names, 'kysely_migration']) await db.schema.dropTable(name).ifExists().execute()
  } finally {
    await db.destroy()
  }
}
