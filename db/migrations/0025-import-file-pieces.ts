import { type Kysely, sql } from 'kysely'
import { createTable } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

/** Uploaded files in pieces, so that none is larger than what a server takes at once (16 MB unless it is told otherwise). */
export async function up(db: Schema): Promise<void> {
  const before = await db.introspection.getTables()
  const whole = before.find(({ name }) => name === 'import_file')
  if (whole?.columns.some(({ name }) => name === 'number')) return
  await createTable(db, 'import_file_piece')
    .addColumn('import_id', 'char(26)', c => c.notNull())
    .addColumn('number', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('bytes', sql`longblob`, c => c.notNull())
    .addPrimaryKeyConstraint('import_file_piece_key', ['import_id', 'number'])
    .execute()
  // On MySQL each statement stands at once: a migration killed half-way goes on where it was.
  if (whole !== undefined) {
    await db.deleteFrom('import_file_piece').execute()
    await sql`insert into import_file_piece (import_id, number, bytes) select import_id, 0, bytes from import_file`.execute(
      db,
    )
    await db.schema.dropTable('import_file').execute()
  }
  await db.schema.alterTable('import_file_piece').renameTo('import_file').execute()
}
