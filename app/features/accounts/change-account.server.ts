import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { type AccountManager, type AccountRefusal, isPersonName } from './account.rule.ts'
import { type GivenPlace, placeFor } from './account-place.server.ts'
import { isLastAdmin, requirePasswordChange, saveAccount } from './account-writes.queries.server.ts'
import { findAccount } from './accounts.queries.server.ts'

export type ChangeAccountResult = { ok: true } | { ok: false; refusal: AccountRefusal }

/** Gives an account another name, role, unit or school; before and after must both be within the manager's reach. */
export async function changeAccount(
  db: Db,
  manager: AccountManager,
  id: string,
  given: GivenPlace & { name: string },
  today: Day,
): Promise<ChangeAccountResult> {
  if (!isPersonName(given.name)) return { ok: false, refusal: 'bad-name' }
  return inTransaction(db, async tx => {
    // Two administrators must not demote each other at once.
    await lockRow(tx, 'audit_head', 'head')
    const before = await findAccount(tx, manager, id, today)
    if (before === undefined) return { ok: false, refusal: 'not-found' }
    const place = await placeFor(tx, manager, given, today)
    if (!place.ok) return place
    if (place.role !== before.role && manager.id === id) return { ok: false, refusal: 'yourself' }
    if (place.role !== 'admin' && (await isLastAdmin(tx, id))) return { ok: false, refusal: 'last-admin' }
    const after = {
      name: given.name.trim(),
      role: place.role,
      unitCode: place.unitCode,
      schoolId: place.schoolId,
    }
    await saveAccount(tx, id, after)
    // An administrator's password is longer than others'.
    if (place.role === 'admin' && before.role !== 'admin') await requirePasswordChange(tx, id)
    const { name, role, unitCode, schoolId } = before
    await recordAudit(tx, manager, {
      action: 'account.change',
      subjectKind: 'account',
      subjectId: id,
      unitCode: place.unitCode ?? place.schoolUnitCode,
      schoolId: place.schoolId,
      detail: { login: before.login, before: { name, role, unitCode, schoolId }, after },
    })
    return { ok: true }
  })
}
