import type { Day } from '#app/calendar-day.ts'
import { type ClassRef, readClasses } from '#app/spreadsheet/cells/class.ts'
import { stageOfGrade } from '#app/spreadsheet/cells/stage.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { ActivityContext, ActivityEntry, RegisteredClass, TermDays } from '../activity-entry.ts'
import { isOpenOn, type KnownClass, knownClasses, meantBy } from '../reading/class-register.ts'
import { type CellIds, cellIds } from './cell-ids.ts'
import type { LogColumns, LogRole } from './log-header.ts'
import type { Row } from './one-line.ts'

/** A day as a cell says it; `term` is 0 in the open term, else the place from 1 of the term in which it lies. */
interface KnownDay {
  day: Day
  term: number
}

interface MeantClass {
  entry: RegisteredClass
  classKey: string
  stage: number
}

/** What is remembered of one school's own words. */
interface SchoolMemory {
  context: ActivityContext
  /** Schools with the same calendar read dates alike, with the same words kinds and sports, with the same stages classes. */
  calendar: number
  words: number
  stages: number
  classes: Map<number, MeantClass>
  names: Set<number>
  /** The classes of this school year; null where the name of the sheet or file says of which class it is. */
  register: readonly KnownClass[] | null
}

/** Where the lines of a log stand. */
export interface LogPlace {
  sheet: string
  /** The header over the minutes. */
  header: string
  /** Letters of their column. */
  letters: string
}

/** Names for what schools share. */
export interface ReadingGroups {
  calendar: string
  words: string
}

