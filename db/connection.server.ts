import { CompiledQuery, Kysely, type MigrationResultSet, Migrator } from 'kysely'
import { unfinished, versionOf } from './backup/version.server.ts'
import { mysqlDialect } from './dialect/mysql.server.ts'
import { sqliteDialect } from './dialect/sqlite.server.ts'
import { migrations } from './migrations/index.ts'
import type { Database, Db } from './tables.ts'

/** Where the database of this installation stands. */
export function databaseUrl(): string {
  return process.env.DATABASE_URL ?? 'file:./data/sports.db'
}

/**
 * Opens the database that a URL names: `file:./data/sports.db`, `file::memory:` or `mysql://user:pass@host:3306/name`.
 * Throws on any other scheme. Nothing is migrated yet.
 */
export function openDatabase(url: string, options: { connections?: number } = {}): Db {
  const path = sqlitePath(url)
  if (path !== undefined) return new Kysely<Database>({ dialect: sqliteDialect(path) })
  if (/^(mysql|mariadb):\/\//.test(url)) {
    const address = url.replace(/^mariadb:/, 'mysql:')
    return new Kysely<Database>({ dialect: mysqlDialect(address, options.connections ?? 10) })
  }
  throw new Error('DATABASE_URL must begin with file: or mysql://')
}

/** The file of an embedded database, or ':memory:'; undefined where the URL names a server. */
export function sqlitePath(url: string): string | undefined {
  return /^(file|sqlite):/.test(url) ? url.replace(/^(file|sqlite):(\/\/(?=\/))?/, '') : undefined
}

/** Brings the schema up to date; throws what stopped it. */
export async function migrateDatabase(db: Db): Promise<MigrationResultSet['results']> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return results
  const { kind } = await versionOf(db)
  throw kind === 'unfinished' ? new Error(unfinished.explanation, { cause: error }) : error
}

/** Answers when the database answers; throws otherwise. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('select 1'))
}
