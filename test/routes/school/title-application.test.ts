import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, instantOf, now, today } from '#app/calendar-day.ts'
import { attachmentsOf } from '#app/features/title-applications/attachments.queries.server.ts'
import { selfScoresOf } from '#app/features/title-applications/title-applications.queries.server.ts'
import { titleStepsOf } from '#app/features/title-applications/title-steps.queries.server.ts'
import { loader as exportSelf } from '#app/routes/bureau/export-title-application.ts'
import { action as putUp } from '#app/routes/bureau/put-up-notice.tsx'
import { action as recommend, loader as recommending } from '#app/routes/bureau/recommend-school.tsx'
import { action as move, loader as show } from '#app/routes/bureau/title-application.tsx'
import { loader as openFile } from '#app/routes/bureau/title-attachment.ts'
import { action as apply } from '#app/routes/school/apply-for-title.tsx'
import { loader as editing, action as save } from '#app/routes/school/edit-title-application.tsx'
import { action as removeFile } from '#app/routes/school/remove-title-attachment.tsx'
import { action as attach, loader as files } from '#app/routes/school/title-attachments.tsx'
import { sampleBatch } from '#db/samples.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
let batchId: string
let own: string
let foreign: string
let unit: string

beforeEach(async () => {
  const batch = sampleBatch({ opens_at: '2020-01-01 00:00:00.000', announced_at: now() })
  await insertAll(db, 'designation_batch', [batch])
  batchId = batch.id
  const school = await insertSchool(db)
  const other = await insertSchool(db, { code: '2132000002', name: '东海县第二小学' })
  own = await cookieOf(db, await insertPerson(db, { role: 'school', login: 'own', schoolId: school.id }))
  foreign = await cookieOf(db, await insertPerson(db, { role: 'school', login: 'other', schoolId: other.id }))
  unit = await cookieOf(db, await insertPerson(db, { role: 'unit', unitCode: '320722' }))
})

async function begun(cookie = own): Promise<string> {
  const { location } = await outcomeOf(apply(visit('/', { cookie, params: { id: batchId }, form: {} })))
  return location?.split('/')[3] ?? ''
}

const application = async (id: string) =>
  db.selectFrom('title_application').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** The form as the school fills it in on the page that it has open. */
async function filled(id: string, given: Record<string, string> = {}) {
  const codes = ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'D1', 'D2', 'D3']
  return {
    ...{ seenAt: (await application(id)).updated_at, sport1: 'wushu', statement: '武术进校园八年' },
    ...Object.fromEntries(codes.map(code => [`points-${code}`, '3.5'])),
    ...Object.fromEntries(['V1', 'V2', 'V3', 'V4'].map(code => [`points-${code}`, 'no'])),
    ...given,
  }
}

const saved = (id: string, form: Record<string, string>, cookie = own) =>
  outcomeOf(save(visit('/', { cookie, params: { id }, form })))

async function handedIn(): Promise<string> {
  const id = await begun()
  const { location } = await saved(id, await filled(id, { intent: 'submit' }))
  expect(location).toBe(`/titles/applications/${id}?done=1`)
  return id
}

async function sent(id: string, file: File, description = '盖章页', cookie = own) {
  const body = new FormData()
  body.set('description', description)
  body.set('file', file)
  const request = new Request('http://sports.test/', { method: 'POST', headers: { Cookie: cookie }, body })
  return outcomeOf(attach({ ...visit('/', { params: { id } }), request }))
}

const paper = () => new File(['%PDF-1.7\n%%EOF\n'], '盖章页.pdf')

test('what a school says of itself is taken out as the page has it, by nobody else', async () => {
  const id = await handedIn()
  const at = `/titles/applications/${id}/export`
  const { data } = await outcomeOf(show(visit('/', { cookie: own, params: { id } })))
  const { header, rows } = await takenOut(exportSelf, at, { cookie: own, params: { id } })
  expect(header[0]).toBe('指标')
  expect(rows.map(row => row[0])).toEqual(data.lines.map(({ code, title }) => `${code} ${title}`))
  expect(rows[0]?.[2]).toBe(3.5)
  expect(rows.at(-1)?.slice(1, 4)).toEqual([null, null, '不存在'])
  expect((await outcomeOf(exportSelf(visit(at, { cookie: foreign, params: { id } })))).status).toBe(404)
})

