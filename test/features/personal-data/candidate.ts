import { sampleApplication } from '#db/samples.ts'
import type { ApplicationState, Database, Db } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { insertPost } from '#test/support/post.ts'

/** When the window of the post closes. */
export const closed = '2026-12-11 09:30:00.000'
export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])

/** Somebody with a profile and a post to apply to; `applied` enters an application with its first step. */
export async function insertCandidate(db: Db) {
  const inserted = await insertApplicant(db)
  const owner = { id: inserted.actor.id, name: inserted.actor.name }
  const { applicantId } = inserted
  const { post, round } = await insertPost(db, { round: { closes_at: closed } })
  async function applied(
    state: ApplicationState,
    given: Partial<Database['application']> = {},
  ): Promise<string> {
    const ids = { post_id: post.id, round_id: round.id, applicant_id: applicantId }
    const row = sampleApplication({ ...ids, state, statement: '我带过三年球队', ...given })
    await insertAll(db, 'application', [row])
    await insertAll(db, 'application_step', [
      {
        application_id: row.id,
        position: 1,
        from_state: '',
        to_state: 'SUBMITTED',
        action: 'submit',
        actor: owner.name,
        actor_id: owner.id,
        at: '2026-11-20 02:00:00.000',
        reason: '',
      },
    ])
    return row.id
  }
  return { owner, applicantId, post, round, applied }
}

/** Everything in the tables of people, as one text. */
export async function everything(db: Db): Promise<string> {
  const tables = [
    'applicant',
    'applicant_sport',
    'application',
    'application_step',
    'account',
    'notice',
  ] as const
  const rows = await Promise.all(tables.map(table => db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}
