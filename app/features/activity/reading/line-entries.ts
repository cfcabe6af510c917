import { addDays, type Day, dayOf, daysBetween, weekdayOf } from '#app/calendar-day.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import { stageOfGrade } from '#app/spreadsheet/cells/stage.ts'
import type { ActivityEntry } from '../activity-entry.ts'
import { addressOf, type Spot } from './board.ts'
import { classDaysOf, type MeantClasses, registeredClasses } from './class-days.ts'
import type { Column } from './columns.ts'
import { isKnown, type Known, type Line } from './line.ts'
import { classesAt } from './line-classes.ts'
import { daysAt } from './line-days.ts'
import { kindAt } from './line-kind.ts'
import { minutesAt } from './line-minutes.ts'
import { besidesAt } from './line-people.ts'
import { namesKind, type Phrase, phrasesIn } from './phrases.ts'
import { note } from './problem-log.ts'

export interface CellEntries {
  entries: ActivityEntry[]
  /** As the cell counts towards its column's total, whatever the number of classes. */
  minutes: number
}

/** The rows that one cell of minutes yields; 'missing' when it holds none, 'bad' when it must be put right first. */
export function entriesAt(line: Line, column: Column): CellEntries | 'missing' | 'bad' {
  const { board } = line.table
  const spot = line.sourceOf(column)
  if (spot === null) return 'missing'
  const classes = registeredClasses(line, classesAt(line, column))
  const lessonMinutes = lessonOf(line, classes)
  const words = board.textAt(spot.row, spot.column).replace(/\([^()]*\)/g, '')
  if (namesKind(words)) {
    const phrases = phrasesIn(words, lessonMinutes)
    if (phrases !== null || tellsKinds(column)) return entriesOfPhrases(line, column, spot, classes, phrases)
  }
  const minutes = minutesAt(line, column, spot, lessonMinutes)
  if (minutes === 'missing') return 'missing'
  const startsAt = isKnown(minutes) ? minutes.value.startsAt : null
  const kind = column.manyKinds ? askForOneKind(line, column) : kindAt(line, column, startsAt)
  const days = daysAt(line, column)
  tellMissing(line, column, spot, { classes, days, kind })
  if (!isKnown(minutes) || !isKnown(kind) || !isKnown(classes) || !isKnown(days)) return 'bad'
  if (days.value.length > 1 && minutes.value.minutes > 120) {
    const values = { minutes: minutes.value.minutes, days: days.value.length }
    note(line.table.log, board, spot, {
      reading: 'ask',
      code: 'activity.sum-of-days',
      header: column.header,
      values,
    })
    return 'bad'
  }
  const entries = made(line, column, spot, classes, days, [{ kind: kind.value, ...minutes.value }])
  return entries === null ? 'bad' : { entries, minutes: minutes.value.minutes }
}

/** Its cells say in words what was done and for how long. */
function tellsKinds(column: Column): boolean {
  return column.manyKinds || column.role === 'arrangement'
}

/** '体育课40、大课间30' in one cell; under the header of one kind it may speak of that kind only. */
function entriesOfPhrases(
  line: Line,
  column: Column,
  spot: Spot,
  classes: Known<MeantClasses[]>,
  phrases: Phrase[] | null,
): CellEntries | 'bad' {
  const { board, log } = line.table
  const kind = tellsKinds(column) ? 'missing' : kindAt(line, column, null)
  const isOther =
    isKnown(kind) && kind.spot !== null && phrases?.some(phrase => family(phrase.kind) !== family(kind.value))
  if (phrases === null || isOther) {
    const code = phrases === null ? 'activity.words-unread' : 'activity.kind-conflict'
    note(log, board, spot, { reading: 'ask', code, header: column.header })
    return 'bad'
  }
  const entries: ActivityEntry[] = []
  for (const phrase of phrases) {
    const days = phrase.weekdays === null ? daysAt(line, column) : spokenDays(line, column, phrase.weekdays)
    tellMissing(line, column, spot, { classes, days, kind: { value: phrase.kind, spot } })
    if (!isKnown(classes) || !isKnown(days)) return 'bad'
    const rows = made(line, column, spot, classes, days, [{ ...phrase, startsAt: null }])
    if (rows === null) return 'bad'
    entries.push(...rows)
  }
  return { entries, minutes: phrases.reduce((sum, phrase) => sum + phrase.minutes, 0) }
}

