import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase, pingDatabase, sqlitePath } from '../connection.server.ts'
import { copyHeldFile } from '../dialect/copy-held-file.server.ts'
import { isHeldElsewhere } from '../dialect/sqlite.server.ts'
import type { Db } from '../tables.ts'
import { versionOf } from './version.server.ts'

/** A database that is read as a whole. */
export interface Source {
  db: Db
  /** Whether it is a copy of an embedded database that another process holds: what is written to it is lost. */
  isCopy: boolean
  close: () => Promise<void>
}

/** no-database: nothing of this program stands there; foreign: of a newer version, or changed by other hands. */
export type SourceRefusal = 'no-database' | 'unfinished' | 'foreign'

/** Opens the database that a URL names; it is neither made nor brought up to date. */
export async function openSource(
  url: string,
): Promise<{ ok: true; source: Source } | { ok: false; refusal: SourceRefusal }> {
  const path = sqlitePath(url)
  if (path !== undefined && !existsSync(path)) return { ok: false, refusal: 'no-database' }
  const source = path === undefined ? sourceOf(openDatabase(url, { connections: 2 })) : await openFile(path)
  try {
    const { kind } = await versionOf(source.db)
    if (kind === 'known') return { ok: true, source }
    await source.close()
    return { ok: false, refusal: kind === 'none' ? 'no-database' : kind }
  } catch (error) {
    await source.close()
    throw error
  }
}

function sourceOf(db: Db): Source {
  return { db, isCopy: false, close: () => db.destroy() }
}

async function openFile(path: string): Promise<Source> {
  const db = openDatabase(`file:${path}`)
  try {
    await pingDatabase(db)
    return sourceOf(db)
  } catch (error) {
    await db.destroy()
    if (isHeldElsewhere(error)) return openCopy(path)
    throw error
  }
}

/** The copy stands beside the database: on the same disk, behind the same permissions. */
async function openCopy(path: string): Promise<Source> {
  const folder = await mkdtemp(`${path}.copy-`)
  const copy = join(folder, 'copy.db')
  const db = openDatabase(`file:${copy}`)
  const close = async () => {
    await db.destroy()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await copyHeldFile(path, copy)
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check`.execute(db)
    if (rows[0]?.quick_check !== 'ok') throw new Error(`The copy of ${path} is damaged`)
    return { db, isCopy: true, close }
  } catch (error) {
    await close()
    throw error
  }
}
