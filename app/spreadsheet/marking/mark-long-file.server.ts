import { cellAddress, type Merge, placeOfAddress } from '../grid.ts'
import { readInParts } from '../reading/read-in-parts.server.ts'
import type { WorkbookLimits } from '../workbook.ts'
import type { ZipPart } from '../writing/zip-writer.server.ts'
import { addComments } from './add-comments.server.ts'
import { wasMarked } from './mark-cells.ts'
import { addReport, type Book, openBook } from './mark-package.server.ts'
import { markedRows, mergesIn, type SheetShell, type StreamMarks, shellOf } from './mark-sheet-stream.ts'
import { stylesXml } from './mark-styles.ts'
import { type MarkKind, markKinds, mostNotes, type RowMark, type WorkbookMarks } from './marks.ts'
import { partInPieces, putPart, savePackage, streamedPart } from './package-parts.server.ts'
import { noteOf } from './place-marks.ts'
import { writePlainCopy } from './plain-stream.server.ts'
import { readsAlike } from './reads-alike.server.ts'

/** The marks of a file that is never held whole; of a city's month there are 200,000 rows. */
export interface LongMarks extends Omit<WorkbookMarks, 'rows'> {
  /** Numbers of rows as the workbook shows them. */
  rows: { sheet: string; mark: RowMark['mark']; numbers: Uint32Array }[]
}

/**
 * `markWorkbook` for a file whose rows are never held together, .xlsx or text: sheet after sheet is inflated, coloured
 * and deflated in pieces, and read again beside the original. Undefined when it cannot be marked.
 */
export async function markLongFile(
  bytes: Buffer,
  limits: WorkbookLimits,
  marks: LongMarks,
): Promise<{ bytes: Uint8Array; isRebuilt: boolean } | undefined> {
  const read = await headOf(bytes, limits)
  if (read === undefined) return undefined
  const patched = await markedCopy(bytes, limits, marks, { ...read, isRebuilt: false })
  if (patched !== undefined && (await readsAlike(bytes, Buffer.from(patched), limits)))
    return { bytes: patched, isRebuilt: false }
  const plain = await writePlainCopy(bytes, limits)
  const rebuilt =
    plain &&
    (await markedCopy(Buffer.from(plain), limits, marks, { ...read, report: undefined, isRebuilt: true }))
  if (rebuilt === undefined || !(await readsAlike(bytes, Buffer.from(rebuilt), limits))) return undefined
  return { bytes: rebuilt, isRebuilt: true }
}

interface FileHead {
  /** Names of the sheets that our reader reads. */
  sheets: string[]
  /** Of the sheet on which we listed the problems before. */
  report: string | undefined
  isRebuilt: boolean
}

async function headOf(
  bytes: Buffer,
  limits: WorkbookLimits,
): Promise<Omit<FileHead, 'isRebuilt'> | undefined> {
  const read = await readInParts(bytes, limits)
  if (!read.ok) return undefined
  await read.parts.return()
  return { sheets: read.sheets.map(({ name }) => name), report: read.report }
}

async function markedCopy(
  bytes: Buffer,
  limits: WorkbookLimits,
  marks: LongMarks,
  head: FileHead,
): Promise<Uint8Array | undefined> {
  // Each sheet is inflated twice: for what stands around its rows, and for its rows.
  const book = await openBook(bytes, { ...limits, unzippedBytes: 3 * limits.unzippedBytes })
  if (book === undefined) return undefined
  try {
    return await marked(book, marks, head)
  } catch {
    // A part is damaged or not in UTF-8: then its cells are written into a new file.
    return undefined
  }
}

