import { type Kysely, type Migration, sql } from 'kysely'
import { migrations } from '../migrations/index.ts'

// Read before and after any migration.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyDb = Kysely<any>

/**
 * The mark of a database that is being filled from a backup or another database. It stands among its migrations, where
 * no program of any version knows it: none starts on a database of which only half has come.
 */
export const unfinished = {
  migration: '0000-restore-unfinished',
  explanation:
    'This database was only half filled by a restore or a copy that broke off. Drop it, create it anew and restore again.',
} as const

/**
 * The schema on which a database stands, named by its newest migration. none: no database of this program; unfinished:
 * half restored; foreign: of a newer version of the program, or changed by other hands.
 */
export type Version = { kind: 'known'; name: string } | { kind: 'none' | 'unfinished' | 'foreign' }

export async function versionOf(db: AnyDb): Promise<Version> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(table => table.name === 'kysely_migration')) return { kind: 'none' }
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const names = rows.map(row => row.name).sort()
  const last = names.at(-1)
  if (last === undefined) return { kind: 'none' }
  if (names.includes(unfinished.migration)) return { kind: 'unfinished' }
  const known = Object.keys(migrationsUpTo(last) ?? {}).sort()
  return known.join() === names.join() ? { kind: 'known', name: last } : { kind: 'foreign' }
}

/** The migrations that lead to a version; undefined where this program does not know it. */
export function migrationsUpTo(version: string): Record<string, Migration> | undefined {
  const names = Object.keys(migrations).sort()
  const last = names.indexOf(version)
  if (last === -1) return undefined
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => names.indexOf(name) <= last))
}
