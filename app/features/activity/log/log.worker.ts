import { parentPort } from 'node:worker_threads'
import type { Day } from '#app/calendar-day.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { TemplateMark } from '#app/spreadsheet/template-mark.ts'
import type { Refused, WorkbookLimits } from '#app/spreadsheet/workbook.ts'
import type { IgnoredRow, RejectedRow } from '../activity-entry.ts'
import type { ActivityTelling } from '../activity-telling.ts'
import { type LogPiece, piecesOf } from './log-pieces.ts'
import { type LogReadOptions, type ReadTable, readLogFile } from './read-log-file.ts'

/** What the thread is asked. */
export interface LogRequest extends LogReadOptions {
  bytes: Uint8Array
  limits: WorkbookLimits
  telling: ActivityTelling
}

/** All that a log says but its activities. */
export interface LogSummary {
  mark?: TemplateMark
  accepted: number
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
  /** More of a school stands further down: its pieces come again. */
  | { answer: 'reopened'; schoolId: string }
  | { answer: 'refused'; refused: Refused }
  /** Somebody's ID or phone number stands in these cells. */
  | { answer: 'personal'; problems: Problem[] }
  | { answer: 'not-a-log' }
  | { answer: 'read'; summary: LogSummary }

const rowsBetweenNews = 10_000

parentPort?.on('message', (request: LogRequest) => {
  void read(request)
})

async function read({ bytes, limits, telling, ...options }: LogRequest): Promise<void> {
  let told = 0
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = await readLogFile(file, limits, telling, options, {
    rows(count) {
      if (count - told < rowsBetweenNews) return
      told = count
      answer({ answer: 'rows', count })
    },
    school(log) {
      for (const piece of piecesOf(log, telling.kinds)) answer({ answer: 'piece', piece })
    },
    reopened: ({ id }) => answer({ answer: 'reopened', schoolId: id }),
  })
  if (read.answer !== 'read') return answer(read)
  const { logs } = read
  const days = logs.flatMap(({ entries }) => boundsOf(entries.map(({ day }) => day))).sort()
  answer({
    answer: 'read',
    summary: {
      ...(read.mark && { mark: read.mark }),
      accepted: logs.reduce((sum, { entries }) => sum + entries.length, 0),
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
      problems: logs.flatMap(({ problems }) => problems),
      ignored: [...read.ignored, ...logs.flatMap(({ ignored }) => ignored)],
      rejected: logs.flatMap(({ rejected }) => rejected),
      table: read.table,
    },
  })
}

function boundsOf(days: readonly Day[]): Day[] {
  let [first, last] = [days[0], days[0]]
  for (const day of days) {
    if (first !== undefined && day < first) first = day
    if (last !== undefined && day > last) last = day
  }
  return first === undefined || last === undefined ? [] : [first, last]
}

function answer(said: LogAnswer): void {
  parentPort?.postMessage(said)
}
