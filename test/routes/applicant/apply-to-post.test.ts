import { beforeEach, describe, expect, test } from 'vitest'
import { instantOf } from '#app/calendar-day.ts'
import { loader as application } from '#app/routes/applicant/application.tsx'
import { loader as list } from '#app/routes/applicant/applications.tsx'
import { action as apply, loader as applyPage } from '#app/routes/applicant/apply-to-post.tsx'
import { action as withdraw, loader as withdrawPage } from '#app/routes/applicant/withdraw-application.tsx'
import { loader as home } from '#app/routes/home.tsx'
import type { Role } from '#db/tables.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertPost } from '#test/support/post.ts'

const db = useAppDatabase()
const inHours = (hours: number) => instantOf(new Date(Date.now() + hours * 3_600_000))
const openRound = (name = '第一批') => ({ name, opens_at: inHours(-1), closes_at: inHours(50) })

let number: string
let cookie: string
beforeEach(async () => {
  number = (await insertPost(db, { round: openRound() })).post.number
  cookie = await cookieOf(db, (await insertApplicant(db)).actor)
})

function read(given: string | undefined = cookie, post = number) {
  return outcomeOf(
    applyPage(
      visit(`/posts/${post}/apply`, { params: { number: post }, ...(given !== '' && { cookie: given }) }),
    ),
  )
}

function hand(form: Record<string, string> = {}, given = cookie, post = number) {
  const filled = { statement: '十年训练经历。', promise: 'on', intent: 'submit', ...form }
  return outcomeOf(
    apply(
      visit(`/posts/${post}/apply`, {
        params: { number: post },
        form: filled,
        ...(given !== '' && { cookie: given }),
      }),
    ),
  )
}

const idIn = (location: string | null) => /applications\/(\w{26})/.exec(location ?? '')?.[1] ?? ''

async function stored() {
  return db.selectFrom('application').selectAll().execute()
}

describe('who applies', () => {
  test('nobody signed in is sent to sign in and back to the form', async () => {
    const { location } = await read('')

    expect(new URL(location ?? '', 'http://x').searchParams.get('next')).toBe(`/posts/${number}/apply`)
    expect((await hand({}, '')).location).toMatch(/^\/sign-in/)
  })

  test.each<Role>(['city', 'unit', 'school', 'auditor', 'admin'])('%s does not', async role => {
    const other = await cookieOf(db, await insertPerson(db, { role, unitCode: '320722' }))

    expect((await read(other)).status).toBe(403)
    expect((await hand({}, other)).status).toBe(403)
    expect((await outcomeOf(list(visit('/applications', { cookie: other })))).status).toBe(403)
    expect(await stored()).toEqual([])
  })

  test('a post that is not there is not found', async () => {
    expect((await read(cookie, '2026-999999')).status).toBe(404)
    expect((await hand({}, cookie, '2026-999999')).status).toBe(404)
  })
})

describe('before applying', () => {
  test('each rule is answered and what the profile holds stands in the form already', async () => {
    const { data } = await read()

    expect(data.rules.map(rule => [rule.rule, rule.outcome])).toEqual([
      ['grade', 'met'],
      ['education', 'met'],
      ['age', 'met'],
      ['certificate', 'met'],
      ['identity', 'met'],
      ['contact', 'met'],
      ['consent', 'met'],
    ])
    expect(data.statement).toBe('愿意到学校带队训练。')
    expect(data.profile).toEqual({ name: '陈静', grade: 'LEVEL1', education: 'BACHELOR', experienceYears: 2 })
    expect(data.documents.map(one => one.kind)).toEqual(['ID_FRONT', 'ID_BACK', 'PHOTO', 'DEGREE', 'GRADE'])
    expect(JSON.stringify(data)).not.toMatch(/sealed|lookup/)
  })

  test('somebody without a profile is led to it', async () => {
    const bare = await cookieOf(db, await insertPerson(db, { role: 'applicant', login: 'bare' }))

    expect((await read(bare)).data.profile).toBeNull()
    const { status, data } = await hand({ statement: '我的陈述' }, bare)
    expect(status).toBe(422)
    expect(data.entered.statement).toBe('我的陈述')
  })
})

