import { beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { endCandidates } from '#app/features/applications/end-candidates.server.ts'
import { auditActions } from '#app/features/audit/audit.text.ts'
import { endRound } from '#app/features/posts/end-round.server.ts'
import { movePost } from '#app/features/posts/move-post.server.ts'
import type { PostContent } from '#app/features/posts/post.rule.ts'
import type { PostMove } from '#app/features/posts/post-state.rule.ts'
import { findPost, findPublishedPost, listPosts, openPost } from '#app/features/posts/posts.queries.server.ts'
import type { Round } from '#app/features/posts/round.rule.ts'
import { findRound, listRounds } from '#app/features/posts/rounds.queries.server.ts'
import { changePost, draftPost } from '#app/features/posts/save-post.server.ts'
import { changeRound, createRound } from '#app/features/posts/save-round.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { contentOf } from './content.ts'

const database = useDatabase()
const today = '2026-11-20'
const now = '2026-11-20 02:00:00.000'
const by = { id: null, name: '李主任' }
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }

const round: Round = {
  unitCode: '320722',
  name: '2026年公开招聘学校教练员',
  document: '东教发〔2026〕31号',
  opensAt: '2026-11-02 01:00:00.000',
  closesAt: '2026-12-11 09:30:00.000',
  onePostEach: true,
}

let schoolId: string
let foreignId: string
let own: Scope
let roundId: string

beforeEach(async () => {
  schoolId = (await insertSchool(database.db)).id
  foreignId = (await insertSchool(database.db, { code: '2132000002', unitCode: '320723' })).id
  own = { kind: 'school', schoolId }
  roundId = idOf(await createRound(database.db, donghai, by, { round, now }))
})

function idOf(result: { ok: boolean; id?: string }): string {
  if (!result.ok || result.id === undefined) throw new Error(JSON.stringify(result))
  return result.id
}

function draft(scope: Scope, given: Partial<PostContent> = {}, at = now) {
  const content = contentOf({ schoolIds: [schoolId], ...given })
  return draftPost(database.db, scope, by, { roundId, content, today, now: at })
}

function move(scope: Scope, id: string, to: PostMove, reason = '', at = now) {
  return movePost(database.db, scope, by, { id, move: to, reason, today, now: at }, endCandidates)
}

async function published(): Promise<string> {
  const id = idOf(await draft(own))
  await move(own, id, 'submit')
  await move(donghai, id, 'publish')
  return id
}

describe('rounds', () => {
  test('are announced by the unit; the city announces those of the city', async () => {
    expect(await createRound(database.db, guanyun, by, { round, now })).toMatchObject({
      problems: { unitCode: 'not-your-unit' },
    })
    expect(await createRound(database.db, city, by, { round, now })).toMatchObject({ ok: false })
    const ofCity = { ...round, unitCode: '3207SZ' }
    expect(await createRound(database.db, city, by, { round: ofCity, now })).toMatchObject({ ok: true })
  })

  test('have names of their own in a unit', async () => {
    expect(await createRound(database.db, donghai, by, { round, now })).toEqual({
      ok: false,
      refusal: 'problems',
      problems: { name: 'name-taken' },
    })
  })

  test('are seen by their unit, its schools and the city', async () => {
    const seen = async (scope: Scope) => (await listRounds(database.db, scope, { asOf: today })).length

    expect(await seen(city)).toBe(1)
    expect(await seen(donghai)).toBe(1)
    expect(await seen(own)).toBe(1)
    expect(await seen(guanyun)).toBe(0)
    expect(await seen({ kind: 'school', schoolId: foreignId })).toBe(0)
    expect(await seen({ kind: 'applicant', accountId: 'a' })).toBe(0)
  })

  function change(given: Partial<Round>, scope: Scope = donghai) {
    return changeRound(database.db, scope, by, { id: roundId, round: { ...round, ...given }, today, now })
  }

  test('change freely until a post is published, then only their end, and only later', async () => {
    expect(await change({ name: '改名' })).toMatchObject({ ok: true })
    expect(await change({ name: round.name })).toMatchObject({ ok: true })
    const id = await published()

    expect(await change({ name: '再改名' })).toMatchObject({ problems: { name: 'fixed-by-publication' } })
    expect(await change({ closesAt: '2026-12-01 00:00:00.000' })).toMatchObject({
      problems: { closesAt: 'only-later' },
    })
    expect(await change({ closesAt: '2026-12-18 09:30:00.000' })).toMatchObject({ ok: true })
    expect((await findPost(database.db, donghai, id))?.round.closesAt).toBe('2026-12-18 09:30:00.000')
    expect(await change({ closesAt: '2026-12-25 09:30:00.000' }, guanyun)).toMatchObject({
      refusal: 'not-found',
    })
    expect(await change({ closesAt: '2026-12-25 09:30:00.000' }, city)).toMatchObject({
      refusal: 'not-found',
    })
  })

  test('end when the window has closed and every post is settled', async () => {
    const id = await published()
    const end = (at: string) => endRound(database.db, donghai, by, { id: roundId, today, now: at })

    expect(await end(now)).toEqual({ ok: false, refusal: 'window-runs' })
    expect(await end(round.closesAt)).toEqual({ ok: false, refusal: 'posts-unfinished' })
    expect(await move(donghai, id, 'complete')).toEqual({ ok: false, refusal: 'window-runs' })
    expect(await move(donghai, id, 'complete', '', round.closesAt)).toEqual({ ok: true })
    expect(await end(round.closesAt)).toEqual({ ok: true })
    expect((await findRound(database.db, donghai, roundId, today))?.endedAt).toBe(round.closesAt)
  })
})

