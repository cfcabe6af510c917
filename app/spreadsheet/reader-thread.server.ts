import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReaderAnswer, ReaderRequest } from './reader.worker.ts'
import type { ReadWorkbook, Refused, WorkbookLimits } from './workbook.ts'
import { refuse, workbookLimits } from './workbook.ts'

/** A started thread and the promise that it is ready to read. */
interface Reader {
  worker: Worker
  ready: Promise<void>
}

/** Kept on the process: the server's own bundle warms and ends the thread in which the site's bundle reads. */
const shared = globalThis as typeof globalThis & {
  workbookReader?: { reader: Reader | undefined; queue: Promise<unknown> }
}
shared.workbookReader ??= { reader: undefined, queue: Promise.resolve() }
const desk = shared.workbookReader

/**
 * Reads a file in the one reader thread, after those asked before. The thread stays warm between files; a file that
 * takes longer than `limits.milliseconds` or more heap than allowed ends the thread, and the next one starts at once.
 */
export function readInThread(bytes: Uint8Array, limits: WorkbookLimits): Promise<ReadWorkbook | Refused> {
  const reading = desk.queue.then(() => read(bytes, limits))
  desk.queue = reading.catch(() => undefined)
  return reading
}

/** Ends the reader thread: for shutdown and tests. The next file starts another. */
export async function closeReader(): Promise<void> {
  const closing = desk.reader
  desk.reader = undefined
  await closing?.worker.terminate()
}

async function read(bytes: Uint8Array, limits: WorkbookLimits): Promise<ReadWorkbook | Refused> {
  desk.reader ??= startReader()
  const { worker, ready } = desk.reader
  worker.ref()
  try {
    await ready
    return await converse(worker, bytes, limits)
  } finally {
    worker.unref()
  }
}

/** One file: the question, its answer, then the rows piece by piece. */
function converse(
  worker: Worker,
  bytes: Uint8Array,
  limits: WorkbookLimits,
): Promise<ReadWorkbook | Refused> {
  return new Promise((resolve, reject) => {
    let read: ReadWorkbook | undefined
    const timer = setTimeout(() => giveUp(refuse('took-too-long')), limits.milliseconds)
    const finish = () => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', fail).off('exit', stop)
    }
    const giveUp = (refused: Refused) => {
      finish()
      replaceReader(worker)
      resolve(refused)
    }
    const fail = (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return giveUp(refuse('zip-bomb'))
      finish()
      replaceReader(worker)
      reject(error)
    }
    const hear = (message: ReaderAnswer) => {
      clearTimeout(timer)
      if (message.answer === 'refused' || message.answer === 'end') {
        finish()
        resolve(message.answer === 'refused' ? message.refused : (read ?? refuse('damaged')))
        return
      }
      if (message.answer === 'read') read = { ok: true, format: message.format, grids: message.grids }
      if (message.answer === 'rows') addRows(read, message)
      ask(worker, { ask: 'rows' })
    }
    // Ended from outside: the server is shutting down.
    const stop = () => giveUp(refuse('took-too-long'))
    worker.on('message', hear).on('error', fail).on('exit', stop)
    ask(worker, { ask: 'read', bytes, limits })
  })
}

function addRows(read: ReadWorkbook | undefined, piece: Extract<ReaderAnswer, { answer: 'rows' }>): void {
  const rows = read?.grids[piece.grid]?.rows
  for (const row of piece.rows) rows?.push(row)
}

function ask(worker: Worker, request: ReaderRequest): void {
  worker.postMessage(request)
}

function replaceReader(worker: Worker): void {
  if (desk.reader?.worker === worker) desk.reader = startReader()
  desk.reader?.worker.unref()
  void worker.terminate()
}

function startReader(): Reader {
  const worker = startWorker()
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The reader thread ended before it was ready')))
  })
  // Who waits for the thread hears of it; a spare thread that fails is started anew by the next file.
  ready.catch(() => {
    if (desk.reader?.worker === worker) desk.reader = undefined
  })
  return { worker, ready }
}

/** The thread's file beside the bundle or beside its chunks; without a build, from the sources. */
function workerFile(): URL {
  const built = ['./reader.worker.js', '../reader.worker.js'].map(file => new URL(file, import.meta.url))
  return (
    built.find(file => existsSync(fileURLToPath(file))) ??
    new URL('./reader-from-source.mjs', import.meta.url)
  )
}

function startWorker(): Worker {
  const options = {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: workbookLimits.heapMegabytes, maxYoungGenerationSizeMb: 64 },
  }
  return new Worker(workerFile(), options)
}
