import type { Reader } from './reader-thread.server.ts'
import { endReader, startReader } from './reader-thread.server.ts'

/** Files that are read in pieces at the same time: each needs its thread and its memory. */
const mostStreams = 2

interface Desk {
  /** The one warm thread in which files are read whole, one after the other. */
  reader: Reader | undefined
  queue: Promise<unknown>
  streams: Set<Reader>
  waiting: (() => void)[]
}

/** Kept on the process: the server's own bundle warms and ends the thread in which the site's bundle reads. */
const shared = globalThis as typeof globalThis & { workbookReader?: Desk }
shared.workbookReader ??= { reader: undefined, queue: Promise.resolve(), streams: new Set(), waiting: [] }
const desk = shared.workbookReader

/** Does the work with the warm thread, after the files that came before; a thread that was ended is replaced at once. */
export function withReader<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
  const working = desk.queue.then(async () => {
    const reader = desk.reader?.isOver === false ? desk.reader : startWarmReader()
    try {
      return await work(reader)
    } finally {
      if (reader.isOver && desk.reader === reader) startWarmReader()
    }
  })
  desk.queue = working.catch(() => undefined)
  return working
}

/** A thread of its own for one file that is read in pieces, when there is room for it. */
export async function takeStreamReader(): Promise<Reader> {
  if (desk.streams.size >= mostStreams) await new Promise<void>(resolve => desk.waiting.push(resolve))
  const reader = startReader({ youngMegabytes: 16 })
  desk.streams.add(reader)
  return reader
}

export async function releaseStreamReader(reader: Reader): Promise<void> {
  if (!desk.streams.delete(reader)) return
  desk.waiting.shift()?.()
  await endReader(reader)
}

/** Ends the reader threads: for shutdown and tests. The next file starts another. */
export async function closeReader(): Promise<void> {
  const closing = desk.reader
  desk.reader = undefined
  await Promise.all([...desk.streams].map(releaseStreamReader))
  if (closing !== undefined) await endReader(closing)
}

function startWarmReader(): Reader {
  desk.reader = startReader({ youngMegabytes: 64 })
  return desk.reader
}
