import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import {
  type ApprovedExemption,
  isExempt,
  isWithin,
  openRangeOf,
  type RosterClass,
  type SchoolLife,
} from '../activity/class-roster.rule.ts'
import { gradeOfClass } from '../schools/class-name.rule.ts'

interface LessonsAWeek {
  from: Day
  grades: readonly [first: number, last: number]
  lessons: number
}

/** PE lessons a week that are laid down, the latest last: 中发〔2007〕7号, then Jiangsu's lesson a day (domain.md 7.1). */
const laidDown: readonly LessonsAWeek[] = [
  { from: '2007-05-25', grades: [1, 2], lessons: 4 },
  { from: '2007-05-25', grades: [3, 9], lessons: 3 },
  { from: '2007-05-25', grades: [10, 12], lessons: 2 },
  { from: '2025-09-01', grades: [1, 6], lessons: 5 },
  { from: '2026-09-01', grades: [7, 9], lessons: 5 },
]

const daysOfWeek = 5

/** How many PE lessons a week a grade is to have on a day. */
export function peLessonsAWeek(grade: number, day: Day): number {
  const rule = laidDown.findLast(
    ({ from, grades }) => from <= day && grades[0] <= grade && grade <= grades[1],
  )
  return rule?.lessons ?? 0
}

/**
 * PE lessons held and laid down (C3, domain.md 7.4), in fifths of a lesson: a school day asks for a fifth of the
 * week's. Days that are no school days, or exempt, ask for nothing and give nothing; what one class has above its due
 * does not make up for another.
 */
export function peLessonsOf(of: {
  classes: readonly RosterClass[]
  life: SchoolLife
  exemptions: readonly ApprovedExemption[]
  schoolDays: (roster: RosterClass) => readonly Day[]
  /** Lessons of a class on a day. */
  heldOn: (classId: string, day: Day) => number
}): { held: number; due: number } {
  const sum = { held: 0, due: 0 }
  for (const roster of of.classes) {
    const open = openRangeOf(roster, of.life)
    const days = of
      .schoolDays(roster)
      .filter(day => isWithin(open, day) && !isExempt(of.exemptions, roster, day))
    const due = total(days, day => dueOn(roster, day))
    sum.due += due
    sum.held += Math.min(
      due,
      total(days, day => of.heldOn(roster.id, day) * daysOfWeek),
    )
  }
  return sum
}

/** A fifth of a week's lessons, in fifths of a lesson: as many as the week has. */
function dueOn(roster: RosterClass, day: Day): number {
  const grade = gradeOfClass(roster.stage, roster.entryYear, schoolYearOf(day))
  return grade === null ? 0 : peLessonsAWeek(grade, day)
}

function total(days: readonly Day[], of: (day: Day) => number): number {
  return days.reduce((sum, day) => sum + of(day), 0)
}
