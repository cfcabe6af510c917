import type ExcelJS from 'exceljs'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as xlsx from 'xlsx'
import { answerProblems } from '#app/features/imports/answer-problems.server.ts'
import { askToCommit } from '#app/features/imports/ask-to-commit.server.ts'
import { doImportWork } from '#app/features/imports/do-import-work.server.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { markedFile } from '#app/features/imports/marked-file.server.ts'
import { readPart } from '#app/features/imports/parts.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { showImport } from '#app/features/imports/show-import.server.ts'
import { markColours } from '#app/spreadsheet/marking/marks.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { useDatabase } from '#test/support/database.ts'
import { openedByExceljs } from '#test/support/opened-by-exceljs.ts'
import { insertSchool } from '#test/support/school.ts'
import { type LongRow, longWorkbook, manyRows } from './long-workbook.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
const actor = { id: null, name: 'tester' }
const today = '2025-12-31'
const now = '2025-12-31 01:00:00.000'
const code = '2132900001'

afterAll(() => closeReader())

beforeEach(async () => {
  const classes: ['primary', number, number][] = [
    ['primary', 2023, 1],
    ['primary', 2023, 2],
  ]
  await insertSchool(place.db, { code, classes })
})

/** 5,712 lines, in two of which the minutes are no number. */
function lines(): LongRow[] {
  return manyRows(code).map((row, at) => (at === 1 || at === 4000 ? row.with(6, '很久') : row))
}

async function read(bytes: Uint8Array, fileName = '台账.xlsx'): Promise<string> {
  const made = await previewImport(place.db, {
    ...{ sheet: 'activity-log', bytes, fileName, today, now, scope: city, actor, schoolId: null },
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  await doImportWork(place.db)
  return made.id
}

async function told(id: string) {
  const run = await findImport(place.db, city, id, today)
  const problems = await readPart<Problem>(place.db, id, 'problems')
  return { counts: run?.counts, problems }
}

async function marked(id: string) {
  const file = await markedFile(place.db, city, id, { today, locale: 'zh-CN' })
  if (!file.ok) throw new Error(file.refusal)
  return file
}

function fillIn(sheet: ExcelJS.Worksheet | undefined, address: string): string | undefined {
  const fill = sheet?.getCell(address).fill
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
}

describe('a long log that comes back', () => {
  test('has its bad cells coloured and commented and its accepted rows marked, and reads as it did', async () => {
    const id = await read(longWorkbook(lines()))
    const before = await told(id)

    const file = await marked(id)

    expect(file.fileName).toBe('台账（已标注）.xlsx')
    const sheet = (await openedByExceljs(file.bytes)).getWorksheet('台账')
    const { accepted, reject, warn } = markColours
    expect(['G3', 'G4002', 'A2', 'A5713', 'G218', 'A3', 'B2'].map(cell => fillIn(sheet, cell))).toEqual([
      ...[reject, reject, accepted, accepted, warn, undefined, undefined],
    ])
    expect(JSON.stringify(sheet?.getCell('G3').note)).toMatch(/【导入检查】.*原内容：很久/)
    expect(await told(await read(file.bytes))).toEqual(before)
  }, 120_000)

  test('applies exactly the cells that were corrected in it once it is uploaded again', async () => {
    const bytes = longWorkbook(lines())
    const first = await read(bytes)
    await askToCommit(place.db, { id: first, scope: city, actor, today, now, skipBadRows: true })
    await doImportWork(place.db)
    const book = await openedByExceljs((await marked(first)).bytes)
    const sheet = book.getWorksheet('台账')!
    sheet.getCell('G3').value = 7
    sheet.getCell('G8').value = 6

    const id = await read(new Uint8Array(await book.xlsx.writeBuffer()), '台账（已标注）.xlsx')

    expect((await told(id)).counts).toMatchObject({ new: 1, changed: 1, rejected: 1, unchanged: 5_709 })
    const shown = await showImport(place.db, city, id, {
      ...{ today, now, page: 1, locale: 'zh-CN', verdict: 'changed' },
    })
    expect(shown?.rows).toMatchObject([{ row: 8, shown: { minutes: 6 }, before: { minutes: 5 } }])
  }, 120_000)

  test('says at a cell that was answered on the page what was answered, and what the file still says', async () => {
    const id = await read(longWorkbook(lines()))
    const answers = [{ kind: 'set', sheet: '台账', cell: 'G3', text: '7', isForAll: false }] as const
    await answerProblems(place.db, { id, scope: city, actor, today, now, answers })
    expect(await markedFile(place.db, city, id, { today, locale: 'zh-CN' })).toEqual({
      ...{ ok: false, refusal: 'cannot-mark' },
    })
    await doImportWork(place.db)

    const sheet = (await openedByExceljs((await marked(id)).bytes)).getWorksheet('台账')

    expect(JSON.stringify(sheet?.getCell('G3').note)).toMatch(/网页上已改为：7.*原内容：很久/)
    expect(sheet?.getCell('G3').value).toBe('很久')
    expect([fillIn(sheet, 'G3'), fillIn(sheet, 'A3')]).toEqual([markColours.warn, markColours.accepted])
  }, 120_000)

  test('as text comes back as an .xlsx that reads as it did', async () => {
    const book = xlsx.read(longWorkbook(lines()), { type: 'buffer' })
    const text = xlsx.utils.sheet_to_csv(book.Sheets.台账!)
    const id = await read(new TextEncoder().encode(text), '台账.csv')
    const { counts, problems } = await told(id)

    const file = await marked(id)

    expect(file.fileName).toBe('台账（已标注）.xlsx')
    const sheet = (await openedByExceljs(file.bytes)).worksheets[0]
    expect([fillIn(sheet, 'G3'), fillIn(sheet, 'A2')]).toEqual([markColours.reject, markColours.accepted])
    expect(await told(await read(file.bytes))).toEqual({ counts, problems })
  }, 120_000)
})
