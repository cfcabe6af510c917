import { parentPort } from 'node:worker_threads'
import type { PackedRows } from './packed-rows.ts'
import { packRows } from './packed-rows.ts'
import { readInParts, readWholeInParts } from './reading/read-in-parts.server.ts'
import type { Refused, SheetPart, WorkbookInParts, WorkbookLimits } from './workbook.ts'

/** What the reader thread is asked: to read a file, whole or while it hands out rows, then for part after part. */
export type ReaderRequest =
  | { ask: 'whole' | 'parts'; bytes: Uint8Array; limits: WorkbookLimits }
  | { ask: 'next' }

/** What it answers. Rows come in pieces on demand: one large message would block the thread that receives it. */
export type ReaderAnswer =
  | { answer: 'ready' }
  | { answer: 'refused'; refused: Refused }
  | { answer: 'read'; head: WorkbookHead }
  | { answer: 'part'; part: Exclude<SheetPart, { part: 'rows' }> }
  | { answer: 'rows'; sheet: number; from: number; rows: PackedRows }

export type WorkbookHead = Omit<WorkbookInParts, 'parts'>

let parts: WorkbookInParts['parts'] | undefined

parentPort?.on('message', async (request: ReaderRequest) => {
  parentPort?.postMessage(request.ask === 'next' ? await nextPart() : await read(request))
})
parentPort?.postMessage({ answer: 'ready' } satisfies ReaderAnswer)

async function read({ ask, bytes, limits }: Exclude<ReaderRequest, { ask: 'next' }>): Promise<ReaderAnswer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = await (ask === 'whole' ? readWholeInParts(buffer, limits) : readInParts(buffer, limits))
  if (!read.ok) return { answer: 'refused', refused: read }
  const { parts: own, ...head } = read
  parts = own
  return { answer: 'read', head }
}

async function nextPart(): Promise<ReaderAnswer> {
  const next = await parts?.next()
  const part = next?.value ?? { part: 'end' }
  if (part.part === 'end' || part.part === 'refused') parts = undefined
  return part.part === 'rows'
    ? { answer: 'rows', sheet: part.sheet, from: part.from, rows: packRows(part.rows) }
    : { answer: 'part', part }
}
