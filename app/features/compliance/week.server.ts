import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, mondayOf } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { type ClassDays, classDaysOf } from './class-days.server.ts'
import type { ClassDayStatus } from './compliance.rule.ts'

/** One week of a school: class × day, and what its manager still has to do. */
export interface Week extends ClassDays {
  today: Day
  /** Days up to today on which classes are missing, the earliest first. */
  toFillIn: { day: Day; classes: number }[]
  /** Class-days up to today by status. */
  counts: Record<ClassDayStatus, number>
  /** Classes with a day below the floor. */
  shortClasses: number
}

/** The week of a school in which `day` lies (this week by default); undefined outside the scope. */
export async function weekOf(
  db: Db,
  scope: Scope,
  asked: { schoolId: string; today: Day; day?: Day },
): Promise<Week | undefined> {
  const monday = mondayOf(asked.day ?? asked.today)
  const week = await classDaysOf(db, scope, {
    schoolId: asked.schoolId,
    today: asked.today,
    from: monday,
    to: addDays(monday, 6),
  })
  if (week === undefined) return undefined
  const counts: Week['counts'] = {
    'not-expected': 0,
    ahead: 0,
    exempt: 0,
    missing: 0,
    short: 0,
    'floor-met': 0,
    'target-met': 0,
  }
  for (const line of week.classes) for (const cell of line.cells) counts[cell.status] += 1
  return {
    ...week,
    today: asked.today,
    counts,
    toFillIn: week.days.flatMap(({ day }) => {
      const classes = week.classes.filter(line =>
        line.cells.some(cell => cell.day === day && cell.status === 'missing'),
      ).length
      return classes === 0 ? [] : [{ day, classes }]
    }),
    shortClasses: week.classes.filter(line => line.cells.some(cell => cell.status === 'short')).length,
  }
}
