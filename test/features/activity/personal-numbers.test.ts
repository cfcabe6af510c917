import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as xlsx from 'xlsx'
import type { Scope } from '#app/auth/scope.ts'
import { isPersonalCell } from '#app/features/activity/reading/personal-cells.ts'
import { doImportWork } from '#app/features/imports/do-import-work.server.ts'
import { giveUpWork } from '#app/features/imports/give-up-work.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { problemMessage } from '#app/features/imports/problem-message.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { showImport } from '#app/features/imports/show-import.server.ts'
import { previewThroughLink } from '#app/features/upload-links/preview-through-link.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { linkFor, opened, noon as sentAt, today as sentOn } from '#test/features/upload-links/teacher.ts'
import { testEngine, useDatabase } from '#test/support/database.ts'
import { everythingStored } from '#test/support/everything-stored.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const today = '2025-09-30'
const now = '2025-09-30 08:00:00.000'
const actor = { id: null, name: '王老师' }
const city: Scope = { kind: 'city' }
const code = '2132000001'
const idNumber = '320706201601011234'
const phone = '13812345678'
const header = ['学校标识码', '日期', '班级', '活动类型', '时长(分钟)', '备注']
let school: { id: string; classes: string[] }

beforeEach(async () => {
  school = await insertSchool(place.db, { code, classes: [['primary', 2023, 1]] })
})

afterAll(() => closeReader())

type Line = (string | number)[]

const line = (day: string, note: string | number, ofSchool = code): Line => [
  ...[ofSchool, day, '三(1)班', '体育课', 40, note],
]
const days = Array.from({ length: 20 }, (_, at) => `2025-09-${String(at + 1).padStart(2, '0')}`)

function csv(...lines: Line[]): Uint8Array {
  return new TextEncoder().encode([header, ...lines].map(cells => cells.join(',')).join('\n'))
}

function workbook(sheets: Record<string, Line[]>): Uint8Array {
  const book = xlsx.utils.book_new()
  for (const [name, lines] of Object.entries(sheets))
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(lines), name)
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: false })
}

const upload = (bytes: Uint8Array, sheet: 'activity-log' | 'activity-week' = 'activity-log') =>
  previewImport(place.db, {
    ...{ sheet, bytes, fileName: '9月.csv', today, now, scope: city, actor, schoolId: school.id },
  })

/** More rows than are read while somebody waits, with `last` below them. */
const longFile = (...last: Line[]) =>
  csv(...Array.from({ length: 5_001 }, (_, at) => line(days[at % 20]!, `第${at}节`)), ...last)

