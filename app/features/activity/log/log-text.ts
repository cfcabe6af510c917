import type { BareRow } from '#app/features/imports/sheet-import.ts'
import type { JsonPlaces } from '#db/write.server.ts'
import type { ActivityData } from '../activity-data.ts'
import type { ActivityEntry } from '../activity-entry.ts'

/** An activity of a log as a list without names, because a city's month is 200,000 of them. */
type LogLine = [
  row: number,
  kind: string,
  startsAt: string,
  minutes: number,
  sportCode: string | null,
  participants: number | null,
  teacher: string,
  note: string,
  reportedScope: ActivityEntry['reportedScope'],
]

/** All that a log says of a class on a day. */
type LogClassDay = [classId: string, classKey: string, day: string, lines: LogLine[]]

/**
 * Activities of one school of a log. As JSON a text is handed over between threads, and into the database, faster than
 * its rows; what the rows of a class-day share stands once, which is half of it.
 */
interface LogText {
  sheet: string
  schoolId: string
  groups: LogClassDay[]
}

/** Where the text has what the ledger keeps. */
export const placesInText: JsonPlaces = {
  shared: { class_id: 0, day: 2 },
  rows: 3,
  columns: {
    kind: 1,
    starts_at: 2,
    minutes: 3,
    sport_code: 4,
    participants: 5,
    teacher: 6,
    note: 7,
    reported_scope: 8,
  },
}

/** The text of some class-days of a school, in the order in which they are given. */
export function textOf(schoolId: string, classDays: Iterable<readonly ActivityEntry[]>): string {
  const text: LogText = { sheet: '', schoolId, groups: [] }
  for (const entries of classDays) {
    const [first] = entries
    if (first === undefined) continue
    text.sheet ||= first.sheet
    text.groups.push([first.classId, first.classKey, first.day, entries.map(lineOf)])
  }
  return JSON.stringify(text)
}

function lineOf(entry: ActivityEntry): LogLine {
  const { row, kind, startsAt, minutes, sport, participants, teacher, note, reportedScope } = entry
  return [row, kind, startsAt ?? '', minutes, sport, participants, teacher, note, reportedScope]
}

/** The activities of a text as rows where nothing stands yet. */
export function rowsOfText(text: string): BareRow[] {
  const { sheet, schoolId, groups } = JSON.parse(text) as LogText
  return groups.flatMap(([classId, classKey, day, lines]) =>
    lines.map(([row, ...said]): BareRow => {
      const data: ActivityData = [schoolId, classId, classKey, day, ...said]
      return { sheet, row, verdict: 'new', data }
    }),
  )
}
