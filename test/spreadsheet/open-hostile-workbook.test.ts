import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import type { Refusal } from '#app/spreadsheet/workbook.ts'
import {
  deflatedRepeat,
  sheetXml,
  workbookOf,
  workbookParts,
  zipOf,
} from '#scripts/bench/hostile-workbooks.ts'

// The first file starts the thread; what is promised here is promised of a running server.
beforeAll(() => openWorkbook(workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>')))
afterAll(closeReader)

const one = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>40</v></c></row>'

/** Opens the file while a clock ticks in this thread; neither the answer nor a tick may be late. */
async function openWhileTicking(bytes: Buffer) {
  let last = performance.now()
  let longestGap = 0
  const clock = setInterval(() => {
    const now = performance.now()
    longestGap = Math.max(longestGap, now - last)
    last = now
  }, 20)
  const start = performance.now()
  const opened = await openWorkbook(bytes)
  const took = performance.now() - start
  longestGap = Math.max(longestGap, performance.now() - last)
  clearInterval(clock)
  expect(took).toBeLessThan(5_000)
  expect(longestGap).toBeLessThan(500)
  return opened
}

function rowsOfBlank(count: number): string {
  return Array.from({ length: count }, (_, index) => `<row r="${index + 2}" s="1" customFormat="1"/>`).join(
    '',
  )
}

function zeros(megabytes: number) {
  return deflatedRepeat('\0'.repeat(1_000_000), megabytes)
}

const refused: [string, Refusal, () => Buffer][] = [
  [
    'a value in the last cell that a sheet has',
    'too-many-rows',
    () => workbookOf(`${one}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  ],
  [
    'a value in the last column',
    'too-many-columns',
    () => workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
  ],
  [
    '1,048,576 rows of values',
    'too-many-rows',
    () =>
      zipOf(
        workbookParts('', {
          'xl/worksheets/sheet1.xml': repeatedSheet('<row><c><v>1</v></c></row>', 1_048_576),
        }),
      ),
  ],
  [
    '30 million empty rows',
    'zip-bomb',
    () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': repeatedSheet('<row/>', 30_000_000) })),
  ],
  [
    'five million cells in few rows',
    'too-many-cells',
    () =>
      zipOf(
        workbookParts('', {
          'xl/worksheets/sheet1.xml': repeatedSheet(`<row>${'<c><v>1</v></c>'.repeat(250)}</row>`, 20_000),
        }),
      ),
  ],
  [
    'a million merged areas',
    'too-many-merges',
    () => workbookOf(one, `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells>`),
  ],
  [
    'twenty thousand merged areas over one another',
    'damaged',
    () =>
      workbookOf(
        one.repeat(1_000).replaceAll(/ r="[^"]*"/g, ''),
        `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`,
      ),
  ],
  [
    'twenty million shared strings',
    'zip-bomb',
    () =>
      zipOf(workbookParts(sheetXml(one), { 'xl/sharedStrings.xml': deflatedRepeat('<si/>', 20_000_000) })),
  ],
  [
    'one long text in many cells',
    'zip-bomb',
    () =>
      zipOf(
        workbookParts(sheetXml(`<row>${'<c t="s"><v>0</v></c>'.repeat(250)}</row>`.repeat(1_000)), {
          'xl/sharedStrings.xml': `<sst><si><t>${'好'.repeat(100_000)}</t></si></sst>`,
        }),
      ),
  ],
  [
    'a sheet that declares one byte and unpacks to a gigabyte',
    'zip-bomb',
    () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': { ...zeros(300), declaredSize: 1 } })),
  ],
  ['a sheet of garbage', 'damaged', () => zipOf(workbookParts('\u0001\u0002 no xml at all <<<>>'))],
  [
    'a sheet that ends in the middle',
    'damaged',
    () => zipOf(workbookParts('<worksheet><sheetData><row><c>')),
  ],
  [
    'a cell that names a string that is not there',
    'damaged',
    () => workbookOf('<row r="1"><c r="A1" t="s"><v>77</v></c></row>'),
  ],
  ['a zip cut short', 'damaged', () => workbookOf(one).subarray(0, 500)],
  ['a zip cut in its directory', 'damaged', () => workbookOf(one).subarray(0, -30)],
  [
    'a hundred sheets',
    'too-many-sheets',
    () =>
      zipOf(
        workbookParts(sheetXml(one), {
          'xl/workbook.xml': `<workbook><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(100)}</sheets></workbook>`,
        }),
      ),
  ],
  [
    'a zip of ten thousand entries',
    'zip-bomb',
    () =>
      zipOf(
        workbookParts(
          sheetXml(one),
          Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`xl/media/${index}`, ''])),
        ),
      ),
  ],
  ['a CSV file of ten million columns', 'too-many-columns', () => Buffer.from('日期,'.repeat(1_400_000))],
  ['a CSV file of ten million empty cells', 'too-many-columns', () => Buffer.from(','.repeat(10_000_000))],
  ['a CSV file of two million rows', 'too-many-rows', () => Buffer.from('1,2,3\n'.repeat(1_700_000))],
  ['a file of more than ten megabytes', 'too-large', () => Buffer.alloc(10 * 1024 * 1024 + 1, 'a,b\n')],
  [
    'an HTML table of a million cells',
    'too-many-cells',
    () => Buffer.from(`<html><table><tr>${'<td>1'.repeat(1_000_000)}</table></html>`),
  ],
]

test.each(refused)('%s is refused as %s', async (_, refusal, make) => {
  const opened = await openWhileTicking(make())

  expect(opened.ok ? 'opened' : opened.refusal).toBe(refusal)
})

const readRightly: [string, () => Buffer][] = [
  ['a false dimension', () => workbookOf(one, '', '<dimension ref="A1:XFD1048576"/>')],
  ['a dimension too small', () => workbookOf(one, '', '<dimension ref="A1"/>')],
  ['a million formatted blank rows below', () => workbookOf(one + rowsOfBlank(1_048_575))],
  [
    'a picture of half a gigabyte',
    () => zipOf(workbookParts(sheetXml(one), { 'xl/media/image1.png': zeros(500) })),
  ],
  [
    'XML nested 100,000 deep beside the data',
    () => workbookOf(one, `<extLst>${'<ext>'.repeat(100_000)}${'</ext>'.repeat(100_000)}</extLst>`),
  ],
  [
    'a drop-down list on every column to the last row',
    () =>
      workbookOf(
        one,
        `<dataValidations>${'<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation>'.repeat(1_000)}</dataValidations>`,
      ),
  ],
  [
    'one merged area over the whole sheet',
    () => workbookOf(one, '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>'),
  ],
]

test.each(readRightly)('a workbook with %s is read as if it were none', async (_, make) => {
  const opened = await openWhileTicking(make())

  expect(opened.ok && opened.grids.map(({ name, rows }) => ({ name, rows }))).toEqual([
    {
      name: '9月',
      rows: [
        [
          { type: 'text', text: '达标' },
          { type: 'number', value: 40, format: 'General' },
        ],
      ],
    },
  ])
})

test('a file that takes too long is given up and the next one is read', async () => {
  const slow = openWorkbook(workbookOf(one + rowsOfBlank(1_000_000)), { limits: { milliseconds: 20 } })
  const next = openWorkbook(workbookOf(one))

  expect(await slow).toEqual({ ok: false, refusal: 'took-too-long', values: {} })
  expect((await next).ok).toBe(true)
})

test('a refusal names the sheet and how much is allowed', async () => {
  const opened = await openWorkbook(workbookOf('<row r="20001"><c r="A20001"><v>1</v></c></row>'))

  const values = { sheet: '9月', allowed: 20_000, row: 20_001 }
  expect(opened).toEqual({ ok: false, refusal: 'too-many-rows', values })
})

function repeatedSheet(unit: string, times: number) {
  return deflatedRepeat(unit, times, '<worksheet><sheetData>')
}
