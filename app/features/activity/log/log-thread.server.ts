import type { Worker } from 'node:worker_threads'
import { refuse, streamLimits, type WorkbookLimits } from '#app/spreadsheet/workbook.ts'
import { startThread } from '#app/start-thread.server.ts'
import type { LogAnswer, LogRequest } from './log.worker.ts'

/** A thread that reads one log; it holds no database and may be ended at any moment. */
export interface LogThread {
  /**
   * What it says, as it comes, all that is there at once; see `LogAnswer` for the last. The thread takes the bytes over:
   * whoever asked holds an empty list of them from then on.
   */
  read: (request: Omit<LogRequest, 'limits'>) => AsyncGenerator<LogAnswer[], void>
  end: () => Promise<void>
}

/** The whole file has that long: some twenty times what 200,000 rows need. */
const longest = 120_000
/** JavaScript heap of the thread, in megabytes. */
const heap = 768
/** Megabytes of it for what was made last: with more the thread grows and is hardly faster. */
const young = 8

export function startLogThread(limits: WorkbookLimits = streamLimits): LogThread {
  const worker = startThread(new URL('./log.worker.ts', import.meta.url), {
    maxOldGenerationSizeMb: heap,
    maxYoungGenerationSizeMb: young,
  })
  const answers = answersOf(worker)
  return {
    async *read(asked) {
      const request: LogRequest = { ...asked, limits }
      worker.postMessage(request, handedOver(request.bytes))
      const deadline = Date.now() + longest
      for (;;) {
        const said = await answers(deadline - Date.now())
        yield said
        if (said.some(({ answer }) => isLast(answer))) return
      }
    },
    async end() {
      await worker.terminate()
    },
  }
}

/** Handed over without a copy, but for a small file that shares its memory with others. */
function handedOver({ byteLength, buffer }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? [buffer] : []
}

function isLast(answer: LogAnswer['answer']): boolean {
  return answer === 'refused' || answer === 'personal' || answer === 'not-a-log' || answer === 'read'
}

/**
 * What a thread says, all that has come since it was asked last; none is lost that comes while nobody waits. A thread
 * that does not end in time is refused. Rejects when it fails or ends.
 */
function answersOf(worker: Worker): (milliseconds: number) => Promise<LogAnswer[]> {
  let waiting: LogAnswer[] = []
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
  const take = () => {
    const came = waiting
    waiting = []
    return came
  }
  return async milliseconds => {
    if (waiting.length > 0) return take()
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>(resolve => {
      timer = setTimeout(resolve, Math.max(0, milliseconds))
      wake = resolve
      if (failure !== null) wake()
    })
    clearTimeout(timer)
    if (waiting.length > 0) return take()
    if (failure !== null) throw failure
    return [{ answer: 'refused', refused: refuse('took-too-long') }]
  }
}
