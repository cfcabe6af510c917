import { describe, expect, test } from 'vitest'
import { stepsOf } from '#app/features/applications/application-steps.queries.server.ts'
import { applyToPost } from '#app/features/applications/apply-to-post.server.ts'
import { saveDraft } from '#app/features/applications/save-draft.server.ts'
import { withdrawApplication } from '#app/features/applications/withdraw-application.server.ts'
import type { ApplicationState } from '#db/tables.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { insertApplicant } from './applicant.ts'

const database = useDatabase()
const closesAt = '2026-12-11 09:30:00.000'
const open = '2026-12-01 08:00:00.000'

type Person = Awaited<ReturnType<typeof insertApplicant>>

function apply(person: Person, postNumber: string, at = open, statement = '十年训练经历。') {
  return applyToPost(database.db, person.actor, { postNumber, statement, at })
}

function draft(person: Person, postNumber: string, at = open, statement = '先写到这里') {
  return saveDraft(database.db, person.actor, { postNumber, statement, at })
}

async function withdraw({ actor }: Person, id: string, at = open, seen?: ApplicationState) {
  const scope = { kind: 'applicant', accountId: actor.id } as const
  const state = seen ?? (await applications()).find(one => one.id === id)?.state ?? ''
  return withdrawApplication(database.db, scope, actor, { id, state, reason: '已有工作', at })
}

async function applications() {
  return database.db.selectFrom('application').selectAll().orderBy('created_at').orderBy('id').execute()
}

async function moveTo(id: string, state: ApplicationState, at = open) {
  await database.db.updateTable('application').set({ state, state_at: at }).where('id', '=', id).execute()
}

describe('applying', () => {
  test('hands the application in with the reasons of each rule and a number to say on the phone', async () => {
    const { post, round } = await insertPost(database.db)
    const person = await insertApplicant(database.db)

    const answer = await apply(person, post.number)

    const [row] = await applications()
    expect(answer).toEqual({ ok: true, id: row?.id, number: row?.number })
    expect(row).toMatchObject({
      state: 'SUBMITTED',
      slot: round.id,
      submitted_at: open,
      statement: '十年训练经历。',
    })
    expect(row?.number).toMatch(/^26\d{10}$/)
    expect(JSON.parse(row?.eligibility ?? '')).toContain('grade-held')
    expect(await stepsOf(database.db, row?.id ?? '')).toMatchObject([
      { position: 1, from: '', to: 'SUBMITTED', action: 'submit', actor: '陈静', at: open },
    ])
    const audited = await database.db.selectFrom('audit').select(['action', 'subject_id']).execute()
    expect(audited).toEqual([{ action: 'application.submit', subject_id: row?.id }])
  })

  test('a second click is answered with the application of the first', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)
    const first = await apply(person, post.number)

    const second = await apply(person, post.number)

    const [row] = await applications()
    expect(first).toMatchObject({ ok: true, number: row?.number })
    expect(second).toMatchObject({
      refusal: 'already-applied',
      standing: { id: row?.id, number: row?.number },
    })
    expect(await applications()).toHaveLength(1)
  })

  test('ten clicks at once are one application, and everybody is told its number', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)

    const answers = await Promise.all(Array.from({ length: 10 }, () => apply(person, post.number)))

    const [row, ...others] = await applications()
    expect(others).toEqual([])
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    const told = answers.map(answer =>
      answer.ok ? answer.number : 'standing' in answer && answer.standing.number,
    )
    expect(new Set(told)).toEqual(new Set([row?.number]))
    expect(await stepsOf(database.db, row?.id ?? '')).toHaveLength(1)
  })

  test.each([
    ['2026-11-02 00:59:59.999', 'not-open-yet'],
    ['2026-11-02 01:00:00.000', undefined],
    ['2026-12-11 09:29:59.999', undefined],
    [closesAt, 'closed'],
    ['2026-12-11 09:30:01.000', 'closed'],
  ])('at %s: %s', async (at, refusal) => {
    const { post } = await insertPost(database.db, { round: { closes_at: closesAt } })
    const person = await insertApplicant(database.db)

    const answer = await apply(person, post.number, at)

    expect(answer.ok ? undefined : answer.refusal).toBe(refusal)
    expect(await applications()).toHaveLength(refusal === undefined ? 1 : 0)
  })

  test('whoever clicks again just after the deadline is told that they have applied', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)
    await apply(person, post.number, '2026-12-11 09:29:59.000')

    expect(await apply(person, post.number, closesAt)).toMatchObject({ refusal: 'already-applied' })
  })

  test('a person who misses a rule is refused with every reason, and nothing is written', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db, {
      profile: { education: 'HIGH_SCHOOL', phone_lookup: null },
      sport: { grade: 'LEVEL3' },
      withoutConsent: true,
    })

    const answer = await apply(person, post.number)

    expect(answer).toMatchObject({ ok: false, refusal: 'not-eligible' })
    const rules = 'rules' in answer ? answer.rules : []
    expect(rules.filter(rule => rule.outcome !== 'met').map(rule => rule.code)).toEqual([
      'grade-too-low',
      'education-too-low',
      'phone-missing',
      'consent-missing',
    ])
    expect(await applications()).toEqual([])
  })

  test.each([
    ['cancelled', { status: 'cancelled' as const }],
    ['not-found', { status: 'draft' as const, published_at: null }],
  ])('a post that is not published is refused: %s', async (refusal, post) => {
    const { post: row } = await insertPost(database.db, { post })

    expect(await apply(await insertApplicant(database.db), row.number)).toEqual({ ok: false, refusal })
  })

  test('an account without a profile is refused', async () => {
    const { post } = await insertPost(database.db)
    const { actor } = await insertApplicant(database.db, { profile: { account_id: null } })

    const answer = await applyToPost(database.db, actor, { postNumber: post.number, statement: '', at: open })

    expect(answer).toEqual({ ok: false, refusal: 'no-profile' })
  })
})

