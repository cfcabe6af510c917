import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, mondayOf, today } from '#app/calendar-day.ts'
import { loader as checkPage, action as handIn } from '#app/routes/public/check-upload.tsx'
import { loader as template } from '#app/routes/public/link-template.ts'
import { loader as linkPage, action as upload } from '#app/routes/public/upload-through-link.tsx'
import { action as commit } from '#app/routes/school/import-commit.ts'
import { action as make, loader as makePage } from '#app/routes/school/make-upload-link.tsx'
import { action as revoke } from '#app/routes/school/revoke-upload-link.ts'
import { loader as list } from '#app/routes/school/upload-links.tsx'
import { loader as week } from '#app/routes/school/week.tsx'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()

afterAll(() => closeReader())

const entryYear = Number(today().slice(0, 4)) - 1
const [monday, sunday] = [mondayOf(today()), addDays(mondayOf(today()), 6)]
const wish = {
  ...{ label: '二年级 李老师', sheet: 'events', firstDay: monday, lastDay: sunday },
  ...{ lifetime: '7', usesAllowed: '1', confirms: 'school' },
}
let cookies: Record<'school' | 'neighbour' | 'unit' | 'otherUnit' | 'auditor' | 'applicant', string>
let school: { id: string }

beforeEach(async () => {
  school = await insertSchool(db, { classes: [['primary', entryYear, 1]] })
  const neighbour = await insertSchool(db, { code: '2132000002', name: '东海县邻近小学' })
  const cookie = async (given: Parameters<typeof insertPerson>[1]) =>
    cookieOf(db, await insertPerson(db, given))
  cookies = {
    school: await cookie({ role: 'school', schoolId: school.id }),
    neighbour: await cookie({ role: 'school', login: 'neighbour', schoolId: neighbour.id }),
    unit: await cookie({ role: 'unit', login: 'donghai', unitCode: '320722' }),
    otherUnit: await cookie({ role: 'unit', login: 'guanyun', unitCode: '320723' }),
    auditor: await cookie({ role: 'auditor' }),
    applicant: await cookie({ role: 'applicant' }),
  }
})

/** A link that a school made on its page; answers its token. */
async function linkOf(cookie: string, given: Partial<typeof wish> & { schoolCode?: string } = {}) {
  const answer = await outcomeOf(make(visit('/upload-links/new', { cookie, form: { ...wish, ...given } })))
  const address = answer.data.made?.address ?? ''
  expect(address).toMatch(/^http:\/\/sports\.test\/u\/[\w-]{69}$/)
  return address.split('/u/')[1] ?? ''
}

function uploading(token: string, content: string, { name = '表.csv', client = '192.0.2.7' } = {}) {
  const body = new FormData()
  body.set('replaces', '')
  body.set('file', new File([content], name))
  const request = new Request(`http://sports.test/u/${token}`, { method: 'POST', body })
  return { request, params: { token }, context: { nonce: '', requestId: 'test', client } }
}

const events = (title = '武术操展演') =>
  `学校标识码,日期,项目,活动名称,参与班级数,参与人数\n2132000001,${monday},武术,${title},4,160\n`

async function uploaded(token: string, content = events()): Promise<string> {
  const { location } = await outcomeOf(upload(uploading(token, content)))
  expect(location).toMatch(new RegExp(`^/u/${token}/\\w{26}$`))
  return location?.split('/')[3] ?? ''
}

const look = (token: string) => outcomeOf(linkPage(visit(`/u/${token}`, { params: { token } })))
const check = (token: string, id: string) =>
  outcomeOf(checkPage(visit(`/u/${token}/${id}`, { params: { token, upload: id } })))
const hand = (token: string, id: string, form: Record<string, string> = {}) =>
  outcomeOf(handIn(visit(`/u/${token}/${id}`, { params: { token, upload: id }, form })))

