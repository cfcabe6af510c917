import ExcelJS from 'exceljs'
import { type Content, isFormatted, type Paper } from '../paper.ts'

/** The workbook with all that Excel keeps beside the values: comments, colours, locks, filters, lists. */
export async function byExcelJs(papers: readonly Paper[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.created = book.modified = new Date('2025-10-10T00:00:00Z')
  for (const sheet of papers) await addSheet(book, sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function addSheet(book: ExcelJS.Workbook, paper: Paper): Promise<void> {
  const sheet = book.addWorksheet(paper.name, { state: paper.state })
  paper.rows.forEach((contents, row) => {
    contents.forEach((content, column) => {
      if (content === null) return
      const cell = sheet.getCell(row + 1, column + 1)
      cell.value = cellValueOf(content)
      if (isFormatted(content)) cell.numFmt = content.format
    })
  })
  for (const [top, left, bottom, right] of paper.merges)
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
  for (const row of paper.hiddenRows) sheet.getRow(row + 1).hidden = true
  for (const column of paper.hiddenColumns) sheet.getColumn(column + 1).hidden = true
  for (const [address, text] of Object.entries(paper.comments)) sheet.getCell(address).note = text
  for (const address of paper.coloured) {
    sheet.getCell(address).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF99' } }
  }
  for (const { range, source } of paper.lists) addList(sheet, range, source)
  if (paper.filter !== null) sheet.autoFilter = paper.filter
  if (paper.printArea !== null) sheet.pageSetup.printArea = paper.printArea
  if (paper.frozen !== null)
    sheet.views = [{ state: 'frozen', ySplit: paper.frozen.rows, xSplit: paper.frozen.columns }]
  if (paper.password !== null) await sheet.protect(paper.password, { spinCount: 1000 })
}

/** A list over one column, 'D3:D40'. */
function addList(sheet: ExcelJS.Worksheet, range: string, source: string): void {
  const [, letter, top, bottom] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(range) ?? []
  for (let row = Number(top); row <= Number(bottom); row += 1) {
    sheet.getCell(`${letter}${row}`).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [source],
      showErrorMessage: false,
    }
  }
}

function cellValueOf(content: Exclude<Content, null>): ExcelJS.CellValue {
  if (typeof content !== 'object') return content
  if (isFormatted(content)) return content.number
  if ('error' in content) return { error: content.error }
  return { formula: content.formula, result: content.result }
}