describe('one post a round', () => {
  async function twoPosts(one_post_each: 0 | 1) {
    const one = await insertPost(database.db, { round: { one_post_each } })
    const other = await insertPost(database.db, { round: one.round })
    return [one.post.number, other.post.number] as const
  }

  test('the second post of a round is refused with the first application', async () => {
    const [one, other] = await twoPosts(1)
    const person = await insertApplicant(database.db)
    const first = await apply(person, one)

    expect(await apply(person, other)).toMatchObject({
      refusal: 'another-post',
      standing: { number: first.ok && first.number, postNumber: one },
    })
  })

  test('two posts of a round at once: one of them is applied to', async () => {
    const [one, other] = await twoPosts(1)
    const person = await insertApplicant(database.db)

    const answers = await Promise.all([apply(person, one), apply(person, other)])

    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(await applications()).toHaveLength(1)
  })

  test('where the round allows several, each post is applied to once', async () => {
    const [one, other] = await twoPosts(0)
    const person = await insertApplicant(database.db)

    const answers = [await apply(person, one), await apply(person, other), await apply(person, one)]

    expect(answers.map(answer => answer.ok)).toEqual([true, true, false])
  })

  test('withdrawing frees the place, also for the same post', async () => {
    const [one, other] = await twoPosts(1)
    const person = await insertApplicant(database.db)
    for (const number of [one, other, one]) {
      const answer = await apply(person, number)
      expect(answer.ok).toBe(true)
      expect(await withdraw(person, answer.ok ? answer.id : '')).toMatchObject({ ok: true })
    }

    expect((await applications()).map(row => row.state)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN'])
  })
})

describe('a draft', () => {
  test('is kept once a post, takes no place in the round and becomes the application', async () => {
    const one = await insertPost(database.db)
    const other = await insertPost(database.db, { round: one.round })
    const person = await insertApplicant(database.db)
    await draft(person, one.post.number)
    await draft(person, one.post.number, open, '写完了')
    await draft(person, other.post.number)

    const answer = await apply(person, one.post.number, open, '写完了')

    const rows = await applications()
    expect(rows.map(row => [row.state, row.statement]).sort()).toEqual([
      ['DRAFT', '先写到这里'],
      ['SUBMITTED', '写完了'],
    ])
    expect((await stepsOf(database.db, answer.ok ? answer.id : '')).map(step => step.action)).toEqual([
      'draft',
      'submit',
    ])
  })

  test('saved twice at once is one draft', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)

    const answers = await Promise.all([draft(person, post.number), draft(person, post.number)])

    expect(answers.every(answer => answer.ok)).toBe(true)
    expect(await applications()).toHaveLength(1)
  })

  test('may be written before the post opens, not after it closed', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)

    expect(await draft(person, post.number, closesAt)).toEqual({ ok: false, refusal: 'closed' })
    expect(await draft(person, post.number, '2026-10-31 00:00:00.000')).toMatchObject({ ok: true })
  })

  test('a page on which it was a draft does not withdraw what was handed in since', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)
    const kept = await draft(person, post.number)
    const handedIn = await apply(person, post.number)
    const id = handedIn.ok ? handedIn.id : ''
    expect(kept).toMatchObject({ id })

    expect(await withdraw(person, id, open, 'DRAFT')).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await applications()).toMatchObject([{ state: 'SUBMITTED' }])
  })

  test('is thrown away without a trace in the applications', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)
    const kept = await draft(person, post.number)

    expect(await withdraw(person, kept.ok ? kept.id : '')).toEqual({ ok: true, was: 'draft' })
    expect(await applications()).toEqual([])
    expect(await database.db.selectFrom('application_step').selectAll().execute()).toEqual([])
  })

  test('never comes to stand beside what was handed in', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)
    await apply(person, post.number)

    expect(await draft(person, post.number)).toMatchObject({ refusal: 'already-applied' })
  })
})

