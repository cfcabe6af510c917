import { openEnd } from '#app/calendar-day.ts'
import { seededRandom } from './random.ts'
import type { DemoSchool } from './schools.ts'
import type { SchoolKind } from './towns.ts'

/** How a school keeps its log. */
export interface Habit {
  /** `identical` writes one hour for every class on every day, which nobody believes. */
  manner: 'two-hours' | 'one-hour' | 'short' | 'identical'
  /** School days before today on which it stopped reporting; 0 reports up to yesterday. */
  silentDays: number
  reportsToday: boolean
  /** Whether it writes down when things begin. */
  timed: boolean
  /** Whether its lessons and clubs train the sports it was chosen for. */
  livesItsSports: boolean
}

/** Units whose schools all report; elsewhere one of each of these kinds does. */
const fullUnits = ['320706', '320722']
const sampledKinds: readonly SchoolKind[] = ['primary', 'junior', 'nine', 'senior']

/** The school whose manager signs in as `school`: a primary school that has reported up to yesterday. */
export function demoSchoolOf(schools: readonly DemoSchool[]): DemoSchool {
  const found = schools.find(school => school.kind === 'primary' && school.unitCode === '320722')
  if (found === undefined) throw new Error('The demo city has no primary school in 东海县')
  return found
}

/** The schools that log their activities, each with its habit. */
export function demoHabits(schools: readonly DemoSchool[]): Map<string, Habit> {
  const random = seededRandom(60)
  const habits = new Map<string, Habit>()
  const seen = new Map<string, number>()
  for (const school of schools) {
    const place = seen.get(school.unitCode + school.kind) ?? 0
    seen.set(school.unitCode + school.kind, place + 1)
    const isSampled = place === 0 && sampledKinds.includes(school.kind)
    if (!fullUnits.includes(school.unitCode) && !isSampled) continue
    if (school.closedOn !== openEnd) continue
    const draw = random.next()
    habits.set(school.id, {
      manner: draw < 0.4 ? 'two-hours' : draw < 0.9 ? 'one-hour' : 'short',
      silentDays: random.chance(0.07) ? random.between(2, 14) : 0,
      reportsToday: random.chance(0.3),
      timed: random.chance(0.7),
      livesItsSports: random.chance(0.75),
    })
  }
  settleTheKnown(schools, habits)
  return habits
}

function settleTheKnown(schools: readonly DemoSchool[], habits: Map<string, Habit>): void {
  const own = demoSchoolOf(schools)
  habits.set(own.id, {
    manner: 'one-hour',
    silentDays: 0,
    reportsToday: false,
    timed: true,
    livesItsSports: true,
  })
  const suspicious = schools.find(school => school.kind === 'junior' && school.unitCode === '320722')
  if (suspicious === undefined) return
  habits.set(suspicious.id, {
    manner: 'identical',
    silentDays: 0,
    reportsToday: false,
    timed: false,
    livesItsSports: false,
  })
}
