import type { Scope } from '#app/auth/scope.ts'
import { instantOf } from '#app/calendar-day.ts'
import { candidatesOf } from '#app/features/applications/candidates.queries.server.ts'
import { moveApplication } from '#app/features/applications/move-application.server.ts'
import { candidateOf, publishRanking } from '#app/features/applications/rank-candidates.server.ts'
import { rankingOf } from '#app/features/applications/ranking.rule.ts'
import { sampleAccount, sampleApplicant, sampleApplication, samplePost, sampleRound } from '#db/samples.ts'
import type { Db } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { type BenchPlace, type Figure, timeOf } from './figure.ts'

const candidates = 20_000
const title = '万人招聘'
const rules = {
  quota: 50,
  shortListRatio: 3,
  writtenWeight: 30,
  skillWeight: 70,
  writtenPass: null,
  skillPass: null,
}
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const by = { id: null, name: '东海县教育局' }

/**
 * 20,000 people took the skill test of one post. The ranking list is read and worked out, the first on the published one
 * steps back, and the next in reserve takes the place. The floor reads the same applications and scores and no more.
 */
export async function ranking20000({ db }: BenchPlace): Promise<Figure> {
  const postId = await fillPost(db)
  await backToTest(db, postId)
  await publish(db, postId)
  return {
    name: 'ranking-20000',
    samples: 7,
    ours: () => timeOf(() => listAndSubstitute(db, postId)),
    floor: () => timeOf(() => readOnly(db, postId)),
  }
}

/** The same list is published: all are moved, each with its step. The floor writes as much in two statements. */
export async function rankingPublish20000({ db }: BenchPlace): Promise<Figure> {
  const postId = await fillPost(db)
  return {
    name: 'ranking-publish-20000',
    samples: 5,
    ours: async () => {
      await backToTest(db, postId)
      return timeOf(() => publish(db, postId))
    },
    floor: async () => {
      await backToTest(db, postId)
      return timeOf(() => writeOnly(db, postId))
    },
  }
}

async function publish(db: Db, postId: string): Promise<void> {
  const published = await publishRanking(db, donghai, by, { postId, now: instantOf(new Date()) })
  if (!published.ok) throw new Error(`The ranking was not published: ${published.refusal}`)
}

async function listAndSubstitute(db: Db, postId: string): Promise<void> {
  const rows = await candidatesOf(db, donghai, postId)
  const { ranked } = rankingOf(rows.map(candidateOf), rules)
  if (ranked.length !== candidates) throw new Error(`${ranked.length} were ranked`)
  await move(db, await firstOf(db, postId, 'RANKED'), 'reject')
  await move(db, await firstOf(db, postId, 'RESERVE'), 'substitute')
}

async function move(db: Db, id: string, action: 'reject' | 'substitute'): Promise<void> {
  const now = instantOf(new Date())
  const given = {
    id,
    action,
    reason: '本人放弃',
    validFrom: null,
    validTo: null,
    today: now.slice(0, 10),
    now,
  }
  const moved = await moveApplication(db, donghai, by, given)
  if (!moved.ok) throw new Error(`${action} was refused: ${moved.refusal}`)
}

async function firstOf(db: Db, postId: string, state: 'RANKED' | 'RESERVE'): Promise<string> {
  const row = await db
    .selectFrom('application')
    .where('post_id', '=', postId)
    .where('state', '=', state)
    .orderBy('rank')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.id
}

async function readOnly(db: Db, postId: string): Promise<void> {
  await db.selectFrom('application').where('post_id', '=', postId).selectAll().execute()
  await db
    .selectFrom('application_score as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .where('a.post_id', '=', postId)
    .selectAll('s')
    .execute()
}

async function writeOnly(db: Db, postId: string): Promise<void> {
  await db.transaction().execute(async tx => {
    await tx
      .insertInto('application_step')
      .columns(['application_id', 'position', 'from_state', 'to_state', 'action', 'actor', 'at', 'reason'])
      .expression(eb =>
        eb
          .selectFrom('application')
          .where('post_id', '=', postId)
          .select([
            'id',
            eb.lit(1).as('position'),
            eb.val('SKILL_TEST').as('from_state'),
            eb.val('RESERVE').as('to_state'),
            eb.val('rank').as('action'),
            eb.val(by.name).as('actor'),
            'state_at',
            eb.val('').as('reason'),
          ]),
      )
      .execute()
    await tx
      .updateTable('application')
      .set({ state: 'RESERVE', rank: 1 })
      .where('post_id', '=', postId)
      .execute()
  })
}

/** Everybody in the skill test again, as if nothing had been published. */
async function backToTest(db: Db, postId: string): Promise<void> {
  await db
    .deleteFrom('application_step')
    .where('application_id', 'in', eb =>
      eb.selectFrom('application').where('post_id', '=', postId).select('id'),
    )
    .execute()
  await db
    .updateTable('application')
    .set({ state: 'SKILL_TEST', rank: null })
    .where('post_id', '=', postId)
    .execute()
  await db.updateTable('coach_post').set({ scores_published_at: null }).where('id', '=', postId).execute()
}

async function fillPost(db: Db): Promise<string> {
  const known = await db.selectFrom('coach_post').where('title', '=', title).select('id').executeTakeFirst()
  return known?.id ?? insertCandidates(db)
}

async function insertCandidates(db: Db): Promise<string> {
  const accounts = Array.from({ length: candidates }, (_, at) =>
    sampleAccount({ login: `ranked${at}`, role: 'applicant' }),
  )
  const round = sampleRound({ name: title, closes_at: '2026-11-20 09:30:00.000' })
  const { writtenWeight: written_weight, skillWeight: skill_weight } = rules
  const post = samplePost({ round_id: round.id, title, quota: rules.quota, written_weight, skill_weight })
  const people = accounts.map(({ id }) => sampleApplicant({ account_id: id }))
  const applications = people.map(one =>
    sampleApplication({
      post_id: post.id,
      round_id: round.id,
      applicant_id: one.id,
      slot: newId(),
      state: 'SKILL_TEST',
    }),
  )
  await insertAll(db, 'account', accounts)
  await insertAll(db, 'coach_round', [round])
  await insertAll(db, 'coach_post', [post])
  await insertAll(db, 'applicant', people)
  await insertAll(db, 'application', applications)
  await insertAll(
    db,
    'application_score',
    applications.flatMap(({ id }, at) => [scoreRow(id, 'WRITTEN', at), scoreRow(id, 'SKILL', at)]),
  )
  return post.id
}

/** From 70.00 to 98.99 in an order that looks like none, many of them shared; those about the last place are apart. */
function scoreRow(id: string, component: 'WRITTEN' | 'SKILL', at: number) {
  const spread = 7000 + ((at * (component === 'SKILL' ? 1103 : 2477)) % 2900)
  const score = at < 2 * rules.quota ? 10_000 - at : spread
  return {
    application_id: id,
    component,
    score,
    entered_by: by.name,
    entered_at: '2026-11-22 02:00:00.000',
  }
}
