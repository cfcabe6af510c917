import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { today } from '#app/calendar-day.ts'
import { action as commit } from '#app/routes/school/import-commit.ts'
import { action as discard } from '#app/routes/school/import-discard.ts'
import { loader as file } from '#app/routes/school/import-file.ts'
import { loader as markedFile } from '#app/routes/school/import-marked-file.ts'
import { loader as preview } from '#app/routes/school/import-preview.tsx'
import { action as upload, loader as uploadPage } from '#app/routes/school/import-sheet.tsx'
import { loader as template } from '#app/routes/school/import-template.ts'
import { action as undo } from '#app/routes/school/import-undo.ts'
import { loader as history } from '#app/routes/school/imports.tsx'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()

afterAll(() => closeReader())

const entryYear = Number(today().slice(0, 4)) - 1
let people: Record<'school' | 'neighbour' | 'donghai' | 'guanyun' | 'city' | 'auditor' | 'applicant', string>
let school: { id: string; classes: string[] }

beforeEach(async () => {
  school = await insertSchool(db, { classes: [['primary', entryYear, 1]] })
  const neighbour = await insertSchool(db, { code: '2132000002', name: '东海县邻近小学' })
  const cookie = async (given: Parameters<typeof insertPerson>[1]) =>
    cookieOf(db, await insertPerson(db, given))
  people = {
    school: await cookie({ role: 'school', schoolId: school.id }),
    neighbour: await cookie({ role: 'school', login: 'neighbour', schoolId: neighbour.id }),
    donghai: await cookie({ role: 'unit', login: 'donghai', unitCode: '320722' }),
    guanyun: await cookie({ role: 'unit', login: 'guanyun', unitCode: '320723' }),
    city: await cookie({ role: 'city' }),
    auditor: await cookie({ role: 'auditor' }),
    applicant: await cookie({ role: 'applicant' }),
  }
})

function uploading(cookie: string, sheet: string, content: string | Uint8Array, name = '表.csv') {
  const body = new FormData()
  body.set('sheet', sheet)
  body.set('file', new File([content as BlobPart], name))
  const request = new Request('http://sports.test/import', {
    method: 'POST',
    headers: { Cookie: cookie },
    body,
  })
  return { request, params: {}, context: { nonce: '', requestId: 'test', client: '192.0.2.7' } }
}

const schools = '学校标识码,学校名称,办学类型,主管单位\n2132000003,东海县新办小学,小学,东海县\n'
const oneBad = `${schools}2132000004,坏小学,小学,月球\n`

async function uploaded(cookie: string, sheet: string, content: string | Uint8Array): Promise<string> {
  const { location } = await outcomeOf(upload(uploading(cookie, sheet, content)))
  expect(location).toMatch(/^\/imports\/\w{26}$/)
  return location!.slice('/imports/'.length)
}

describe('who may', () => {
  test('nobody uploads, looks or downloads without signing in', async () => {
    const params = { id: school.id, sheet: 'schools.xlsx' }
    for (const page of [uploadPage, preview, history, file, markedFile, template]) {
      expect(await outcomeOf<unknown>(page(visit('/import', { params })))).toMatchObject({ status: 302 })
    }
    for (const action of [commit, discard]) {
      expect(await outcomeOf<unknown>(action(visit('/import', { params, form: {} })))).toMatchObject({
        status: 302,
      })
    }
  })

  test('an applicant imports nothing, an auditor only looks, a school brings no registry', async () => {
    expect(await outcomeOf(uploadPage(visit('/import', { cookie: people.applicant })))).toMatchObject({
      status: 403,
    })
    expect(await outcomeOf(history(visit('/imports', { cookie: people.applicant })))).toMatchObject({
      status: 403,
    })
    expect(await outcomeOf(uploadPage(visit('/import', { cookie: people.auditor })))).toMatchObject({
      status: 403,
    })
    expect(await outcomeOf(history(visit('/imports', { cookie: people.auditor })))).toMatchObject({
      status: 200,
    })
    expect(await outcomeOf(upload(uploading(people.school, 'schools', schools)))).toMatchObject({
      status: 403,
    })
    const params = { sheet: 'schools.xlsx' }
    expect(
      await outcomeOf(template(visit('/templates/schools.xlsx', { cookie: people.school, params }))),
    ).toMatchObject({ status: 403 })
  })

  test('another unit finds neither the import, nor its file, and can neither commit nor discard it', async () => {
    const id = await uploaded(people.donghai, 'schools', schools)
    const foreign = { cookie: people.guanyun, params: { id } }

    for (const page of [preview, file, markedFile]) {
      expect(await outcomeOf<unknown>(page(visit(`/imports/${id}`, foreign)))).toMatchObject({ status: 404 })
    }
    for (const action of [commit, discard]) {
      const posted = visit(`/imports/${id}/x`, { ...foreign, form: {} })
      expect(await outcomeOf<unknown>(action(posted))).toMatchObject({ status: 404 })
    }
    expect((await outcomeOf(history(visit('/imports', { cookie: people.guanyun })))).data.imports).toEqual([])
    expect((await outcomeOf(history(visit('/imports', { cookie: people.city })))).data.imports).toHaveLength(
      1,
    )
  })

  test('a school gets its own template only', async () => {
    const params = { sheet: 'activity-log.xlsx' }
    const path = `/templates/activity-log.xlsx?school=${school.id}`

    expect(await outcomeOf(template(visit(path, { cookie: people.school, params })))).toMatchObject({
      status: 200,
    })
    expect(await outcomeOf(template(visit(path, { cookie: people.neighbour, params })))).toMatchObject({
      status: 404,
    })
  })
})