interface Activity {
  kind: ActivityKind
  minutes: number
  startsAt: string | null
}

function made(
  line: Line,
  column: Column,
  spot: Spot,
  classes: { value: MeantClasses[]; spot: Spot | null },
  days: { value: Day[]; spot: Spot | null },
  activities: Activity[],
): ActivityEntry[] | null {
  const classDays = classDaysOf(line, classes, days)
  if (classDays === null) return null
  const besides = besidesAt(line, column, classDays)
  if (besides === null) return null
  return activities.flatMap(({ kind, minutes, startsAt }) =>
    classDays.map(({ entry, classKey, day, scope }) => ({
      sheet: line.table.board.name,
      row: line.row + 1,
      cell: addressOf(spot.row === line.row ? spot : { row: line.row, column: column.column }),
      header: column.header,
      classId: entry.id,
      classKey,
      day,
      kind,
      minutes,
      startsAt: startsAt ?? '',
      ...besides,
      reportedScope: scope,
    })),
  )
}

function lessonOf(line: Line, classes: Known<MeantClasses[]>): number {
  const { context } = line.table
  const grade = isKnown(classes) ? classes.value[0]?.ref.grade : undefined
  const stage = (typeof grade === 'number' ? stageOfGrade(grade) : null) ?? context.stages[0] ?? 'primary'
  return context.lessonMinutes(stage)
}

function askForOneKind(line: Line, column: Column): 'bad' {
  note(line.table.log, line.table.board, column.spot, {
    reading: 'ask',
    code: 'activity.many-kinds',
    header: column.header,
  })
  return 'bad'
}

/** Minutes without a class, a day or a kind are asked about where these should stand. */
function tellMissing(
  line: Line,
  column: Column,
  spot: Spot,
  known: { classes: Known<unknown>; days: Known<unknown>; kind: Known<unknown> },
): void {
  const { board, block, log } = line.table
  const head = (...roles: ('class' | 'grade' | 'date' | 'weekday' | 'kind')[]) => {
    const found = roles.map(role => block.heads[role]).find(at => at !== undefined)
    return found ? { row: line.row, column: found.column } : null
  }
  if (known.classes === 'missing') {
    note(log, board, head('class', 'grade') ?? column.spot, {
      reading: 'ask',
      code: 'activity.class-missing',
    })
  }
  if (known.days === 'missing') {
    const code = column.labels.weekday ? 'activity.week-missing' : 'activity.date-missing'
    const at = column.labels.weekday ?? head('date', 'weekday') ?? column.spot
    note(log, board, at, { reading: 'ask', code })
  }
  if (known.kind === 'missing') {
    const at = head('kind') ?? (column.header === '' ? spot : column.spot)
    note(log, board, at, { reading: 'ask', code: 'activity.kind-missing', header: column.header })
  }
}

/** 周一至周五 in the week, the days or the month that the sheet is about. */
function spokenDays(line: Line, column: Column, weekdays: number[]): Known<Day[]> {
  const { week, days, month } = line.sheet
  const { context } = line.table
  const own = daysAt(line, column)
  if (isKnown(own)) {
    const chosen = own.value.filter(day => weekdays.includes(weekdayOf(day)))
    return { value: chosen.length > 0 ? chosen : own.value, spot: own.spot }
  }
  if (own === 'bad') return 'bad'
  const span = days
    ? days.value
    : week
      ? daysBetween(week.value.monday, addDays(week.value.monday, 6))
      : month
        ? daysOfMonth(month.year, month.month)
        : []
  const within = span.filter(
    day =>
      weekdays.includes(weekdayOf(day)) &&
      context.stages.some(stage => context.dayKindOf(stage, day) === 'school_day'),
  )
  return within.length === 0 ? 'missing' : { value: within, spot: days?.spot ?? week?.spot ?? null }
}

function daysOfMonth(year: number, month: number): Day[] {
  const first = dayOf(year, month, 1)
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return first && next ? daysBetween(first, addDays(next, -1)) : []
}

function family(kind: ActivityKind): string {
  return kind.replace(/_(AM|PM)$/, '')
}
