import type { BareRow } from '#app/features/imports/sheet-import.ts'
import type { ActivityData } from '../activity-data.ts'
import type { ActivityEntry } from '../activity-entry.ts'

/** An activity of a log as a list without names, because a city's month is 200,000 of them. */
export type LogLine = [
  row: number,
  classId: string,
  classKey: string,
  day: string,
  kind: string,
  startsAt: string,
  minutes: number,
  sportCode: string | null,
  participants: number | null,
  teacher: string,
  note: string,
  reportedScope: ActivityEntry['reportedScope'],
]

/** Where a line has what the ledger keeps. */
export const placesInLine = {
  class_id: 1,
  day: 3,
  kind: 4,
  starts_at: 5,
  minutes: 6,
  sport_code: 7,
  participants: 8,
  teacher: 9,
  note: 10,
  reported_scope: 11,
}

/** Activities of one school of a log; as JSON a text is handed over between threads, and into the database. */
export interface LogText {
  sheet: string
  schoolId: string
  lines: LogLine[]
}

export function lineOf(entry: ActivityEntry): LogLine {
  const { row, classId, classKey, day, kind, startsAt, minutes, sport, participants, teacher, note } = entry
  const said = [startsAt ?? '', minutes, sport, participants, teacher, note, entry.reportedScope] as const
  return [row, classId, classKey, day, kind, ...said]
}

/** The lines as rows where nothing stands yet. */
export function rowsOfText(text: string): BareRow[] {
  const { sheet, schoolId, lines } = JSON.parse(text) as LogText
  return lines.map(([row, classId, ...said]) => {
    const data: ActivityData = [schoolId, classId, ...said]
    return { sheet, row, verdict: 'new', data }
  })
}