async function marked(
  book: Book,
  marks: LongMarks,
  { sheets, report, isRebuilt }: FileHead,
): Promise<Uint8Array> {
  const { of, styles } = book
  const isToClear = wasMarked(styles)
  const written: ZipPart[] = []
  let room = mostNotes
  for (const [index, { name, path }] of book.sheets.entries()) {
    // Our own sheets were not read, and nothing is marked in them.
    if (!sheets.includes(name) || !(isToClear || isMarked(marks, name))) continue
    const shell = await shellOf(partInPieces(of, path))
    if (shell === undefined) continue
    const own = marksOfSheet(marks, name, { room, merges: mergesIn(shell.tail) })
    room -= own.notes.size
    const around = await withComments(book, { path, index }, shell, own.notes, marks)
    const rows = markedRows(partInPieces(of, path), shell, own, styles)
    written.push(streamedPart(of.entries.get(path.toLowerCase())?.name ?? path, wholeSheet(around, rows)))
  }
  await addReport(book, { ...marks, rows: [] }, { report, isRebuilt })
  // Which styles there are is known once all rows are written.
  putPart(of, book.stylesPath, { [Symbol.iterator]: () => [stylesXml(styles)].values() })
  return savePackage(of, written)
}

async function* wholeSheet({ head, tail }: SheetShell, rows: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head
  yield* rows
  yield tail
}

/** What stands around the rows once the sheet has its notes. */
async function withComments(
  book: Book,
  { path, index }: { path: string; index: number },
  shell: SheetShell,
  notes: ReadonlyMap<string, string>,
  { locale }: LongMarks,
): Promise<SheetShell> {
  const { of } = book
  putPart(of, path, [shell.head, shell.tail])
  await addComments(of, { ...book, path, index, notes, locale })
  const changed = [...(of.changed.get(path.toLowerCase())?.pieces ?? [])].join('')
  of.changed.delete(path.toLowerCase())
  // Only what stands behind the rows is changed.
  return { ...shell, tail: changed.slice(shell.head.length) }
}

interface SheetMarks extends StreamMarks {
  notes: Map<string, string>
}

function isMarked({ cells, rows }: LongMarks, sheet: string): boolean {
  return [...cells, ...rows].some(one => one.sheet === sheet)
}

function marksOfSheet(
  marks: LongMarks,
  sheet: string,
  { room, merges }: { room: number; merges: readonly Merge[] },
): SheetMarks {
  const colours = new Map<number, Map<number, MarkKind>>()
  const texts = new Map<string, Set<string>>()
  for (const one of marks.cells) {
    const place = one.sheet === sheet ? placeOfAddress(one.cell) : null
    if (place === null) continue
    const { row, column } = seenAt(merges, place)
    const inRow = colours.get(row) ?? new Map<number, MarkKind>()
    const before = inRow.get(column)
    if (before === undefined || markKinds.indexOf(one.mark) < markKinds.indexOf(before))
      inRow.set(column, one.mark)
    colours.set(row, inRow)
    const address = cellAddress(row, column)
    if (one.note !== '' && (texts.has(address) || texts.size < room))
      texts.set(address, (texts.get(address) ?? new Set()).add(one.note))
  }
  const notes = new Map([...texts].map(([cell, each]) => [cell, noteOf([...each], marks)]))
  return { colours, notes, rowMark: rowMarks(marks.rows.filter(one => one.sheet === sheet)) }
}

/** The cell itself, or the first of the merged area that covers it: the one that people see. */
function seenAt(merges: readonly Merge[], { row, column }: { row: number; column: number }) {
  const merge = merges.find(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
  )
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left }
}

/** How each row fared; one of which some records were accepted and others not shows its problems only. */
function rowMarks(rows: LongMarks['rows']): StreamMarks['rowMark'] {
  const bits = { accepted: 1, rejected: 2, ignored: 4 }
  const last = rows.reduce(
    (most, { numbers }) => numbers.reduce((one, other) => Math.max(one, other), most),
    0,
  )
  const told = new Uint8Array(last)
  for (const { mark, numbers } of rows)
    for (const number of numbers) told[number - 1] = (told[number - 1] ?? 0) | bits[mark]
  return row => {
    const said = told[row] ?? 0
    if (said === 0) return undefined
    if ((said & bits.rejected) !== 0) return (said & bits.accepted) === 0 ? 'rejected' : undefined
    return (said & bits.accepted) === 0 ? 'ignored' : 'accepted'
  }
}
