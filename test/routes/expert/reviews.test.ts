import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { attachmentsOf } from '#app/features/title-applications/attachments.queries.server.ts'
import { addAttachment } from '#app/features/title-applications/change-attachments.server.ts'
import { findReview } from '#app/features/title-applications/reviews.queries.server.ts'
import { loader as attachment } from '#app/routes/bureau/title-attachment.ts'
import { action as post, loader as show } from '#app/routes/expert/review.tsx'
import { loader as list } from '#app/routes/expert/reviews.tsx'
import type { Role } from '#db/tables.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import {
  appointed,
  declared,
  finished,
  insertApplying,
  insertExpert,
  points,
} from '#test/features/title-applications/reviewed.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'

const db = useAppDatabase()
let application: Awaited<ReturnType<typeof insertApplying>>
let [li, wang]: Actor[] = []
let [own = '', foreign = '']: string[] = []

beforeEach(async () => {
  application = await insertApplying(db)
  li = await insertExpert(db, 'li')
  wang = await insertExpert(db, 'wang')
  ;[own = '', foreign = ''] = await appointed(db, application, [li, wang])
})

const cookie = () => cookieOf(db, li!)
const listed = async () => (await outcomeOf(list(visit('/titles/reviews', { cookie: await cookie() })))).data
const shown = async (id = own) =>
  outcomeOf(show(visit(`/titles/reviews/${id}`, { cookie: await cookie(), params: { id } })))
const posted = async (form: Record<string, string>, id = own) =>
  outcomeOf(post(visit(`/titles/reviews/${id}`, { cookie: await cookie(), params: { id }, form })))

async function scoreForm(given: Record<string, string>) {
  const updatedAt = (await findReview(db, own))?.updatedAt ?? ''
  const cells = Object.entries(given).map(([code, text]) => [`points-${code}`, text])
  return { ...Object.fromEntries(cells), comment: '', updatedAt }
}

test('nobody without signing in', async () => {
  expect((await outcomeOf(list(visit('/titles/reviews')))).location).toContain('/sign-in')
  expect((await outcomeOf(show(visit('/', { params: { id: own } })))).location).toContain('/sign-in')
})

test.each(['city', 'unit', 'school', 'applicant', 'auditor', 'admin'] as const)(
  '%s has no reviews to score',
  async (role: Role) => {
    const cookie = await cookieOf(db, await insertPerson(db, { role, unitCode: '320722' }))

    expect((await outcomeOf(list(visit('/', { cookie })))).status).toBe(403)
    expect((await outcomeOf(show(visit('/', { cookie, params: { id: own } })))).status).toBe(403)
    expect((await outcomeOf(post(visit('/', { cookie, params: { id: own }, form: {} })))).status).toBe(403)
  },
)

test('the review of another expert is not found', async () => {
  expect((await shown(foreign)).status).toBe(404)
  expect((await posted({ intent: 'declare', interest: 'none' }, foreign)).status).toBe(404)
  expect((await posted({ ...(await scoreForm({})), intent: 'save' }, foreign)).status).toBe(404)
})

test('the school alone is shown before the declaration, all that it handed in after it', async () => {
  const before = (await shown()).data

  expect(before).toMatchObject({ why: 'undeclared', papers: null, given: [], others: null })
  expect(JSON.stringify(before)).not.toContain('规划与制度汇编')
  expect((await posted({ intent: 'declare', interest: 'none' })).location).toBe(
    `/titles/reviews/${own}?done=declared`,
  )

  const { papers } = (await shown()).data
  expect(papers?.lines.find(one => one.code === 'B2')).toMatchObject({
    ...{ most: 10, points: 950 },
    figureSaid: '每天一小时达标率 95.1%，应计 800 个班日（2025-11-20 至 2026-11-19）',
  })
})

test('a conflict without its reason comes back with what was chosen', async () => {
  const answer = await posted({ intent: 'declare', interest: 'conflict', conflict: '' })

  expect(answer.status).toBe(422)
  expect(answer.data).toMatchObject({ undeclared: 'conflict-unsaid', entered: { interest: 'conflict' } })
})

test('points above the maximum come back at their cell and nothing is lost', async () => {
  await declared(db, li!, own)
  const form = await scoreForm(points({ A1: '8.5', B1: '9.25' }))

  const answer = await posted({ ...form, comment: '好', intent: 'save' })

  expect(answer.status).toBe(422)
  expect(answer.data).toMatchObject({
    problems: [{ at: 'A1', problem: 'points-above-most' }],
    entered: { 'points-A1': '8.5', 'points-B1': '9.25', comment: '好' },
  })
  expect((await shown()).data.given).toEqual([])
})

test('a stale page is told, and may then be saved on purpose', async () => {
  await declared(db, li!, own)
  const stale = await scoreForm({ A1: '5' })
  await posted({ ...(await scoreForm({ A1: '6' })), intent: 'save' })

  const answer = await posted({ ...stale, intent: 'save' })

  expect(answer.data).toMatchObject({ refusal: 'changed-meanwhile', entered: { 'points-A1': '5' } })
  const again = { ...answer.data.entered, intent: 'save' }
  expect((await posted(again)).location).toBe(`/titles/reviews/${own}?done=saved`)
})

test('the list says how many are left and until when; it empties when all are finished', async () => {
  expect(await listed()).toMatchObject({
    batches: [{ left: 1, validFrom: '2099-01-01', lines: [{ given: 0 }] }],
  })

  await finished(db, li!, own)

  expect(await listed()).toMatchObject({ batches: [{ left: 0, lines: [{ given: 13, of: 13 }] }] })
})

test('the totals of the others appear without names once everybody has scored', async () => {
  await finished(db, li!, own)
  expect((await shown()).data.others).toBeNull()

  await finished(db, wang!, foreign, { A1: '3.5' })

  const { data } = await shown()
  expect(data.others).toEqual({ own: 9400, others: [9050], mean: 9225 })
  expect(JSON.stringify(data)).not.toMatch(/wang/)
})

test('an expert opens the papers of an application once they have declared', async () => {
  const file = { name: '决算.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF') }
  await db.updateTable('title_application').set({ state: 'RETURNED' }).execute()
  await addAttachment(
    db,
    { kind: 'school', schoolId: application.schoolId },
    { id: null, name: '学校' },
    {
      ...{
        id: application.id,
        file,
        description: 'A4 决算',
        today: '2026-11-30',
        now: '2026-11-30 01:00:00.000',
      },
    },
  )
  await db.updateTable('title_application').set({ state: 'EXPERT_REVIEW' }).execute()
  const fileId = (await attachmentsOf(db, application.id))[0]?.id ?? ''
  const open = async () =>
    outcomeOf(attachment(visit('/', { cookie: await cookie(), params: { id: application.id, fileId } })))

  expect((await open()).status).toBe(404)
  await declared(db, li!, own)
  expect((await open()).status).toBe(200)
})
