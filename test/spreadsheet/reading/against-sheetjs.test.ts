import { readdirSync, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { readXlsx } from '#app/spreadsheet/reading/xlsx.server.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'
import { asSheetJsReads, comparable } from './as-sheetjs-reads.ts'

/** The grids that our own reader makes of an .xlsx. */
async function asWeRead(bytes: Buffer): Promise<Grid[] | string> {
  const read = await readXlsx(bytes, streamLimits)
  return read.ok ? read.grids.map(comparable) : read.refusal
}

const folder = '../shared/fixtures/workbooks'

test.each(readdirSync(folder).filter(file => file.endsWith('.xlsx')))(
  'the fixture %s reads as SheetJS reads it, cell by cell',
  async file => {
    const bytes = readFileSync(`${folder}/${file}`)

    expect(await asWeRead(bytes)).toEqual(asSheetJsReads(bytes))
  },
)

const corpus = 'test/corpus/workbooks'

test.each(readdirSync(corpus).filter(file => file.endsWith('.xlsx')))(
  '%s of the corpus reads as SheetJS reads it, cell by cell',
  async file => {
    const bytes = readFileSync(`${corpus}/${file}`)

    expect(await asWeRead(bytes)).toEqual(asSheetJsReads(bytes))
  },
)

test.each(readdirSync(folder).filter(file => /\.(xls|csv|tsv)$/.test(file)))(
  'the fixture %s, saved as .xlsx by SheetJS, reads as SheetJS reads it',
  async file => {
    const workbook = XLSX.read(readFileSync(`${folder}/${file}`), { cellNF: true })
    for (const bookSST of [true, false]) {
      const bytes = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST, compression: true })

      expect(await asWeRead(bytes)).toEqual(asSheetJsReads(bytes))
    }
  },
)

test('a workbook of every kind of cell that exceljs writes reads as SheetJS reads it', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.properties.date1904 = true
  const sheet = workbook.addWorksheet('9月', { state: 'hidden' })
  sheet.addRow(['三(1)班', ' 前后有空格 ', '第一行\n第二行', '<&>"\'', '_x000D_', '👍', '00123'])
  sheet.addRow([1, -0.5, 1e21, 0.1 + 0.2, 123456789012345680, 45901, new Date('2025-09-01T10:15:00Z')])
  sheet.addRow([true, false, { error: '#N/A' }, { error: '#DIV/0!' }, null, '', '  '])
  sheet.addRow([
    { formula: '1+1', result: 2 },
    { formula: 'A1&"x"', result: '三(1)班x' },
    { formula: 'A3', result: true },
    { richText: [{ text: '三' }, { font: { bold: true }, text: ' 班' }] },
    { text: '链接', hyperlink: 'https://example.org' },
  ])
  sheet.getCell('F2').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.mergeCells('A6:C8')
  sheet.getCell('A6').value = '合并'
  sheet.getCell('J30').value = '远'
  sheet.getCell('A1').note = '批注'
  workbook.addWorksheet('空表')
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer())

  expect(await asWeRead(bytes)).toEqual(asSheetJsReads(bytes))
})
