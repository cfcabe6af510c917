import type { Db } from '#db/tables.ts'

/** How many visits of an application were recorded. */
export async function countVisits(db: Db, applicationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('title_visit')
    .where('application_id', '=', applicationId)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
