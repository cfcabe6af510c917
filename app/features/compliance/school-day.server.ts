import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { countingKindsOf } from '#app/features/activity/daily-hour.rule.ts'
import { listKindSettings } from '#app/features/activity/policies.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { type ClassDayRow, classDayRows } from './class-day-rows.queries.server.ts'
import { type ClassDays, type ClassLine, classDaysOf } from './class-days.server.ts'
import type { ClassDayStatus } from './compliance.rule.ts'

export interface SchoolDay {
  school: ClassDays['school']
  day: Day
  classes: (Pick<ClassLine, 'id' | 'stage' | 'entryYear' | 'classNo'> & {
    status: ClassDayStatus
    minutes: number | null
    rows: (ClassDayRow & { counts: boolean })[]
  })[]
}

/** The rows behind every class-day of a school on one day; undefined outside the scope. */
export async function schoolDayOf(
  db: Db,
  scope: Scope,
  asked: { schoolId: string; day: Day; today: Day },
): Promise<SchoolDay | undefined> {
  const { schoolId, day, today } = asked
  const days = await classDaysOf(db, scope, { schoolId, today, from: day, to: day })
  if (days === undefined) return undefined
  const counting = countingKindsOf(await listKindSettings(db))
  const rows = await classDayRows(db, schoolId, day)
  return {
    school: days.school,
    day,
    classes: days.classes.map(({ id, stage, entryYear, classNo, cells }) => ({
      id,
      stage,
      entryYear,
      classNo,
      status: cells[0]?.status ?? 'not-expected',
      minutes: cells[0]?.minutes ?? null,
      rows: rows.filter(row => row.classId === id).map(row => ({ ...row, counts: counting.has(row.kind) })),
    })),
  }
}
