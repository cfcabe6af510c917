import { expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { applyToPost } from '#app/features/applications/apply-to-post.server.ts'
import { endCandidates } from '#app/features/applications/end-candidates.server.ts'
import { movePost } from '#app/features/posts/move-post.server.ts'
import type { PostMove } from '#app/features/posts/post-state.rule.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { insertApplicant } from './applicant.ts'
import { at, by, donghai, today, useScene } from './scene.ts'

const place = useDatabase()
const { scene, move, stateOf, agreeToCheck, check, inSkillTest, rank } = useScene(place)

const end = (id: string, to: PostMove, reason = '', now = at(today)) =>
  movePost(place.db, donghai, by, { id, move: to, reason, today, now }, endCandidates)

const slots = () => place.db.selectFrom('application').select(['id', 'slot']).execute()

test('a post that is cancelled ends everybody under way, tells each of them why, and leaves who works', async () => {
  const { postId, applications } = await scene({ engagement: 'PART_TIME', probation_months: 0, quota: 2 }, 4)
  const [works, vetted, fresh, away] = applications.map(one => one.id) as [string, string, string, string]
  for (const { id, applicantId } of applications.slice(0, 2)) {
    await agreeToCheck(applicantId)
    for (const action of ['review', 'vet'] as const) await move(id, action)
  }
  await check(works)
  await move(works, 'engage', { validFrom: '2026-12-01', validTo: '2027-01-31' })
  await move(away, 'disqualify', { reason: '年龄不符' })
  await place.db.deleteFrom('notice').execute()

  expect(await end(postId, 'cancel', '编制核减')).toEqual({ ok: true })

  expect(await Promise.all([works, vetted, fresh, away].map(stateOf))).toEqual([
    'ENGAGED',
    'TERMINATED',
    'TERMINATED',
    'DISQUALIFIED',
  ])
  const notices = await place.db.selectFrom('notice').select(['text_zh', 'link']).execute()
  expect(notices.map(one => one.link).sort()).toEqual([vetted, fresh].map(id => `/applications/${id}`).sort())
  for (const { text_zh } of notices) expect(text_zh).toContain('编制核减')
  expect((await slots()).filter(one => one.slot === one.id).map(one => one.id)).toEqual(
    [vetted, fresh].sort(),
  )
  expect(await move(vetted, 'engage', { validFrom: '2026-12-01', validTo: '2027-01-31' })).toMatchObject({
    ok: false,
  })
})

test('whose post was cancelled may apply to another of the round', async () => {
  const { round, post } = await insertPost(place.db, { round: { closes_at: '2026-12-11 09:30:00.000' } })
  const { post: other } = await insertPost(place.db, { round })
  const { actor } = await insertApplicant(place.db)
  const apply = (postNumber: string) =>
    applyToPost(place.db, actor, { postNumber, statement: '', at: at(today) })
  expect(await apply(post.number)).toMatchObject({ ok: true })
  expect(await apply(other.number)).toMatchObject({ ok: false, refusal: 'another-post' })

  expect(await end(post.id, 'cancel', '编制核减')).toEqual({ ok: true })

  expect(await apply(post.number)).toMatchObject({ ok: false, refusal: 'cancelled' })
  expect(await apply(other.number)).toMatchObject({ ok: true })
})

test('whoever applies in the moment of the cancellation is told of it, or refused', async () => {
  const { post } = await insertPost(place.db, { round: { closes_at: '2026-12-11 09:30:00.000' } })
  const people: Actor[] = []
  for (let n = 0; n < 6; n += 1)
    people.push((await insertApplicant(place.db, { login: `athlete${n}` })).actor)
  const apply = (actor: Actor) =>
    applyToPost(place.db, actor, { postNumber: post.number, statement: '', at: at(today) })

  const [first, second, third, ...rest] = people as [Actor, Actor, Actor, Actor]
  const answers = await Promise.all([
    apply(first),
    apply(second),
    apply(third),
    end(post.id, 'cancel', '编制核减'),
    ...rest.map(apply),
  ])

  expect(answers[3]).toEqual({ ok: true })
  const states = await place.db.selectFrom('application').select('state').execute()
  expect(new Set(states.map(one => one.state)).has('SUBMITTED')).toBe(false)
  expect(answers.filter(one => one.ok)).toHaveLength(states.length + 1)
})

test('a post is completed once everybody is decided on; who waits in reserve is told that it is over', async () => {
  const { postId, applications } = await inSkillTest(['90', '85'])
  const [first, second] = applications.map(one => one.id) as [string, string]
  await rank(postId)
  expect(await end(postId, 'complete')).toEqual({ ok: false, refusal: 'candidates-underway' })
  expect(await stateOf(second)).toBe('RESERVE')
  await move(first, 'reject', { reason: '本人放弃' })
  await place.db.deleteFrom('notice').execute()

  expect(await end(postId, 'complete')).toEqual({ ok: true })

  expect(await stateOf(second)).toBe('TERMINATED')
  expect(await place.db.selectFrom('notice').select('link').execute()).toEqual([
    { link: `/applications/${second}` },
  ])
})

test('of a post that is over no list is published', async () => {
  const { postId } = await inSkillTest(['90'])
  await place.db.updateTable('coach_post').set({ status: 'cancelled' }).execute()

  expect(await rank(postId)).toEqual({ ok: false, refusal: 'post-over' })
})

test('why a post is cancelled names nobody by a number', async () => {
  const { postId } = await scene()

  expect(await end(postId, 'cancel', '联系 13800005678')).toEqual({ ok: false, refusal: 'holds-number' })
})
