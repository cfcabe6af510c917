import type { Day } from '#app/calendar-day.ts'
import type { ClassRef } from '#app/spreadsheet/cells/class.ts'
import type { DayKind } from '#app/spreadsheet/cells/judge-days.ts'
import type { ActivityEntry, RegisteredClass } from '../activity-entry.ts'
import type { Spot } from './board.ts'
import { isOpenOn, type KnownClass, likelyClasses, meantBy, wordedClass } from './class-register.ts'
import { isKnown, type Known, type Line } from './line.ts'
import { tellEarlierOnce } from './other-terms.ts'
import { note } from './problem-log.ts'

export interface ClassDay {
  entry: RegisteredClass
  classKey: string
  day: Day
  scope: ActivityEntry['reportedScope']
}

/** A reference of the workbook with the classes of the register that it means. */
export interface MeantClasses {
  ref: ClassRef
  found: KnownClass[]
}

/** The classes that the references mean; 'bad' when the register lacks any of them. */
export function registeredClasses(line: Line, refs: Known<ClassRef[]>): Known<MeantClasses[]> {
  if (!isKnown(refs)) return refs
  const meant = refs.value.map(ref => ({ ref, found: registered(line, ref, refs.spot) }))
  const known = meant.flatMap(({ ref, found }) => (found === null ? [] : [{ ref, found }]))
  return known.length < meant.length ? 'bad' : { value: known, spot: refs.spot }
}

/** The classes on the days meant; null when any of them may not be reported. */
export function classDaysOf(
  line: Line,
  classes: { value: MeantClasses[]; spot: Spot | null },
  days: { value: Day[]; spot: Spot | null },
): ClassDay[] | null {
  const { context } = line.table
  if (!days.value.every(day => isReportable(line, day, days.spot))) return null
  const isSpan = days.value.length > 1
  const classDays: ClassDay[] = []
  for (const { ref, found } of classes.value) {
    for (const known of found) {
      for (const day of days.value) {
        if (!isOpenOn(known.entry, day)) {
          if (ref.classNo === '*') continue
          tellNotOpen(line, ref, classes.spot, day)
          return null
        }
        if (isSpan && !isTaught(context.dayKindOf(known.entry.stage, day))) continue
        classDays.push({ entry: known.entry, classKey: keyOf(known), day, scope: scopeOf(ref) })
      }
    }
  }
  if (classDays.length > 0) return classDays
  note(line.table.log, line.table.board, days.spot, { reading: 'ask', code: 'activity.no-class-day' })
  return null
}

/** Only days of the term up to today can have been. */
function isReportable(line: Line, day: Day, spot: Spot | null): boolean {
  const { context, board, log } = line.table
  const { term, today } = context
  const earlier = context.terms?.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  if (earlier && day <= today) {
    if (term && earlier.firstDay !== term.firstDay) tellEarlierOnce(line.table, earlier, spot)
    return true
  }
  if (term && (day < term.firstDay || day > term.lastDay)) {
    const values = { day, from: term.firstDay, to: term.lastDay }
    note(log, board, spot, { reading: 'reject', code: 'activity.date-outside-term', values })
    return false
  }
  if (day <= today) return true
  note(log, board, spot, { reading: 'reject', code: 'activity.date-future', values: { day } })
  return false
}

function registered(line: Line, ref: ClassRef, spot: Spot | null): KnownClass[] | null {
  const { classes, board, log } = line.table
  const found = meantBy(ref, classes)
  const numbers = new Set(found.map(({ entry, grade }) => `${grade}#${entry.classNo}`))
  const campuses = new Set(found.map(({ entry }) => entry.campus))
  if (ref.classNo !== '*' && numbers.size < found.length && campuses.size > 1) {
    const candidates = found.map(({ entry, grade }) =>
      wordedClass({ grade, classNo: entry.classNo, ...(entry.campus && { campus: entry.campus }) }),
    )
    note(log, board, spot, { reading: 'ask', code: 'activity.campus-missing', candidates })
    return null
  }
  if (found.length > 0) return found
  note(log, board, spot, {
    reading: 'reject',
    code: 'activity.class-unknown',
    values: { class: wordedClass(ref) },
    candidates: likelyClasses(ref, classes),
  })
  return null
}

function tellNotOpen(line: Line, ref: ClassRef, spot: Spot | null, day: Day): void {
  const values = { class: wordedClass(ref), day }
  note(line.table.log, line.table.board, spot, { reading: 'reject', code: 'activity.class-not-open', values })
}

function keyOf({ entry, grade }: KnownClass): string {
  return `G${grade}#${entry.classNo}`
}

function scopeOf(ref: ClassRef): ActivityEntry['reportedScope'] {
  if (ref.grade === 'ALL') return 'school'
  return ref.classNo === '*' ? 'grade' : 'class'
}

/** Whether classes have school on a day of that kind. */
export function isTaught(kind: DayKind): boolean {
  return kind === 'school_day' || kind === 'makeup' || kind === 'exam'
}