describe('drafting', () => {
  test('a school drafts its own post, which its unit and the city see and another unit does not', async () => {
    const id = idOf(await draft(own))

    const post = await findPost(database.db, own, id)
    expect(post).toMatchObject({
      ...contentOf({ schoolIds: [schoolId] }),
      number: '2026-001',
      status: 'draft',
      unitCode: '320722',
      schoolId,
      isOfCity: false,
      schools: [{ id: schoolId, code: '2132000001' }],
    })
    expect(await listPosts(database.db, donghai)).toHaveLength(1)
    expect(await listPosts(database.db, city)).toHaveLength(1)
    expect(await listPosts(database.db, guanyun)).toEqual([])
    expect(await findPost(database.db, { kind: 'school', schoolId: foreignId }, id)).toBeUndefined()
    expect(await findPost(database.db, { kind: 'nothing' }, id)).toBeUndefined()
  })

  test('what is wrong is told field by field and nothing is kept', async () => {
    const result = await draft(own, { quota: 0, sport: 'quidditch', stages: ['senior'] })

    expect(result).toEqual({
      ok: false,
      refusal: 'problems',
      problems: { quota: 'out-of-bounds', sport: 'sport-unknown', stages: 'stage-not-run' },
    })
    expect(await listPosts(database.db, city)).toEqual([])
  })

  test('a school drafts for itself only, and pools nothing', async () => {
    expect(await draft(own, { schoolIds: [foreignId] })).toMatchObject({
      problems: { schoolIds: 'school-unknown' },
    })
    expect(await draft(own, { isPooled: true })).toMatchObject({
      problems: { schoolIds: 'pooled-by-unit' },
    })
  })

  test('a unit pools its schools', async () => {
    const other = (await insertSchool(database.db, { code: '2132000003', stages: ['primary', 'junior'] })).id

    const id = idOf(await draft(donghai, { isPooled: true, schoolIds: [schoolId, other] }))

    expect(await findPost(database.db, donghai, id)).toMatchObject({ schoolId: null, isPooled: true })
    expect(await draft(donghai, { isPooled: true, schoolIds: [foreignId] })).toMatchObject({
      problems: { schoolIds: 'school-unknown' },
    })
  })

  test('the second click drafts nothing', async () => {
    const answers = await Promise.all([draft(own), draft(own)])

    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(answers.find(answer => !answer.ok)).toMatchObject({ problems: { title: 'already-there' } })
  })

  test('posts are numbered through the year, beyond 999 too', async () => {
    const first = idOf(await draft(own))
    await database.db.updateTable('coach_post').set({ number: '2026-999' }).where('id', '=', first).execute()
    await draft(own, { title: '另一岗位' })

    const third = idOf(await draft(own, { title: '第三岗位' }))

    expect((await findPost(database.db, own, third))?.number).toBe('2026-1001')
  })

  test('no post enters a round that has closed, is ended or is not to be seen', async () => {
    expect(await draft(own, {}, round.closesAt)).toEqual({ ok: false, refusal: 'round-over' })
    expect(await draft(guanyun, { schoolIds: [foreignId] })).toEqual({ ok: false, refusal: 'round-unknown' })
  })
})

