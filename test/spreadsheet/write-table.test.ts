import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { dayFromNumber } from '#app/calendar-day.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { readTable } from '#app/spreadsheet/read-table.ts'
import type { RowOf } from '#app/spreadsheet/sheet.ts'
import { writeCsv, writeTable } from '#app/spreadsheet/write-table.server.ts'
import { fc } from '#test/support/laws.ts'
import { placementSheet, registry } from './sample-sheets.ts'

afterAll(closeReader)

type Placement = RowOf<typeof placementSheet>

const placement: Placement = {
  school: '2132000001',
  sport: '足球',
  from: '2025-09-01',
  to: null,
  pupils: 900,
}

async function readBack(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.refusal)
  const read = readTable(opened.grids, placementSheet, () => registry)
  expect(read.problems).toEqual([])
  return read.rows.map(({ record }) => record)
}

const day = fc.integer({ min: 0, max: 40_000 }).map(dayFromNumber)
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map(text => `项${text}目`.replaceAll('\r', ''))
const anyPlacement: fc.Arbitrary<Placement> = fc.record({
  school: fc.constantFrom('2132000001', '2132000002'),
  sport: word,
  from: day,
  to: fc.option(day),
  pupils: fc.option(fc.integer({ min: 0, max: 5_000 })),
})

describe('what is exported is imported again unchanged', () => {
  test.each(['zh-CN', 'en'] as const)('as a workbook (%s)', async locale => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPlacement, { maxLength: 6 }), async rows => {
        expect(await readBack(await writeTable(placementSheet, rows, { locale }))).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })

  test('as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPlacement, { minLength: 1, maxLength: 6 }), async rows => {
        expect(await readBack(await writeCsv(placementSheet, rows, { locale: 'zh-CN' }))).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })

  test('with a line above the header', async () => {
    const bytes = await writeTable(placementSheet, [placement], {
      locale: 'zh-CN',
      note: '连云港市，截至 2025-11-23',
    })

    expect(await readBack(bytes)).toEqual([placement])
  })
})

test('codes are text, dates are dates and nothing is a formula', async () => {
  const sheet = XLSX.read(
    await writeTable(placementSheet, [{ ...placement, sport: '=1+1' }], { locale: 'zh-CN' }),
    {
      cellNF: true,
    },
  ).Sheets.项目布点

  expect(sheet?.A2).toMatchObject({ t: 's', v: '2132000001' })
  expect(sheet?.B2).toMatchObject({ t: 's', v: '=1+1' })
  expect(sheet?.B2?.f).toBeUndefined()
  expect(sheet?.C2).toMatchObject({ t: 'n', v: 45901, z: 'yyyy-mm-dd' })
  expect(sheet?.E2).toMatchObject({ t: 'n', v: 900 })
})

test('on paper all columns stand beside each other, however many pages the rows need', async () => {
  const book = new ExcelJS.Workbook()
  const bytes = await writeTable(placementSheet, [placement], { locale: 'zh-CN' })
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)

  expect(book.worksheets[0]?.pageSetup).toMatchObject({
    ...{ paperSize: 9, orientation: 'landscape' },
    ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
})

test('CSV opens in Excel as UTF-8 and runs no formula', async () => {
  const rows = ['=1+1', '+1', '-1', '@a', '足,"球"'].map(sport => ({ ...placement, sport }))

  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await writeCsv(placementSheet, rows, { locale: 'zh-CN' }),
  )

  expect(text.split('\r\n')).toEqual([
    '\uFEFF学校标识码*,项目*,起始日期*,终止日期,学生数',
    "2132000001,'=1+1,2025-09-01,,900",
    "2132000001,'+1,2025-09-01,,900",
    "2132000001,'-1,2025-09-01,,900",
    "2132000001,'@a,2025-09-01,,900",
    '2132000001,"足,""球""",2025-09-01,,900',
    '',
  ])
})

test('rows may come batch by batch, and others are served meanwhile', async () => {
  let turns = 0
  const clock = setInterval(() => {
    turns += 1
  }, 1)
  async function* rows() {
    for (let index = 0; index < 100; index += 1) yield Array.from({ length: 100 }, () => placement)
  }

  const bytes = await writeTable(placementSheet, rows(), { locale: 'zh-CN' })
  clearInterval(clock)

  expect(turns).toBeGreaterThan(5)
  expect(await readBack(bytes)).toHaveLength(10_000)
})
