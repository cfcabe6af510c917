import type { Worker } from 'node:worker_threads'
import { type Refused, refuse, streamLimits, type WorkbookLimits } from '#app/spreadsheet/workbook.ts'
import { startThread } from '#app/start-thread.server.ts'
import type { ActivityTelling } from '../activity-telling.ts'
import type { LogAnswer, LogRequest, LogSummary } from './log.worker.ts'
import type { LogPiece } from './log-pieces.ts'

/** A thread that reads one log; it holds no database and may be ended at any moment. */
export interface LogThread {
  read: (
    bytes: Uint8Array,
    telling: ActivityTelling,
    only: string | null,
    tellRows: (count: number) => Promise<void>,
  ) => Promise<LogSummary | Refused | 'not-a-log'>
  /** The activities, once the log was read. */
  pieces: () => AsyncGenerator<LogPiece>
  end: () => Promise<void>
}

/** The whole file has that long: some twenty times what 200,000 rows need. */
const longest = 120_000
/** JavaScript heap of the thread, in megabytes. */
const heap = 768

export function startLogThread(limits: WorkbookLimits = streamLimits): LogThread {
  const worker = startThread(new URL('./log.worker.ts', import.meta.url), { maxOldGenerationSizeMb: heap })
  const nextAnswer = answersOf(worker)
  const ask = (request: LogRequest) => worker.postMessage(request)
  return {
    async read(bytes, telling, only, tellRows) {
      ask({ ask: 'read', bytes, limits, telling, only })
      const deadline = Date.now() + longest
      for (;;) {
        const said = await nextAnswer(deadline - Date.now())
        if (said === 'late') return refuse('took-too-long')
        if (said.answer === 'rows') await tellRows(said.count)
        if (said.answer === 'refused') return said.refused
        if (said.answer === 'not-a-log') return 'not-a-log'
        if (said.answer === 'read') return said.summary
      }
    },
    async *pieces() {
      for (;;) {
        ask({ ask: 'piece' })
        const said = await nextAnswer(longest)
        if (said === 'late') throw new Error('The thread that reads the log does not answer')
        if (said.answer !== 'piece') return
        yield said.piece
      }
    },
    async end() {
      await worker.terminate()
    },
  }
}

/** The answers of a thread one by one; none is lost that comes while nobody waits. Rejects when the thread fails or ends. */
function answersOf(worker: Worker): (milliseconds: number) => Promise<LogAnswer | 'late'> {
  const waiting: LogAnswer[] = []
  let failure: Error | null = null
  let wake: () => void = () => undefined
  const fail = (error: Error) => {
    failure ??= error
    wake()
  }
  worker.on('message', (said: LogAnswer) => {
    waiting.push(said)
    wake()
  })
  worker.on('error', (error: Error & { code?: string }) => {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return fail(error)
    waiting.push({ answer: 'refused', refused: refuse('zip-bomb') })
    wake()
  })
  worker.on('exit', () => fail(new Error('The thread that reads the log ended')))
  return async milliseconds => {
    const next = waiting.shift()
    if (next !== undefined) return next
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>(resolve => {
      timer = setTimeout(resolve, Math.max(0, milliseconds))
      wake = resolve
      if (failure !== null) wake()
    })
    clearTimeout(timer)
    const came = waiting.shift()
    if (came !== undefined) return came
    if (failure !== null) throw failure
    return 'late'
  }
}