/** All that the database holds by now, without what a checkpoint would overwrite at any moment. */
async function stored(): Promise<string> {
  if (testEngine(place.db) === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(place.db)
  return everythingStored(place.url)
}

async function nothingIsStored(): Promise<void> {
  const all = await stored()
  expect(
    [idNumber, '0620 1601', idNumber.slice(6, 14), phone, phone.slice(3)].filter(one => all.includes(one)),
  ).toEqual([])
  for (const table of ['import_file', 'activity'] as const)
    expect(await place.db.selectFrom(table).selectAll().execute()).toEqual([])
}

describe('an activity file in which an ID or phone number stands', () => {
  test.each([
    ['an ID number in the note', [line('2025-09-08', idNumber)], 'F2'],
    ['one with blanks between its digits', [line('2025-09-08', '3207 0620 1601 0112 34')], 'F2'],
    ['an ID number of a kind no longer issued', [line('2025-09-08', '320706160101123')], 'F2'],
    ['a phone number in the note', [line('2025-09-08', ''), line('2025-09-09', `家长 ${phone}`)], 'F3'],
    ['a phone number that is a number', [line('2025-09-08', Number(phone))], 'F2'],
    ['one where the class should stand', [line('2025-09-08', '').with(2, phone)], 'C2'],
    ['one in a line of another school', [line('2025-09-08', phone, '2132999999')], 'F2'],
    ['one below the table', [line('2025-09-08', ''), [], [`家长 ${phone}`]], 'A4'],
  ])('%s is refused, told by its cell and not kept', async (_, lines, cell) => {
    const answer = await upload(workbook({ '9月': [header, ...lines] }))

    expect(answer).toMatchObject({ ok: false, problems: [{ cell, code: 'activity.personal-data' }] })
    expect(JSON.stringify(answer)).not.toMatch(/320706|3207 06|138123/)
    expect(await place.db.selectFrom('import_run').selectAll().execute()).toEqual([])
    await nothingIsStored()
  })

  test('is taken where the number is that of whoever signs it', async () => {
    const signed = [line('2025-09-08', ''), [], [`填报人：李老师 联系电话：${phone}`], ['手机', phone]]
    const answer = await upload(workbook({ '9月': [header, ...signed] }))

    expect(answer).toMatchObject({ ok: true })
  })

  test('says in both languages that nothing was kept', async () => {
    const answer = await upload(csv(line('2025-09-08', phone)))

    const [problem] = answer.ok ? [] : answer.problems
    expect(problemMessage('zh-CN', problem!)).toContain('文件没有保存')
    expect(problemMessage('en', problem!)).toContain('was not kept')
  })

  test('is refused for a sheet that is not even read, and for the name of one', async () => {
    const log = [header, line('2025-09-08', '')]

    const workbooks: Record<string, Line[]>[] = [
      { '9月': log, 说明: [['示例'], [phone]] },
      { '9月': log, [phone]: [['示例']] },
    ]
    for (const sheets of workbooks) {
      const answer = await upload(workbook(sheets))
      expect(answer).toMatchObject({ ok: false, problems: [{ code: 'activity.personal-data' }] })
      expect(JSON.stringify(answer)).not.toContain('138123')
    }
    await nothingIsStored()
  })

  test('names twenty cells and counts the others', async () => {
    const answer = await upload(csv(...days.map(day => line(day, phone)), line('2025-09-22', phone)))

    const problems = answer.ok ? [] : answer.problems
    expect(problems).toHaveLength(20)
    expect(problemMessage('zh-CN', problems.at(-1)!)).toContain('另有 1 处')
  })

  test('is refused as a week matrix too', async () => {
    const answer = await upload(
      workbook({
        周表: [
          ['班级', '周一'],
          ['三(1)班', idNumber],
        ],
      }),
      'activity-week',
    )

    expect(answer).toMatchObject({ ok: false, problems: [{ cell: 'B2', code: 'activity.personal-data' }] })
    await nothingIsStored()
  })

  test('is refused with the names of pupils as well', async () => {
    const answer = await upload(
      workbook({
        '9月': [
          [...header, '姓名'],
          [...line('2025-09-08', ''), '王小明'],
        ],
      }),
    )

    expect(answer).toMatchObject({ ok: false, problems: [{ cell: 'G1', code: 'activity.personal-data' }] })
    expect((await stored()).includes('王小明')).toBe(false)
  })

  test('through an upload link is told to the teacher and not kept', async () => {
    const { token } = await linkFor(place.db, { kind: 'school', schoolId: school.id })
    const link = await opened(place.db, token)
    const file = { name: `${phone}.csv`, bytes: csv(line('2025-09-02', phone)) }

    const answer = await previewThroughLink(place.db, link, {
      file,
      replaces: '',
      today: sentOn,
      now: sentAt,
    })

    expect(answer).toMatchObject({ ok: false, problems: [{ cell: 'F2', code: 'activity.personal-data' }] })
    expect(JSON.stringify(answer)).not.toContain('138123')
    await nothingIsStored()
  })

  test.each([true, false])(
    'by the command line (dry: %s) is refused, whether bad rows are left out or not',
    async dryRun => {
      for (const bytes of [
        csv(line('2025-09-08', ''), line('2025-09-09', phone)),
        longFile(line('2025-09-08', phone)),
      ])
        for (const skipBadRows of [true, false]) {
          const result = await runImport(place.db, {
            ...{ sheet: 'activity-log' as const, bytes, fileName: '9月.csv', today, now, scope: city, actor },
            ...{ schoolCode: code, dryRun, skipBadRows, withRows: true, locale: 'zh-CN' as const },
          })
          expect(result).toMatchObject({
            ...{ status: 'refused', counts: { read: 0 }, rows: [] },
            problems: [{ code: 'activity.personal-data', raw: '' }],
          })
          expect(JSON.stringify(result)).not.toContain('138123')
        }
      await nothingIsStored()
    },
    120_000,
  )

  test.each([
    ['its own', line('2025-09-08', idNumber)],
    ['a school that nobody knows', line('2025-09-08', phone, '2132999999')],
  ])(
    'that is long loses its bytes once it is read, though the line is of %s',
    async (_, last) => {
      const answer = await upload(longFile(last))
      const id = answer.ok ? answer.id : ''
      await doImportWork(place.db)

      const shown = await showImport(place.db, city, id, { today, now, page: 1, locale: 'zh-CN' })
      expect(shown).toMatchObject({
        ...{ run: { status: 'refused' }, isKept: false, total: 0 },
        problems: [{ cell: 'F5003', code: 'activity.personal-data', raw: '' }],
      })
      const parts = await place.db.selectFrom('import_part').select('part').orderBy('part').execute()
      expect(parts).toEqual([{ part: 'ignored' }, { part: 'problems' }])
      await nothingIsStored()
    },
    120_000,
  )

  test('that is long and given up before anybody looked is not kept either', async () => {
    const answer = await upload(longFile(line('2025-09-08', idNumber)))
    const id = answer.ok ? answer.id : ''
    expect(await giveUpWork(place.db, { id, scope: city, actor, today })).toEqual({ ok: true })

    await nothingIsStored()
  })
})

test("many digits that are nobody's number are taken", () => {
  for (const value of [40 / 1440, 1 / 24, 0.416666666666667, 45_908.0277777778, 2_132_000_001])
    expect(isPersonalCell({ type: 'number', value, format: 'General' })).toBe(false)
  for (const text of [
    '0.027777777777777776',
    '0.416666666666667',
    code,
    '0518-87210000',
    '2025-09-08~2025-09-12',
    '2025-09-08 2025-9-12',
    '15 30 20 30 20 3',
    '40 30 40 30 40 30 40 2',
  ])
    expect(isPersonalCell({ type: 'text', text })).toBe(false)
})
