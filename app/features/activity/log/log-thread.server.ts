import type { Worker } from 'node:worker_threads'
import { refuse, streamLimits, type WorkbookLimits } from '#app/spreadsheet/workbook.ts'
import { startThread } from '#app/start-thread.server.ts'
import type { LogAnswer, LogRequest } from './log.worker.ts'

/** A thread that reads a log; it holds no database and may be ended at any moment. */
export interface LogThread {
  /**
   * What it says, as it comes, all that is there at once; see `LogAnswer` for the last. The thread takes the bytes over:
   * whoever asked holds an empty list of them from then on.
   */
  read: (request: Omit<LogRequest, 'limits'>) => AsyncGenerator<LogAnswer[], void>
  /** To be called once nothing more is asked: a thread that has read to the end waits for another log, any other ends. */
  end: () => Promise<void>
}

/** The whole file has that long: some twenty times what 200,000 rows need. */
const longest = 120_000
/** JavaScript heap of the thread, in megabytes. */
const heap = 768
/** Megabytes of it for what was made last: with more the thread grows and is hardly faster. */
const young = 16

/** So long a thread waits for the next log: its code is compiled by then, a third of what reading one costs. */
const spareForMs = 120_000

/** The one thread that waits. */
let spare: { worker: Worker; leave: () => void } | undefined

export function startLogThread(limits: WorkbookLimits = streamLimits): LogThread {
  const worker = takeSpare() ?? startWorker()
  const answers = answersOf(worker)
  let isRead = false
  return {
    async *read(asked) {
      const request: LogRequest = { ...asked, limits }
      worker.postMessage(request, handedOver(request.bytes))
      const deadline = Date.now() + longest
      for (;;) {
        const said = await answers.next(deadline - Date.now())
        isRead = said.some(({ answer }) => answer === 'read')
        yield said
        if (said.some(({ answer }) => isLast(answer))) return
      }
    },
    async end() {
      answers.close()
      if (isRead && spare === undefined) keepSpare(worker)
      else await worker.terminate()
    },
  }
}

function startWorker(): Worker {
  return startThread(new URL('./log.worker.ts', import.meta.url), {
    maxOldGenerationSizeMb: heap,
    maxYoungGenerationSizeMb: young,
  })
}

function takeSpare(): Worker | undefined {
  const taken = spare
  taken?.leave()
  return taken?.worker
}

/** It holds up no shutdown while it waits. */
function keepSpare(worker: Worker): void {
  const leave = (): void => {
    clearTimeout(timer)
    worker.off('error', leave).off('exit', leave).ref()
    spare = undefined
  }
  const timer = setTimeout(() => {
    leave()
    void worker.terminate()
  }, spareForMs).unref()
  worker.on('error', leave).on('exit', leave).unref()
  spare = { worker, leave }
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
function answersOf(worker: Worker): {
  next: (milliseconds: number) => Promise<LogAnswer[]>
  close: () => void
} {
  let waiting: LogAnswer[] = []
  let failure: Error | null = null
  let wake: () => void = () => undefined
  const fail = (error: Error) => {
    failure ??= error
    wake()
  }
  const hear = (said: LogAnswer) => {
    waiting.push(said)
    wake()
  }
  const hearError = (error: Error & { code?: string }) => {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return fail(error)
    waiting.push({ answer: 'refused', refused: refuse('zip-bomb') })
    wake()
  }
  const hearEnd = () => fail(new Error('The thread that reads the log ended'))
  worker.on('message', hear).on('error', hearError).on('exit', hearEnd)
  const take = () => {
    const came = waiting
    waiting = []
    return came
  }
  const close = () => {
    worker.off('message', hear).off('error', hearError).off('exit', hearEnd)
  }
  const next = async (milliseconds: number): Promise<LogAnswer[]> => {
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
  return { next, close }
}
