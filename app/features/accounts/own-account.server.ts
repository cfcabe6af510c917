import type { Actor } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { isPersonName } from './account.rule.ts'
import { saveName } from './account-writes.queries.server.ts'
import { endSessionsOf } from './sessions.queries.server.ts'

export type RenameResult = { ok: true } | { ok: false; refusal: 'bad-name' }

/** Changes one's own name; role, unit and school are others' to give. */
export async function renameMyself(db: Db, actor: Actor, name: string): Promise<RenameResult> {
  if (!isPersonName(name)) return { ok: false, refusal: 'bad-name' }
  await inTransaction(db, async tx => {
    await saveName(tx, actor.id, name.trim())
    await auditOwn(tx, actor, 'account.rename', { before: actor.name, after: name.trim() })
  })
  return { ok: true }
}

/** Signs out every session of the actor but the one in use. */
export async function signOutOthers(db: Db, actor: Actor, storedSessionId: string): Promise<void> {
  await inTransaction(db, async tx => {
    const ended = await endSessionsOf(tx, actor.id, storedSessionId)
    await auditOwn(tx, actor, 'account.sign-out-others', { ended })
  })
}

/** Notes that somebody signed out; the page ends the session. */
export async function noteSignOut(db: Db, actor: Actor): Promise<void> {
  await inTransaction(db, tx => auditOwn(tx, actor, 'account.sign-out', {}))
}

async function auditOwn(
  tx: Tx,
  actor: Actor,
  action: string,
  detail: Record<string, string | number>,
): Promise<void> {
  await recordAudit(tx, actor, {
    action,
    subjectKind: 'account',
    subjectId: actor.id,
    unitCode: actor.unitCode,
    schoolId: actor.schoolId,
    detail,
  })
}