describe('what is wrong is refused with the reason, and the draft is kept', () => {
  test('a second application of the school in the batch, also by two clicks at once', async () => {
    const click = () => outcomeOf(apply(visit('/', { cookie: own, params: { id: batchId }, form: {} })))
    const answers = await Promise.all([click(), click()])

    expect(answers.map(one => one.status).sort()).toEqual([302, 422])
    const [first] = await db.selectFrom('title_application').select('id').execute()
    expect(answers.find(one => one.status === 422)?.data).toEqual({
      ...{ refusal: 'applied-already', standing: first?.id },
    })
    expect((await click()).data).toMatchObject({ refusal: 'applied-already' })
    expect(await db.selectFrom('title_application').select('id').execute()).toHaveLength(1)
  })

  test('handing in a second after the window has closed', async () => {
    const id = await begun()
    const closes_at = instantOf(new Date(Date.now() - 1000))
    await db.updateTable('designation_batch').set({ closes_at }).execute()

    const answer = await saved(id, await filled(id, { intent: 'submit' }))

    expect(answer.status).toBe(422)
    expect(answer.data).toMatchObject({ moved: 'not-in-time', entered: { statement: '武术进校园八年' } })
    expect(await application(id)).toMatchObject({ state: 'DRAFT', statement: '武术进校园八年' })
    expect(await selfScoresOf(db, id)).toHaveLength(18)
    expect(
      (await outcomeOf(apply(visit('/', { cookie: foreign, params: { id: batchId }, form: {} })))).data,
    ).toEqual({ refusal: 'not-open', standing: null })
  })

  test('points above the maximum', async () => {
    const id = await begun()

    const answer = await saved(id, await filled(id, { 'points-A1': '8.01', intent: 'submit' }))

    expect(answer.status).toBe(422)
    expect(answer.data).toMatchObject({
      problems: [{ at: 'A1', problem: 'points-above-most' }],
      entered: { 'points-A1': '8.01', statement: '武术进校园八年' },
    })
    expect((await application(id)).state).toBe('DRAFT')
  })

  test('an attachment that lies about its type', async () => {
    const id = await begun()
    const forged = new File([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')], '盖章页.pdf')

    const answer = await sent(id, forged)

    expect(answer).toMatchObject({ status: 422, data: { refusal: 'forged', description: '盖章页' } })
    expect(await attachmentsOf(db, id)).toEqual([])
    expect((await sent(id, paper())).status).toBe(302)
  })
})

describe('two tabs', () => {
  test('the older one overwrites nothing, and shows what was written in it', async () => {
    const id = await begun()
    const older = await filled(id, { statement: '旧页面' })
    await saved(id, await filled(id))

    const answer = await saved(id, older)

    expect(answer.data).toMatchObject({ saved: 'changed-meanwhile', entered: { statement: '旧页面' } })
    expect((await application(id)).statement).toBe('武术进校园八年')
  })

  test('handing in twice at once hands in once', async () => {
    const id = await begun()
    const form = await filled(id, { intent: 'submit' })

    const answers = await Promise.all([saved(id, form), saved(id, form)])

    expect(answers.map(one => one.status).sort()).toEqual([302, 422])
    expect((await titleStepsOf(db, id)).map(one => one.action)).toEqual(['begin', 'submit'])
  })

  test('one that is still open after the other handed in says so, and keeps what was written in it', async () => {
    const id = await handedIn()

    const answer = await saved(id, await filled(id, { statement: '另一个页面' }))
    const page = await outcomeOf(editing(visit('/', { cookie: own, params: { id } })))

    expect(answer.data).toMatchObject({ saved: 'not-writable', entered: { statement: '另一个页面' } })
    expect(page).toMatchObject({ status: 200, data: { isWritable: false, isInTime: false } })
    expect((await application(id)).statement).toBe('武术进校园八年')
    expect((await sent(id, paper())).data).toEqual({ refusal: 'not-writable', description: '盖章页' })
    expect((await outcomeOf(files(visit('/', { cookie: own, params: { id } })))).data).toMatchObject({
      ...{ isWritable: false, attachments: [] },
    })
  })

  test('an office that reads an older state does not decide on the newer one unseen', async () => {
    const id = await handedIn()
    const older = (await application(id)).state_at
    const post = (form: Record<string, string>, cookie = unit) =>
      outcomeOf<unknown>(move(visit('/', { cookie, params: { id }, form })))
    const back = { action: 'return', reason: '请补决算', mendUntil: addDays(today(), 3) }
    expect((await post({ ...back, movedAt: older })).status).toBe(302)
    await saved(id, await filled(id, { statement: '补了决算', intent: 'submit' }))

    const stale = await post({ action: 'decline', reason: '材料不全', movedAt: older })

    expect(stale).toMatchObject({ status: 422, data: { refusal: 'moved-meanwhile' } })
    const form = { position: '1', opinion: '同意', educationBy: '王芳', sportsBy: '李明' }
    const days = { educationOn: today(), sportsOn: today() }
    const recommended = (movedAt: string) =>
      outcomeOf(recommend(visit('/', { cookie: unit, params: { id }, form: { ...form, ...days, movedAt } })))
    expect((await recommended(older)).data).toMatchObject({
      ...{ refusal: 'moved-meanwhile', entered: { opinion: '同意' } },
    })
    const { data } = await outcomeOf(show(visit('/', { cookie: unit, params: { id } })))
    const seen = data.application.stateAt
    expect((await recommended(seen)).status).toBe(302)

    expect((await recommended(seen)).data).toMatchObject({
      ...{ refusal: 'not-from-here', entered: { opinion: '同意' } },
    })
    expect(await outcomeOf(recommending(visit('/', { cookie: unit, params: { id } })))).toMatchObject({
      ...{ status: 200, data: { isOpen: false } },
    })
  })
})

describe('the address of another', () => {
  test('school leads nowhere, whatever is asked of it', async () => {
    const id = await begun()
    await sent(id, paper())
    const fileId = (await attachmentsOf(db, id))[0]?.id ?? ''
    const theirs = await begun(foreign)
    const status = async (answer: Promise<unknown>) => (await outcomeOf(answer)).status
    const as = (form?: Record<string, string>, params: Record<string, string> = { id }) =>
      visit('/', { cookie: foreign, params, ...(form && { form }) })

    expect(await status(show(as()))).toBe(404)
    expect(await status(editing(as()))).toBe(404)
    expect(await status(save(as(await filled(id))))).toBe(404)
    expect(await status(move(as({ action: 'submit' })))).toBe(404)
    expect((await sent(id, paper(), '盖章页', foreign)).status).toBe(404)
    expect(await status(removeFile(as({}, { id, fileId })))).toBe(404)
    expect(await status(openFile(as(undefined, { id, fileId })))).toBe(404)
    // Its own application does not open the paper of another.
    expect(await status(openFile(as(undefined, { id: theirs, fileId })))).toBe(404)
    expect(await status(removeFile(as({}, { id: theirs, fileId })))).toBe(404)
    expect(await attachmentsOf(db, id)).toHaveLength(1)
    expect((await application(id)).statement).toBe('')
  })

  test('batch puts none of its schools up', async () => {
    const id = await handedIn()
    await db.updateTable('title_application').set({ state: 'SHORTLISTED' }).execute()
    const other = sampleBatch({ name: '又一批', announced_at: now() })
    await insertAll(db, 'designation_batch', [other])
    const cookie = await cookieOf(db, await insertPerson(db, { role: 'city' }))
    const form = { chosen: id, channel: '网站', contact: '办公室' }

    const answer = await outcomeOf(putUp(visit('/', { cookie, params: { id: other.id }, form })))

    expect(answer).toMatchObject({ status: 422, data: { refusal: 'moved-meanwhile', chosen: [id] } })
    expect((await application(id)).state).toBe('SHORTLISTED')
    expect((await outcomeOf(putUp(visit('/', { cookie, params: { id: newId() }, form })))).status).toBe(404)
  })
})
