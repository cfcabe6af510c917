import type { Worker } from 'node:worker_threads'
import { startThread } from '../start-thread.server.ts'
import type { ReaderAnswer, ReaderRequest } from './reader.worker.ts'
import { refuse, workbookLimits } from './workbook.ts'

/** A started thread and the promise that it is ready to read. */
export interface Reader {
  worker: Worker
  ready: Promise<void>
  /** Ended, or about to be: another one must read the next file. */
  isOver: boolean
}

/** Starts a thread; `youngMegabytes` is how much short-lived data it may gather before it is cleared away. */
export function startReader({ youngMegabytes }: { youngMegabytes: number }): Reader {
  const worker = startThread(new URL('./reader.worker.ts', import.meta.url), {
    maxOldGenerationSizeMb: workbookLimits.heapMegabytes,
    maxYoungGenerationSizeMb: youngMegabytes,
  })
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The reader thread ended before it was ready')))
  })
  const reader = { worker, ready, isOver: false }
  const end = () => {
    reader.isOver = true
  }
  worker.once('exit', end)
  // Who waits for the thread hears of it; a spare thread that fails is started anew by the next file.
  ready.catch(end)
  worker.unref()
  return reader
}

export async function endReader(reader: Reader): Promise<void> {
  reader.isOver = true
  await reader.worker.terminate()
}

/**
 * Asks the thread and waits for the one answer. A thread that takes longer than `milliseconds`, or more heap than
 * allowed, is ended and the answer is a refusal; so it is when the thread is ended from outside, at a shutdown.
 */
export async function askReader(
  reader: Reader,
  request: ReaderRequest,
  milliseconds: number,
): Promise<ReaderAnswer> {
  const { worker } = reader
  worker.ref()
  try {
    await reader.ready
    return await answerOf(reader, request, milliseconds)
  } finally {
    worker.unref()
  }
}

function answerOf(reader: Reader, request: ReaderRequest, milliseconds: number): Promise<ReaderAnswer> {
  const { worker } = reader
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', fail).off('exit', giveUp)
    }
    const hear = (answer: ReaderAnswer) => {
      finish()
      resolve(answer)
    }
    const giveUp = () => {
      finish()
      void endReader(reader)
      resolve({ answer: 'refused', refused: refuse('took-too-long') })
    }
    const fail = (error: Error & { code?: string }) => {
      finish()
      void endReader(reader)
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve({ answer: 'refused', refused: refuse('zip-bomb') })
      else reject(error)
    }
    const timer = setTimeout(giveUp, milliseconds)
    worker.on('message', hear).on('error', fail).on('exit', giveUp)
    if (reader.isOver) giveUp()
    else worker.postMessage(request)
  })
}