describe('undoing', () => {
  const log = () => `日期,年级,班级,活动类型,时长(分钟)\n${today()},二年级,1班,体育课,40\n`
  const visitor = (id: string, cookie: string) => ({ cookie, params: { id } })

  async function committed(): Promise<string> {
    const id = await uploaded(people.school, 'activity-log', log())
    const form = { skipBadRows: 'yes' }
    await outcomeOf(commit(visit('/', { ...visitor(id, people.school), form })))
    return id
  }

  test('a committed log is offered to be undone, and then says that it was', async () => {
    const id = await committed()
    const own = visitor(id, people.school)
    const before = await outcomeOf(preview(visit(`/imports/${id}`, own)))
    expect(before.data).toMatchObject({ mayCommit: true, run: { status: 'committed' } })

    const { location } = await outcomeOf(undo(visit('/', { ...own, form: {} })))

    expect(location).toBe(`/imports/${id}`)
    expect((await outcomeOf(preview(visit(`/imports/${id}`, own)))).data.run.status).toBe('undone')
    expect(await db.selectFrom('activity').select('day').execute()).toEqual([])
  })

  test('a later change holds it up, and the neighbour finds nothing to undo', async () => {
    const id = await committed()
    await db.updateTable('activity').set({ minutes: 41 }).execute()

    const refused = await outcomeOf(undo(visit('/', { ...visitor(id, people.school), form: {} })))
    const foreign = await outcomeOf(undo(visit('/', { ...visitor(id, people.neighbour), form: {} })))

    expect(refused.location).toBe(`/imports/${id}?notUndone=changed-since`)
    expect(foreign.status).toBe(404)
  })

  test('the later import that holds it up is named to whoever sees it, and to nobody else', async () => {
    const id = await committed()
    const shown = async (who: keyof typeof people, of: string, later: string) =>
      (await outcomeOf(preview(visit(`/imports/${of}?later=${later}`, visitor(of, people[who]))))).data.later
    const { location } = await outcomeOf(
      upload(uploading(people.school, 'activity-log', log().replace(',40', ',45'), '更正.csv')),
    )
    const later = location!.slice('/imports/'.length)
    await outcomeOf(commit(visit('/', { ...visitor(later, people.school), form: { skipBadRows: 'yes' } })))

    const refused = await outcomeOf(undo(visit('/', { ...visitor(id, people.school), form: {} })))

    expect(refused.location).toBe(`/imports/${id}?notUndone=changed-since&later=${later}`)
    expect(await shown('school', id, later)).toMatchObject({
      id: later,
      file: '更正.csv',
      actor: expect.any(String),
    })
    const ofNeighbour = await uploaded(people.neighbour, 'words', '类别,词语,含义\n运动项目,校足,足球\n')
    expect(await shown('neighbour', ofNeighbour, later)).toBeNull()
  })
})

