import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { StoredEntry, TimetableEntry, TimetableValues } from './timetable.rule.ts'

/** An entry with the unit that administers its school. */
export type FoundEntry = StoredEntry & { unitCode: string }

const mostIds = 500

/** Every entry, ever, of the schools. */
export async function entriesOfSchools(db: Db, schoolIds: readonly string[]): Promise<StoredEntry[]> {
  const found: StoredEntry[] = []
  for (let from = 0; from < schoolIds.length; from += mostIds)
    found.push(
      ...(await selectEntries(db)
        .where('e.school_id', 'in', schoolIds.slice(from, from + mostIds))
        .orderBy('e.valid_from')
        .orderBy('e.weekday')
        .orderBy('e.starts_at')
        .orderBy('e.kind')
        .execute()),
    )
  return found
}

/** Entries of a school that hold on some day from `from` to `to`, by weekday and time. */
export async function entriesIn(
  db: Db,
  schoolId: string,
  { from, to }: { from: Day; to: Day },
): Promise<StoredEntry[]> {
  return selectEntries(db)
    .where('e.school_id', '=', schoolId)
    .where('e.valid_from', '<=', to)
    .where('e.valid_to', '>=', from)
    .orderBy('e.weekday')
    .orderBy('e.starts_at')
    .orderBy('e.kind')
    .orderBy('e.valid_from')
    .execute()
}

/** The days on which something of a school's timetable begins to hold. */
export async function firstDaysOf(db: Db, schoolId: string): Promise<Day[]> {
  const rows = await db
    .selectFrom('timetable_entry')
    .select('valid_from as day')
    .distinct()
    .where('school_id', '=', schoolId)
    .orderBy('valid_from')
    .execute()
  return rows.map(row => row.day)
}

/** Entries by their ids, of schools that the scope sees on the day. */
export async function findEntries(
  db: Db,
  scope: Scope,
  ids: readonly string[],
  asOf: Day,
): Promise<Map<string, FoundEntry>> {
  const found = new Map<string, FoundEntry>()
  for (let from = 0; from < ids.length; from += mostIds) {
    const rows = await selectEntries(db)
      .innerJoin('school_profile as p', 'p.school_id', 'e.school_id')
      .where('e.id', 'in', ids.slice(from, from + mostIds))
      .where(profileOn(asOf))
      .where(visibleSchool(scope))
      .select('p.unit_code as unitCode')
      .execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** Throws a unique violation when an entry of the slot begins on the same day. */
export async function insertEntries(tx: Tx, entries: readonly TimetableEntry[]): Promise<string[]> {
  const rows = entries.map(entry => ({
    id: newId(),
    school_id: entry.schoolId,
    class_id: entry.classId,
    weekday: entry.weekday,
    kind: entry.kind,
    starts_at: entry.startsAt,
    minutes: entry.minutes,
    sport_code: entry.sport,
    valid_from: entry.validFrom,
    valid_to: entry.validTo,
  }))
  await insertAll(tx, 'timetable_entry', rows)
  return rows.map(row => row.id)
}

export async function updateEntry(tx: Tx, id: string, values: TimetableValues): Promise<void> {
  await tx
    .updateTable('timetable_entry')
    .set({ minutes: values.minutes, sport_code: values.sport, valid_to: values.validTo })
    .where('id', '=', id)
    .execute()
}

/** For entries that were never meant to be: those that end are updated. */
export async function deleteEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += mostIds)
    await tx
      .deleteFrom('timetable_entry')
      .where('id', 'in', ids.slice(from, from + mostIds))
      .execute()
}

function selectEntries(db: Db) {
  return db
    .selectFrom('timetable_entry as e')
    .select([
      'e.id as id',
      'e.school_id as schoolId',
      'e.class_id as classId',
      'e.weekday as weekday',
      'e.kind as kind',
      'e.starts_at as startsAt',
      'e.minutes as minutes',
      'e.sport_code as sport',
      'e.valid_from as validFrom',
      'e.valid_to as validTo',
    ])
}
