import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import mysql from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import { engineOf } from '#db/dialect/dialect.ts'
import type { Database, Db } from '#db/tables.ts'

/** What migrations put there and tests may rely on. */
const referenceTables: readonly (keyof Database)[] = [
  'unit',
  'unit_alias',
  'sport',
  'sport_alias',
  'term',
  'calendar_entry',
  'holiday_year',
  'program_rule',
  'activity_policy',
  'activity_kind',
  'designation_rule',
  'indicator_set',
  'indicator',
]

/**
 * A migrated database for the tests of one file: a SQLite file, or with TEST_DATABASE_URL=mysql://… a new database
 * there. With `clean` (the default) every test begins without rows, except those the migrations insert.
 */
export function useDatabase(options: { clean?: boolean } = {}): { readonly db: Db; readonly url: string } {
  const state: { db?: Db; url?: string; drop?: () => Promise<void> } = {}

  beforeAll(async () => {
    const place = await newPlace()
    state.url = place.url
    state.drop = place.drop
    state.db = openDatabase(place.url, { connections: 5 })
    await migrateDatabase(state.db)
  })
  if (options.clean !== false) beforeEach(async () => emptyTables(state.db!))
  afterAll(async () => {
    await state.db?.destroy()
    await state.drop?.()
  })

  return {
    get db() {
      if (state.db === undefined) throw new Error('The database opens in beforeAll: use it inside a test')
      return state.db
    },
    get url() {
      return state.url ?? ''
    },
  }
}

/** Where a test's database may stand: a fresh URL and how to remove it. */
export async function newPlace(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL
  return server === undefined || server === '' ? newFile() : newSchema(server)
}

function newFile() {
  const folder = mkdtempSync(join(tmpdir(), 'sports-test-'))
  return {
    url: `file:${join(folder, 'test.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function newSchema(server: string) {
  const name = `sports_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const url = new URL(server)
  const run = async (statement: string) => {
    const connection = await mysql.createConnection(server)
    await connection.query(statement)
    await connection.end()
  }
  await run(`create database ${name}`)
  url.pathname = `/${name}`
  return { url: url.toString(), drop: async () => run(`drop database if exists ${name}`) }
}

export async function emptyTables(db: Db): Promise<void> {
  for (const name of await filledTables(db)) await db.deleteFrom(name).execute()
  forgetAnswers(db)
  await db
    .updateTable('audit_head')
    .set({ position: 0, hash: '0'.repeat(64) })
    .execute()
}

const tablesOf = new WeakMap<Db, readonly (keyof Database)[]>()

/** The tables that hold rows of a test, asked in one query: most tests fill a handful of them. */
async function filledTables(db: Db): Promise<(keyof Database)[]> {
  const names = tablesOf.get(db) ?? (await emptiedTables(db))
  tablesOf.set(db, names)
  const holds = names.map(name => sql`select ${name} as name where exists (select 1 from ${sql.table(name)})`)
  const { rows } = await sql<{ name: keyof Database }>`${sql.join(holds, sql` union all `)}`.execute(db)
  return rows.map(row => row.name)
}

async function emptiedTables(db: Db): Promise<(keyof Database)[]> {
  const tables = await db.introspection.getTables()
  return tables
    .map(table => table.name as keyof Database)
    .filter(name => !referenceTables.includes(name) && !name.startsWith('kysely_') && name !== 'audit_head')
}

/** Which engine the tests run on, for the few promises that belong to one of them. */
export function testEngine(db: Db): 'sqlite' | 'mysql' {
  return engineOf(db)
}
