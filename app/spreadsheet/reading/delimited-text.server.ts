import Papa from 'papaparse'
import type { Cell } from '../grid.ts'
import { isBlankCell } from '../plain-text.ts'
import type { ReadWorkbook, Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import type { Limited } from './limited-rows.server.ts'
import { overLimit, put, roomOf } from './limited-rows.server.ts'

const delimiters = [',', '\t', ';', '|']
const lookedAt = 50

/** Columns that a workbook program can have: a line beyond is no row of a table, even of empty cells. */
const widestSheet = 16_384

/** Reads CSV or TSV text as one sheet 'Sheet1'; every cell stays the text that it is. Prose is no table. */
export function readDelimitedText(text: string, limits: WorkbookLimits): ReadWorkbook | Refused {
  const body = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '')
  const delimiter = guessDelimiter(body)
  if (delimiter === undefined) return refuse('not-a-workbook', { kind: 'text' })
  const rows: (Cell | undefined)[][] = []
  const room = roomOf(limits)
  let refused: Refused | undefined
  let number = 0
  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data }, parser) => {
      refused = putRow(rows, number, data, { limits, room })
      number += 1
      if (refused !== undefined) parser.abort()
    },
  })
  if (refused !== undefined) return refused
  return {
    ok: true,
    format: 'csv',
    grids: [{ name: 'Sheet1', hidden: false, date1904: false, rows, merges: [] }],
  }
}

/** The sign that parts most of the first lines into the same number of cells; undefined for prose. */
function guessDelimiter(text: string): string | undefined {
  const lines = firstLines(text).map(line => line.replace(/"[^"]*"/g, ''))
  const scored = delimiters.map(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const most = mostCommon(counts.filter(count => count > 0))
    return { delimiter, lines: most.times, cells: most.value }
  })
  scored.sort((one, other) => other.lines * other.cells - one.lines * one.cells)
  const best = scored[0]
  if (best === undefined || best.cells === 0) return undefined
  const isTable = lines.length === 1 ? best.cells >= 2 : best.lines >= 2 && best.lines * 2 >= lines.length
  return isTable || best.delimiter === '\t' ? best.delimiter : undefined
}

function putRow(
  rows: (Cell | undefined)[][],
  row: number,
  texts: string[],
  sources: Limited,
): Refused | undefined {
  if (texts.length > widestSheet) {
    return refuse('too-many-columns', { sheet: 'Sheet1', allowed: sources.limits.columns })
  }
  for (let column = 0; column < texts.length; column += 1) {
    const text = texts[column] ?? ''
    if (text === '') continue
    const cell: Cell = { type: 'text', text }
    if (isBlankCell(cell)) continue
    const refused = overLimit(cell, { row, column }, 'Sheet1', sources)
    if (refused !== undefined) return refused
    put(rows, { row, column }, cell)
  }
  return undefined
}

function firstLines(text: string): string[] {
  return text
    .slice(0, 200_000)
    .split(/\r\n|\r|\n/, lookedAt)
    .filter(line => line.trim() !== '')
}

function mostCommon(counts: number[]): { value: number; times: number } {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].reduce((best, [value, time]) => (time > best.times ? { value, times: time } : best), {
    value: 0,
    times: 0,
  })
}
