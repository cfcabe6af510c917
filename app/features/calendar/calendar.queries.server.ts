import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { upsertAll } from '#db/write.server.ts'
import { type Calendar, type CalendarEntry, calendarOf, type Term } from './calendar.rule.ts'
import type { Layer } from './calendar-permission.rule.ts'
import type { WorkingWeek } from './working-days.rule.ts'

/** How people name the layer of the State Council's holidays. */
const nationalPlace = '全国'

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

/** What decides which days are worked between two days: days of the nation and the city, and the years that are known. */
export async function loadWorkingWeek(db: Db, range: { from: Day; to: Day }): Promise<WorkingWeek> {
  const rows = await db
    .selectFrom('calendar_entry')
    .where('scope', 'in', ['national', 'city'])
    .where('kind', 'in', ['holiday', 'makeup'])
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
    .select(['day', 'kind'])
    .execute()
  const special = new Map(
    rows.map(row => [row.day, row.kind === 'makeup' ? ('worked' as const) : ('free' as const)]),
  )
  return { special, years: await publishedYears(db) }
}

export interface HolidayYear {
  year: number
  published: boolean
  source: string
}

export async function listHolidayYears(db: Db): Promise<HolidayYear[]> {
  const rows = await db
    .selectFrom('holiday_year')
    .select(['year', 'published', 'source'])
    .orderBy('year')
    .execute()
  return rows.map(row => ({ ...row, published: row.published === 1 }))
}

/** An entry with what its scope is called: a unit's or a school's name, '' for the nation and the city. */
export interface NamedEntry extends CalendarEntry {
  /** What the calendar sheet writes: '' for the city, a unit code or a school code. */
  place: string
  scopeName: string
}

/** The entries that concern somebody: the nation's and the city's, of the units and schools those in scope. */
export async function listEntries(
  db: Db,
  scope: Scope,
  range: { from: Day; to: Day; asOf: Day },
): Promise<NamedEntry[]> {
  const rows = await db
    .selectFrom('calendar_entry as e')
    .leftJoin('unit as u', 'u.code', 'e.scope')
    .leftJoin('school_profile as p', join =>
      join.onRef('p.school_id', '=', 'e.scope').on(profileOn(range.asOf)),
    )
    .select([
      'e.scope as scope',
      'e.stage as stage',
      'e.day as day',
      'e.kind as kind',
      'e.follows_weekday as followsWeekday',
      'e.note as note',
      'u.name as unitName',
      'p.name as schoolName',
      'p.code as schoolCode',
    ])
    .where('e.day', '>=', range.from)
    .where('e.day', '<=', range.to)
    .where(isSeen(scope))
    .orderBy('e.day')
    .orderBy('e.scope')
    .orderBy('e.stage')
    .execute()
  return rows.map(({ unitName, schoolName, schoolCode, ...entry }) => ({
    ...entry,
    place: placeOf(entry.scope, schoolCode),
    scopeName: unitName ?? schoolName ?? '',
  }))
}

/** How the calendar sheet names a layer: empty is the city. */
function placeOf(scope: string, schoolCode: string | null): string {
  if (scope === 'city') return ''
  return scope === 'national' ? nationalPlace : (schoolCode ?? scope)
}

function isSeen(scope: Scope): RawBuilder<SqlBool> {
  const shared = sql`e.scope in ('national', 'city')`
  if (scope.kind === 'nothing' || scope.kind === 'applicant') return sql<SqlBool>`(${shared})`
  const unit =
    scope.kind === 'city'
      ? sql`u.code is not null`
      : scope.kind === 'unit'
        ? sql`u.code = ${scope.unitCode}`
        : ownUnit(scope)
  return sql<SqlBool>`(${shared} or ${unit} or (p.school_id is not null and ${visibleSchool(scope)}))`
}

/** A school keeps the days of the unit that administers it. */
function ownUnit(scope: { schoolId: string }) {
  return sql`u.code in (select o.unit_code from school_profile o where o.school_id = ${scope.schoolId})`
}

/** The layer that a person names by '' (the city), 全国, a unit code or a school code; null for none in scope. */
export async function layerNamed(
  db: Db,
  scope: Scope,
  place: string,
  asOf: Day,
): Promise<{ scope: string; layer: Layer } | null> {
  if (place === '') return { scope: 'city', layer: { kind: 'city' } }
  if (place === nationalPlace) return { scope: 'national', layer: { kind: 'national' } }
  if (await isUnit(db, place)) return { scope: place, layer: { kind: 'unit', unitCode: place } }
  const school = await schoolWhere(db, scope, asOf, sql<SqlBool>`p.code = ${place}`)
  return school === undefined ? null : { scope: school.schoolId, layer: { kind: 'school', ...school } }
}

/** The layer that an entry stands on; null for none in scope. */
export async function layerOf(db: Db, scope: Scope, entryScope: string, asOf: Day): Promise<Layer | null> {
  if (entryScope === 'national' || entryScope === 'city') return { kind: entryScope }
  if (await isUnit(db, entryScope)) return { kind: 'unit', unitCode: entryScope }
  const school = await schoolWhere(db, scope, asOf, sql<SqlBool>`p.school_id = ${entryScope}`)
  return school === undefined ? null : { kind: 'school', ...school }
}

async function isUnit(db: Db, code: string): Promise<boolean> {
  const row = await db.selectFrom('unit').select('code').where('code', '=', code).executeTakeFirst()
  return row !== undefined
}

async function schoolWhere(
  db: Db,
  scope: Scope,
  asOf: Day,
  is: RawBuilder<SqlBool>,
): Promise<{ schoolId: string; unitCode: string } | undefined> {
  return db
    .selectFrom('school_profile as p')
    .select(['p.school_id as schoolId', 'p.unit_code as unitCode'])
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .where(is)
    .executeTakeFirst()
}

export async function entryAt(
  db: Db,
  key: Pick<CalendarEntry, 'scope' | 'stage' | 'day'>,
): Promise<CalendarEntry | undefined> {
  return db
    .selectFrom('calendar_entry')
    .select(['scope', 'stage', 'day', 'kind', 'follows_weekday as followsWeekday', 'note'])
    .where('scope', '=', key.scope)
    .where('stage', '=', key.stage)
    .where('day', '=', key.day)
    .executeTakeFirst()
}

export async function upsertEntries(tx: Tx, entries: readonly CalendarEntry[]): Promise<void> {
  await upsertAll(
    tx,
    'calendar_entry',
    entries.map(({ scope, stage, day, kind, followsWeekday, note }) => ({
      scope,
      stage,
      day,
      kind,
      follows_weekday: followsWeekday,
      note,
    })),
    ['scope', 'stage', 'day'],
  )
}

export async function deleteEntry(
  tx: Tx,
  key: Pick<CalendarEntry, 'scope' | 'stage' | 'day'>,
): Promise<void> {
  await tx
    .deleteFrom('calendar_entry')
    .where('scope', '=', key.scope)
    .where('stage', '=', key.stage)
    .where('day', '=', key.day)
    .execute()
}

export async function upsertTerm(tx: Tx, term: Term): Promise<void> {
  const { id, schoolYear, number, firstDay, lastDay } = term
  const row = { id, school_year: schoolYear, number, first_day: firstDay, last_day: lastDay }
  await upsertAll(tx, 'term', [row], ['id'])
}

export async function upsertYear(tx: Tx, given: { year: number; source: string }): Promise<void> {
  await upsertAll(tx, 'holiday_year', [{ ...given, published: 1 }], ['year'])
}
