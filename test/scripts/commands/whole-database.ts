import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, inject, vi } from 'vitest'
import { verifyAuditChain } from '#app/features/audit/verify-audit.server.ts'
import { rowsOf } from '#db/backup/rows.server.ts'
import { storedTables } from '#db/backup/stored-tables.server.ts'
import { versionOf } from '#db/backup/version.server.ts'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import type { Db } from '#db/tables.ts'
import { backUp } from '#scripts/commands/backup.ts'
import { command as copy } from '#scripts/commands/copy.ts'
import { command as restore } from '#scripts/commands/restore.ts'
import { newFile, newPlace } from '#test/support/database.ts'

const hasServer = Boolean(process.env.TEST_DATABASE_URL)
/** 'sqlite', and with TEST_DATABASE_URL the server as well. */
export const engines: readonly ('sqlite' | 'mysql')[] = hasServer ? ['sqlite', 'mysql'] : ['sqlite']

/** For what only a server does: none where the tests are run on the embedded database. */
export const servers = engines.filter(engine => engine !== 'sqlite')

const drops: (() => Promise<void>)[] = []

/** Removes after each test of a file what `freshUrl` gave it. */
export function usePlaces(): void {
  // A hundred tables, made and dropped again by a server that others use too.
  vi.setConfig({ testTimeout: 120_000 })
  afterEach(async () => {
    for (const drop of drops.splice(0)) await drop()
  })
}

/** The address of a place of that engine where nothing stands; it is gone after the test. */
export async function freshUrl(engine: 'sqlite' | 'mysql'): Promise<string> {
  const place = engine === 'sqlite' ? newFile() : await newPlace()
  drops.push(place.drop)
  return place.url
}

/** A migrated database there, filled by `fill` and closed again. */
export async function madeAt(url: string, fill: (db: Db) => Promise<void> = async () => undefined) {
  await withDatabase(url, async db => {
    await migrateDatabase(db)
    await fill(db)
  })
}

export async function withDatabase<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(url, { connections: 2 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

export function freshFile(name = 'sports.backup'): string {
  return join(mkdtempSync(join(inject('run').folder, 'backup-')), name)
}

/** All rows by table, in the order of their keys; the audit only as far as `upTo`. */
export function everythingAt(
  url: string,
  upTo = Number.POSITIVE_INFINITY,
): Promise<Record<string, unknown[]>> {
  return withDatabase(url, async db => {
    const version = await versionOf(db)
    if (version.kind !== 'known') throw new Error(version.kind)
    const found: Record<string, unknown[]> = {}
    for (const table of await storedTables(version.name)) {
      found[table.name] = []
      for await (const rows of rowsOf(db, table))
        found[table.name]?.push(...rows.map(row => row.map(comparable)))
    }
    const { audit = [] } = found
    return { ...found, audit: audit.slice(0, upTo), audit_head: [] }
  })
}

function comparable(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}

/** What was audited there, and whether the chain holds. */
export function auditAt(url: string) {
  return withDatabase(url, async db => ({
    actions: (await db.selectFrom('audit').select(['actor', 'action']).orderBy('position').execute()).map(
      row => `${row.actor}: ${row.action}`,
    ),
    differences: await verifyAuditChain(db),
  }))
}

interface Answer {
  exit: number
  /** What was printed, as JSON. */
  answer: Record<string, unknown> | undefined
  complaints: string
}

export function backup(url: string, output: string): Promise<Answer> {
  return run({ output }, [], input => backUp(input, url))
}

export function restoreInto(file: string, into: string): Promise<Answer> {
  return run({ into }, [file], restore.run)
}

export function copyTo(from: string, to: string): Promise<Answer> {
  return run({ from, to }, [], copy.run)
}

async function run(
  values: Record<string, string>,
  positionals: string[],
  command: (input: Parameters<typeof restore.run>[0]) => Promise<number>,
): Promise<Answer> {
  const printed: string[] = []
  const complaints: string[] = []
  const exit = await command({
    db: openDatabase('file::memory:'),
    values,
    positionals,
    json: true,
    print: line => printed.push(line),
    complain: line => complaints.push(line),
    actor: { id: null, name: 'root' },
  })
  const answer = printed.length === 0 ? undefined : JSON.parse(printed.join('\n'))
  return { exit, answer, complaints: complaints.join('\n') }
}