describe('from upload to commit', () => {
  test('the preview counts every row, and the commit enters them', async () => {
    const id = await uploaded(people.donghai, 'schools', schools)
    const shown = await outcomeOf(
      preview(visit(`/imports/${id}`, { cookie: people.donghai, params: { id } })),
    )

    expect(shown.data.run.counts).toMatchObject({ read: 1, new: 1 })
    expect(shown.data.rows).toMatchObject([{ row: 2, shown: { code: '2132000003', unit: '东海县' } }])

    const form = {}
    const done = await outcomeOf(commit(visit('/', { cookie: people.donghai, params: { id }, form })))
    expect(done.location).toBe(`/imports/${id}`)
    const after = await outcomeOf(
      preview(visit(`/imports/${id}`, { cookie: people.donghai, params: { id } })),
    )
    expect(after.data.run.status).toBe('committed')
  })

  test('a bad cell is named with its place, and holds the file up until its row is left out', async () => {
    const id = await uploaded(people.city, 'schools', oneBad)
    const visitor = { cookie: people.city, params: { id } }
    const { data } = await outcomeOf(preview(visit(`/imports/${id}`, visitor)))

    expect(data.problems).toMatchObject([{ cell: 'D3', raw: '月球', reading: 'reject' }])
    expect(data.problems[0]?.message).toContain('东海县')
    expect((await outcomeOf(commit(visit('/', { ...visitor, form: {} })))).location).toContain(
      'refused=has-problems',
    )
    const left = await outcomeOf(commit(visit('/', { ...visitor, form: { skipBadRows: 'yes' } })))
    expect(left.location).toBe(`/imports/${id}`)
    const rejected = await outcomeOf(preview(visit(`/imports/${id}?verdict=rejected`, visitor)))
    expect(rejected.data.rows).toMatchObject([{ row: 3 }])
  })

  test.each([
    ['a file that is no workbook', '%PDF-1.4 …', /不是电子表格/],
    ['an empty file’s sheet', '甲,乙\n1,2', /没有找到/],
  ])('%s is answered with one sentence and nothing is kept', async (_, content, message) => {
    const answer = await outcomeOf(upload(uploading(people.city, 'schools', content)))

    expect(answer.status).toBe(422)
    expect(answer.data.problems).toHaveLength(1)
    expect(answer.data.problems[0]?.message).toMatch(message)
    expect((await outcomeOf(history(visit('/imports', { cookie: people.city })))).data.total).toBe(0)
  })

  test('an empty file is said to be empty', async () => {
    const answer = await outcomeOf(upload(uploading(people.city, 'schools', '')))

    expect(answer.data.problems.map((one: { message: string }) => one.message)).toEqual([
      '文件是空的，请重新选择文件后上传。',
    ])
  })

  test('a form without a file asks for one and keeps what was entered', async () => {
    const answer = await outcomeOf(upload(uploading(people.city, 'classes', '', '')))

    expect(answer).toMatchObject({ status: 422, data: { entered: { sheet: 'classes' } } })
    expect(answer.data.problems[0]?.message).toMatch(/请选择文件/)
  })

  test('the original file comes back as it was', async () => {
    const id = await uploaded(people.city, 'schools', schools)

    const response = (await file(visit('/', { cookie: people.city, params: { id } }))) as Response

    expect(await response.text()).toBe(schools)
    expect(response.headers.get('Content-Disposition')).toContain('attachment')
  })
})

describe('the file with marks', () => {
  const asked = (id: string) => visit('/', { cookie: people.city, params: { id } })

  test('is the uploaded one with its bad cell marked, and reads as it did', async () => {
    const id = await uploaded(people.city, 'schools', oneBad)

    const response = (await markedFile(asked(id))) as Response
    const again = await uploaded(people.city, 'schools', new Uint8Array(await response.arrayBuffer()))

    const [first, second] = await Promise.all([id, again].map(each => outcomeOf(preview(asked(each)))))
    expect(decodeURIComponent(response.headers.get('Content-Disposition') ?? '')).toContain(
      '表（已标注）.xlsx',
    )
    expect(second?.data.run.counts).toEqual(first?.data.run.counts)
    expect(second?.data.problems).toEqual(first?.data.problems)
  })

  test('that cannot be made sends back to the preview, which says so', async () => {
    const id = await uploaded(people.city, 'schools', oneBad)
    await db
      .updateTable('import_file')
      .set({ bytes: Buffer.from([0]) })
      .execute()

    expect(await outcomeOf<unknown>(markedFile(asked(id)))).toMatchObject({
      status: 302,
      location: `/imports/${id}?notMarked=yes`,
    })
  })
})

describe('the template of a school', () => {
  async function templateOf(cookie: string, sheet = 'activity-log') {
    const params = { sheet: `${sheet}.xlsx` }
    const response = (await template(visit(`/templates/${sheet}.xlsx`, { cookie, params }))) as Response
    return new Uint8Array(await response.arrayBuffer())
  }

  test('holds its classes, and as it stands imports without a problem', async () => {
    const bytes = await templateOf(people.school)
    const opened = await openWorkbook(bytes)
    expect(JSON.stringify(opened)).toContain('(1)班')

    const id = await uploaded(people.school, 'activity-log', bytes)

    const { data } = await outcomeOf(preview(visit('/', { cookie: people.school, params: { id } })))
    expect(data.problems).toEqual([])
    expect(data.run.counts).toMatchObject({ new: 0, rejected: 0 })
  })

  test('of another school, or of another sheet, is refused with one sentence', async () => {
    const foreign = await outcomeOf(
      upload(uploading(people.neighbour, 'activity-log', await templateOf(people.school), '表.xlsx')),
    )
    const other = await outcomeOf(
      upload(uploading(people.city, 'schools', await templateOf(people.city, 'classes'), '表.xlsx')),
    )

    expect(foreign.data.problems).toHaveLength(1)
    expect(foreign.data.problems[0]?.message).toMatch(/另一所学校/)
    expect(other.data.problems).toHaveLength(1)
    expect(other.data.problems[0]?.message).toMatch(/班级名册.*学校名册/)
  })
})
