import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { action as appoint, loader as experts } from '#app/routes/bureau/batch-experts.tsx'
import { loader as sheet } from '#app/routes/bureau/batch-scores.tsx'
import { loader as exportExperts } from '#app/routes/bureau/export-batch-experts.ts'
import { loader as exportScores } from '#app/routes/bureau/export-title-scores.ts'
import { action as reopen, loader as side } from '#app/routes/bureau/title-scores.tsx'
import { action as record, loader as visitPage } from '#app/routes/expert/visit-school.tsx'
import type { Role } from '#db/tables.ts'
import { newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import {
  appointed,
  finished,
  insertApplying,
  insertExpert,
} from '#test/features/title-applications/reviewed.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
let application: Awaited<ReturnType<typeof insertApplying>>
let li: Actor
let cookie: string

beforeEach(async () => {
  application = await insertApplying(db)
  li = await insertExpert(db, 'li')
  cookie = await cookieOf(db, await insertPerson(db, { role: 'city' }))
})

const batch = () => ({ id: application.batchId })
const own = () => ({ id: application.id })

test.each(['unit', 'school', 'expert', 'applicant'] as const)('%s sees no scores', async (role: Role) => {
  const cookie = await cookieOf(db, await insertPerson(db, { role, unitCode: '320722' }))

  expect((await outcomeOf(experts(visit('/', { cookie, params: batch() })))).status).toBe(403)
  expect((await outcomeOf(sheet(visit('/', { cookie, params: batch() })))).status).toBe(403)
  expect((await outcomeOf(side(visit('/', { cookie, params: own() })))).status).toBe(403)
})

test('nobody without signing in', async () => {
  expect((await outcomeOf(sheet(visit('/', { params: batch() })))).location).toContain('/sign-in')
})

test('who cannot be asked is named with the reason, and what was chosen stays chosen', async () => {
  const teacher = await insertExpert(db, 'teacher', { schoolId: application.schoolId })
  const form = { application: application.id, expert: teacher.id }

  const refused = await outcomeOf(appoint(visit('/', { cookie, params: batch(), form })))

  expect(refused.status).toBe(422)
  expect(refused.data).toMatchObject({
    pairs: [{ accountId: teacher.id, refusal: 'from-applying-school' }],
    chosen: { applications: [application.id], experts: [teacher.id] },
  })
})

test('every application of the page is asked for at once, and one taken back', async () => {
  const at = `/titles/batches/${application.batchId}/experts`
  const form = { all: 'on', expert: li.id }
  expect((await outcomeOf(appoint(visit(at, { cookie, params: batch(), form })))).location).toContain(
    'done=appointed',
  )
  const read = async () =>
    (await outcomeOf(experts(visit(at, { cookie, params: batch() })))).data.applications[0]
  const review = (await read())?.reviews[0]?.id ?? ''

  const back = visit(at, { cookie, params: batch(), form: { takeBack: review } })

  expect((await outcomeOf(appoint(back))).location).toContain('done=takenBack')
  expect((await read())?.reviews).toEqual([])
})

test('the sheet sorts by its address and refuses an order that is none', async () => {
  const at = (search: string) => outcomeOf(sheet(visit(`/x?${search}`, { cookie, params: batch() })))

  expect((await at('sort=A1&order=rising')).data.order).toEqual({ by: 'A1', isRising: true })
  expect((await at('sort=name')).status).toBe(400)
})

test('a review is opened again with a reason from the page of its application only', async () => {
  const [review = ''] = await appointed(db, application, [li])
  await finished(db, li, review)
  const other = await insertApplying(db, { code: '2132000002', batchId: application.batchId })
  const post = (params: { id: string }, reason: string) =>
    outcomeOf(reopen(visit('/', { cookie, params, form: { review, reason } })))

  expect((await post({ id: other.id }, '复核')).data).toMatchObject({ refusal: 'not-found' })
  expect((await post(own(), '')).data).toMatchObject({ refusal: 'reason-needed' })
  expect((await post(own(), '复核')).location).toBe(
    `/titles/applications/${application.id}/scores?done=reopened`,
  )
})

test('the scores of an application are taken out side by side once everybody has scored, and not before', async () => {
  const wang = await insertExpert(db, 'wang')
  const [first = '', second = ''] = await appointed(db, application, [li, wang])
  await finished(db, li, first)
  const at = `/titles/applications/${application.id}/scores/export`
  const asked = { cookie, params: own() }
  expect((await outcomeOf(exportScores(visit(`${at}?of=side`, asked)))).status).toBe(404)
  const progress = await takenOut(exportScores, at, asked)
  expect(progress.rows.map(row => row.slice(0, 2))).toEqual([
    ['li专家', '已完成'],
    ['wang专家', '评审中'],
  ])
  expect(progress.rows[0]?.[2]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)

  await finished(db, wang, second, { A1: '6' })
  const scores = await takenOut(exportScores, `${at}?of=side`, asked)
  expect(scores.header.slice(0, 6)).toEqual(['指标', '满分', '自评', 'li专家', 'wang专家', '平均'])
  expect(scores.rows[0]?.slice(1, 6)).toEqual([expect.any(Number), 8, 7, 6, 6.5])
  expect(scores.name).toContain('东海县试验小学')
})

test('who scores what in a batch is taken out, an application for which nobody was asked as well', async () => {
  await insertApplying(db, { code: '2132000002', name: '东海县第二小学', batchId: application.batchId })
  await appointed(db, application, [li])
  const at = `/titles/batches/${application.batchId}/experts/export`
  const { rows } = await takenOut(exportExperts, at, { cookie, params: batch() })
  expect(rows.map(row => [row[0], row[2]]).sort()).toEqual([
    ['东海县第二小学', expect.any(String)],
    ['东海县试验小学', 'li专家'],
  ])
})

test('a visit that somebody else wrote is not sent on this session', async () => {
  await db.updateTable('title_application').set({ state: 'ONSITE_REVIEW' }).execute()
  const form = { visitId: newId(), account: li.id, visitors: '李专家' }
  const post = (given: Record<string, string>) =>
    outcomeOf(record(visit('/', { cookie, params: own(), form: { ...form, ...given } })))

  expect((await post({})).status).toBe(403)
  const { accountId } = (await outcomeOf(visitPage(visit('/', { cookie, params: own() })))).data
  expect((await post({ account: accountId })).data).toMatchObject({ entered: { visitors: '李专家' } })
  expect((await post({ account: accountId, visitId: 'x' })).status).toBe(400)
})
