import type { Database, Db } from '#db/tables.ts'

export interface ReviewState {
  id: string
  applicationId: string
  accountId: string
  state: Database['title_review']['state']
}

/** How the reviews of applications stand. */
export async function reviewStatesOf(db: Db, applicationIds: readonly string[]): Promise<ReviewState[]> {
  if (applicationIds.length === 0) return []
  return db
    .selectFrom('title_review')
    .where('application_id', 'in', applicationIds)
    .select(['id', 'application_id as applicationId', 'account_id as accountId', 'state'])
    .orderBy('assigned_at')
    .orderBy('id')
    .execute()
}
