import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { listEntries } from './calendar.queries.server.ts'
import type { CalendarRecord } from './calendar.sheet.ts'

/** The rows of the calendar sheet in scope: the nation's, the city's, units' and schools' days. */
export async function calendarRecords(
  db: Db,
  scope: Scope,
  range: { from: Day; to: Day; asOf: Day; unitCode?: string; schoolId?: string },
): Promise<CalendarRecord[]> {
  const wanted = range.schoolId ?? range.unitCode
  const entries = await listEntries(db, scope, range)
  return entries
    .filter(entry => wanted === undefined || entry.scope === wanted)
    .map(entry => ({
      place: entry.place === '' ? null : entry.place,
      stage: entry.stage === '' ? null : entry.stage,
      day: entry.day,
      kind: entry.kind,
      followsWeekday: entry.followsWeekday,
      note: entry.note === '' ? null : entry.note,
    }))
}
