import type { Actor, Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { dropPreviews } from './drop-previews.server.ts'
import { findLink, setRevoked } from './upload-links.queries.server.ts'

/** Takes a link back at once, and what was looked at through it and not handed in. What was handed in stays. */
export async function revokeLink(
  db: Db,
  scope: Scope,
  by: Pick<Actor, 'id' | 'name'>,
  given: { id: string; today: Day; now: string },
): Promise<{ ok: true } | { ok: false; refusal: 'not-found' }> {
  const link = await findLink(db, scope, given.id, given.today)
  if (link === undefined) return { ok: false, refusal: 'not-found' }
  await inTransaction(db, async tx => {
    await lockRow(tx, 'upload_link', link.id)
    if (!(await setRevoked(tx, link.id, by.name, given.now))) return
    await recordAudit(tx, by, {
      action: 'upload-link.revoke',
      subjectKind: 'upload-link',
      subjectId: link.id,
      unitCode: link.unitCode,
      schoolId: link.schoolId,
      detail: { label: link.label },
    })
  })
  await dropPreviews(db, link, by, given.today)
  return { ok: true }
}
