import { type Migration, Migrator } from 'kysely'
import { sqlitePath } from '../connection.server.ts'
import { isCutOff } from '../dialect/dialect.ts'
import { writeLists } from '../dialect/many-rows.ts'
import { gatherStatistics } from '../dialect/statistics.ts'
import { migrations } from '../migrations/index.ts'
import type { Db, Tx } from '../tables.ts'
import { keyOf } from './rows.server.ts'
import type { Batch } from './snapshot.server.ts'
import type { StoredTable } from './stored-tables.server.ts'
import { newFile, newSchema, type Place, type PlaceRefusal } from './target-place.server.ts'
import { migrationsUpTo, unfinished } from './version.server.ts'

/** A database that is being filled. Until it is kept it bears the mark of an unfinished one, and no program starts on it. */
export interface Target {
  db: Db
  /** Brings it to the schema of today; `finish` writes its last rows in the transaction that takes the mark away. */
  keep: (finish: (tx: Tx) => Promise<void>) => Promise<void>
  /** Removes all that was made. */
  drop: () => Promise<void>
}

/** Makes the tables of a version, without rows, in a place where nothing stands. */
export async function openTarget(
  url: string,
  version: string,
  tables: readonly StoredTable[],
): Promise<{ ok: true; target: Target } | { ok: false; refusal: PlaceRefusal }> {
  const path = sqlitePath(url)
  const found = path === undefined ? await newSchema(url) : newFile(path)
  if (!found.ok) return found
  const { place } = found
  const names = tables.map(table => table.name)
  if (!(await claim(place, version, names))) return { ok: false, refusal: 'not-empty' }
  return { ok: true, target: { db: place.db, keep: finish => keep(place, names, finish), drop: place.drop } }
}

/** Writes rows as they are; throws naming between which keys one stands that the database does not take. */
export async function fillTable(db: Db, table: StoredTable, { rows }: Batch): Promise<void> {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return
  try {
    await writeLists(db, { table: table.name, columns: table.columns.map(column => column.name) }, rows)
  } catch (error) {
    const span = [first, last].map(row => keyOf(table, row).join(' ')).join(' … ')
    const why = error instanceof Error ? error.message : String(error)
    const hint = isCutOff(error) ? ' (is a row larger than max_allowed_packet of the server?)' : ''
    throw new Error(`${table.name}, ${span}: ${why}${hint}`, { cause: error })
  }
}

const mark = { [unfinished.migration]: { up: async () => undefined } }

/** Puts the mark and the empty tables there; false where somebody else was quicker. */
async function claim(place: Place, version: string, tables: readonly string[]): Promise<boolean> {
  const { error, results = [] } = await migrate(place.db, { ...mark, ...migrationsUpTo(version) })
  const isOurs = results.some(
    ({ migrationName, status }) => migrationName === unfinished.migration && status === 'Success',
  )
  try {
    if (error !== undefined) throw error
    // What the migrations put there comes with the rest.
    if (isOurs) for (const name of tables) await place.db.deleteFrom(name as never).execute()
    else await place.leave()
    return isOurs
  } catch (cause) {
    await (isOurs ? place.drop() : place.leave())
    throw cause
  }
}

async function keep(
  place: Place,
  tables: readonly string[],
  finish: (tx: Tx) => Promise<void>,
): Promise<void> {
  const { db } = place
  await gatherStatistics(db, tables)
  const { error } = await migrate(db, { ...mark, ...migrations })
  if (error !== undefined) throw error
  await db.transaction().execute(async tx => {
    await tx
      .deleteFrom('kysely_migration' as never)
      .where('name' as never, '=', unfinished.migration as never)
      .execute()
    await finish(tx)
  })
  await place.settle()
}

function migrate(db: Db, wanted: Record<string, Migration>) {
  return new Migrator({ db, provider: { getMigrations: async () => wanted } }).migrateToLatest()
}