describe('handing in', () => {
  test('leads to the application with its number, steps and what comes next', async () => {
    const { location } = await hand()

    expect(location).toMatch(/^\/applications\/\w{26}\?done=submitted$/)
    const params = { id: idIn(location) }
    const { data } = await outcomeOf(application(visit('/', { cookie, params })))
    expect(data.application).toMatchObject({
      state: 'SUBMITTED',
      statement: '十年训练经历。',
      next: { code: 'SUBMITTED' },
      mayWithdraw: true,
      steps: [{ action: 'submit', to: 'SUBMITTED' }],
    })
    expect(data.application.rules.every(rule => rule.outcome === 'met')).toBe(true)
    expect(data.application.next.by).not.toBeNull()
  })

  test('a second click leads to the same application and doubles nothing', async () => {
    const first = await hand()
    const second = await hand()

    expect(second.location).toBe(`/applications/${idIn(first.location)}?done=already`)
    expect(await stored()).toHaveLength(1)
    expect((await read()).data.own).toMatchObject({ id: idIn(first.location), state: 'SUBMITTED' })
  })

  test('without the promise nothing is handed in and nothing entered is lost', async () => {
    const { status, data } = await hand({ promise: '' })

    expect(status).toBe(422)
    expect(data).toMatchObject({
      errors: { promise: '提交前请勾选承诺。' },
      entered: { statement: '十年训练经历。' },
    })
    expect(await stored()).toEqual([])
  })

  test.each(['电话 138 1234 5678', '身份证 320706199901010014'])(
    'a personal number in the statement is refused at the field: %s',
    async statement => {
      const { status, data } = await hand({ statement })

      expect(status).toBe(422)
      expect(data.errors.statement).toMatch(/请不要/)
      expect(data.entered.statement).toBe(statement)
      expect(await stored()).toEqual([])
    },
  )

  test('a second after the deadline it is refused with the reason and all that was entered', async () => {
    const late = await insertPost(db, {
      round: { name: '已截止', opens_at: inHours(-9), closes_at: inHours(-1 / 3600) },
    })

    const { status, data } = await hand({ statement: '差一秒' }, cookie, late.post.number)

    expect(status).toBe(422)
    expect(data).toMatchObject({
      refusal: '报名已经截止，以服务器时间为准。',
      entered: { statement: '差一秒', promise: 'on' },
    })
    expect(await stored()).toEqual([])
  })

  test('the second post of a round is refused and the first application named', async () => {
    const one = await insertPost(db, { round: openRound('第二批') })
    const other = await insertPost(db, { round: one.round })
    const first = await hand({}, cookie, one.post.number)

    const { status, data } = await hand({}, cookie, other.post.number)

    expect(status).toBe(422)
    expect(data.standing?.id).toBe(idIn(first.location))
  })

  test('a draft needs no promise, is gone on with and becomes the application', async () => {
    const kept = await hand({ intent: 'draft', promise: '', statement: '写到一半' })
    expect(kept.location).toMatch(/\?done=draft$/)
    expect((await read()).data).toMatchObject({ statement: '写到一半', own: { state: 'DRAFT' } })

    const { location } = await hand({ statement: '写完了' })

    expect(idIn(location)).toBe(idIn(kept.location))
    expect(await stored()).toMatchObject([{ state: 'SUBMITTED', statement: '写完了' }])
  })

  test('a returned application says why and is handed in again', async () => {
    const { location } = await hand()
    await db
      .updateTable('application')
      .set({ state: 'RETURNED', state_at: inHours(0) })
      .execute()
    await db
      .insertInto('application_step')
      .values({
        application_id: idIn(location),
        position: 2,
        from_state: 'SUBMITTED',
        to_state: 'RETURNED',
        action: 'return',
        actor: '东海县教育局',
        actor_id: null,
        at: inHours(0),
        reason: '请补充执教经历',
      })
      .execute()

    expect((await read()).data).toMatchObject({ returnedBecause: '请补充执教经历' })
    expect((await hand({ statement: '补充：执教两年' })).location).toMatch(/done=submitted/)
    expect(await stored()).toMatchObject([{ state: 'SUBMITTED', statement: '补充：执教两年' }])
  })
})

describe('afterwards', () => {
  const visitOf = (id: string, who: string) => visit('/', { cookie: who, params: { id } })

  test('another applicant’s address is not found, to read and to withdraw', async () => {
    const id = idIn((await hand()).location)
    const other = await cookieOf(db, (await insertApplicant(db, { login: 'other' })).actor)

    expect((await outcomeOf(application(visitOf(id, other)))).status).toBe(404)
    expect((await outcomeOf(withdrawPage(visitOf(id, other)))).status).toBe(404)
    const posted = visit('/', { cookie: other, params: { id }, form: { reason: '' } })
    expect((await outcomeOf(withdraw(posted))).status).toBe(404)
    expect((await outcomeOf(list(visit('/applications', { cookie: other })))).data.applications).toEqual([])
    expect(await stored()).toMatchObject([{ state: 'SUBMITTED' }])
  })

  test('home and list show the applications with what comes next', async () => {
    const id = idIn((await hand()).location)

    const { data } = await outcomeOf(list(visit('/applications', { cookie })))
    expect(data.applications).toMatchObject([{ id, next: { code: 'SUBMITTED' } }])
    const first = await outcomeOf(home(visit('/', { cookie })))
    expect(first.data).toMatchObject({ kind: 'applicant', applications: [{ id }] })
  })

  test('withdrawing asks first, then frees the place', async () => {
    const id = idIn((await hand()).location)
    expect((await outcomeOf(withdrawPage(visitOf(id, cookie)))).data).toMatchObject({
      mayWithdraw: true,
      state: 'SUBMITTED',
    })

    const posted = visit('/', { cookie, params: { id }, form: { reason: '已有工作', state: 'SUBMITTED' } })
    expect((await outcomeOf(withdraw(posted))).location).toBe('/applications?done=withdrawn')

    expect((await read()).data.own).toBeNull()
    expect((await hand()).location).toMatch(/done=submitted/)
  })

  test('a draft that was handed in since its page was read is not withdrawn by that page', async () => {
    const id = idIn((await hand()).location)

    const posted = visit('/', { cookie, params: { id }, form: { state: 'DRAFT' } })
    const { status, data } = await outcomeOf(withdraw(posted))

    expect(status).toBe(422)
    expect(data).toMatchObject({ refusal: 'changed-meanwhile' })
    expect(await stored()).toMatchObject([{ state: 'SUBMITTED' }])
  })

  test('what is decided can no longer be withdrawn', async () => {
    const id = idIn((await hand()).location)
    await db.updateTable('application').set({ state: 'APPROVED' }).execute()

    const posted = visit('/', { cookie, params: { id }, form: { reason: '反悔' } })
    const { status, data } = await outcomeOf(withdraw(posted))

    expect(status).toBe(422)
    expect(data).toMatchObject({ refusal: 'too-late', entered: { reason: '反悔' } })
  })
})
