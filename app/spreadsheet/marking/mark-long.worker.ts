import { parentPort } from 'node:worker_threads'
import type { WorkbookLimits } from '../workbook.ts'
import { type LongMarks, markLongFile } from './mark-long-file.server.ts'

/** What the thread is asked, once. */
export interface MarkRequest {
  bytes: Uint8Array
  limits: WorkbookLimits
  marks: LongMarks
}

/** Its one answer; null when the file cannot be marked. */
export type MarkAnswer = { bytes: Uint8Array; isRebuilt: boolean } | null

parentPort?.on('message', async ({ bytes, limits, marks }: MarkRequest) => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const made: MarkAnswer = (await markLongFile(file, limits, marks)) ?? null
  parentPort?.postMessage(made)
})
