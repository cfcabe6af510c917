import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
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

export interface AuditFilter {
  /** Part of the name of who did it. */
  actor?: string
  action?: string
  /** Part of the subject's id, or of what the row says about it. */
  subject?: string
  /** Days in the city, both included. */
  from?: Day
  to?: Day
  limit: number
  offset: number
}

/** The newest rows first. */
export async function listAudit(db: Db, scope: Scope, filter: AuditFilter): Promise<AuditRow[]> {
  const rows = await filtered(db, scope, filter)
    .selectAll()
    .orderBy('position', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return rows.map(toAuditRow)
}

const rowsInPiece = 1_000

/** The same rows, all of them, piece by piece: each goes on behind the last row of the one before. */
export async function* auditPieces(
  db: Db,
  scope: Scope,
  filter: Omit<AuditFilter, 'limit' | 'offset'>,
): AsyncGenerator<AuditRow[]> {
  let last: number | undefined
  for (;;) {
    const rows = await filtered(db, scope, filter)
      .$if(last !== undefined, q => q.where('position', '<', last!))
      .selectAll()
      .orderBy('position', 'desc')
      .limit(rowsInPiece)
      .execute()
    if (rows.length > 0) yield rows.map(toAuditRow)
    if (rows.length < rowsInPiece) return
    last = rows[rows.length - 1]?.position
  }
}

export async function countAudit(db: Db, scope: Scope, filter: AuditFilter): Promise<number> {
  const { count } = await filtered(db, scope, filter)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function filtered(db: Db, scope: Scope, filter: Omit<AuditFilter, 'limit' | 'offset'>) {
  const { actor, action, subject, from, to } = filter
  return db
    .selectFrom('audit')
    .where(visibleAudit(scope))
    .$if(actor !== undefined, q => q.where(sql<SqlBool>`actor like ${containing(actor!)} escape '!'`))
    .$if(action !== undefined, q => q.where('action', '=', action!))
    .$if(subject !== undefined, q =>
      q.where(sql<SqlBool>`(subject_id = ${subject!} or detail like ${containing(subject!)} escape '!')`),
    )
    .$if(from !== undefined, q => q.where('at', '>=', startOfCityDay(from!)))
    .$if(to !== undefined, q => q.where('at', '<', startOfCityDay(addDays(to!, 1))))
}

function visibleAudit(scope: Scope): RawBuilder<SqlBool> {
  switch (scope.kind) {
    case 'city':
      return sql<SqlBool>`1 = 1`
    case 'unit':
      return sql<SqlBool>`unit_code = ${scope.unitCode}`
    case 'school':
      return sql<SqlBool>`school_id = ${scope.schoolId}`
    case 'applicant':
    case 'nothing':
      return sql<SqlBool>`1 = 0`
  }
}

function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, sign => `!${sign}`)}%`
}

/** Midnight in the city (UTC+8) as UTC text. */
function startOfCityDay(day: Day): string {
  return `${addDays(day, -1)} 16:00:00.000`
}