describe('a returned application', () => {
  async function returned(at: string) {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)
    const answer = await apply(person, post.number)
    const id = answer.ok ? answer.id : ''
    await moveTo(id, 'RETURNED', at)
    return { post, person, id }
  }

  test('is handed in again as the same application', async () => {
    const { post, person, id } = await returned(open)

    expect(await apply(person, post.number, '2026-12-02 01:00:00.000', '补充说明')).toMatchObject({
      ok: true,
      id,
    })
    expect(await applications()).toMatchObject([{ id, state: 'SUBMITTED', statement: '补充说明' }])
    expect((await stepsOf(database.db, id)).at(-1)).toMatchObject({ from: 'RETURNED', action: 'resubmit' })
  })

  test.each([
    ['2026-12-13 08:59:59.000', undefined],
    ['2026-12-13 09:00:00.000', 'mend-time-over'],
  ])('may be mended for three days although the post has closed: %s', async (at, refusal) => {
    const { post, person } = await returned('2026-12-10 09:00:00.000')

    const answer = await apply(person, post.number, at)

    expect(answer.ok ? undefined : answer.refusal).toBe(refusal)
  })
})

describe('withdrawing', () => {
  test.each<[ApplicationState, boolean]>([
    ['SUBMITTED', true],
    ['RETURNED', true],
    ['QUALIFIED', true],
    ['SKILL_TEST', true],
    ['RESERVE', true],
    ['PUBLICITY', true],
    ['REVIEWED', true],
    ['APPROVED', false],
    ['PROBATION', false],
    ['DISQUALIFIED', false],
    ['ENGAGED', false],
    ['WITHDRAWN', false],
  ])('from %s: %s', async (state, isAllowed) => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)
    const answer = await apply(person, post.number)
    const id = answer.ok ? answer.id : ''
    await moveTo(id, state)

    const withdrawn = await withdraw(person, id)

    expect(withdrawn).toEqual(
      isAllowed ? { ok: true, was: 'application' } : { ok: false, refusal: 'too-late' },
    )
    expect((await applications())[0]?.state).toBe(isAllowed ? 'WITHDRAWN' : state)
  })

  test('nobody withdraws what another person handed in', async () => {
    const { post } = await insertPost(database.db)
    const person = await insertApplicant(database.db)
    const other = await insertApplicant(database.db, { login: 'other' })
    const answer = await apply(person, post.number)

    expect(await withdraw(other, answer.ok ? answer.id : '')).toEqual({ ok: false, refusal: 'not-found' })
  })
})
