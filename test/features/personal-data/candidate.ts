import { beforeEach } from 'vitest'
import { endRetention } from '#app/features/personal-data/end-retention.server.ts'
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

/** A candidate before each test, with the day's work of retention and what stands of the person. */
export function useCandidate(place: { readonly db: Db }) {
  const now = {} as { candidate: Awaited<ReturnType<typeof insertCandidate>> }
  beforeEach(async () => {
    now.candidate = await insertCandidate(place.db)
  })
  return {
    get candidate() {
      return now.candidate
    },
    on: (day: string) => endRetention(place.db, new Date(`${day}T02:00:00Z`)),
    applicationOf: (id: string) =>
      place.db.selectFrom('application').where('id', '=', id).selectAll().executeTakeFirst(),
    profile: () =>
      place.db
        .selectFrom('applicant')
        .where('id', '=', now.candidate.applicantId)
        .selectAll()
        .executeTakeFirstOrThrow(),
  }
}
