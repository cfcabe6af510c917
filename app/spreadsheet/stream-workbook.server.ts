import { unpackRows } from './packed-rows.ts'
import type { ReaderAnswer } from './reader.worker.ts'
import { releaseStreamReader, takeStreamReader } from './reader-desk.server.ts'
import type { Reader } from './reader-thread.server.ts'
import { askReader } from './reader-thread.server.ts'
import type { Refused, SheetPart, WorkbookInParts, WorkbookLimits } from './workbook.ts'
import { refuse, refuseBySize, streamLimits } from './workbook.ts'

export interface WorkbookStream extends Omit<WorkbookInParts, 'parts'> {
  /** Every part in order, to be read once. Reading to the last part, or breaking out of the loop, ends the thread. */
  parts: AsyncIterable<SheetPart>
  /** Ends the thread when the parts are not read after all. */
  close: () => Promise<void>
}

/**
 * Opens an uploaded file as `openWorkbook` does and hands out its rows while it is being read, so that 200,000 of them
 * are never held together: .xlsx, CSV and TSV within `streamLimits`, other formats within the limits of `openWorkbook`.
 * It reads in a thread of its own and never more than one piece ahead of who takes them. The last part tells whether
 * the end was reached; a refusal after rows makes those rows void. Cells are shared: never change one.
 */
export async function streamWorkbook(
  bytes: Uint8Array,
  options: { limits?: Partial<WorkbookLimits> } = {},
): Promise<WorkbookStream | Refused> {
  const limits = { ...streamLimits, ...options.limits }
  const refused = refuseBySize(bytes, limits)
  if (refused !== undefined) return refused
  const reader = await takeStreamReader()
  const close = () => releaseStreamReader(reader)
  try {
    const answer = await askReader(reader, { ask: 'parts', bytes, limits }, limits.milliseconds)
    if (answer.answer === 'read') return { ...answer.head, parts: partsFrom(reader, limits, close), close }
    await close()
    return answer.answer === 'refused' ? answer.refused : refuse('damaged')
  } catch (error) {
    await close()
    throw error
  }
}

async function* partsFrom(
  reader: Reader,
  { milliseconds }: WorkbookLimits,
  close: () => Promise<void>,
): AsyncGenerator<SheetPart, void> {
  // The next part is read while this one is worked on. Who breaks out does not wait for it any more.
  const ask = () => {
    const asked = askReader(reader, { ask: 'next' }, milliseconds)
    asked.catch(() => undefined)
    return asked
  }
  try {
    let next = ask()
    for (;;) {
      const part = partOf(await next)
      const isLast = part.part === 'end' || part.part === 'refused'
      if (!isLast) next = ask()
      yield part
      if (isLast) return
    }
  } finally {
    await close()
  }
}

function partOf(answer: ReaderAnswer): SheetPart {
  if (answer.answer === 'part') return answer.part
  if (answer.answer === 'rows') {
    return { part: 'rows', sheet: answer.sheet, from: answer.from, rows: unpackRows(answer.rows) }
  }
  return { part: 'refused', refused: answer.answer === 'refused' ? answer.refused : refuse('damaged') }
}