describe('from draft to publication', () => {
  test('a school submits, its unit sends back with a reason, the school changes and submits again', async () => {
    const id = idOf(await draft(own))

    expect(await move(own, id, 'publish')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await move(own, id, 'submit')).toEqual({ ok: true })
    const content = contentOf({ schoolIds: [schoolId], quota: 2 })
    const edit = () => changePost(database.db, own, by, { id, updatedAt: now, content, today, now })
    expect(await edit()).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await move(donghai, id, 'return')).toEqual({ ok: false, refusal: 'reason-needed' })
    expect(await move(donghai, id, 'return', '编制只有一个')).toEqual({ ok: true })
    expect(await findPost(database.db, own, id)).toMatchObject({
      status: 'returned',
      statusReason: '编制只有一个',
    })
    expect(await edit()).toMatchObject({ ok: true })
    expect(await move(own, id, 'submit')).toEqual({ ok: true })
    expect(await move(donghai, id, 'publish')).toEqual({ ok: true })
    expect(await findPost(database.db, own, id)).toMatchObject({
      status: 'published',
      quota: 2,
      publishedAt: now,
    })
  })

  test('the city prepares what a unit reviews, and reviews what is of the city', async () => {
    const id = idOf(await draft(city))
    expect(await move(city, id, 'submit')).toEqual({ ok: true })
    expect(await move(city, id, 'publish')).toEqual({ ok: false, refusal: 'not-allowed' })

    const cityRound = { ...round, unitCode: '3207SZ' }
    const ofCity = idOf(await createRound(database.db, city, by, { round: cityRound, now }))
    const content = contentOf({ schoolIds: [schoolId, foreignId], isPooled: true })
    const pooled = idOf(await draftPost(database.db, city, by, { roundId: ofCity, content, today, now }))
    expect(await move(city, pooled, 'submit')).toEqual({ ok: true })
    expect(await move(city, pooled, 'publish')).toEqual({ ok: true })
    expect(await move(donghai, pooled, 'cancel', '无关')).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('a change of a version that is no longer the last is refused, and says which one is', async () => {
    const id = idOf(await draft(own))
    const change = (quota: number, updatedAt: string, at: string) =>
      changePost(database.db, own, by, {
        ...{ id, updatedAt, today, now: at },
        content: contentOf({ schoolIds: [schoolId], quota }),
      })
    const later = '2026-11-20 05:00:00.000'

    expect(await change(2, now, later)).toMatchObject({ ok: true })
    expect(await change(3, now, '2026-11-20 06:00:00.000')).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
      updatedAt: later,
    })
    expect((await findPost(database.db, own, id))?.quota).toBe(2)
  })

  test('a post that no longer holds is not published', async () => {
    const id = idOf(await draft(own))
    await move(own, id, 'submit')
    await database.db.updateTable('school').set({ closed_on: today }).where('id', '=', schoolId).execute()

    expect(await move(donghai, id, 'publish')).toEqual({ ok: false, refusal: 'has-problems' })
  })

  test('nothing is published once the window has closed', async () => {
    const id = idOf(await draft(own))
    await move(own, id, 'submit')

    expect(await move(donghai, id, 'publish', '', round.closesAt)).toEqual({
      ok: false,
      refusal: 'round-over',
    })
  })

  test('two officers publish at once: one of them is told that it is done', async () => {
    const id = idOf(await draft(own))
    await move(own, id, 'submit')

    const answers = await Promise.all([move(donghai, id, 'publish'), move(donghai, id, 'publish')])

    expect(answers.map(answer => answer.ok).sort()).toEqual([false, true])
    const rows = await database.db
      .selectFrom('audit')
      .where('action', '=', 'coach-post.publish')
      .select('id')
      .execute()
    expect(rows).toHaveLength(1)
  })

  test('a published post is never edited; it is cancelled with a reason that everybody reads', async () => {
    const id = await published()
    const content = contentOf({ schoolIds: [schoolId], quota: 9 })

    for (const scope of [own, donghai, city])
      expect(await changePost(database.db, scope, by, { id, updatedAt: now, content, today, now })).toEqual({
        ok: false,
        refusal: 'not-allowed',
      })
    expect(await move(own, id, 'cancel', '不招了')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await move(donghai, id, 'cancel', ' ')).toEqual({ ok: false, refusal: 'reason-needed' })
    expect(await move(donghai, id, 'cancel', '长'.repeat(401))).toEqual({
      ok: false,
      refusal: 'reason-too-long',
    })
    expect(await move(donghai, id, 'cancel', '编制核减')).toEqual({ ok: true })
    const number = (await findPost(database.db, own, id))?.number ?? ''
    expect(await findPublishedPost(database.db, number)).toMatchObject({
      status: 'cancelled',
      statusReason: '编制核减',
      quota: 1,
    })
  })

  test('the audit holds all that was published, and every step has words', async () => {
    await published()

    const rows = await database.db.selectFrom('audit').selectAll().orderBy('position').execute()
    expect(rows.map(row => row.action)).toEqual([
      'coach-round.create',
      'coach-post.draft',
      'coach-post.submit',
      'coach-post.publish',
    ])
    expect(rows.map(row => row.action).filter(action => auditActions[action] === undefined)).toEqual([])
    expect(JSON.parse(rows[3]?.detail ?? '')).toMatchObject({
      published: { ...contentOf({ schoolIds: [schoolId] }) },
      round: { document: round.document, opensAt: round.opensAt, closesAt: round.closesAt },
    })
  })
})

describe('what the public may read', () => {
  test('a draft is nobody’s to read, a published post everybody’s', async () => {
    const draftId = idOf(await draft(own))
    const number = (await findPost(database.db, own, draftId))?.number ?? ''

    expect(await findPublishedPost(database.db, number)).toBeUndefined()
    expect(await openPost(database.db, draftId, now)).toBeUndefined()
  })

  test('a post is open from the first minute of its window to before its last', async () => {
    const id = await published()

    expect(await openPost(database.db, id, '2026-11-02 00:59:59.999')).toBeUndefined()
    expect(await openPost(database.db, id, '2026-11-02 01:00:00.000')).toMatchObject({ id })
    expect(await openPost(database.db, id, '2026-12-11 09:29:59.999')).toMatchObject({ id })
    expect(await openPost(database.db, id, '2026-12-11 09:30:00.000')).toBeUndefined()
  })
})
