import type { Scope } from '#app/auth/scope.ts'
import { addYears, type Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { aliasKey, insertAll, newId } from '#db/write.server.ts'
import type { Venue, VenueDays } from './venue.rule.ts'

export interface VenueRow extends Venue, VenueDays {
  id: string
  schoolId: string
  name: string
}

/** A venue with its school as it is on the day that was asked for. */
export interface SchoolVenue extends VenueRow {
  code: string | null
  schoolName: string
  address: string
  unitCode: string
  countsUnitCode: string
  /** Why it was closed by hand; null where nobody did. */
  closedBecause: string | null
}

interface VenueFilter {
  asOf: Day
  unitCode?: string
  schoolId?: string
  /** Leaves out those that do not hold on the day, and those of closed schools. */
  inForceOnly?: boolean
  id?: string
}

/** The venues of the scope's schools, by unit, school and name. */
export async function listVenues(db: Db, scope: Scope, filter: VenueFilter): Promise<SchoolVenue[]> {
  const { asOf, unitCode, schoolId, id, inForceOnly = false } = filter
  return selectVenues(db)
    .innerJoin('school as s', 's.id', 'v.school_id')
    .innerJoin('school_profile as p', 'p.school_id', 'v.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .$if(inForceOnly, q =>
      q
        .where('v.valid_from', '<=', asOf)
        .where('v.valid_to', '>=', asOf)
        .where('s.opened_on', '<=', asOf)
        .where('s.closed_on', '>', asOf),
    )
    .$if(unitCode !== undefined, q => q.where('p.unit_code', '=', unitCode ?? ''))
    .$if(schoolId !== undefined, q => q.where('v.school_id', '=', schoolId ?? ''))
    .$if(id !== undefined, q => q.where('v.id', '=', id ?? ''))
    .select([
      'p.code as code',
      'p.name as schoolName',
      's.address as address',
      'p.unit_code as unitCode',
      'p.counts_unit_code as countsUnitCode',
      'v.closed_because as closedBecause',
    ])
    .orderBy('p.unit_code')
    .orderBy('p.code')
    .orderBy('v.name_key')
    .orderBy('v.valid_from')
    .execute()
}

/** A venue of the scope with its school as it is today; undefined for another's. */
export async function findVenue(
  db: Db,
  scope: Scope,
  id: string,
  today: Day,
): Promise<SchoolVenue | undefined> {
  return (await listVenues(db, scope, { asOf: today, id }))[0]
}

/** The scope's venues that open later, or closed within a year before the day. */
export async function venuesNotOpen(db: Db, scope: Scope, asOf: Day): Promise<SchoolVenue[]> {
  const venues = await listVenues(db, scope, { asOf })
  const yearAgo = addYears(asOf, -1)
  return venues.filter(({ validFrom, validTo }) => validFrom > asOf || (validTo < asOf && validTo >= yearAgo))
}

/** Every venue, ever, of the given schools. */
export async function venuesOfSchools(db: Db, schoolIds: readonly string[]): Promise<VenueRow[]> {
  if (schoolIds.length === 0) return []
  return selectVenues(db)
    .where('v.school_id', 'in', schoolIds)
    .orderBy('v.valid_from')
    .orderBy('v.id')
    .execute()
}

function selectVenues(db: Db) {
  return db
    .selectFrom('venue as v')
    .select([
      'v.id as id',
      'v.school_id as schoolId',
      'v.name as name',
      'v.kind as kind',
      'v.weekday_hours as weekdayHours',
      'v.weekend_hours as weekendHours',
      'v.holiday_hours as holidayHours',
      'v.fee as fee',
      'v.contact as contact',
      'v.note as note',
      'v.valid_from as validFrom',
      'v.valid_to as validTo',
    ])
}

function columnsOf(venue: Venue & { validTo: Day }) {
  return {
    kind: venue.kind,
    weekday_hours: venue.weekdayHours,
    weekend_hours: venue.weekendHours,
    holiday_hours: venue.holidayHours,
    fee: venue.fee,
    contact: venue.contact,
    note: venue.note,
    valid_to: venue.validTo,
  }
}

export async function insertVenues(
  tx: Tx,
  venues: readonly (Omit<VenueRow, 'id'> & { closedBecause?: string | null })[],
  at: string,
): Promise<string[]> {
  const rows = venues.map(one => ({
    id: newId(),
    school_id: one.schoolId,
    name: one.name,
    name_key: aliasKey(one.name),
    valid_from: one.validFrom,
    created_at: at,
    closed_because: one.closedBecause ?? null,
    ...columnsOf(one),
  }))
  await insertAll(tx, 'venue', rows)
  return rows.map(row => row.id)
}

/** Says anew what is said of a venue. Why it closed holds for the last day that was given with it, and for no other. */
export async function updateVenue(tx: Tx, id: string, venue: Venue & { validTo: Day }): Promise<void> {
  await tx
    .updateTable('venue')
    .set({ closed_because: null })
    .where('id', '=', id)
    .where('valid_to', '<>', venue.validTo)
    .execute()
  await tx.updateTable('venue').set(columnsOf(venue)).where('id', '=', id).execute()
}

/** Ends a venue after its last day. */
export async function closeVenueRow(tx: Tx, id: string, lastDay: Day, reason: string): Promise<void> {
  await tx
    .updateTable('venue')
    .set({ valid_to: lastDay, closed_because: reason })
    .where('id', '=', id)
    .execute()
}

/** For venues that an import added and that were never meant to be: those that close are ended. */
export async function deleteVenues(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('venue').where('id', 'in', ids).execute()
}

/** What a published list says of a venue. */
export interface ListedVenue extends Venue {
  schoolName: string
  address: string
  name: string
}

export interface VenueList {
  unitCode: string
  year: number
  asOf: Day
  document: string
  publishedAt: string
  lines: ListedVenue[]
}

/** The lists of a year, the last one of each unit. */
export async function listsOf(db: Db, year: number): Promise<VenueList[]> {
  const rows = await db
    .selectFrom('venue_list')
    .where('year', '=', year)
    .select([
      'unit_code as unitCode',
      'year',
      'as_of as asOf',
      'document',
      'published_at as publishedAt',
      'lines',
    ])
    .orderBy('unit_code')
    .orderBy('published_at')
    .execute()
  const last = new Map(rows.map(row => [row.unitCode, row]))
  return [...last.values()].map(row => ({ ...row, lines: JSON.parse(row.lines) as ListedVenue[] }))
}

/** The years for which anything was published, the latest first. */
export async function publishedYears(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('venue_list').select('year').distinct().orderBy('year', 'desc').execute()
  return rows.map(row => row.year)
}

export async function insertList(
  tx: Tx,
  list: Omit<VenueList, 'lines'> & { lines: readonly ListedVenue[]; publishedBy: string },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'venue_list', [
    {
      id,
      unit_code: list.unitCode,
      year: list.year,
      as_of: list.asOf,
      document: list.document,
      published_at: list.publishedAt,
      published_by: list.publishedBy,
      lines: JSON.stringify(list.lines),
    },
  ])
  return id
}

/** How many venues of each kind the school has entered, ever. */
export async function usesOfVenueKinds(db: Db, schoolId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('venue')
    .where('school_id', '=', schoolId)
    .select(['kind', eb => eb.fn.countAll<number>().as('venues')])
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, venues }) => [kind, Number(venues)]))
}