describe('who makes, sees and takes back links', () => {
  test('nobody without signing in, and nobody who may not import', async () => {
    for (const page of [list, makePage])
      expect(await outcomeOf<unknown>(page(visit('/upload-links')))).toMatchObject({ status: 302 })
    for (const cookie of [cookies.applicant, cookies.auditor]) {
      expect(await outcomeOf(makePage(visit('/', { cookie })))).toMatchObject({ status: 403 })
      expect(await outcomeOf(make(visit('/', { cookie, form: wish })))).toMatchObject({ status: 403 })
    }
    expect(await outcomeOf(list(visit('/', { cookie: cookies.applicant })))).toMatchObject({ status: 403 })
    expect((await outcomeOf(list(visit('/', { cookie: cookies.auditor })))).data.mayMake).toBe(false)
  })

  test('a unit for a school of its own, and no other unit', async () => {
    await linkOf(cookies.unit, { schoolCode: '2132000001' })
    const form = { ...wish, schoolCode: '2132000001' }
    const other = await outcomeOf(make(visit('/', { cookie: cookies.otherUnit, form })))

    expect(other).toMatchObject({ status: 422, data: { made: null, entered: { label: wish.label } } })
    expect(other.data.errors).toHaveProperty('schoolCode')
    const seen = async (cookie: string) => (await outcomeOf(list(visit('/', { cookie })))).data.total
    expect(await Promise.all([cookies.school, cookies.unit].map(seen))).toEqual([1, 1])
    expect(await Promise.all([cookies.neighbour, cookies.otherUnit].map(seen))).toEqual([0, 0])
  })

  test('the list tells state and uses, and never the link', async () => {
    const token = await linkOf(cookies.school)
    const { data } = await outcomeOf(list(visit('/', { cookie: cookies.school })))

    expect(data.links).toMatchObject([{ label: wish.label, state: 'open', uses: 0, usesAllowed: 1 }])
    expect(JSON.stringify(data)).not.toContain(token.slice(26))
    const id = data.links[0]?.id ?? ''
    const foreign = { cookie: cookies.neighbour, params: { id }, form: {} }
    expect(await outcomeOf(revoke(visit('/', foreign)))).toMatchObject({ status: 404 })
    expect((await look(token)).status).toBe(200)
    const own = { cookie: cookies.school, params: { id }, form: {} }
    expect(await outcomeOf(revoke(visit('/', own)))).toMatchObject({ location: '/upload-links' })
    expect(await look(token)).toMatchObject({ status: 410, data: { closed: 'revoked' } })
  })

  test('the school is told of what was handed in until it has confirmed it, and no other school is', async () => {
    const token = await linkOf(cookies.school)
    const waiting = async (cookie: string) => {
      const of = [
        await outcomeOf(week(visit('/week', { cookie }))),
        await outcomeOf(list(visit('/', { cookie }))),
      ]
      return of.map(({ data }) => data.toConfirm)
    }
    const id = await uploaded(token)
    expect(await waiting(cookies.school)).toEqual([0, 0])
    await hand(token, id)

    expect(await waiting(cookies.school)).toEqual([1, 1])
    expect(await waiting(cookies.neighbour)).toEqual([0, 0])
    await outcomeOf(commit(visit('/', { cookie: cookies.school, params: { id }, form: {} })))
    expect(await waiting(cookies.school)).toEqual([0, 0])
  })

  test('a wish that cannot be granted keeps what was entered', async () => {
    const form = { ...wish, firstDay: sunday, lastDay: monday }
    const answer = await outcomeOf(make(visit('/', { cookie: cookies.school, form })))

    expect(answer).toMatchObject({ status: 422, data: { made: null, entered: form } })
    expect(answer.data.errors).toEqual({ lastDay: '最后一天早于第一天。' })
  })
})

