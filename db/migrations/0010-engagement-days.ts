import type { Kysely } from 'kysely'
import { addColumn, createIndex } from '../dialect/dialect.ts'

/** Which contract goes on from which, and until when the public notice of a candidate was announced to run. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await addColumn(db, 'instructor', 'continues', 'char(26)')
  await createIndex(db, 'instructor', 'instructor_continues_index', ['continues'])
  await addColumn(db, 'application', 'publicity_to', 'char(10)')
  await db
    .updateTable('application')
    .set(eb => ({
      publicity_to: eb
        .selectFrom('coach_post')
        .whereRef('coach_post.id', '=', 'application.post_id')
        .select('coach_post.publicity_to'),
    }))
    .where('state', '=', 'PUBLICITY')
    .execute()
}
