import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Database, Db, Stage, Tx } from '#db/tables.ts'
import type { ExemptionRequest } from './exemption.rule.ts'

export type ExemptionStatus = Database['exemption']['status']

export interface ExemptionRow {
  id: string
  schoolId: string
  schoolName: string
  schoolCode: string | null
  unitCode: string
  grade: number
  classId: string
  firstDay: Day
  lastDay: Day
  reason: string
  note: string
  status: ExemptionStatus
  decidedBy: string | null
  decidedAt: string | null
  /** The class excused; null where it is a grade or the school. */
  rosterClass: { stage: Stage; entryYear: number; classNo: number } | null
}

export interface ExemptionFilter {
  asOf: Day
  schoolId?: string
  status?: ExemptionStatus
  from?: Day
  to?: Day
  limit?: number
}

/** Exemptions of the scope's schools, those waiting for a decision first, then the latest first. */
export async function listExemptions(db: Db, scope: Scope, filter: ExemptionFilter): Promise<ExemptionRow[]> {
  const { schoolId, status, from, to } = filter
  const rows = await exemptions(db, scope, filter.asOf)
    .$if(schoolId !== undefined, q => q.where('e.school_id', '=', schoolId!))
    .$if(status !== undefined, q => q.where('e.status', '=', status!))
    .$if(from !== undefined, q => q.where('e.last_day', '>=', from!))
    .$if(to !== undefined, q => q.where('e.first_day', '<=', to!))
    .orderBy(eb => eb.case().when('e.status', '=', 'requested').then(0).else(1).end())
    .orderBy('e.first_day', 'desc')
    .orderBy('e.id', 'desc')
    .limit(filter.limit ?? 500)
    .execute()
  return rows.map(rowOf)
}

export async function findExemption(
  db: Db,
  scope: Scope,
  id: string,
  asOf: Day,
): Promise<ExemptionRow | undefined> {
  const row = await exemptions(db, scope, asOf).where('e.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : rowOf(row)
}

function exemptions(db: Db, scope: Scope, asOf: Day) {
  return db
    .selectFrom('exemption as e')
    .innerJoin('school_profile as p', 'p.school_id', 'e.school_id')
    .leftJoin('school_class as c', 'c.id', 'e.class_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .select([
      'e.id as id',
      'e.school_id as schoolId',
      'p.name as schoolName',
      'p.code as schoolCode',
      'p.unit_code as unitCode',
      'e.grade as grade',
      'e.class_id as classId',
      'e.first_day as firstDay',
      'e.last_day as lastDay',
      'e.reason as reason',
      'e.note as note',
      'e.status as status',
      'e.decided_by as decidedBy',
      'e.decided_at as decidedAt',
      'c.stage as stage',
      'c.entry_year as entryYear',
      'c.class_no as classNo',
    ])
}

type Selected = Omit<ExemptionRow, 'rosterClass'> & {
  stage: Stage | null
  entryYear: number | null
  classNo: number | null
}

function rowOf({ stage, entryYear, classNo, ...row }: Selected): ExemptionRow {
  const isClass = stage !== null && entryYear !== null && classNo !== null
  return { ...row, rosterClass: isClass ? { stage, entryYear, classNo } : null }
}

/** The same exemption already waiting or approved. */
export async function standingExemption(db: Db, request: ExemptionRequest): Promise<string | undefined> {
  const row = await db
    .selectFrom('exemption')
    .select('id')
    .where('school_id', '=', request.schoolId)
    .where('grade', '=', request.grade)
    .where('class_id', '=', request.classId)
    .where('first_day', '=', request.firstDay)
    .where('last_day', '=', request.lastDay)
    .where('status', '!=', 'rejected')
    .executeTakeFirst()
  return row?.id
}

export async function isClassOf(db: Db, schoolId: string, classId: string): Promise<boolean> {
  const row = await db
    .selectFrom('school_class')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('id', '=', classId)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertExemption(tx: Tx, id: string, request: ExemptionRequest): Promise<void> {
  await tx
    .insertInto('exemption')
    .values({
      id,
      school_id: request.schoolId,
      grade: request.grade,
      class_id: request.classId,
      first_day: request.firstDay,
      last_day: request.lastDay,
      reason: request.reason,
      note: request.note,
      status: 'requested',
      decided_by: null,
      decided_at: null,
    })
    .execute()
}

export async function decide(
  tx: Tx,
  id: string,
  decision: { status: ExemptionStatus; by: string; at: string },
): Promise<void> {
  await tx
    .updateTable('exemption')
    .set({ status: decision.status, decided_by: decision.by, decided_at: decision.at })
    .where('id', '=', id)
    .execute()
}
