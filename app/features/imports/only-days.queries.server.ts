import type { Db } from '#db/tables.ts'
import type { OnlyDays } from './only-days.rule.ts'

/** The days to which the rows of an import are held: those of the upload link it came through; undefined for any other. */
export async function onlyDaysOfImport(db: Db, importId: string): Promise<OnlyDays | undefined> {
  return db
    .selectFrom('upload_link_file as f')
    .innerJoin('upload_link as l', 'l.id', 'f.link_id')
    .where('f.import_id', '=', importId)
    .select(['l.first_day as from', 'l.last_day as to'])
    .executeTakeFirst()
}
