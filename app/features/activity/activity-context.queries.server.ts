import { addDays, type Day } from '#app/calendar-day.ts'
import type { Db, Stage } from '#db/tables.ts'
import type { RegisteredClass } from './activity-entry.ts'

/** Ids of one statement: far below every limit of bound values. */
const idsEach = 500

/** Every name under which each school is or was known, the latest first. */
export async function namesOf(db: Db, schoolIds: readonly string[]): Promise<Map<string, string[]>> {
  const profiles = await ofEach(schoolIds, ids =>
    db
      .selectFrom('school_profile')
      .select(['school_id as schoolId', 'name', 'short_name as shortName'])
      .where('school_id', 'in', ids)
      .orderBy('valid_from', 'desc')
      .execute(),
  )
  const aliases = await ofEach(schoolIds, ids =>
    db
      .selectFrom('school_alias')
      .select(['school_id as schoolId', 'alias'])
      .where('school_id', 'in', ids)
      .orderBy('alias')
      .execute(),
  )
  const names = bySchool(schoolIds, [
    ...profiles.flatMap(({ schoolId, name, shortName }) => [
      { schoolId, value: name },
      { schoolId, value: shortName },
    ]),
    ...aliases.map(({ schoolId, alias }) => ({ schoolId, value: alias })),
  ])
  return new Map([...names].map(([id, list]) => [id, [...new Set(list.filter(name => name !== ''))]]))
}

/** Every code that each school has or had. */
export async function codesOf(db: Db, schoolIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ofEach(schoolIds, ids =>
    db
      .selectFrom('school_code')
      .select(['school_id as schoolId', 'code as value'])
      .where('school_id', 'in', ids)
      .orderBy('code')
      .execute(),
  )
  return bySchool(schoolIds, rows)
}

/** The stages that each school runs on the day, in order. */
export async function stagesOf(
  db: Db,
  schoolIds: readonly string[],
  day: Day,
): Promise<Map<string, Stage[]>> {
  const rows = await ofEach(schoolIds, ids =>
    db
      .selectFrom('school_stage')
      .select(['school_id as schoolId', 'stage as value'])
      .where('school_id', 'in', ids)
      .where('valid_from', '<=', day)
      .where('valid_to', '>=', day)
      .execute(),
  )
  const order: readonly Stage[] = ['primary', 'junior', 'senior']
  const stages = bySchool(schoolIds, rows)
  return new Map([...stages].map(([id, own]) => [id, order.filter(stage => own.includes(stage))]))
}

/** Every class that each school ever had. */
export async function registersOf(
  db: Db,
  schoolIds: readonly string[],
): Promise<Map<string, RegisteredClass[]>> {
  const rows = await ofEach(schoolIds, ids =>
    db
      .selectFrom('school_class')
      .select([
        'school_id as schoolId',
        'id',
        'stage',
        'entry_year as entryYear',
        'class_no as classNo',
        'campus',
        'pupils',
        'valid_from as validFrom',
        'valid_to as validTo',
      ])
      .where('school_id', 'in', ids)
      .orderBy('stage')
      .orderBy('entry_year', 'desc')
      .orderBy('class_no')
      .execute(),
  )
  return bySchool(
    schoolIds,
    rows.map(({ schoolId, ...row }) => ({
      schoolId,
      value: { ...row, campus: row.campus === '' ? null : row.campus },
    })),
  )
}

async function ofEach<T>(
  allIds: readonly string[],
  ask: (ids: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const rows: T[] = []
  for (let from = 0; from < allIds.length; from += idsEach)
    for (const row of await ask(allIds.slice(from, from + idsEach))) rows.push(row)
  return rows
}

function bySchool<T>(
  schoolIds: readonly string[],
  rows: readonly { schoolId: string; value: T }[],
): Map<string, T[]> {
  const lists = new Map<string, T[]>(schoolIds.map(id => [id, []]))
  for (const { schoolId, value } of rows) lists.get(schoolId)?.push(value)
  return lists
}

/** What the classes are called by, and whose they are. */
export async function namedClasses(db: Db, classIds: readonly string[]) {
  return ofEach(classIds, ids =>
    db
      .selectFrom('school_class')
      .select(['id', 'school_id as schoolId', 'stage', 'entry_year as entryYear', 'class_no as classNo'])
      .where('id', 'in', ids)
      .execute(),
  )
}

/** Settings whose name begins with the prefix, by the rest of their name. */
export async function settingsUnder(db: Db, prefix: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('setting').select(['name', 'value']).execute()
  return new Map(
    rows
      .filter(row => row.name.startsWith(prefix))
      .map(row => [row.name.slice(prefix.length), row.value] as const),
  )
}

/** Which of the codes are those of schools, with their ids. */
export async function schoolsOfCodes(
  db: Db,
  codes: readonly string[],
): Promise<{ code: string; schoolId: string }[]> {
  if (codes.length === 0) return []
  return db
    .selectFrom('school_code')
    .select(['code', 'school_id as schoolId'])
    .where('code', 'in', codes)
    .execute()
}

/** As long as tells what a school is used to, and short enough to be counted at every upload. */
const daysOfHabit = 60

/** How many activities of each kind the school has reported in the two months before the day. */
export async function usesOfKinds(db: Db, schoolId: string, today: Day): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('activity')
    .where('school_id', '=', schoolId)
    .where('day', '>=', addDays(today, -daysOfHabit))
    .select(['kind', eb => eb.fn.countAll<number>().as('times')])
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, times }) => [kind, Number(times)]))
}
