import { nameOfClassKey } from '#app/features/schools/class-name.rule.ts'
import { classDaysOf } from '../activity-compare.rule.ts'
import type { ActivityEntry, IgnoredRow, RejectedRow } from '../activity-entry.ts'
import type { ActivityProblemCode } from '../activity-problem.ts'
import type { ProblemLog } from './problem-log.ts'

const fewRows = 16
/** More than this on one day is hardly true of any class. */
const mostMinutesOfDay = 240

interface Outcome {
  entries: ActivityEntry[]
  ignored: IgnoredRow[]
  rejected: RejectedRow[]
}

/**
 * Rows of the same class, day, kind and start: one of equal rows stays and the others are ignored; rows that
 * differ or stand in one line are refused, all of them.
 */
export function settleDuplicates(outcome: Outcome, log: ProblemLog): Outcome {
  if (classDaysOf(outcome.entries).every(areAllDifferent)) return outcome
  const groups = new Map<string, ActivityEntry[]>()
  for (const entry of outcome.entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  const doubted = placesOfGrades([...groups.values()].filter(group => !areCopies(group)))
  const settled: Outcome = { entries: [], ignored: [...outcome.ignored], rejected: [...outcome.rejected] }
  for (const group of groups.values()) {
    const [first, ...others] = group
    if (!first) continue
    if (areCopies(group) && !group.some(entry => doubted.has(placeOf(entry)))) {
      settled.entries.push(first)
      for (const other of others) {
        settled.ignored.push({ sheet: other.sheet, row: other.row, why: 'duplicate' })
        tellOf(log, other, 'warn', 'activity.repeated', { cell: placeOf(first) })
      }
      continue
    }
    for (const entry of group) {
      const rival = group.find(other => placeOf(other) !== placeOf(entry)) ?? first
      settled.rejected.push({ sheet: entry.sheet, row: entry.row, cell: entry.cell })
      tellOf(log, entry, 'reject', 'activity.duplicate', { cell: placeOf(rival) })
    }
  }
  return settled
}

/** Rows of one class on one day: mostly so few that comparing each with each is the least. */
function areAllDifferent(own: readonly ActivityEntry[]): boolean {
  if (own.length > fewRows) return new Set(own.map(startOf)).size === own.length
  return own.every((entry, at) => {
    for (let before = 0; before < at; before += 1) {
      const other = own[before]!
      if (other.kind === entry.kind && other.startsAt === entry.startsAt) return false
    }
    return true
  })
}

/** Whether there is nothing to settle and nothing to tell: no two rows of one start, and no day too long. */
export function isUnremarkable(entries: readonly ActivityEntry[]): boolean {
  return classDaysOf(entries).every(own => areAllDifferent(own) && sumOf(own) <= mostMinutesOfDay)
}

function startOf({ kind, startsAt }: ActivityEntry): string {
  return `${kind} ${startsAt}`
}

function keyOf(entry: ActivityEntry): string {
  return `${entry.classId} ${entry.day} ${startOf(entry)}`
}

export function tellLongDays(entries: readonly ActivityEntry[], log: ProblemLog): void {
  if (classDaysOf(entries).every(own => sumOf(own) <= mostMinutesOfDay)) return
  const sums = new Map<string, number>()
  const told = new Set<string>()
  for (const entry of entries) {
    const key = `${entry.classId} ${entry.day}`
    const minutes = (sums.get(key) ?? 0) + entry.minutes
    sums.set(key, minutes)
    if (minutes <= mostMinutesOfDay || told.has(key)) continue
    told.add(key)
    const values = { minutes, class: nameOfClassKey(entry.classKey), day: entry.day }
    tellOf(log, entry, 'warn', 'activity.long-day', values)
  }
}

function sumOf(entries: readonly ActivityEntry[]): number {
  let sum = 0
  for (const { minutes } of entries) sum += minutes
  return sum
}

function areCopies(group: readonly ActivityEntry[]): boolean {
  if (group.length === 1) return true
  const contents = new Set(group.map(contentOf))
  return contents.size === 1 && !isSaidTwiceInOneLine(group)
}

/** Cells that speak of a whole grade and contradict one of its classes: a sum perhaps, and true of none. */
function placesOfGrades(contradictions: ActivityEntry[][]): Set<string> {
  const entries = contradictions.flat().filter(entry => entry.reportedScope !== 'class')
  return new Set(entries.map(placeOf))
}

/** Two cells of one line are no copy of each other: the class may have had two such lessons. */
function isSaidTwiceInOneLine(group: readonly ActivityEntry[]): boolean {
  const places = new Set(group.map(({ sheet, row }) => `${sheet}!${row}`))
  return places.size < new Set(group.map(placeOf)).size
}

function contentOf(entry: ActivityEntry): string {
  const { minutes, sportCode, participants, teacher, note } = entry
  return JSON.stringify([minutes, sportCode, participants, teacher, note])
}

function placeOf(entry: ActivityEntry): string {
  return `${entry.sheet}!${entry.cell}`
}

function tellOf(
  log: ProblemLog,
  entry: ActivityEntry,
  reading: 'warn' | 'reject',
  code: ActivityProblemCode,
  values: Record<string, string | number>,
): void {
  log.add({
    sheet: entry.sheet,
    cell: entry.cell,
    header: entry.header,
    raw: String(entry.minutes),
    reading,
    code,
    values,
  })
}