describe('behind a link', () => {
  test('stands what it is for, and nothing else of the school', async () => {
    const token = await linkOf(cookies.school)
    const { status, data } = await look(token)

    expect(status).toBe(200)
    expect(data).toEqual({
      closed: null,
      token,
      replaces: '',
      school: '东海县试验小学',
      sheet: 'events',
      firstDay: monday,
      lastDay: sunday,
      facts: { label: wish.label, confirms: 'school', usesLeft: 1, until: expect.any(String) },
    })
  })

  test('a file is read, handed in once, and its receipt stays to be seen', async () => {
    const token = await linkOf(cookies.school)
    const id = await uploaded(token)
    const shown = await check(token, id)

    expect(shown.status).toBe(200)
    expect(shown.data).toMatchObject({ counts: { read: 1, new: 1 }, handedInAt: null, isLastUse: true })
    expect(await hand(token, id)).toMatchObject({ location: `/u/${token}/${id}` })
    const receipt = await check(token, id)
    expect(receipt).toMatchObject({ status: 200, data: { status: 'preview', rows: [], problems: [] } })
    expect(await look(token)).toMatchObject({ status: 410, data: { closed: 'used' } })
    expect(await outcomeOf(upload(uploading(token, events())))).toMatchObject({
      status: 410,
      data: { closed: 'used' },
    })
    const { data } = await outcomeOf(list(visit('/', { cookie: cookies.school })))
    expect(data.links[0]).toMatchObject({ state: 'used', handedIn: [{ importId: id, status: 'preview' }] })
  })

  test('a bad row is named, holds the file up, and stays behind when the rest is handed in', async () => {
    const token = await linkOf(cookies.school, { confirms: 'teacher' })
    const id = await uploaded(token, `${events()}2132000001,${addDays(monday, -1)},武术,上周的,4,160\n`)
    const { data } = await check(token, id)

    expect(data).toMatchObject({ isBlocked: true, counts: { new: 1, rejected: 1 } })
    expect(JSON.stringify(data)).toContain(
      `${addDays(monday, -1)} 不在这个上传链接的日期（${monday} 至 ${sunday}）`,
    )
    expect(await hand(token, id)).toMatchObject({ status: 422, data: { refusal: 'has-problems' } })
    expect(await hand(token, id, { skipBadRows: 'yes' })).toMatchObject({ location: `/u/${token}/${id}` })
    expect((await check(token, id)).data).toMatchObject({ status: 'committed' })
    expect(await db.selectFrom('campus_event').select('title').execute()).toEqual([{ title: '武术操展演' }])
  })

  test.each([
    ['another sheet', '日期,班级,活动类型,时长(分钟)\n2025-09-01,三(1)班,体育课,40\n', /没有找到/],
    ['no spreadsheet', '%PDF-1.4 …', /不是电子表格/],
  ])('%s is answered in a sentence and uses nothing up', async (_, content, words) => {
    const token = await linkOf(cookies.school)
    const answer = await outcomeOf(upload(uploading(token, content)))

    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.data)).toMatch(words)
    expect((await look(token)).status).toBe(200)
  })

  test('no file, or no form, is no upload', async () => {
    const token = await linkOf(cookies.school)

    expect(await outcomeOf(upload(uploading(token, '', { name: '' })))).toMatchObject({
      status: 422,
      data: { problems: ['请选择文件。'] },
    })
    expect(await outcomeOf(upload(uploading(token, '')))).toMatchObject({
      status: 422,
      data: { problems: ['文件是空的，请重新选择文件后上传。'] },
    })
    const plain = visit(`/u/${token}`, { params: { token }, form: { file: 'x' } })
    expect(await outcomeOf(upload(plain))).toMatchObject({ status: 400 })
  })

  test('a made-up link, an altered one and a file of another link are all the same: not valid', async () => {
    const [token, other] = [await linkOf(cookies.school), await linkOf(cookies.school)]
    const id = await uploaded(other)

    const answers = [
      await look('x'),
      await look(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
      await look(token.slice(0, 26) + other.slice(26)),
      await check('x', id),
      await check(token, id),
      await hand(token, id),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, data: { closed: 'unknown' } })
    expect((await check(other, id)).status).toBe(200)
  })

  test('the template is that of the school and the sheet, and comes only while the link is open', async () => {
    const token = await linkOf(cookies.school, { sheet: 'activity-log' })
    const asked = visit('/', { params: { token } })
    const response = (await template(asked)) as Response
    const opened = await openWorkbook(new Uint8Array(await response.arrayBuffer()))

    expect(decodeURIComponent(response.headers.get('Content-Disposition') ?? '')).toContain('东海县试验小学')
    expect(opened).toMatchObject({ ok: true, mark: { sheet: 'activity-log', school: '2132000001' } })
    await db.updateTable('upload_link').set({ uses: 1 }).execute()
    expect(await outcomeOf(template(visit('/', { params: { token } })))).toMatchObject({ status: 410 })
    expect(await outcomeOf(template(visit('/', { params: { token: 'x' } })))).toMatchObject({ status: 404 })
  })

  test('uploads are held back at twenty an hour through a link, whatever address they come from', async () => {
    const token = await linkOf(cookies.school)
    for (let at = 0; at < 20; at += 1) {
      const answer = await outcomeOf(upload(uploading(token, '', { client: `192.0.2.${at}` })))
      expect(answer.status).toBe(422)
    }

    const answer = await outcomeOf(upload(uploading(token, events())))

    expect(answer).toMatchObject({ status: 429, data: { problems: [expect.stringContaining('稍后再试')] } })
    const other = await linkOf(cookies.school)
    expect((await outcomeOf(upload(uploading(other, events())))).location).not.toBeNull()
  })

  test('and at sixty from one address, whatever link they go through', async () => {
    const links = await Promise.all([1, 2, 3, 4].map(() => linkOf(cookies.school)))
    for (let at = 0; at < 60; at += 1) await outcomeOf(upload(uploading(links[at % 4] ?? '', '')))

    expect((await outcomeOf(upload(uploading(links[0] ?? '', events())))).status).toBe(429)
    const elsewhere = uploading(links[0] ?? '', events(), { client: '198.51.100.1' })
    expect((await outcomeOf(upload(elsewhere))).location).not.toBeNull()
  })
})
