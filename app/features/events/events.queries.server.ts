import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { aliasKey, insertAll, newId } from '#db/write.server.ts'
import type { EventFacts } from './event.rule.ts'

export interface EventRow extends EventFacts {
  id: string
  schoolId: string
  sport: string
}

/** An event with its school as it is on the day that was asked for. */
export interface SchoolEvent extends EventRow {
  code: string | null
  schoolName: string
  unitCode: string
  countsUnitCode: string
}

interface EventFilter {
  /** The day on which schools are looked at. */
  asOf: Day
  from?: Day
  to?: Day
  unitCode?: string
  schoolId?: string
  sport?: string
  id?: string
}

/** Events of the scope's schools, the latest day first. */
export async function listEvents(db: Db, scope: Scope, filter: EventFilter): Promise<SchoolEvent[]> {
  const { asOf, from, to, unitCode, schoolId, sport, id } = filter
  return db
    .selectFrom('campus_event as e')
    .innerJoin('school_profile as p', 'p.school_id', 'e.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .$if(from !== undefined, q => q.where('e.day', '>=', from ?? ''))
    .$if(to !== undefined, q => q.where('e.day', '<=', to ?? ''))
    .$if(unitCode !== undefined, q => q.where('p.counts_unit_code', '=', unitCode ?? ''))
    .$if(schoolId !== undefined, q => q.where('e.school_id', '=', schoolId ?? ''))
    .$if(sport !== undefined, q => q.where('e.sport_code', '=', sport ?? ''))
    .$if(id !== undefined, q => q.where('e.id', '=', id ?? ''))
    .select([
      'e.id as id',
      'e.school_id as schoolId',
      'e.day as day',
      'e.sport_code as sport',
      'e.title as title',
      'e.classes as classes',
      'e.participants as participants',
      'e.note as note',
      'p.code as code',
      'p.name as schoolName',
      'p.unit_code as unitCode',
      'p.counts_unit_code as countsUnitCode',
    ])
    .orderBy('e.day', 'desc')
    .orderBy('p.code')
    .orderBy('e.sport_code')
    .orderBy('e.title_key')
    .execute()
}

/** An event of the scope with its school as it is today; undefined for another's. */
export async function findEvent(
  db: Db,
  scope: Scope,
  id: string,
  today: Day,
): Promise<SchoolEvent | undefined> {
  return (await listEvents(db, scope, { asOf: today, id }))[0]
}

/** The scope's schools that have ever told of an event, by code. */
export async function schoolsWithEvents(
  db: Db,
  scope: Scope,
  asOf: Day,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('school_profile as p')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .where('p.school_id', 'in', eb => eb.selectFrom('campus_event').select('school_id'))
    .select(['p.school_id as id', 'p.name as name'])
    .orderBy('p.code')
    .execute()
}

export type EventValues = Pick<EventFacts, 'classes' | 'participants' | 'note'>

/** Throws a unique violation when the school has told of the event already. */
export async function insertEvent(tx: Tx, event: Omit<EventRow, 'id'>, at: string): Promise<string> {
  const { schoolId: school_id, sport: sport_code, day, title, classes, participants, note } = event
  const id = newId()
  const title_key = aliasKey(title)
  await insertAll(tx, 'campus_event', [
    { id, school_id, day, sport_code, title, title_key, classes, participants, note, created_at: at },
  ])
  return id
}

export async function updateEvent(tx: Tx, id: string, values: EventValues): Promise<void> {
  const { classes, participants, note } = values
  await tx.updateTable('campus_event').set({ classes, participants, note }).where('id', '=', id).execute()
}

/** Everything a school says of its event. Throws a unique violation when another event is told in the same words. */
export async function rewriteEvent(
  tx: Tx,
  id: string,
  event: Omit<EventRow, 'id' | 'schoolId'>,
): Promise<void> {
  const { sport: sport_code, day, title, classes, participants, note } = event
  const title_key = aliasKey(title)
  await tx
    .updateTable('campus_event')
    .set({ day, sport_code, title, title_key, classes, participants, note })
    .where('id', '=', id)
    .execute()
}

/** For events that were never meant to be. */
export async function deleteEvent(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('campus_event').where('id', '=', id).execute()
}
