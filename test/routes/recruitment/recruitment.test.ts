import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, today } from '#app/calendar-day.ts'
import { enteredPost, freshPost } from '#app/features/posts/post-form.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import { action as announce, loader as announcePage } from '#app/routes/recruitment/announce-round.tsx'
import { action as changeRound, loader as roundPage } from '#app/routes/recruitment/change-round.tsx'
import { action as draft, loader as draftPage } from '#app/routes/recruitment/draft-post.tsx'
import { action as edit, loader as editPage } from '#app/routes/recruitment/edit-post.tsx'
import { action as endRound } from '#app/routes/recruitment/end-round.tsx'
import { action as move, loader as postPage } from '#app/routes/recruitment/post.tsx'
import { loader as list } from '#app/routes/recruitment/recruitment.tsx'
import { samplePlacement, sampleRound } from '#db/samples.ts'
import type { Role } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
const code = '2132000001'
let signIns = 0
let schoolId: string
let round: ReturnType<typeof sampleRound>

beforeEach(async () => {
  schoolId = (await insertSchool(db, { code, stages: ['primary', 'junior'] })).id
  round = sampleRound({ closes_at: `${addDays(today(), 9)} 09:30:00.000` })
  await insertAll(db, 'coach_round', [round])
})

async function cookieFor(role: Role): Promise<string> {
  const place = role === 'unit' ? { unitCode: '320722' } : role === 'school' ? { schoolId } : {}
  signIns += 1
  return cookieOf(db, await insertPerson(db, { role, login: `${role}${signIns}`, ...place }))
}

const windowForm = {
  unitCode: '320722',
  name: '2027年招聘',
  document: '东教发〔2026〕40号',
  opensAt: `${addDays(today(), 1)}T09:00`,
  closesAt: `${addDays(today(), 9)}T17:30`,
}

describe('announcing a round', () => {
  test('takes times as the city reads them and keeps them as instants', async () => {
    const cookie = await cookieFor('unit')

    const { location } = await outcomeOf(announce(visit('/', { cookie, form: windowForm })))

    expect(location).toBe('/recruitment')
    const [row] = await db.selectFrom('coach_round').selectAll().where('name', '=', windowForm.name).execute()
    expect(row).toMatchObject({
      opens_at: `${addDays(today(), 1)} 01:00:00.000`,
      closes_at: `${addDays(today(), 9)} 09:30:00.000`,
      one_post_each: 0,
      document: windowForm.document,
    })
    const params = { id: row?.id ?? '' }
    expect((await outcomeOf(roundPage(visit('/', { cookie, params })))).data.round.closesAt).toBe(
      row?.closes_at,
    )
  })

  test.each([
    [{ closesAt: windowForm.opensAt }, 'closesAt', /晚于/],
    [{ closesAt: '2026-13-01T09:00' }, 'closesAt', /年月日时分/],
    [{ opensAt: '' }, 'opensAt', /年月日时分/],
    [{ document: '' }, 'document', /请填写/],
    [{ unitCode: '320706' }, 'unitCode', /不能为这个单位/],
  ])('%j comes back with everything that was entered', async (given, field, words) => {
    const cookie = await cookieFor('unit')

    const { status, data } = await outcomeOf(
      announce(visit('/', { cookie, form: { ...windowForm, ...given } })),
    )

    expect(status).toBe(422)
    expect(data.errors[field]).toMatch(words)
    expect(data.entered).toMatchObject({ name: windowForm.name, ...given })
  })

  test('a unit chooses itself, the city the schools under the city', async () => {
    const units = async (role: Role) =>
      (await outcomeOf(announcePage(visit('/', { cookie: await cookieFor(role) })))).data.units.map(
        unit => unit.code,
      )

    expect(await units('unit')).toEqual(['320722'])
    expect(await units('city')).toEqual(['3207SZ'])
  })

  test('only the end of a round with a published post may be extended', async () => {
    await insertPost(db, { round, post: { school_id: schoolId } })
    const cookie = await cookieFor('unit')
    const { name, document } = round
    const form = { name, document, opensAt: '2026-11-02T09:00', onePostEach: 'on' }
    const change = (closesAt: string) =>
      outcomeOf(changeRound(visit('/', { cookie, params: { id: round.id }, form: { ...form, closesAt } })))

    const earlier = await change(`${addDays(today(), 8)}T17:30`)
    expect(earlier.status).toBe(422)
    expect(earlier.data.errors.closesAt).toMatch(/只能延后/)
    expect((await change(`${addDays(today(), 10)}T17:30`)).location).toBe('/recruitment')
  })

  test('a round whose window runs is not ended', async () => {
    const cookie = await cookieFor('unit')

    const { status, data } = await outcomeOf(
      endRound(visit('/', { cookie, params: { id: round.id }, form: {} })),
    )

    expect(status).toBe(422)
    expect(data.refusal).toBe('window-runs')
  })
})