export interface LineMemory {
  /** `groups` as `LogSchool` has them; `isOfOneClass`: the sheet's or file's name says of which class it is, so that another may have been copied there. */
  school: (context: ActivityContext, groups: ReadingGroups, isOfOneClass: boolean) => SchoolMemory
  /** The line, numbered from 0, when each of its cells was read without a word before, in the same company; null otherwise. */
  recall: (school: SchoolMemory, index: number, row: Row) => ActivityEntry | null
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
export function lineMemory(columns: LogColumns, { sheet, header, letters }: LogPlace): LineMemory {
  const ids = idsOf(columns)
  const groups = new Map<string, number>()
  const plainDays = new Map<number, KnownDay>()
  const days = new Map<number, KnownDay>()
  const refs = new Map<number, ClassRef | null>()
  const kinds = new Map<number, ActivityEntry['kind']>()
  const minutes = new Map<number, number>()
  const starts = new Map<number, string>()
  const people = new Map<number, number | null>()
  const sports = new Map<number, string | null>()
  const teachers = new Map<number, string>()
  const notes = new Map<number, string>()

  function recall(school: SchoolMemory, index: number, row: Row): ActivityEntry | null {
    if (!isQuietSeq(row, columns) || !knowsName(school, ids.school(row))) return null
    const date = days.get(among(school.calendar, ids.date(row))) ?? taughtEverywhere(school, row)
    const startsAt = starts.get(ids.start(row))
    if (date === undefined || startsAt === undefined) return null
    const { day } = date
    const meant =
      school.classes.get(among(among(date.term, ids.grade(row)), ids.class(row))) ??
      (date.term === 0 ? registered(school, row) : null)
    if (meant === null || !isOpenOn(meant.entry, day)) return null
    const kind = kinds.get(among(school.words * 3 + halfOf(startsAt), ids.kind(row)))
    const given = minutes.get(among(meant.stage, ids.minutes(row)))
    const participants = people.get(among(meant.entry.pupils, ids.participants(row)))
    if (kind === undefined || given === undefined || participants === undefined) return null
    const sport = sports.get(among(school.words, ids.sport(row)))
    const teacher = teachers.get(ids.teacher(row))
    const note = notes.get(ids.note(row))
    if (sport === undefined || teacher === undefined || note === undefined) return null
    return {
      sheet,
      row: index + 1,
      cell: letters + (index + 1),
      header,
      classId: meant.entry.id,
      classKey: meant.classKey,
      day,
      kind,
      minutes: given,
      startsAt,
      sportCode: sport,
      participants,
      teacher,
      note,
      reportedScope: 'class',
    }
  }

  /** A date of which the calendar has no say but whether there was school: a school of another calendar named it before. */
  function taughtEverywhere(school: SchoolMemory, row: Row): KnownDay | undefined {
    const date = plainDays.get(ids.date(row))
    if (date === undefined || !isTaughtTo(school, date.day)) return undefined
    days.set(among(school.calendar, ids.date(row)), date)
    return date
  }

  /**
   * A class of this school that no line named before: how a cell names a class is the same for all schools of these stages,
   * so a school of thirty classes need not be asked thirty times. Null unless one class of the register is meant.
   */
  function registered(school: SchoolMemory, row: Row): MeantClass | null {
    const id = ids.class(row)
    if (school.register === null || id <= 0 || ids.grade(row) !== 0) return null
    const key = among(school.stages, id)
    let ref = refs.get(key)
    if (ref === undefined) {
      ref = refIn(cellIn(row, columns.class), school.context)
      refs.set(key, ref)
    }
    const found = ref === null ? [] : meantBy(ref, school.register)
    const [known] = found
    if (known === undefined || found.length > 1) return null
    const classKey = `G${known.grade}#${known.entry.classNo}`
    const meant = { entry: known.entry, classKey, stage: stageOf(classKey) }
    school.classes.set(among(0, id), meant)
    return meant
  }

  function learn(school: SchoolMemory, row: Row, entry: ActivityEntry): void {
    const meant = school.context.classes.find(one => one.id === entry.classId)
    if (meant === undefined || entry.reportedScope !== 'class') return
    if (!isBare(cellIn(row, columns.minutes)) || Object.values(ids).some(idOf => idOf(row) < 0)) return
    const { day, classKey, startsAt } = entry
    const term = termNumber(school.context, day)
    const stage = stageOf(classKey)
    days.set(among(school.calendar, ids.date(row)), { day, term })
    if (isPlainDate(cellIn(row, columns.date)) && isTaughtTo(school, day))
      plainDays.set(ids.date(row), { day, term })
    school.classes.set(among(among(term, ids.grade(row)), ids.class(row)), { entry: meant, classKey, stage })
    if (ids.school(row) > 0) school.names.add(ids.school(row))
    starts.set(ids.start(row), startsAt)
    kinds.set(among(school.words * 3 + halfOf(startsAt), ids.kind(row)), entry.kind)
    minutes.set(among(stage, ids.minutes(row)), entry.minutes)
    people.set(among(meant.pupils, ids.participants(row)), entry.participants)
    sports.set(among(school.words, ids.sport(row)), entry.sportCode)
    teachers.set(ids.teacher(row), entry.teacher)
    notes.set(ids.note(row), entry.note)
  }

  function school(context: ActivityContext, shared: ReadingGroups, isOfOneClass: boolean): SchoolMemory {
    return {
      context,
      calendar: groupOf(`calendar ${shared.calendar}`),
      words: groupOf(`words ${shared.words}`),
      stages: groupOf(`stages ${context.stages.join()}`),
      classes: new Map(),
      names: new Set(),
      register: isOfOneClass ? null : knownClasses(context),
    }
  }

  function groupOf(name: string): number {
    const group = groups.get(name) ?? groups.size
    groups.set(name, group)
    return group
  }

  return { school, recall, learn }
}

/** A year, a month and a day, in that order: nothing for the calendar to decide. */
function isPlainDate(cell: Cell | undefined): boolean {
  return cell?.type === 'text' && /^20\d\d-\d\d-\d\d$/.test(cell.text)
}

function isTaughtTo({ context }: SchoolMemory, day: Day): boolean {
  return context.stages.every(stage => context.dayKindOf(stage, day) === 'school_day')
}

/** The one class that a cell names by its grade and number; null for any other cell. */
function refIn(cell: Cell | undefined, { schoolYear, stages }: ActivityContext): ClassRef | null {
  const reading = readClasses(cell, { schoolYear, stages })
  if (reading.reading !== 'accept' || reading.value.length !== 1) return null
  const [ref] = reading.value
  return ref === undefined || ref.grade === 'ALL' || ref.classNo === '*' || ref.campus !== undefined
    ? null
    : ref
}

/** One number for a cell in some company; ids of cells are below that many. */
function among(company: number, id: number): number {
  return company * 65_536 + id
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

function halfOf(startsAt: string): number {
  if (startsAt === '') return 0
  return startsAt < '12:00' ? 1 : 2
}

function stageOf(classKey: string): number {
  const stage = stageOfGrade(Number(/^G(\d+)/.exec(classKey)?.[1]))
  return stage === null ? 0 : ['primary', 'junior', 'senior'].indexOf(stage) + 1
}

function cellIn(row: Row, column: number | undefined): Cell | undefined {
  return column === undefined ? undefined : row[column]
}
