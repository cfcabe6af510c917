import { sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Stage, Tx } from '#db/tables.ts'
import { profileOn, visibleSchool } from './schools.queries.server.ts'

export interface ClassRow {
  id: string
  schoolId: string
  stage: Stage
  entryYear: number
  classNo: number
  campus: string
  pupils: number
  validFrom: Day
  /** The last day on which the class exists. */
  validTo: Day
}

export interface ClassFilter {
  /** The day on which scope and, unless `all`, the class's existence are judged. */
  asOf: Day
  schoolId?: string
  unitCode?: string
  /** Classes of every time, not only those that exist on the day. */
  all?: boolean
}

/** Classes of the scope by school, youngest grade first, then by number. */
export async function listClasses(db: Db, scope: Scope, filter: ClassFilter): Promise<ClassRow[]> {
  const { asOf, schoolId, unitCode } = filter
  return db
    .selectFrom('school_class as c')
    .innerJoin('school_profile as p', 'p.school_id', 'c.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .$if(filter.all !== true, q => q.where('c.valid_from', '<=', asOf).where('c.valid_to', '>=', asOf))
    .$if(schoolId !== undefined, q => q.where('c.school_id', '=', schoolId!))
    .$if(unitCode !== undefined, q =>
      q.where(eb => eb.or([eb('p.unit_code', '=', unitCode!), eb('p.counts_unit_code', '=', unitCode!)])),
    )
    .select([
      'c.id as id',
      'c.school_id as schoolId',
      'c.stage as stage',
      'c.entry_year as entryYear',
      'c.class_no as classNo',
      'c.campus as campus',
      'c.pupils as pupils',
      'c.valid_from as validFrom',
      'c.valid_to as validTo',
    ])
    .orderBy('p.code')
    .orderBy('c.school_id')
    .orderBy(sql`case c.stage when 'primary' then 1 when 'junior' then 2 else 3 end`)
    .orderBy('c.entry_year', 'desc')
    .orderBy('c.class_no')
    .execute()
}

export async function updateClass(
  tx: Tx,
  id: string,
  change: { pupils?: number; campus?: string; validFrom?: Day; validTo?: Day },
): Promise<void> {
  await tx
    .updateTable('school_class')
    .set({
      ...(change.pupils !== undefined && { pupils: change.pupils }),
      ...(change.campus !== undefined && { campus: change.campus }),
      ...(change.validFrom !== undefined && { valid_from: change.validFrom }),
      ...(change.validTo !== undefined && { valid_to: change.validTo }),
    })
    .where('id', '=', id)
    .execute()
}

export interface ClassOfUnit extends ClassRow {
  /** Of the unit that administers its school on the day. */
  unitCode: string
}

/** Classes of the scope by their ids, whenever they exist. */
export async function classesWithUnit(
  db: Db,
  scope: Scope,
  ids: readonly string[],
  asOf: Day,
): Promise<Map<string, ClassOfUnit>> {
  const found = new Map<string, ClassOfUnit>()
  for (let from = 0; from < ids.length; from += mostIds) {
    const rows = await db
      .selectFrom('school_class as c')
      .innerJoin('school_profile as p', 'p.school_id', 'c.school_id')
      .where(profileOn(asOf))
      .where(visibleSchool(scope))
      .where('c.id', 'in', ids.slice(from, from + mostIds))
      .select(['c.id as id', 'c.school_id as schoolId', 'c.stage as stage', 'c.entry_year as entryYear'])
      .select(['c.class_no as classNo', 'c.campus as campus', 'c.pupils as pupils'])
      .select(['c.valid_from as validFrom', 'c.valid_to as validTo', 'p.unit_code as unitCode'])
      .execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

const mostIds = 500

/** Takes classes away as if they had never been; nothing else may name them. */
export async function deleteClasses(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += mostIds)
    await tx
      .deleteFrom('school_class')
      .where('id', 'in', ids.slice(from, from + mostIds))
      .execute()
}
