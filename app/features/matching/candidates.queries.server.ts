import type { Scope } from '#app/auth/scope.ts'
import { visibleApplication } from '#app/features/applications/applications.queries.server.ts'
import { statesUnderWay } from '#app/features/applications/withdraw.rule.ts'
import type { ApplicationState, Db } from '#db/tables.ts'

/** An application under way: its person may be proposed by the unit to which it was handed in, and by nobody else. */
export interface Candidacy {
  id: string
  number: string
  state: ApplicationState
  applicantId: string
  postId: string
  postNumber: string
  postTitle: string
}

/** The applications under way to the unit's posts that the scope sees. */
export async function candidaciesOf(db: Db, scope: Scope, unitCode: string): Promise<Candidacy[]> {
  return db
    .selectFrom('application as a')
    .innerJoin('coach_post as p', 'p.id', 'a.post_id')
    .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
    .where(visibleApplication(scope))
    .where('p.unit_code', '=', unitCode)
    .where('p.status', '=', 'published')
    .where('a.state', 'in', statesUnderWay)
    .select([
      'a.id as id',
      'a.number as number',
      'a.state as state',
      'a.applicant_id as applicantId',
      'p.id as postId',
      'p.number as postNumber',
      'p.title as postTitle',
    ])
    .orderBy('a.id')
    .execute()
}

/** The profile of an account; undefined before there is one. */
export async function applicantIdOf(db: Db, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('applicant')
    .where('account_id', '=', accountId)
    .select('id')
    .executeTakeFirst()
  return row?.id
}
