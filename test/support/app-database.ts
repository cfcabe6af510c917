import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import mysql from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { migrateDatabase } from '#db/connection.server.ts'
import { db } from '#db/index.server.ts'
import type { Db } from '#db/tables.ts'
import { emptyTables } from './database.ts'

/** The database behind the pages under test: migrated, and before each test without rows but the migrations'. */
export function useAppDatabase(): Db {
  const url = process.env.DATABASE_URL ?? ''
  const server = process.env.TEST_DATABASE_URL
  const name = new URL(url).pathname.slice(1)

  beforeAll(async () => {
    if (server) await onServer(server, `create database ${name}`)
    await migrateDatabase(db)
  })
  beforeEach(() => emptyTables(db))
  afterAll(async () => {
    await db.destroy()
    if (server) await onServer(server, `drop database if exists ${name}`)
    else rmSync(dirname(url.replace('file:', '')), { recursive: true, force: true })
  })
  return db
}

async function onServer(server: string, statement: string): Promise<void> {
  const connection = await mysql.createConnection(server)
  await connection.query(statement)
  await connection.end()
}
