import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { type Calendar, type CalendarEntry, calendarOf, type Term } from './calendar.rule.ts'

/** All terms and every layer's entries from `from` to `to`. */
export async function loadCalendar(db: Db, range: { from: Day; to: Day }): Promise<Calendar> {
  const terms = await listTerms(db)
  const entries = await entriesBetween(db, range)
  return calendarOf({ ...range, terms, entries })
}

export async function listTerms(db: Db): Promise<Term[]> {
  return db
    .selectFrom('term')
    .select(['id', 'school_year as schoolYear', 'number', 'first_day as firstDay', 'last_day as lastDay'])
    .orderBy('first_day')
    .execute()
}

async function entriesBetween(db: Db, range: { from: Day; to: Day }): Promise<CalendarEntry[]> {
  return db
    .selectFrom('calendar_entry')
    .select(['scope', 'stage', 'day', 'kind', 'follows_weekday as followsWeekday', 'note'])
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
    .orderBy('day')
    .orderBy('scope')
    .orderBy('stage')
    .execute()
}

/** The years whose public holidays the State Council has published. */
export async function publishedYears(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('holiday_year').select('year').where('published', '=', 1).execute()
  return rows.map(row => row.year).sort((one, other) => one - other)
}
