import { type CellObject, type ColInfo, type RowInfo, utils, write } from 'xlsx'
import { cellAddress } from '#app/spreadsheet/grid.ts'
import { type Content, isFormatted, type Paper } from '../paper.ts'

/** The workbook as SheetJS writes it: .xlsx, or the BIFF8 of Excel 97–2003 and of WPS's .et. */
export function bySheetJs(papers: readonly Paper[], bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new()
  book.Workbook = { Sheets: [] }
  for (const sheet of papers) {
    const cells = utils.aoa_to_sheet([[]])
    let width = 0
    sheet.rows.forEach((contents, row) => {
      contents.forEach((content, column) => {
        if (content === null) return
        width = Math.max(width, column + 1)
        cells[cellAddress(row, column)] = cellOf(content)
      })
    })
    cells['!ref'] = `A1:${cellAddress(Math.max(0, sheet.rows.length - 1), Math.max(0, width - 1))}`
    cells['!merges'] = sheet.merges.map(([top, left, bottom, right]) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }))
    cells['!rows'] = hiddenOf<RowInfo>(sheet.hiddenRows)
    cells['!cols'] = hiddenOf<ColInfo>(sheet.hiddenColumns)
    if (sheet.filter !== null) cells['!autofilter'] = { ref: sheet.filter }
    for (const [address, text] of Object.entries(sheet.comments))
      if (cells[address]) cells[address].c = [{ a: '体育组', t: text }]
    if (sheet.password !== null) cells['!protect'] = { password: sheet.password }
    utils.book_append_sheet(book, cells, sheet.name)
    book.Workbook.Sheets?.push({ Hidden: { visible: 0, hidden: 1, veryHidden: 2 }[sheet.state] as 0 | 1 | 2 })
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }))
}

function hiddenOf<T extends { hidden?: boolean }>(indexes: readonly number[]): T[] {
  const infos: T[] = []
  for (const index of indexes) infos[index] = { hidden: true } as T
  return infos
}

const errorCodes = { '#REF!': 23, '#DIV/0!': 7, '#N/A': 42 }

function cellOf(content: Exclude<Content, null>): CellObject {
  if (typeof content === 'string') return { t: 's', v: content }
  if (typeof content === 'number') return { t: 'n', v: content }
  if (isFormatted(content)) return { t: 'n', v: content.number, z: content.format }
  if ('error' in content) return { t: 'e', v: errorCodes[content.error] }
  return { t: 'n', v: content.result, f: content.formula }
}
