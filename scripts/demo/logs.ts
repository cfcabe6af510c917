import { addDays, type Day } from '#app/calendar-day.ts'
import { isExempt, isWithin, openRangeOf } from '#app/features/activity/class-roster.rule.ts'
import {
  type ActivityPolicy,
  countingKindsOf,
  type KindSetting,
} from '#app/features/activity/daily-hour.rule.ts'
import { insertLedgerRows, type LedgerRow } from '#app/features/activity/ledger.queries.server.ts'
import { classMinutesOf, schoolDayTotalsOf } from '#app/features/activity/roll-up.rule.ts'
import {
  insertClassDays,
  replaceSchoolDays,
  replaceSportDays,
} from '#app/features/activity/roll-ups.queries.server.ts'
import { type Calendar, isSchoolDay, schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import type { Tx } from '#db/tables.ts'
import type { DemoClass } from './classes.ts'
import { dayLogOf } from './day-log.ts'
import type { DemoExemption } from './exemptions.ts'
import type { Habit } from './habits.ts'
import type { DemoPlacement } from './placements.ts'
import { type Random, seededRandom } from './random.ts'
import type { DemoSchool } from './schools.ts'

/** All that decides what the schools of the demo city have logged. */
export interface LogsInput {
  today: Day
  calendar: Calendar
  /** How many school days before today are logged. */
  schoolDays: number
  classes: ReadonlyMap<string, readonly DemoClass[]>
  placements: ReadonlyMap<string, readonly DemoPlacement[]>
  exemptions: readonly DemoExemption[]
  kinds: readonly KindSetting[]
  policies: readonly ActivityPolicy[]
}

const everydaySports = ['athletics', 'rope_skipping', 'basketball', 'football']
const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙']

/** Writes one school's activities and their roll-ups as the ledger would; answers how many activities. */
export async function insertLogs(
  tx: Tx,
  school: DemoSchool,
  habit: Habit,
  input: LogsInput,
): Promise<number> {
  const own = input.classes.get(school.id) ?? []
  const exemptions = input.exemptions
    .filter(one => one.schoolId === school.id && one.status === 'approved')
    .map(one => ({ ...one, classId: '' }))
  const rules = { life: school, classes: own, exemptions, policies: input.policies }
  const rows = logsOf(school, habit, input, rules)
  const minutes = classMinutesOf(rows, countingKindsOf(input.kinds))
  const days = [...new Set(rows.map(row => row.day))]
  if (days.length === 0) return 0

  await insertLedgerRows(tx, school.id, rows)
  await insertClassDays(
    tx,
    minutes.map(one => ({ schoolId: school.id, ...one })),
  )
  await replaceSchoolDays(tx, [{ schoolId: school.id, days, totals: schoolDayTotalsOf(minutes, rules) }])
  await replaceSportDays(tx, school.id, days)
  return rows.length
}

function logsOf(
  school: DemoSchool,
  habit: Habit,
  input: LogsInput,
  { classes, exemptions }: { classes: readonly DemoClass[]; exemptions: Parameters<typeof isExempt>[0] },
): LedgerRow[] {
  const random = seededRandom(Number.parseInt(school.id.slice(-6), 32))
  const first = random.between(0, surnames.length - 1)
  const teachers = [0, 1, 2].map(n => `${surnames[(first + n) % surnames.length]}老师`)
  const place = { schoolId: school.id, unitCode: school.unitCode }
  return classes.flatMap(one => {
    const open = openRangeOf(one, school)
    const placements = input.placements.get(school.id) ?? []
    const sports = sportsOf(placements, one, habit, random)
    const team = habit.livesItsSports ? teamOf(placements, one) : null
    return loggedDays(input, place, one, habit)
      .filter(day => isWithin(open, day) && !isExempt(exemptions, one, day))
      .flatMap(day => dayLogOf({ one, day, habit, sports, teachers, team }, random))
  })
}

/** The last school days before today, less those on which the school was silent, and today where it is so diligent. */
function loggedDays(
  { calendar, today, schoolDays }: LogsInput,
  place: { schoolId: string; unitCode: string },
  { stage }: DemoClass,
  habit: Habit,
): Day[] {
  const past = schoolDaysOf(calendar, place, stage, calendar.from, addDays(today, -1)).slice(-schoolDays)
  const kept = past.slice(0, past.length - habit.silentDays)
  return habit.reportsToday && habit.silentDays === 0 && isSchoolDay(calendar, place, stage, today)
    ? [...kept, today]
    : kept
}

/** The sport of the team with which a class trains: grades take turns with the sports of their stage. */
function teamOf(placements: readonly DemoPlacement[], one: DemoClass): string | null {
  const sports = placements.filter(placement => placement.stage === one.stage).map(({ sport }) => sport)
  return sports[one.entryYear % Math.max(1, sports.length)] ?? null
}

function sportsOf(
  placements: readonly DemoPlacement[],
  one: DemoClass,
  habit: Habit,
  random: Random,
): string[] {
  const chosen = placements.filter(placement => placement.stage === one.stage).map(({ sport }) => sport)
  const others = everydaySports.filter(sport => !chosen.includes(sport))
  return habit.livesItsSports ? [...chosen, ...chosen, random.pick(others)] : others
}
