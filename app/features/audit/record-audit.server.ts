import { now } from '#app/calendar-day.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow, newId } from '#db/write.server.ts'
import { appendAudit, auditHead } from './audit.queries.server.ts'
import { auditHash, canonicalJson, type Json } from './audit-hash.server.ts'

/** Who did it: an account, or with id null an operating-system user or somebody unknown. */
export interface AuditActor {
  id: string | null
  name: string
}

export interface AuditEntry {
  /** 'account.create', 'placement.end', 'import.commit': noun and verb, at most 40 characters. */
  action: string
  /** What kind of thing it was done to, and which one. */
  subjectKind: string
  subjectId: string
  unitCode?: string | null
  schoolId?: string | null
  /** What changed; never a password or another secret. */
  detail?: Json
}

/**
 * Appends one row to the audit inside the transaction of the change itself: both stand or neither. Writers take turns
 * from here to the end of the transaction, so call it last.
 */
export async function recordAudit(tx: Tx, by: AuditActor, entry: AuditEntry): Promise<void> {
  await lockRow(tx, 'audit_head', 'head')
  const head = await auditHead(tx)
  const facts = {
    id: newId(),
    position: head.position + 1,
    at: now(),
    actor: cut(by.name, 80),
    actorId: by.id,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: cut(entry.subjectId, 60),
    unitCode: entry.unitCode ?? null,
    schoolId: entry.schoolId ?? null,
    detail: canonicalJson(entry.detail ?? {}),
  }
  await appendAudit(tx, { ...facts, previousHash: head.hash, hash: auditHash(head.hash, facts) })
}

function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('')
}
