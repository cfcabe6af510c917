import { expect, test } from 'vitest'
import { readXlsx } from '#app/spreadsheet/reading/xlsx.server.ts'
import { workbookLimits } from '#app/spreadsheet/workbook.ts'
import { fc } from '#test/support/laws.ts'
import { asSheetJsReads, comparable } from './as-sheetjs-reads.ts'
import { allCells, cellsAsSheetJs, expectedRows, randomSheet, writtenSheet } from './random-workbook.ts'
import { sheetInWindows } from './sheet-in-windows.ts'

test('random sheets are read as what was written, with and without a prefix', async () => {
  await fc.assert(
    fc.asyncProperty(randomSheet(allCells), fc.constantFrom('', 'x:'), async (sheet, prefix) => {
      const { bytes } = writtenSheet(sheet, prefix)

      const read = await readXlsx(bytes, workbookLimits)

      const [grid] = read.ok ? read.grids : []
      expect(grid ?? read).toEqual({
        name: '9月',
        hidden: false,
        date1904: sheet.date1904,
        rows: expectedRows(sheet),
        merges: [{ top: 19, left: 2, bottom: 20, right: 3 }],
      })
    }),
    { numRuns: 600 },
  )
}, 60_000)

test('random sheets that tell their places are read as SheetJS reads them', async () => {
  await fc.assert(
    fc.asyncProperty(randomSheet(cellsAsSheetJs), async sheet => {
      const { bytes } = writtenSheet({ ...sheet, comments: false, tellsPlaces: true })

      const read = await readXlsx(bytes, workbookLimits)

      expect(read.ok ? read.grids.map(comparable) : read.refusal).toEqual(asSheetJsReads(bytes))
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('wherever the bytes are cut, between windows or in the middle of a sign, the cells are the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomSheet(allCells),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('', 'x:'),
      async (sheet, size, prefix) => {
        const { sheetXml, shared } = writtenSheet(sheet, prefix)

        const read = await sheetInWindows(sheetXml, shared, { size, date1904: sheet.date1904 })

        expect(read.stop).toBeUndefined()
        expect(read.merges).toEqual([{ top: 19, left: 2, bottom: 20, right: 3 }])
        expect(
          read.rows.map(row => row.map(cell => (cell?.type === 'number' ? { ...cell, format: '' } : cell))),
        ).toEqual(
          expectedRows(sheet).map(row =>
            row.map(cell => (cell?.type === 'number' ? { ...cell, format: '' } : cell)),
          ),
        )
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)
