import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import Libsql from 'libsql'
import { checkParameters } from './parameters.ts'

const cachedStatements = 300

/** Kysely's dialect over one hardened libsql connection to a file (or ':memory:'). */
export function sqliteDialect(path: string): SqliteDialect {
  return new SqliteDialect({ database: async () => openSqlite(path) })
}

function openSqlite(path: string): SqliteDatabase {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  let database = connect(path)
  let statements = new Map<string, Libsql.Statement>()

  function prepare(sql: string): Libsql.Statement {
    const known = statements.get(sql)
    if (known !== undefined) {
      statements.delete(sql)
      statements.set(sql, known)
      return known
    }
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    if (statements.size > cachedStatements) statements.delete(statements.keys().next().value as string)
    return statement
  }

  /** A connection that met SQLITE_BUSY cannot commit any more until its statements are collected: start anew. */
  function guarded<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (isBusy(error) && !database.inTransaction) {
        database.close()
        statements = new Map()
        database = connect(path)
      }
      throw error
    }
  }

  return {
    prepare: sql => {
      const control = transactionControl[sql]
      if (control !== undefined) return controlStatement(() => guarded(() => database.exec(control)))
      return guarded(() => checkedStatement(prepare(sql), () => database.prepare(sql), guarded))
    },
    close: () => {
      statements.clear()
      if (path !== ':memory:') release(database)
      database.close()
      if (path !== ':memory:') rmSync(holderFile(path), { force: true })
    },
  }
}

/** A deferred `begin` starves under load: a transaction takes the write lock at once. */
const transactionControl: Record<string, string> = {
  begin: 'begin immediate',
  commit: 'commit',
  rollback: 'rollback',
}

function controlStatement(run: () => void): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    run: () => {
      run()
      return { changes: 0, lastInsertRowid: 0 }
    },
    iterate: () => [][Symbol.iterator](),
  }
}

function checkedStatement(
  statement: Libsql.Statement,
  fresh: () => Libsql.Statement,
  guarded: <T>(work: () => T) => T,
): SqliteStatement {
  return {
    reader: statement.reader,
    all: parameters => guarded(() => statement.all(checkParameters(parameters))),
    run: parameters => guarded(() => statement.run(checkParameters(parameters))),
    // A cached statement may be needed again while a stream is still being read.
    iterate: parameters => fresh().iterate(checkParameters(parameters)),
  }
}

function connect(path: string): Libsql.Database {
  const database = new Libsql(path)
  try {
    // One process, one connection: no second writer, and no shared memory to go stale.
    if (path !== ':memory:') database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('temp_store = MEMORY')
    // What is deleted is overwritten: files with ID numbers and the data of erased persons are gone from the disk too.
    database.pragma('secure_delete = ON')
    database.pragma('cache_size = -32000')
  } catch (error) {
    database.close()
    throw isBusy(error) ? new Error(whoHolds(path), { cause: error }) : error
  }
  if (path !== ':memory:') writeFileSync(holderFile(path), `${process.pid}\n`)
  return database
}

/**
 * Gives the file back. libsql keeps a closed connection, and its lock, until the last of its statements is collected;
 * only out of WAL does the lock go with the next read.
 */
function release(database: Libsql.Database): void {
  try {
    if (database.inTransaction) database.exec('rollback')
    database.pragma('journal_mode = DELETE')
    database.pragma('locking_mode = NORMAL')
    database.prepare('select count(*) from sqlite_schema').all([])
  } catch {
    // A full disk, say: then the file is free when the process ends.
  }
}

/** Whether a database could not be opened because another process has it. */
export function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && isBusy(error.cause)
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is locked|SQLITE_BUSY/.test(`${error.message} ${codeOf(error)}`)
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}

function holderFile(path: string): string {
  return `${path}.holder`
}

function whoHolds(path: string): string {
  const file = holderFile(path)
  const holder = existsSync(file) ? `process ${readFileSync(file, 'utf8').trim()}` : 'another process'
  return `The database ${path} is in use by ${holder}. An embedded database serves one process: stop that one first, or set DATABASE_URL to a MySQL or MariaDB database.`
}
