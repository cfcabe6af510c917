import { type Day, weekdayOf } from '#app/calendar-day.ts'
import type { LedgerRow } from '#app/features/activity/ledger.queries.server.ts'
import type { DemoClass } from './classes.ts'
import type { Habit } from './habits.ts'
import type { Random } from './random.ts'

/** What decides a class's day besides chance. */
export interface DayLogInput {
  one: DemoClass
  day: Day
  habit: Habit
  /** Sports that its school trains in the stage, or plays for want of one. */
  sports: readonly string[]
  teachers: readonly string[]
  /** The sport in which the school's team trains with the first class of the grade. */
  team: string | null
}

interface Planned {
  kind: string
  startsAt: string
  minutes: number
  hasSport?: boolean
}

const lessonStarts = ['08:20', '10:15', '11:05', '13:50', '08:20']

/** The activities of one class on one day; none when nobody wrote them down. */
export function dayLogOf(input: DayLogInput, random: Random): LedgerRow[] {
  if (input.habit.manner !== 'identical' && random.chance(0.015)) return []
  const planned = plannedOf(input, random)
  const absent = random.chance(0.3) ? random.between(1, 3) : 0
  const rows: LedgerRow[] = planned.map(activity => ({
    classId: input.one.id,
    day: input.day,
    kind: activity.kind,
    startsAt: input.habit.timed ? activity.startsAt : '',
    minutes: activity.minutes,
    sportCode: activity.hasSport ? random.pick(input.sports) : null,
    participants: input.one.pupils - absent,
    teacher: activity.hasSport ? input.teachers[input.one.classNo % input.teachers.length]! : '',
    note: '',
    reportedScope: input.habit.manner === 'identical' ? 'school' : 'class',
    reportedAt: `${input.day} 08:${String(random.between(10, 59))}:00.000`,
    importId: null,
  }))
  return [...rows, ...teamRows(input, rows)]
}

/** Twice a week, after school. */
function teamRows({ one, day, team, habit }: DayLogInput, [row]: readonly LedgerRow[]): LedgerRow[] {
  if (row === undefined || team === null || one.classNo !== 1 || ![2, 4].includes(weekdayOf(day))) return []
  const training = { kind: 'TEAM_TRAINING', startsAt: habit.timed ? '16:40' : '', minutes: 60 }
  return [{ ...row, ...training, sportCode: team, participants: Math.min(20, one.pupils) }]
}

function plannedOf(input: DayLogInput, random: Random): Planned[] {
  const { one, day, habit } = input
  if (habit.manner === 'identical') return [{ kind: 'COLLECTIVE_EXERCISE', startsAt: '', minutes: 60 }]
  const weekday = weekdayOf(day)
  const lesson: Planned = {
    kind: 'PE_LESSON',
    startsAt: lessonStarts[(one.classNo + weekday) % lessonStarts.length]!,
    minutes: one.stage === 'primary' ? 40 : 45,
    hasSport: true,
  }
  const morning = { kind: 'BIG_BREAK_AM', startsAt: '09:25', minutes: 30 }
  const afternoon = { kind: 'BIG_BREAK_PM', startsAt: '15:00', minutes: 30 }
  const collective = { kind: 'COLLECTIVE_EXERCISE', startsAt: '16:10', minutes: 40, hasSport: true }
  const eyes = { kind: 'EYE_EXERCISE', startsAt: '14:45', minutes: 10 }
  // Senior classes have two lessons a week; somebody takes a lesson away now and then.
  const hasLesson = (one.stage !== 'senior' || weekday % 2 === one.classNo % 2) && !random.chance(0.03)

  if (habit.manner === 'two-hours') {
    const club = { kind: 'AFTER_SCHOOL_SPORT', startsAt: '16:30', minutes: 50, hasSport: true }
    return hasLesson ? [lesson, morning, afternoon, club] : [morning, afternoon, club]
  }
  if (habit.manner === 'short' && (weekday === 1 || weekday === 4)) return [morning, eyes]
  if (hasLesson) return [lesson, morning]
  return one.stage === 'senior' ? [morning, collective] : [morning, eyes]
}
