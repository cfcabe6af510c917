import type { Selectable } from 'kysely'
import type { Database, Db, Tx } from '#db/tables.ts'
import type { AuditFacts } from './audit-hash.server.ts'

export interface AuditRow extends AuditFacts {
  previousHash: string
  hash: string
}

/** Position and hash of the newest row; position 0 and a hash of zeros before the first. */
export async function auditHead(db: Db): Promise<{ position: number; hash: string }> {
  return db
    .selectFrom('audit_head')
    .select(['position', 'hash'])
    .where('id', '=', 'head')
    .executeTakeFirstOrThrow()
}

/** Adds the row and makes it the newest. */
export async function appendAudit(tx: Tx, row: AuditRow): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      id: row.id,
      position: row.position,
      at: row.at,
      actor: row.actor,
      actor_id: row.actorId,
      action: row.action,
      subject_kind: row.subjectKind,
      subject_id: row.subjectId,
      unit_code: row.unitCode,
      school_id: row.schoolId,
      detail: row.detail,
      previous_hash: row.previousHash,
      hash: row.hash,
    })
    .execute()
  await tx
    .updateTable('audit_head')
    .set({ position: row.position, hash: row.hash })
    .where('id', '=', 'head')
    .execute()
}

/** The rows behind a position in the order of the chain, at most `count`. */
export async function auditAfter(db: Db, position: number, count: number): Promise<AuditRow[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('position', '>', position)
    .orderBy('position')
    .limit(count)
    .execute()
  return rows.map(toAuditRow)
}

function toAuditRow(row: Selectable<Database['audit']>): AuditRow {
  return {
    id: row.id,
    position: row.position,
    at: row.at,
    actor: row.actor,
    actorId: row.actor_id,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    unitCode: row.unit_code,
    schoolId: row.school_id,
    detail: row.detail,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
