import { groupBy } from '#app/group-by.ts'
import type { Db } from '#db/tables.ts'
import type { ApprovedExemption, DayRange, RosterClass, SchoolLife } from './class-roster.rule.ts'

/** Every class a school ever had, and the days on which it is open. */
export interface Roster {
  life: SchoolLife
  classes: RosterClass[]
}

/** The roster of one school; undefined for no such school. */
export async function rosterOf(db: Db, schoolId: string): Promise<Roster | undefined> {
  return (await rostersOf(db, [schoolId])).get(schoolId)
}

/** The rosters of the schools by their ids. */
export async function rostersOf(db: Db, schoolIds: readonly string[]): Promise<Map<string, Roster>> {
  if (schoolIds.length === 0) return new Map()
  const schools = await db
    .selectFrom('school')
    .select(['id', 'opened_on as openedOn', 'closed_on as closedOn'])
    .where('id', 'in', schoolIds)
    .execute()
  const rosters = new Map(schools.map(({ id, ...life }): [string, Roster] => [id, { life, classes: [] }]))
  const classes = await db
    .selectFrom('school_class')
    .select([
      'school_id as schoolId',
      'id',
      'stage',
      'entry_year as entryYear',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('school_id', 'in', schoolIds)
    .execute()
  for (const { schoolId, ...one } of classes) rosters.get(schoolId)?.classes.push(one)
  return rosters
}

export async function approvedExemptionsOf(
  db: Db,
  schoolId: string,
  range: DayRange,
): Promise<ApprovedExemption[]> {
  return (await exemptionsOfSchools(db, [schoolId], range)).get(schoolId) ?? []
}

/** The approved exemptions of the schools that touch the range, by the school. */
export async function exemptionsOfSchools(
  db: Db,
  schoolIds: readonly string[],
  range: DayRange,
): Promise<Map<string, ApprovedExemption[]>> {
  if (schoolIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('exemption')
    .select([
      'school_id as schoolId',
      'grade',
      'class_id as classId',
      'first_day as firstDay',
      'last_day as lastDay',
    ])
    .where('school_id', 'in', schoolIds)
    .where('status', '=', 'approved')
    .where('first_day', '<=', range.to)
    .where('last_day', '>=', range.from)
    .execute()
  return groupBy(rows, ({ schoolId }) => schoolId)
}

export async function schoolsOfClasses(db: Db, classIds: readonly string[]): Promise<string[]> {
  if (classIds.length === 0) return []
  const rows = await db
    .selectFrom('school_class')
    .select('school_id as schoolId')
    .distinct()
    .where('id', 'in', classIds)
    .execute()
  return rows.map(row => row.schoolId)
}

/** Every school that has a ledger or a roll-up, or could have one. */
export async function allSchoolIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('school').select('id').orderBy('id').execute()
  return rows.map(row => row.id)
}
