import { parentPort } from 'node:worker_threads'
import type { Grid } from './grid.ts'
import { readWorkbook } from './reading/read-workbook.server.ts'
import type { Refused, WorkbookFormat, WorkbookLimits } from './workbook.ts'

/** What the reader thread is asked: to read a file, then for piece after piece of its rows. */
export type ReaderRequest = { ask: 'read'; bytes: Uint8Array; limits: WorkbookLimits } | { ask: 'rows' }

/** What it answers. Rows come in pieces on demand: one large message would block the thread that receives it. */
export type ReaderAnswer =
  | { answer: 'ready' }
  | { answer: 'refused'; refused: Refused }
  | { answer: 'read'; format: WorkbookFormat; grids: Grid[] }
  | { answer: 'rows'; grid: number; rows: Grid['rows'] }
  | { answer: 'end' }

const cellsInPiece = 4_000

let pieces: Iterator<ReaderAnswer> | undefined

parentPort?.on('message', (request: ReaderRequest) => {
  parentPort?.postMessage(request.ask === 'read' ? read(request) : nextPiece())
})
parentPort?.postMessage({ answer: 'ready' } satisfies ReaderAnswer)

function read({ bytes, limits }: { bytes: Uint8Array; limits: WorkbookLimits }): ReaderAnswer {
  const read = readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits)
  if (!read.ok) return { answer: 'refused', refused: read }
  pieces = piecesOf(read.grids)
  return { answer: 'read', format: read.format, grids: read.grids.map(grid => ({ ...grid, rows: [] })) }
}

function nextPiece(): ReaderAnswer {
  const next = pieces?.next()
  if (next !== undefined && next.done !== true) return next.value
  pieces = undefined
  return { answer: 'end' }
}

function* piecesOf(grids: Grid[]): Generator<ReaderAnswer> {
  for (const [grid, { rows }] of grids.entries()) {
    let piece: Grid['rows'] = []
    let cells = 0
    for (const row of rows) {
      piece.push(row)
      cells += row.length + 1
      if (cells < cellsInPiece) continue
      yield { answer: 'rows', grid, rows: piece }
      piece = []
      cells = 0
    }
    if (piece.length > 0) yield { answer: 'rows', grid, rows: piece }
  }
}
