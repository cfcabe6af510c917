import type { Day } from '#app/calendar-day.ts'
import { stageOfGrade } from '#app/spreadsheet/cells/stage.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { ActivityContext, ActivityEntry, RegisteredClass, TermDays } from '../activity-entry.ts'
import { isOpenOn } from '../reading/class-register.ts'
import { type CellIds, cellIds } from './cell-ids.ts'
import type { LogColumns, LogRole } from './log-header.ts'
import type { Row } from './one-line.ts'

/** A day as a cell says it; `term` is the earlier one in which it lies, and 0 or its place among the terms from 1. */
interface KnownDay {
  day: Day
  term: number
}

interface MeantClass {
  entry: RegisteredClass
  classKey: string
}

/** What is remembered of one school's own words. */
export interface SchoolMemory {
  context: ActivityContext
  /** Schools of one group read dates, kinds and sports alike. */
  readingGroup: string
  classes: Map<string, MeantClass>
  names: Set<number>
}

/** The parts of a line that is composed of cells known already. */
export type LineParts = Pick<
  ActivityEntry,
  | 'classId'
  | 'classKey'
  | 'day'
  | 'kind'
  | 'minutes'
  | 'startsAt'
  | 'sport'
  | 'participants'
  | 'teacher'
  | 'note'
> & { term: number }

export interface LineMemory {
  /** The line, when each of its cells was read without a word before, in the same company; null otherwise. */
  recall: (school: SchoolMemory, row: Row) => LineParts | null
  /** Remembers the parts of a line that the general reader took without a word. */
  learn: (school: SchoolMemory, row: Row, entry: ActivityEntry) => void
}

/** Digits that stand for minutes and nothing else: a span of clock times says when it begins as well. */
const bareMinutes = /^\s*\d{1,3}\s*(分钟?)?\s*$/
/** Numbers of lines are not looked at, but for what is long enough to be somebody's number. */
const longestSeq = 9

/**
 * Remembers of each cell of a log what the general reader made of it. A line is composed only of cells that were read
 * in the same company: a class with its grade and the school year of the day, a kind with its half of the day, minutes
 * with the stage, participants with the size of the class. So it is what the general reader would have answered.
 */
export function lineMemory(columns: LogColumns): LineMemory {
  const ids = idsOf(columns)
  const days = new Map<string, KnownDay>()
  const kinds = new Map<string, ActivityEntry['kind']>()
  const minutes = new Map<string, number>()
  const starts = new Map<number, string | null>()
  const people = new Map<string, number | null>()
  const sports = new Map<string, string | null>()
  const teachers = new Map<number, string>()
  const notes = new Map<number, string>()

  function recall(school: SchoolMemory, row: Row): LineParts | null {
    if (!isQuietSeq(row, columns) || !knowsName(school, ids.school(row))) return null
    const date = days.get(`${school.readingGroup} ${ids.date(row)}`)
    const startsAt = starts.get(ids.start(row))
    if (date === undefined || startsAt === undefined) return null
    const meant = school.classes.get(`${date.term} ${ids.grade(row)} ${ids.class(row)}`)
    if (meant === undefined || !isOpenOn(meant.entry, date.day)) return null
    const kind = kinds.get(`${school.readingGroup} ${halfOf(startsAt)} ${ids.kind(row)}`)
    const given = minutes.get(`${stageOf(meant.classKey)} ${ids.minutes(row)}`)
    const participants = people.get(`${meant.entry.pupils} ${ids.participants(row)}`)
    const sport = sports.get(`${school.readingGroup} ${ids.sport(row)}`)
    const teacher = teachers.get(ids.teacher(row))
    const note = notes.get(ids.note(row))
    if (kind === undefined || given === undefined || participants === undefined) return null
    if (sport === undefined || teacher === undefined || note === undefined) return null
    return {
      classId: meant.entry.id,
      classKey: meant.classKey,
      day: date.day,
      term: date.term,
      kind,
      minutes: given,
      startsAt,
      sport,
      participants,
      teacher,
      note,
    }
  }

  function learn(school: SchoolMemory, row: Row, entry: ActivityEntry): void {
    const meant = school.context.classes.find(one => one.id === entry.classId)
    const cell = (role: LogRole) => cellIn(row, columns[role])
    if (meant === undefined || entry.reportedScope !== 'class' || !isBare(cell('minutes'))) return
    const all = Object.values(ids).map(idOf => idOf(row))
    if (all.some(id => id < 0)) return
    const term = termNumber(school.context, entry.day)
    days.set(`${school.readingGroup} ${ids.date(row)}`, { day: entry.day, term })
    school.classes.set(`${term} ${ids.grade(row)} ${ids.class(row)}`, {
      entry: meant,
      classKey: entry.classKey,
    })
    if (ids.school(row) > 0) school.names.add(ids.school(row))
    starts.set(ids.start(row), entry.startsAt)
    kinds.set(`${school.readingGroup} ${halfOf(entry.startsAt)} ${ids.kind(row)}`, entry.kind)
    minutes.set(`${stageOf(entry.classKey)} ${ids.minutes(row)}`, entry.minutes)
    people.set(`${meant.pupils} ${ids.participants(row)}`, entry.participants)
    sports.set(`${school.readingGroup} ${ids.sport(row)}`, entry.sport)
    teachers.set(ids.teacher(row), entry.teacher)
    notes.set(ids.note(row), entry.note)
  }

  return { recall, learn }
}

function idsOf(columns: LogColumns) {
  const of = (role: LogRole): ((row: Row) => number) => {
    const column = columns[role]
    const idOf: CellIds = cellIds()
    return column === undefined ? () => 0 : row => idOf(row[column])
  }
  return {
    school: of('school'),
    grade: of('grade'),
    class: of('class'),
    date: of('date'),
    kind: of('kind'),
    sport: of('sport'),
    start: of('start'),
    minutes: of('minutes'),
    participants: of('participants'),
    teacher: of('teacher'),
    note: of('note'),
  }
}

function knowsName(school: SchoolMemory, name: number): boolean {
  return name === 0 || school.names.has(name)
}

function isQuietSeq(row: Row, columns: LogColumns): boolean {
  const cell = cellIn(row, columns.seq)
  if (cell === undefined) return true
  if (cell.type === 'number') return Math.abs(cell.value) < 10 ** longestSeq
  return cell.type === 'text' && /^\s*\d+\s*$/.test(cell.text) && cell.text.trim().length <= longestSeq
}

function isBare(cell: Cell | undefined): boolean {
  if (cell?.type === 'number') return cell.format === 'General' || cell.format === '0'
  return cell?.type === 'text' && bareMinutes.test(cell.text)
}

/** 0 for the term that is read, else the place from 1 of the term in which the day lies. */
function termNumber({ term, terms = [] }: ActivityContext, day: Day): number {
  const holds = ({ firstDay, lastDay }: TermDays) => firstDay <= day && day <= lastDay
  return term !== null && holds(term) ? 0 : terms.findIndex(holds) + 1
}

function halfOf(startsAt: string | null): string {
  if (startsAt === null) return '-'
  return startsAt < '12:00' ? 'AM' : 'PM'
}

function stageOf(classKey: string): string {
  return stageOfGrade(Number(/^G(\d+)/.exec(classKey)?.[1])) ?? '-'
}

function cellIn(row: Row, column: number | undefined): Cell | undefined {
  return column === undefined ? undefined : row[column]
}
