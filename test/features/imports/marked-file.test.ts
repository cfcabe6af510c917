import { readdirSync, readFileSync } from 'node:fs'
import type ExcelJS from 'exceljs'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { markedFile, markedName } from '#app/features/imports/marked-file.server.ts'
import { readPart } from '#app/features/imports/parts.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import type { SheetName } from '#app/features/imports/sheet-name.ts'
import { markColours } from '#app/spreadsheet/marking/marks.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { useDatabase } from '#test/support/database.ts'
import { openedByExceljs } from '#test/support/opened-by-exceljs.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
const actor = { id: null, name: 'tester' }
const today = '2025-10-15'
const now = '2025-10-15 02:00:00.000'
const code = '2132900001'

afterAll(() => closeReader())

let schoolId: string

beforeEach(async () => {
  const classes = Array.from({ length: 9 }, (_, at) => at + 1)
  const school = await insertSchool(place.db, {
    code,
    classes: [
      ...classes.map((number): ['primary', number, number] => ['primary', 2023, number]),
      ...classes.map((number): ['primary', number, number] => ['primary', 2022, number]),
    ],
  })
  schoolId = school.id
})

async function preview(bytes: Uint8Array, fileName: string, sheet: SheetName = 'activity-log') {
  const answer = await previewImport(place.db, {
    ...{
      sheet,
      bytes,
      fileName,
      today,
      now,
      scope: city,
      actor,
      schoolId: sheet === 'schools' ? null : schoolId,
    },
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  const run = await findImport(place.db, city, answer.id, today)
  const problems = await readPart<Problem>(place.db, answer.id, 'problems')
  return { id: answer.id, counts: run?.counts, problems }
}

async function marked(id: string) {
  const file = await markedFile(place.db, city, id, { today, locale: 'zh-CN' })
  if (!file.ok) throw new Error(file.refusal)
  return file
}

async function saved(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const log = `学校标识码,日期,年级,班级,活动类型,项目,开始时间,时长(分钟),参与人数,指导教师,备注
${code},2025-10-13,三年级,三(1)班,体育课,足球,09:20,40,45,王老师,
${code},2025-10-13,三年级,三(2)班,体育课,,,达标,,,
${code},2025-10-13,三年级,三(3)班,体育课,,,达标,,,
合计,,,,,,,40,,,
`

describe('a file that comes back', () => {
  test('says at each bad cell what stood there and what to type, and shows how each row fared', async () => {
    const { id } = await preview(new TextEncoder().encode(log), '台账.csv')

    const { bytes, fileName } = await marked(id)

    const sheet = (await openedByExceljs(bytes)).getWorksheet('Sheet1')
    const note = sheet?.getCell('H3').note
    const words = typeof note === 'object' ? note.texts?.map(({ text }) => text).join('') : note
    const fill = (address: string) => sheet?.getCell(address).fill as ExcelJS.FillPattern | undefined
    expect(fileName).toBe('台账（已标注）.xlsx')
    expect(words).toMatch(/^【导入检查】\n不能接受\n原内容：达标\n.+\n【检查完】$/s)
    expect(fill('H3')?.fgColor?.argb).toBe(markColours.reject)
    expect(fill('A2')?.fgColor?.argb).toBe(markColours.accepted)
    expect(fill('A5')?.fgColor?.argb).toBe(markColours.ignored)
  })

  test('previews again as it did, and with one cell put right has exactly that row more', async () => {
    const first = await preview(new TextEncoder().encode(log), '台账.csv')
    const back = await marked(first.id)

    const untouched = await preview(back.bytes, back.fileName)
    const workbook = await openedByExceljs(back.bytes)
    workbook.getWorksheet('Sheet1')!.getCell('H3').value = '35'
    const mended = await preview(await saved(workbook), back.fileName)

    expect(first.counts).toEqual({ read: 4, new: 1, changed: 0, unchanged: 0, rejected: 2, ignored: 1 })
    expect(untouched.counts).toEqual(first.counts)
    expect(untouched.problems).toEqual(first.problems)
    expect(mended.counts).toEqual({ read: 4, new: 2, changed: 0, unchanged: 0, rejected: 1, ignored: 1 })
    expect(mended.problems).toEqual(first.problems.filter(({ cell }) => cell !== 'H3'))
  })

  test('after the good rows were committed changes nothing but what was put right, mark after mark', async () => {
    const first = await preview(new TextEncoder().encode(log), '台账.csv')
    const given = { scope: city, actor, today, now, skipBadRows: true }
    expect(await commitImport(place.db, { id: first.id, ...given })).toMatchObject({ ok: true })
    const back = await marked(first.id)

    const untouched = await preview(back.bytes, back.fileName)
    const workbook = await openedByExceljs((await marked(untouched.id)).bytes)
    workbook.getWorksheet('Sheet1')!.getCell('H4').value = 60
    const mended = await preview(await saved(workbook), back.fileName)
    const again = await openedByExceljs((await marked(mended.id)).bytes)

    expect(untouched.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1, rejected: 2 })
    expect(mended.counts).toMatchObject({ new: 1, changed: 0, unchanged: 1, rejected: 1 })
    expect(again.getWorksheet('Sheet1')?.getCell('H4').note).toBeUndefined()
    expect(again.worksheets).toHaveLength(2)
  })

  test('with a sheet of the registry too: its unit put right, the school is new', async () => {
    const csv =
      '学校标识码,学校名称,办学类型,主管单位\n2132000003,东海县新办小学,小学,东海县\n2132000004,坏小学,小学,月球\n'
    const first = await preview(new TextEncoder().encode(csv), '学校.csv', 'schools')
    const back = await marked(first.id)
    const workbook = await openedByExceljs(back.bytes)
    workbook.getWorksheet('Sheet1')!.getCell('D3').value = '东海县'

    const untouched = await preview(back.bytes, back.fileName, 'schools')
    const mended = await preview(await saved(workbook), back.fileName, 'schools')

    expect(untouched).toMatchObject({ counts: first.counts, problems: first.problems })
    expect(first.counts).toMatchObject({ new: 1, rejected: 1 })
    expect(mended.counts).toMatchObject({ new: 2, rejected: 0 })
  })

  test('repeats no ID or phone number in a comment or in the list', async () => {
    const csv =
      '学校标识码,学校名称,办学类型,主管单位\n2132000003,甲小学,小学,13800005678\n2132000004,乙小学,小学,320706199901010014\n'
    const { id } = await preview(new TextEncoder().encode(csv), '学校.csv', 'schools')

    const workbook = await openedByExceljs((await marked(id)).bytes)

    const notes = ['D2', 'D3'].map(cell =>
      JSON.stringify(workbook.getWorksheet('Sheet1')?.getCell(cell).note),
    )
    const list = JSON.stringify(workbook.getWorksheet('导入检查结果')?.getSheetValues())
    for (const words of [...notes, list]) {
      expect(words).toContain('***')
      expect(words).not.toMatch(/13800005678|320706199901010014/)
    }
  })
})

const fixtures = '../shared/fixtures/workbooks'

test.each(readdirSync(fixtures).filter(file => !/^(expected\.json|schools\.csv|classes\.csv)$/.test(file)))(
  '%s comes back and previews as it did',
  async file => {
    const first = await preview(readFileSync(`${fixtures}/${file}`), file)
    const back = await marked(first.id)

    const again = await preview(back.bytes, back.fileName)

    expect(again.counts).toEqual(first.counts)
    expect(again.problems).toEqual(first.problems)
  },
)

test('a file whose name was marked is not marked twice', () => {
  expect(markedName('9月（已标注）.xlsx', false, 'zh-CN')).toBe('9月（已标注）.xlsx')
  expect(markedName('9月.xlsm', false, 'zh-CN')).toBe('9月（已标注）.xlsm')
  expect(markedName('9月 (marked).xls', true, 'zh-CN')).toBe('9月（已标注）.xlsx')
  expect(markedName('9月', true, 'en')).toBe('9月 (marked).xlsx')
})
