import { startThread } from '../../start-thread.server.ts'
import { streamLimits } from '../workbook.ts'
import type { MarkAnswer, MarkRequest } from './mark-long.worker.ts'
import type { LongMarks } from './mark-long-file.server.ts'
import type { MarkedWorkbook } from './mark-workbook.server.ts'

/** JavaScript heap of the thread, in megabytes, and the longest that it works: ten times what 200,000 rows need. */
const heap = 512
const longest = 120_000

/** Kept on the process, for each bundle has its own copy of this module: one file is marked at a time. */
const shared = globalThis as typeof globalThis & { markingQueue?: Promise<unknown> }

/** `markLongFile` in a thread of its own, after the files that came before. */
export function markInThread(bytes: Uint8Array, marks: LongMarks): Promise<MarkedWorkbook> {
  const marking = (shared.markingQueue ?? Promise.resolve()).then(() => markAlone(bytes, marks))
  shared.markingQueue = marking.catch(() => undefined)
  return marking
}

async function markAlone(bytes: Uint8Array, marks: LongMarks): Promise<MarkedWorkbook> {
  const worker = startThread(new URL('./mark-long.worker.ts', import.meta.url), {
    maxOldGenerationSizeMb: heap,
  })
  try {
    const answer = await new Promise<MarkAnswer>((resolve, reject) => {
      const timer = setTimeout(() => resolve(null), longest)
      worker.once('message', resolve)
      worker.once('error', (error: Error & { code?: string }) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
      )
      worker.once('exit', () => {
        clearTimeout(timer)
        reject(new Error('The thread that marks the file ended'))
      })
      worker.postMessage({ bytes, limits: streamLimits, marks } satisfies MarkRequest)
    })
    return answer === null ? { ok: false } : { ok: true, ...answer }
  } finally {
    await worker.terminate()
  }
}
