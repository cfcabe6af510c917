import { parentPort } from 'node:worker_threads'
import type { Day } from '#app/calendar-day.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { TemplateMark } from '#app/spreadsheet/template-mark.ts'
import type { Refused, WorkbookLimits } from '#app/spreadsheet/workbook.ts'
import type { WrittenTexts } from '#db/even-rows.ts'
import type { IgnoredRow, RejectedRow } from '../activity-entry.ts'
import type { ActivityTelling } from '../activity-telling.ts'
import { type LogPiece, piecesOf } from './log-pieces.ts'
import { SchoolComesAgain } from './read-log.ts'
import { type LogFile, type LogReadOptions, type ReadTable, readLogFile } from './read-log-file.ts'

/** What the thread is asked. */
export interface LogRequest extends LogReadOptions {
  bytes: Uint8Array
  limits: WorkbookLimits
  telling: ActivityTelling
}

/** All that a log says but its activities. */
export interface LogSummary {
  mark?: TemplateMark
  firstDay: Day | null
  lastDay: Day | null
  problems: Problem[]
  ignored: IgnoredRow[]
  rejected: RejectedRow[]
  table: ReadTable
}

/** The last is 'refused', 'personal', 'not-a-log' or 'read'; before the first three nothing that came counts. */
export type LogAnswer =
  | { answer: 'rows'; count: number }
  | { answer: 'piece'; piece: LogPiece }
  /** More of a school stands further down: all pieces come again. */
  | { answer: 'again' }
  | { answer: 'refused'; refused: Refused }
  /** Somebody's ID or phone number stands in these cells. */
  | { answer: 'personal'; problems: Problem[] }
  | { answer: 'not-a-log' }
  | { answer: 'read'; summary: LogSummary }

const rowsBetweenNews = 10_000

parentPort?.on('message', (request: LogRequest) => {
  void read(request)
})

async function read(request: LogRequest): Promise<void> {
  const early = await readOnce(request, true)
  if (early !== 'again') return answer(early)
  answer({ answer: 'again' })
  const late = await readOnce(request, false)
  if (late === 'again') throw new Error('A log of which nothing was told early is read again')
  answer(late)
}

/** A school whose lines stand together is told as soon as the next begins; 'again' when it comes once more. */
async function readOnce(
  { bytes, limits, telling, ...options }: LogRequest,
  isEarly: boolean,
): Promise<LogAnswer | 'again'> {
  let told = 0
  const remembered: WrittenTexts = new Map()
  const days: Pick<LogSummary, 'firstDay' | 'lastDay'> = { firstDay: null, lastDay: null }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const read = await readLogFile(file, limits, telling, options, {
      isEarly,
      rows(count) {
        if (count - told < rowsBetweenNews) return
        told = count
        answer({ answer: 'rows', count })
      },
      school(log) {
        for (const { day } of log.entries) {
          if (days.firstDay === null || day < days.firstDay) days.firstDay = day
          if (days.lastDay === null || day > days.lastDay) days.lastDay = day
        }
        for (const piece of piecesOf(log, telling.kinds, remembered))
          answer({ answer: 'piece', piece }, [piece.text.buffer as ArrayBuffer])
      },
    })
    return read.answer === 'read' ? { answer: 'read', summary: { ...days, ...restOf(read) } } : read
  } catch (error) {
    if (error instanceof SchoolComesAgain) return 'again'
    throw error
  }
}

function restOf({ mark, logs, ignored, table }: LogFile): Omit<LogSummary, 'firstDay' | 'lastDay'> {
  return {
    ...(mark && { mark }),
    problems: logs.flatMap(({ problems }) => problems),
    ignored: [...ignored, ...logs.flatMap(one => one.ignored)],
    rejected: logs.flatMap(({ rejected }) => rejected),
    table,
  }
}

/** What is `handedOver` is gone here, and need not be copied. */
function answer(said: LogAnswer, handedOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, handedOver)
}
