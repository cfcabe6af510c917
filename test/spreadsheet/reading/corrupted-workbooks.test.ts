import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { readXlsx } from '#app/spreadsheet/reading/xlsx.server.ts'
import { workbookLimits } from '#app/spreadsheet/workbook.ts'
import { sheetXml, workbookParts, zipOf } from '#scripts/bench/hostile-workbooks.ts'
import { fc } from '#test/support/laws.ts'

const rows = Array.from({ length: 40 }, (_, index) => [`三(${index})班`, index, index % 2 === 0, '足球'])
const workbook = XLSX.utils.book_new()
XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), '9月')
const whole: Buffer = XLSX.write(workbook, {
  type: 'buffer',
  bookType: 'xlsx',
  bookSST: true,
  compression: true,
})

const damage = fc.array(
  fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.integer({ min: 1, max: 255 })),
  { minLength: 1, maxLength: 6 },
)

test('a file with wrong bytes is refused, or the bytes did not matter: the cells are never others', async () => {
  const right = await readXlsx(whole, workbookLimits)
  expect(right.ok).toBe(true)

  await fc.assert(
    fc.asyncProperty(damage, async changes => {
      const bytes = Buffer.from(whole)
      for (const [where, by] of changes) {
        const at = Math.floor(where * bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ by
      }

      const read = await readXlsx(bytes, workbookLimits)

      if (read.ok) expect(read).toEqual(right)
    }),
    { numRuns: 1_500 },
  )
}, 60_000)

test.each([
  ['a style that the workbook does not have', '<row r="1"><c r="A1" s="7"><v>45901</v></c></row>', 'damaged'],
  ['a place in another row', '<row r="1"><c r="A2"><v>1</v></c></row>', 'damaged'],
  ['a row number that is none', '<row r="1x"><c><v>1</v></c></row>', 'damaged'],
  ['a quote that is not closed', '<row r="1><c r="A1"><v>1</v></c></row>', 'damaged'],
  ['a value that is not closed', '<row r="1"><c r="A1"><v>1</c></row>', 'damaged'],
  ['a cell inside a cell', '<row r="1"><c r="A1"><c r="B1"><v>1</v></c></c></row>', 'damaged'],
])('a sheet with %s is refused', async (_, row, refusal) => {
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>'

  const read = await readXlsx(
    zipOf(workbookParts(sheetXml(row), { 'xl/styles.xml': styles })),
    workbookLimits,
  )

  expect(read.ok ? read.grids[0]?.rows : read.refusal).toEqual(refusal)
})
