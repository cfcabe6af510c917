import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from 'xlsx'
import type { Cell, Grid } from '#app/spreadsheet/grid.ts'

const folder = join(import.meta.dirname, '../../../../shared/fixtures/workbooks')

export interface ExpectedRow {
  class: string
  date: string
  kind: string
  minutes: number
}

export interface ExpectedWorkbook {
  school: string
  sheet: string
  rows: ExpectedRow[]
  optional?: ExpectedRow[]
  flagged?: { sheet: string; cell: string }[]
}

export const expectedWorkbooks: Record<string, ExpectedWorkbook> = JSON.parse(
  readFileSync(join(folder, 'expected.json'), 'utf8'),
)

export function fixtureGrids(file: string): Grid[] {
  const bytes = readFileSync(join(folder, file))
  if (/\.(csv|tsv)$/.test(file)) return [gridOfText(textOf(bytes), file.endsWith('tsv') ? '\t' : ',')]
  const book = XLSX.read(bytes, { dense: true, cellNF: true, cellDates: false })
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name] as XLSX.DenseWorkSheet
    return {
      name,
      hidden: Boolean(book.Workbook?.Sheets?.[index]?.Hidden),
      date1904,
      rows: Array.from(sheet['!data'] ?? [], row => Array.from(row ?? [], cellOf)),
      merges: (sheet['!merges'] ?? []).map(({ s, e }: XLSX.Range) => ({
        top: s.r,
        left: s.c,
        bottom: e.r,
        right: e.c,
      })),
    }
  })
}

function cellOf(cell: XLSX.CellObject | undefined): Cell | undefined {
  if (cell === undefined || cell.v === undefined) return undefined
  if (cell.t === 'n') return { type: 'number', value: Number(cell.v), format: String(cell.z ?? 'General') }
  if (cell.t === 'b') return { type: 'boolean', value: Boolean(cell.v) }
  if (cell.t === 'e') return { type: 'error', text: String(cell.w ?? cell.v) }
  return { type: 'text', text: String(cell.v) }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function gridOfText(text: string, separator: string): Grid {
  const rows = text
    .split(/\r?\n/)
    .map(line =>
      line
        .split(separator)
        .map((value): Cell | undefined => (value === '' ? undefined : { type: 'text', text: value })),
    )
  return { name: 'Sheet1', hidden: false, date1904: false, rows, merges: [] }
}
