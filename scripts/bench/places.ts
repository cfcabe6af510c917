import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mysql from 'mysql2/promise'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import { loadDemoCity } from '../demo/load-demo-city.ts'
import type { BenchPlace } from './figure.ts'

/** A Monday in the middle of a term: the city and its logs are the same on every run. */
const today = '2026-11-23'
const localServer = 'mysql://root@127.0.0.1:3306'

/** The demo city in a new SQLite file, in a folder that `close` removes. */
export async function sqlitePlace(tell: (line: string) => void): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'sports-bench-'))
  const place = await openPlace('sqlite', `file:${join(folder, 'bench.db')}`, tell)
  return { place, remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

/** The demo city in a new schema of TEST_DATABASE_URL, or of a server on this machine; null when none answers. */
export async function mysqlPlace(tell: (line: string) => void): Promise<Opened | null> {
  const server = process.env.TEST_DATABASE_URL || localServer
  const name = `sports_bench_${process.pid}`
  try {
    await run(server, `create database ${name}`)
  } catch (error) {
    tell(`no MySQL or MariaDB at ${new URL(server).host}: ${error instanceof Error ? error.message : error}`)
    return null
  }
  const url = new URL(server)
  url.pathname = `/${name}`
  const place = await openPlace('mysql', url.toString(), tell)
  return { place, remove: () => run(server, `drop database if exists ${name}`) }
}

export interface Opened {
  place: BenchPlace
  /** Removes the database; the connection must be closed before. */
  remove: () => Promise<void>
}

async function openPlace(
  engine: BenchPlace['engine'],
  url: string,
  tell: (line: string) => void,
): Promise<BenchPlace> {
  const db = openDatabase(url)
  await migrateDatabase(db)
  const city = await loadDemoCity(db, { today, log: line => tell(`${engine}: ${line}`) })
  return { engine, url, db, city, today }
}

async function run(server: string, statement: string): Promise<void> {
  const connection = await mysql.createConnection(server)
  await connection.query(statement)
  await connection.end()
}
