import type { Day } from '#app/calendar-day.ts'
import type { Database, Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

/** An exemption as it is stored. */
export interface StoredExemption {
  id: string
  schoolId: string
  grade: number
  classId: string
  firstDay: Day
  lastDay: Day
  reason: string
  note: string
  status: Database['exemption']['status']
  decidedBy: string | null
  decidedAt: string | null
}

/** What an import may change of an exemption that stands. */
export type ExemptionValues = Pick<StoredExemption, 'reason' | 'note' | 'status' | 'decidedBy' | 'decidedAt'>

/** Exemptions of the schools that wait or are approved. */
export async function standingExemptionsOf(db: Db, schoolIds: readonly string[]): Promise<StoredExemption[]> {
  if (schoolIds.length === 0) return []
  return stored(db)
    .where('school_id', 'in', schoolIds)
    .where('status', '!=', 'rejected')
    .orderBy('id')
    .execute()
}

export async function storedExemption(db: Db, id: string): Promise<StoredExemption | undefined> {
  return stored(db).where('id', '=', id).executeTakeFirst()
}

export async function insertExemptions(tx: Tx, rows: readonly StoredExemption[]): Promise<void> {
  await insertAll(
    tx,
    'exemption',
    rows.map(row => ({
      id: row.id,
      school_id: row.schoolId,
      grade: row.grade,
      class_id: row.classId,
      first_day: row.firstDay,
      last_day: row.lastDay,
      ...columnsOf(row),
    })),
  )
}

export async function updateExemption(tx: Tx, id: string, values: ExemptionValues): Promise<void> {
  await tx.updateTable('exemption').set(columnsOf(values)).where('id', '=', id).execute()
}

export async function deleteExemption(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('exemption').where('id', '=', id).execute()
}

function columnsOf({ reason, note, status, decidedBy, decidedAt }: ExemptionValues) {
  return { reason, note, status, decided_by: decidedBy, decided_at: decidedAt }
}

function stored(db: Db) {
  return db
    .selectFrom('exemption')
    .select([
      'id',
      'school_id as schoolId',
      'grade',
      'class_id as classId',
      'first_day as firstDay',
      'last_day as lastDay',
      'reason',
      'note',
      'status',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
    ])
}
