import type { BareRow } from '#app/features/imports/sheet-import.ts'
import {
  type EvenColumn,
  type EvenRows,
  evenRows,
  evenRowsAt,
  listIn,
  type WrittenTexts,
} from '#db/even-rows.ts'
import type { TextColumns, TextLayout } from '#db/write.server.ts'
import type { ClassDay } from '../activity-compare.rule.ts'
import type { ActivityData } from '../activity-data.ts'
import type { ActivityEntry } from '../activity-entry.ts'

/** An activity of a log as a list without names, because a city's month is 200,000 of them. */
type LogLine = [
  row: number,
  /** Its class-day, by its place among the groups. */
  group: number,
  ...said: LogWords,
]

type LogWords = [
  kind: string,
  startsAt: string,
  minutes: number,
  sportCode: string | null,
  participants: number | null,
  teacher: string,
  note: string,
  reportedScope: ActivityEntry['reportedScope'],
]

/** What the lines of a class-day share, and come to; in previews that earlier versions kept, its lines at the end. */
type LogClassDay = [
  classId: string,
  classKey: string,
  day: string,
  ...said: [minutes: number, print: string] | [lines?: [row: number, ...said: LogWords][]],
]

/** What a class-day comes to where nothing else stands on it: counted minutes, and its print (see `printOf`). */
export interface ClassDayTotal {
  minutes: number
  print: string
}

/**
 * Activities of one school of a log. As JSON a text is handed over between threads, and into the database, faster than
 * its rows; what the rows of a class-day share stands once, which is half of it.
 */
interface LogText {
  sheet: string
  schoolId: string
  groups: LogClassDay[]
  lines?: LogLine[]
}

/** Where the lists of a text stand. */
export interface LogLayout extends TextLayout {
  groups: EvenRows
  lines: EvenRows
}

/** Where the text has what the ledger keeps. */
export const columnsInText: TextColumns = {
  shared: { list: 'groups', columns: { class_id: 0, day: 2 }, number: 1 },
  list: 'lines',
  columns: {
    kind: 2,
    starts_at: 3,
    minutes: 4,
    sport_code: 5,
    participants: 6,
    teacher: 7,
    note: 8,
    reported_scope: 9,
  },
}

/** Where the text has what the roll-up of class-days keeps. */
export const classDaysInText: TextColumns = {
  list: 'groups',
  columns: { class_id: 0, day: 2, minutes: 3 },
}

const groupCells: EvenColumn<ClassDay<ActivityEntry>>[] = [
  ([first]) => first.classId,
  ([first]) => first.classKey,
  ([first]) => first.day,
]

const wordCells: EvenColumn<ActivityEntry>[] = [
  entry => entry.kind,
  entry => entry.startsAt,
  entry => entry.minutes,
  entry => entry.sportCode,
  entry => entry.participants,
  entry => entry.teacher,
  entry => entry.note,
  entry => entry.reportedScope,
]

/**
 * The text of some class-days of a school, in the order in which they are given and with what each comes to, in UTF-8;
 * `layout` says where its values stand, if each can be told by its place.
 */
export function textOf(
  schoolId: string,
  classDays: readonly ClassDay<ActivityEntry>[],
  totals: readonly ClassDayTotal[],
  remembered: WrittenTexts,
): { text: Uint8Array; layout: LogLayout | null } {
  const entries = classDays.flat()
  const groupsOf: number[] = []
  for (const [group, own] of classDays.entries())
    for (let line = 0; line < own.length; line += 1) groupsOf.push(group)
  const totalCells: typeof groupCells = [
    (_, at) => totals[at]!.minutes,
    { eachOther: (_, at) => totals[at]!.print },
  ]
  const groups = evenRows(classDays, [...groupCells, ...totalCells], remembered)
  const lines = evenRows(
    entries,
    [entry => entry.row, (_, at) => groupsOf[at] ?? 0, ...wordCells],
    remembered,
  )
  const sheet = JSON.stringify(entries[0]?.sheet ?? '')
  const head = Buffer.from(`{"sheet":${sheet},"schoolId":${JSON.stringify(schoolId)},"groups":`)
  const between = Buffer.from(',"lines":')
  const end = Buffer.from('}')
  const groupsAt = head.length
  const linesAt = groupsAt + groups.bytes.length + between.length
  const text = new Uint8Array(linesAt + lines.bytes.length + end.length)
  let at = 0
  for (const part of [head, groups.bytes, between, lines.bytes, end]) {
    text.set(part, at)
    at += part.length
  }
  return {
    text,
    layout:
      groups.rows === null || lines.rows === null
        ? null
        : { groups: evenRowsAt(groups.rows, groupsAt), lines: evenRowsAt(lines.rows, linesAt) },
  }
}

/** The class-days of a text with what they come to; `layout` is the one that came with it. */
export function classDaysOfText(
  text: Uint8Array,
  layout: LogLayout | null,
): (ClassDayTotal & { classId: string; day: string })[] {
  const json = new TextDecoder().decode(layout === null ? text : listIn(text, layout.groups))
  const said: unknown = JSON.parse(json)
  const groups = (layout === null ? (said as LogText).groups : said) as LogClassDay[]
  return groups.map(([classId, , day, minutes, print]) => {
    return { classId, day, minutes: minutes as number, print: print as string }
  })
}

/** The activities of a text as rows where nothing stands yet. */
export function rowsOfText(text: Uint8Array): BareRow[] {
  const said = JSON.parse(new TextDecoder().decode(text)) as LogText
  const { sheet, schoolId, groups, lines = linesWithin(groups) } = said
  return lines.map(([row, group, ...words]): BareRow => {
    const [classId, classKey, day] = groups[group]!
    const data: ActivityData = [schoolId, classId, classKey, day, ...words]
    return { sheet, row, verdict: 'new', data }
  })
}

function linesWithin(groups: readonly LogClassDay[]): LogLine[] {
  return groups.flatMap(([, , , lines], group) =>
    Array.isArray(lines) ? lines.map(([row, ...said]): LogLine => [row, group, ...said]) : [],
  )
}
