import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import mysql from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import { engineOf } from '#db/dialect/dialect.ts'
import type { Database, Db } from '#db/tables.ts'
import { keepReference, type Reference, referenceTables } from './reference.ts'

interface House {
  db: Db
  url: string
  drop: () => Promise<void>
  reference: Reference
}

/** Databases that a file of this process has left as the migrations made them: making one costs more than most files. */
const idle: House[] = []

/**
 * A migrated database for the tests of one file: a SQLite file, or with TEST_DATABASE_URL=mysql://… a new database
 * there. With `clean` (the default) every test begins without rows, except those the migrations insert.
 */
export function useDatabase(options: { clean?: boolean } = {}): { readonly db: Db; readonly url: string } {
  const isClean = options.clean !== false
  const state: { house?: House } = {}
  const house = () => {
    if (state.house === undefined) throw new Error('The database opens in beforeAll: use it inside a test')
    return state.house
  }

  beforeAll(async () => {
    state.house = idle.pop() ?? (await newHouse())
  })
  if (isClean) beforeEach(() => emptyTables(house().db))
  afterAll(async () => {
    if (isClean) await handBack(house())
    else await tearDown(house())
  })

  return {
    get db() {
      return house().db
    },
    get url() {
      return house().url
    },
  }
}

async function newHouse(): Promise<House> {
  const place = await newPlace()
  const db = openDatabase(place.url, { connections: 5 })
  await migrateDatabase(db)
  return { db, ...place, reference: await keepReference(db) }
}

async function handBack(house: House): Promise<void> {
  await emptyTables(house.db)
  await house.reference.restore()
  idle.push(house)
}

async function tearDown({ db, drop }: House): Promise<void> {
  await db.destroy()
  await drop()
}

/** Where a test's database may stand: a fresh URL and how to remove it. */
export async function newPlace(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL
  return server === undefined || server === '' ? newFile() : newSchema(server)
}

/** The place of an embedded database, whatever the other tests run on. */
export function newFile(): { url: string; drop: () => Promise<void> } {
  const folder = mkdtempSync(join(inject('run').folder, 'place-'))
  return {
    url: `file:${join(folder, 'test.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function newSchema(server: string) {
  const name = `${inject('run').name}_${randomBytes(4).toString('hex')}`
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

const kept: ReadonlySet<string> = new Set(referenceTables)
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
    .filter(name => !kept.has(name) && !name.startsWith('kysely_') && name !== 'audit_head')
}

/** Which engine the tests run on, for the few promises that belong to one of them. */
export function testEngine(db: Db): 'sqlite' | 'mysql' {
  return engineOf(db)
}
