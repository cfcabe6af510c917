import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow, newId } from '#db/write.server.ts'
import { type ExemptionRequest, type RequestRefusal, whyNotRequested } from './exemption.rule.ts'
import { insertExemption, isClassOf, standingExemption } from './exemptions.queries.server.ts'

/** Asks the unit to excuse classes of a school for some days. Nothing is exempt before it is approved. */
export async function requestExemption(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  request: ExemptionRequest,
  today: Day,
): Promise<{ ok: true; id: string } | { ok: false; refusal: RequestRefusal }> {
  const school = await findSchool(db, scope, request.schoolId, today)
  if (school === undefined) return { ok: false, refusal: 'not-found' }
  const refusal = whyNotRequested(request)
  if (refusal !== null) return { ok: false, refusal }
  if (request.classId !== '' && !(await isClassOf(db, school.id, request.classId)))
    return { ok: false, refusal: 'class-unknown' }
  const id = newId()
  return inTransaction(db, async tx => {
    await lockRow(tx, 'school', school.id)
    if ((await standingExemption(tx, request)) !== undefined)
      return { ok: false, refusal: 'already-requested' }
    await insertExemption(tx, id, request)
    await recordAudit(tx, by, {
      action: 'exemption.request',
      subjectKind: 'exemption',
      subjectId: id,
      unitCode: school.unitCode,
      schoolId: school.id,
      detail: { ...request },
    })
    return { ok: true, id }
  })
}
