import type { Db } from '#db/tables.ts'
import type { ApprovedExemption, DayRange, RosterClass, SchoolLife } from './class-roster.rule.ts'

/** Every class the school ever had, and the days on which the school is open; undefined for no such school. */
export async function rosterOf(
  db: Db,
  schoolId: string,
): Promise<{ life: SchoolLife; classes: RosterClass[] } | undefined> {
  const life = await db
    .selectFrom('school')
    .select(['opened_on as openedOn', 'closed_on as closedOn'])
    .where('id', '=', schoolId)
    .executeTakeFirst()
  if (life === undefined) return undefined
  const classes = await db
    .selectFrom('school_class')
    .select(['id', 'stage', 'entry_year as entryYear', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('school_id', '=', schoolId)
    .execute()
  return { life, classes }
}

export async function approvedExemptionsOf(
  db: Db,
  schoolId: string,
  range: DayRange,
): Promise<ApprovedExemption[]> {
  return db
    .selectFrom('exemption')
    .select(['grade', 'class_id as classId', 'first_day as firstDay', 'last_day as lastDay'])
    .where('school_id', '=', schoolId)
    .where('status', '=', 'approved')
    .where('first_day', '<=', range.to)
    .where('last_day', '>=', range.from)
    .execute()
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
