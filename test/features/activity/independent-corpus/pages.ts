import ExcelJS from 'exceljs'
import { utils, write } from 'xlsx'
import { type Day, numberOfDay } from '#app/calendar-day.ts'
import { cellAddress } from '#app/spreadsheet/grid.ts'

export type Content = string | number | null | { number: number; format: string }

/** One sheet on paper. */
export interface Page {
  name: string
  hidden: boolean
  rows: Content[][]
  merges: [number, number, number, number][]
  /** The address of what was put there. */
  put: (row: number, column: number, content: Content) => string
  merge: (top: number, left: number, bottom: number, right: number) => void
}

export function page(name = 'Sheet1', hidden = false): Page {
  const rows: Content[][] = []
  const merges: Page['merges'] = []
  return {
    name,
    hidden,
    rows,
    merges,
    put(row, column, content) {
      while (rows.length <= row) rows.push([])
      const cells = rows[row]!
      while (cells.length <= column) cells.push(null)
      cells[column] = content
      return cellAddress(row, column)
    },
    merge(top, left, bottom, right) {
      if (top !== bottom || left !== right) merges.push([top, left, bottom, right])
    },
  }
}

export const dateCell = (day: Day): Content => ({ number: numberOfDay(day) + 25_569, format: 'yyyy/m/d' })
export const timeCell = (minutes: number): Content => ({ number: minutes / 1440, format: 'h:mm' })

export type Format = 'xlsx' | 'xlsx-sheetjs' | 'xls' | 'csv' | 'gb18030' | 'tsv' | 'html'

export async function bytesOf(pages: Page[], format: Format): Promise<Uint8Array> {
  if (format === 'xlsx') return byExcelJs(pages)
  if (format === 'xlsx-sheetjs') return bySheetJs(pages, 'xlsx')
  if (format === 'xls') return bySheetJs(pages, 'biff8')
  if (format === 'html') return new TextEncoder().encode(htmlOf(pages[0]!))
  const text = textOf(pages[0]!, format === 'tsv' ? '\t' : ',')
  return format === 'gb18030' ? inGb18030(text) : new TextEncoder().encode(text)
}

async function byExcelJs(pages: Page[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const { name, hidden, rows, merges } of pages) {
    const sheet = book.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' })
    rows.forEach((cells, row) => {
      cells.forEach((content, column) => {
        if (content === null) return
        const cell = sheet.getCell(row + 1, column + 1)
        cell.value = typeof content === 'object' ? content.number : content
        if (typeof content === 'object') cell.numFmt = content.format
      })
    })
    for (const [top, left, bottom, right] of merges)
      sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function bySheetJs(pages: Page[], bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new()
  for (const { name, hidden, rows, merges } of pages) {
    const sheet = utils.aoa_to_sheet(
      rows.map(cells =>
        cells.map(content =>
          content !== null && typeof content === 'object'
            ? { t: 'n', v: content.number, z: content.format }
            : content,
        ),
      ),
    )
    sheet['!merges'] = merges.map(([top, left, bottom, right]) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }))
    utils.book_append_sheet(book, sheet, name)
    book.Workbook ??= { Sheets: [] }
    book.Workbook.Sheets?.push({ Hidden: hidden ? 1 : 0 })
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType }))
}

/** Merged areas stand as rowspan and colspan. */
function htmlOf({ rows, merges }: Page): string {
  const width = Math.max(...rows.map(cells => cells.length))
  const lines = rows.map((cells, row) => {
    const inner = Array.from({ length: width }, (_, column) => {
      const merge = merges.find(([t, l, b, r]) => row >= t && row <= b && column >= l && column <= r)
      if (merge && (merge[0] !== row || merge[1] !== column)) return ''
      const span = merge ? ` rowspan="${merge[2] - merge[0] + 1}" colspan="${merge[3] - merge[1] + 1}"` : ''
      return `<td${span}>${shown(cells[column] ?? null)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')}</td>`
    })
    return `<tr>${inner.join('')}</tr>`
  })
  return `<html><head><meta charset="utf-8"></head><body><table border="1">${lines.join('\n')}</table></body></html>`
}

function textOf({ rows }: Page, separator: string): string {
  const quoted = (text: string) => (/[",\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map(cells => cells.map(content => quoted(shown(content))).join(separator)).join('\r\n')
}

function shown(content: Content): string {
  if (content === null) return ''
  if (typeof content !== 'object') return String(content)
  if (/h/.test(content.format)) {
    const minutes = Math.round(content.number * 1440)
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  }
  const date = new Date((content.number - 25_569) * 86_400_000)
  return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`
}

let encoding: Map<string, [number, number]> | undefined

function inGb18030(text: string): Uint8Array {
  encoding ??= gbPairs()
  const bytes = [...text].flatMap(sign =>
    sign < '\u0080' ? [sign.charCodeAt(0)] : (encoding?.get(sign) ?? [0x3f]),
  )
  return Uint8Array.from(bytes)
}

/** Node decodes GB18030 and does not encode it: all two-byte signs, decoded once. */
function gbPairs(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && [...sign].length === 1 && sign !== '\ufffd' && !pairs.has(sign))
        pairs.set(sign, [lead, trail])
    }
  }
  return pairs
}
