import type { Day } from '#app/calendar-day.ts'
import type { Db, Stage } from '#db/tables.ts'
import type { RegisteredClass } from './activity-entry.ts'

/** Every name under which the school is or was known. */
export async function namesOfSchool(db: Db, schoolId: string): Promise<string[]> {
  const profiles = await db
    .selectFrom('school_profile')
    .select(['name', 'short_name as shortName'])
    .where('school_id', '=', schoolId)
    .orderBy('valid_from', 'desc')
    .execute()
  const aliases = await db
    .selectFrom('school_alias')
    .select('alias')
    .where('school_id', '=', schoolId)
    .orderBy('alias')
    .execute()
  const names = [...profiles.flatMap(one => [one.name, one.shortName]), ...aliases.map(one => one.alias)]
  return [...new Set(names.filter(name => name !== ''))]
}

export async function stagesOf(db: Db, schoolId: string, day: Day): Promise<Stage[]> {
  const rows = await db
    .selectFrom('school_stage')
    .select('stage')
    .where('school_id', '=', schoolId)
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .execute()
  const order: readonly Stage[] = ['primary', 'junior', 'senior']
  return order.filter(stage => rows.some(row => row.stage === stage))
}

export async function registerOf(db: Db, schoolId: string): Promise<RegisteredClass[]> {
  const rows = await db
    .selectFrom('school_class')
    .select([
      'id',
      'stage',
      'entry_year as entryYear',
      'class_no as classNo',
      'campus',
      'pupils',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('school_id', '=', schoolId)
    .orderBy('stage')
    .orderBy('entry_year', 'desc')
    .orderBy('class_no')
    .execute()
  return rows.map(row => ({ ...row, campus: row.campus === '' ? null : row.campus }))
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
