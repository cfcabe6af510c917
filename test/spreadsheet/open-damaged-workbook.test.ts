import { afterAll, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { workbookOf } from '#scripts/bench/hostile-workbooks.ts'
import { fc } from '#test/support/laws.ts'

afterAll(closeReader)

function bySheetJs(bookType: XLSX.BookType): Buffer {
  const rows = Array.from({ length: 20 }, (_, index) => ['三(1)班', index, true, new Date(0)])
  const workbook = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), '9月')
  return XLSX.write(workbook, { type: 'buffer', bookType })
}

const damage = fc.array(
  fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
  {
    minLength: 1,
    maxLength: 12,
  },
)

test.each(['xlsx', 'biff8', 'xlml', 'html', 'csv'] as const)(
  'a damaged file (%s) is read or refused, never a fault',
  async bookType => {
    const whole = bySheetJs(bookType)

    await fc.assert(
      fc.asyncProperty(damage, fc.double({ min: 0.5, max: 1, noNaN: true }), async (changes, kept) => {
        const bytes = Buffer.from(whole.subarray(0, Math.ceil(whole.length * kept)))
        for (const [where, value] of changes) bytes[Math.floor(where * bytes.length)] = value

        const opened = await openWorkbook(bytes)

        expect(opened.ok ? opened.grids.length : opened.refusal).toBeTruthy()
      }),
      { numRuns: 150 },
    )
  },
  60_000,
)

const excelXml = (rows: string) =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="9月"><Table>${rows}</Table></Worksheet></Workbook>`

test.each([
  [
    'an XML table with a cell in the last row',
    excelXml('<Row ss:Index="1048576"><Cell><Data ss:Type="Number">1</Data></Cell></Row>'),
  ],
  [
    'an XML table with a cell in the last column',
    excelXml('<Row><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>'),
  ],
  ['an HTML table of 100,000 rows', `<table>${'<tr><td>1</td><td>2</td></tr>'.repeat(100_000)}</table>`],
  ['an HTML table nested 50,000 deep', `<table><tr><td>${'<table><tr><td>'.repeat(50_000)}1`],
  ['an XML table nested 100,000 deep', excelXml(`${'<Row>'.repeat(100_000)}`)],
])('%s is answered in time', async (_, text) => {
  const start = performance.now()

  const opened = await openWorkbook(Buffer.from(text))

  expect(performance.now() - start).toBeLessThan(5_000)
  expect(opened.ok).toBe(false)
})

test('a cell that spans a million rows is read as one cell', async () => {
  const opened = await openWorkbook(
    Buffer.from('<table><tr><td rowspan="1000000" colspan="3">班级</td></tr><tr><td>三1</td></tr></table>'),
  )

  expect(opened.ok && opened.grids[0]?.rows).toEqual([
    [{ type: 'text', text: '班级' }],
    [undefined, undefined, undefined, { type: 'text', text: '三1' }],
  ])
})

test('an .xls of more rows than allowed is refused, not cut', async () => {
  const workbook = XLSX.utils.book_new()
  const rows = Array.from({ length: 20_001 }, (_, index) => [index])
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), '9月')

  const opened = await openWorkbook(XLSX.write(workbook, { type: 'buffer', bookType: 'biff8' }))

  expect(opened).toEqual({
    ok: false,
    refusal: 'too-many-rows',
    values: { sheet: '9月', allowed: 20_000, row: 20_001 },
  })
})

test('files asked for together are read one after the other, each its own', async () => {
  const files = Array.from({ length: 8 }, (_, index) =>
    workbookOf(`<row r="1"><c r="A1"><v>${index}</v></c></row>`),
  )

  const opened = await Promise.all(files.map(file => openWorkbook(file)))

  expect(opened.map(each => each.ok && each.grids[0]?.rows[0]?.[0])).toEqual(
    files.map((_, index) => ({ type: 'number', value: index, format: 'General' })),
  )
})

test('closing the reader ends what is being read, and the next file starts it anew', async () => {
  const file = workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>')
  const long = openWorkbook(Buffer.from('1,2,3\n'.repeat(1_700_000)))
  await new Promise(resolve => setTimeout(resolve, 30))
  await closeReader()

  expect(await long).toEqual({ ok: false, refusal: 'took-too-long', values: {} })
  expect((await openWorkbook(file)).ok).toBe(true)
})
