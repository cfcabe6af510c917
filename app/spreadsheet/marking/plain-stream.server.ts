import type { Grid, Merge } from '../grid.ts'
import { readInParts } from '../reading/read-in-parts.server.ts'
import type { SheetPart, WorkbookLimits } from '../workbook.ts'
import type { ZipPart } from '../writing/zip-writer.server.ts'
import { markSheet } from './mark-sheet.ts'
import { savedZip, streamedPart, textPart } from './package-parts.server.ts'
import {
  formatsIn,
  type PlainStyles,
  partsAround,
  pathOfSheet,
  rowXml,
  sheetEnd,
  sheetStart,
  stylesOf,
} from './plain-workbook.server.ts'

type Rows = Extract<SheetPart, { part: 'rows' }>

/** `writePlainWorkbook` of a file whose rows are never held together: it is read twice. Undefined when it does not open. */
export async function writePlainCopy(bytes: Buffer, limits: WorkbookLimits): Promise<Uint8Array | undefined> {
  const formats = new Set<string>()
  const first = await readInParts(bytes, limits)
  if (!first.ok) return undefined
  for await (const part of first.parts) {
    if (part.part === 'refused') return undefined
    if (part.part === 'rows') for (const row of part.rows) for (const one of formatsIn(row)) formats.add(one)
  }
  const read = await readInParts(bytes, limits)
  if (!read.ok) return undefined
  const { sheets, mark, parts } = read
  const styles = stylesOf(formats)
  const reading = partsBySheet(parts)
  const own = mark === undefined ? [] : [markSheet(mark)]
  const written: ZipPart[] = sheets.map((_, index) =>
    streamedPart(pathOfSheet(index), sheetText(reading(index), styles.numberOf)),
  )
  for (const [at, grid] of own.entries()) {
    const [row = []] = grid.rows
    const text = [sheetStart(grid.rows), rowXml(0, row, styles.numberOf), sheetEnd([])]
    written.push(textPart(pathOfSheet(sheets.length + at), text))
  }
  return savedZip([...partsAround([...sheets, ...own], styles.xml), ...written])
}

type SheetReading = AsyncGenerator<{ merges: Merge[] } | Rows>

/** Hands out the parts of one sheet after the other, to be read in their order. */
function partsBySheet(parts: AsyncGenerator<SheetPart, void>): (sheet: number) => SheetReading {
  let ahead: SheetPart | undefined
  return async function* (sheet) {
    for (;;) {
      const part = ahead ?? (await parts.next()).value ?? { part: 'end' }
      ahead = part
      if (part.part === 'refused') throw new Error(part.refused.refusal)
      if (part.part === 'end' || part.sheet !== sheet) return
      ahead = undefined
      yield part.part === 'sheet' ? { merges: part.merges } : part
    }
  }
}

async function* sheetText(parts: SheetReading, numberOf: PlainStyles['numberOf']): AsyncGenerator<string> {
  let merges: Merge[] = []
  let isBegun = false
  for await (const part of parts) {
    if ('merges' in part) {
      merges = part.merges
      continue
    }
    if (!isBegun) yield sheetStart(part.rows)
    isBegun = true
    yield textOf(part, numberOf)
  }
  yield (isBegun ? '' : sheetStart([])) + sheetEnd(merges)
}

function textOf(
  { from, rows }: { from: number; rows: Grid['rows'] },
  numberOf: PlainStyles['numberOf'],
): string {
  return rows.map((row, at) => rowXml(from + at, row, numberOf)).join('')
}
