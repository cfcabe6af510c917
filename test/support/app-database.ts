import mysql from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { migrateDatabase } from '#db/connection.server.ts'
import { db } from '#db/index.server.ts'
import type { Db } from '#db/tables.ts'
import { emptyTables } from './database.ts'
import { keepReference, type Reference } from './reference.ts'

const state: { reference?: Promise<Reference> } = {}

/**
 * The database behind the pages under test: migrated, and with `clean` (the default) before each test without rows but
 * the migrations'.
 */
export function useAppDatabase(options: { clean?: boolean } = {}): Db {
  beforeAll(async () => {
    state.reference ??= madeReady()
    await state.reference
  })
  if (options.clean !== false) beforeEach(() => emptyTables(db))
  // The files of one process share it: the next one finds what the migrations left.
  afterAll(async () => {
    await emptyTables(db)
    await (await state.reference)?.restore()
  })
  return db
}

async function madeReady(): Promise<Reference> {
  const server = process.env.TEST_DATABASE_URL
  if (server) {
    const connection = await mysql.createConnection(server)
    await connection.query(`create database ${new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)}`)
    await connection.end()
  }
  await migrateDatabase(db)
  return keepReference(db)
}