const postForm = {
  ...freshPost,
  schools: code,
  title: '足球教练员',
  sport: 'football',
  primary: 'on',
  junior: 'on',
  contact: '0518-87212345',
  writtenPass: '60.5',
}

async function drafted(given: Record<string, string> = {}, role: Role = 'school') {
  const cookie = await cookieFor(role)
  return outcomeOf(draft(visit(`/?round=${round.id}`, { cookie, form: { ...postForm, ...given } })))
}

describe('drafting a post', () => {
  test('what was entered stands, and the form shows it again', async () => {
    const { location } = await drafted()

    const [row] = await db.selectFrom('coach_post').select('id').execute()
    const params = { id: row?.id ?? '' }
    expect(location).toBe(`/recruitment/posts/${params.id}?done=saved`)
    const post = await findPost(db, { kind: 'city' }, params.id)
    expect(post).toMatchObject({
      stages: ['primary', 'junior'],
      writtenPass: 6050,
      skillPass: null,
      schoolId,
    })
    const cookie = await cookieFor('school')
    const { stands } = (await outcomeOf(editPage(visit('/', { cookie, params })))).data
    expect(stands).toMatchObject(postForm)
    expect(post && enteredPost(post)).toEqual(stands)
    const again = await outcomeOf(edit(visit('/', { cookie, params, form: { ...stands, quota: '2' } })))
    expect(again.location).toBe(location)
    expect(await findPost(db, { kind: 'city' }, params.id)).toMatchObject({
      ...post,
      quota: 2,
      updatedAt: expect.anything(),
    })
  })

  test('whoever saves over another change is told, keeps what was entered, and may save it again', async () => {
    await drafted()
    const [row] = await db.selectFrom('coach_post').select('id').execute()
    const params = { id: row?.id ?? '' }
    const cookie = await cookieFor('school')
    const { stands } = (await outcomeOf(editPage(visit('/', { cookie, params })))).data
    const save = (form: Record<string, string>) => outcomeOf(edit(visit('/', { cookie, params, form })))
    const opened = stands as Record<string, string>
    await db.updateTable('coach_post').set({ quota: 3, updated_at: '2026-11-20 09:00:00.000' }).execute()

    const refused = await save({ ...opened, duties: '带队训练' })

    expect(refused.status).toBe(422)
    expect(refused.data).toMatchObject({
      refusal: 'changed-meanwhile',
      entered: { duties: '带队训练', quota: opened.quota, updatedAt: '2026-11-20 09:00:00.000' },
    })
    expect(await findPost(db, { kind: 'city' }, params.id)).toMatchObject({ quota: 3, duties: '' })
    const again = await save(refused.data.entered as Record<string, string>)
    expect(again.location).toBe(`/recruitment/posts/${params.id}?done=saved`)
  })

  test('a form that does not say which version it changes changes nothing', async () => {
    await drafted()
    const [row] = await db.selectFrom('coach_post').select('id').execute()
    const visited = visit('/', {
      cookie: await cookieFor('school'),
      params: { id: row?.id ?? '' },
      form: postForm,
    })

    expect((await outcomeOf(edit(visited))).data).toMatchObject({ refusal: 'changed-meanwhile' })
  })

  test.each([
    [{ quota: '0' }, 'quota', /超出范围/],
    [{ quota: 'viele' }, 'quota', /./],
    [{ skillWeight: '60' }, 'skillWeight', /100%/],
    [{ writtenWeight: '20', skillWeight: '80' }, 'writtenWeight', /30%/],
    [{ writtenPass: '六十' }, 'writtenPass', /./],
    [{ senior: 'on' }, 'stages', /不办所选学段/],
    [{ sport: 'quidditch' }, 'sport', /没有这个项目/],
    [{ isReserved: 'on', leastGrade: 'LEVEL3' }, 'leastGrade', /一级运动员及以上/],
    [{ engagement: 'INTERN', probationMonths: '6', termMonths: '13' }, 'termMonths', /12 个月/],
    [{ contact: '王老师13805181234' }, 'contact', /手机号/],
  ])('%j is refused at its field and nothing is lost', async (given, field, words) => {
    const { status, data } = await drafted(given as Record<string, string>)

    expect(status).toBe(422)
    expect((data.errors as Record<string, string>)[field]).toMatch(words)
    expect(data.entered).toMatchObject({ ...postForm, ...given })
  })

  test('a school drafts for itself, whatever code it posts', async () => {
    await insertSchool(db, { code: '2132000002' })

    await drafted({ schools: '2132000002' })

    expect(await db.selectFrom('coach_post').select('school_id').execute()).toEqual([{ school_id: schoolId }])
  })

  test('a unit names its schools by code, several for a pooled post', async () => {
    await insertSchool(db, { code: '2132000002' })
    await insertSchool(db, { code: '2132000003', unitCode: '320706' })

    const refused = await drafted({ schools: `${code}、2132000003`, isPooled: 'on' }, 'unit')
    expect((refused.data.errors as Record<string, string>).schools).toMatch(/没有这所学校/)
    const { location } = await drafted({ schools: `${code}、2132000002`, isPooled: 'on' }, 'unit')
    expect(location).toMatch(/^\/recruitment\/posts\//)
  })

  test('a school is offered no other school, a unit its own', async () => {
    await insertSchool(db, { code: '2132000003', unitCode: '320706' })
    const schools = async (role: Role) =>
      (await outcomeOf(draftPage(visit(`/?round=${round.id}`, { cookie: await cookieFor(role) })))).data
        .schools

    expect(await schools('school')).toBeNull()
    expect((await schools('unit'))?.map(school => school.code)).toEqual([code])
  })
})

describe('handling a post', () => {
  async function moved(id: string, role: Role, form: Record<string, string>) {
    return outcomeOf(move(visit('/', { cookie: await cookieFor(role), params: { id }, form })))
  }

  test('school submits, unit returns with a reason that is kept when it is refused, and publishes', async () => {
    await drafted()
    const [{ id } = { id: '' }] = await db.selectFrom('coach_post').select('id').execute()

    expect((await moved(id, 'school', { move: 'submit' })).location).toMatch(/done=moved/)
    const refused = await moved(id, 'unit', { move: 'return', reason: ' ' })
    expect(refused).toMatchObject({ status: 422, data: { refusal: 'reason-needed' } })
    const tooLong = await moved(id, 'unit', { move: 'return', reason: '长'.repeat(401) })
    expect(tooLong.data.entered.reason).toHaveLength(401)
    expect((await moved(id, 'unit', { move: 'return', reason: '请核编制' })).status).toBe(302)
    expect((await moved(id, 'school', { move: 'submit' })).status).toBe(302)
    expect((await moved(id, 'unit', { move: 'publish' })).status).toBe(302)
    expect((await moved(id, 'unit', { move: 'publish' })).status).toBe(422)
    expect((await moved(id, 'unit', { move: 'explode' })).status).toBe(400)
  })

  test('the page offers what the reader may do, and to an auditor nothing', async () => {
    const { post } = await insertPost(db, { round, post: { school_id: schoolId, status: 'submitted' } })
    const actions = async (role: Role) => {
      const cookie = await cookieFor(role)
      return (await outcomeOf(postPage(visit('/', { cookie, params: { id: post.id } })))).data.actions
    }

    expect(await actions('unit')).toEqual(['return', 'publish', 'cancel'])
    expect(await actions('school')).toEqual([])
    expect(await actions('city')).toEqual([])
    expect(await actions('auditor')).toEqual([])
  })

  test('a post that is published is not offered for editing', async () => {
    const { post } = await insertPost(db, { round, post: { school_id: schoolId } })
    const visited = visit('/', { cookie: await cookieFor('unit'), params: { id: post.id } })

    expect((await outcomeOf(editPage(visited))).location).toBe(`/recruitment/posts/${post.id}`)
  })

  test('a post says which 5621 cells it would make live: in force, its sport, its stages, its schools', async () => {
    const { post } = await insertPost(db, { round, post: { school_id: schoolId }, stages: ['primary'] })
    const other = (await insertSchool(db, { code: '2132000002' })).id
    await insertAll(db, 'program_placement', [
      samplePlacement({ school_id: schoolId }),
      samplePlacement({ school_id: schoolId, stage: 'junior' }),
      samplePlacement({ school_id: schoolId, sport_code: 'basketball' }),
      samplePlacement({ school_id: schoolId, valid_from: '2020-01-01', valid_to: '2020-12-31' }),
      samplePlacement({ school_id: other }),
    ])

    const cookie = await cookieFor('unit')
    const { cells } = (await outcomeOf(postPage(visit('/', { cookie, params: { id: post.id } })))).data

    expect(cells).toEqual([{ schoolId, stage: 'primary', school: '东海县试验小学' }])
  })
})

test('the list shows what is the reader’s, by round and state', async () => {
  await insertPost(db, { round, post: { school_id: schoolId, status: 'submitted' } })
  await insertPost(db, { round, post: { school_id: schoolId } })
  const foreign = sampleRound({ unit_code: '320706', name: '海州区招聘' })
  await insertPost(db, { round: foreign })
  const cookie = await cookieFor('unit')
  const shown = async (query: string) => (await outcomeOf(list(visit(`/${query}`, { cookie })))).data

  expect((await shown('')).posts).toHaveLength(2)
  expect(await shown('?status=submitted')).toMatchObject({
    posts: [{ status: 'submitted' }],
    counts: { submitted: 1, published: 1 },
    rounds: [{ id: round.id, isYours: true }],
  })
  expect((await shown(`?round=${foreign.id}`)).posts).toEqual([])
})
