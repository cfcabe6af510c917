import { type Day, now } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import type { AccountManager } from './account.rule.ts'
import { isLastAdmin, saveDisabled } from './account-writes.queries.server.ts'
import { findAccount } from './accounts.queries.server.ts'
import { endSessionsOf } from './sessions.queries.server.ts'

export type DisableAccountResult =
  | { ok: true }
  | { ok: false; refusal: 'not-found' | 'yourself' | 'last-admin' }

/** Closes an account and signs it out at once, or opens it again. Accounts are never deleted: the audit names them. */
export async function setAccountDisabled(
  db: Db,
  manager: AccountManager,
  change: { id: string; disabled: boolean },
  today: Day,
): Promise<DisableAccountResult> {
  const { id, disabled } = change
  if (manager.id === id) return { ok: false, refusal: 'yourself' }
  return inTransaction(db, async tx => {
    // Two administrators must not disable each other at once.
    await lockRow(tx, 'audit_head', 'head')
    const account = await findAccount(tx, manager, id, today)
    if (account === undefined) return { ok: false, refusal: 'not-found' }
    if (disabled && (await isLastAdmin(tx, id))) return { ok: false, refusal: 'last-admin' }
    await saveDisabled(tx, id, disabled ? now() : null)
    if (disabled) await endSessionsOf(tx, id, null)
    await recordAudit(tx, manager, {
      action: disabled ? 'account.disable' : 'account.enable',
      subjectKind: 'account',
      subjectId: id,
      unitCode: account.unitCode ?? account.schoolUnitCode,
      schoolId: account.schoolId,
      detail: { login: account.login },
    })
    return { ok: true }
  })
}
