import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import { mayChangeIn } from '#app/features/schools/registry-permission.rule.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import {
  deleteExemption,
  type ExemptionValues,
  type StoredExemption,
  storedExemption,
  updateExemption,
} from './exemption-rows.queries.server.ts'
import { followExemptions } from './follow-exemptions.server.ts'

/** An exemption that an import added (`before` is null) or changed. */
export interface ExemptionChange {
  after: StoredExemption
  before: ExemptionValues | null
}

/** Takes the exemptions of an import back, the roll-ups with them; refused when one was decided or changed since. */
export async function undoExemptions(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as ExemptionChange[]
  for (const id of [...new Set(given.map(({ after }) => after.schoolId))].sort())
    await lockRow(tx, 'school', id)
  for (const { after } of given) {
    const school = await findSchool(tx, scope, after.schoolId, today)
    if (school === undefined) return { ok: false, refusal: 'not-yours' }
    if (after.status === 'approved' && !mayChangeIn(scope, school.unitCode))
      return { ok: false, refusal: 'not-yours' }
    const stands = await storedExemption(tx, after.id)
    if (stands === undefined || !isSame(stands, after))
      return { ok: false, refusal: 'changed-since', by: null }
  }
  for (const { before, after } of given) {
    if (before === null) await deleteExemption(tx, after.id)
    else await updateExemption(tx, after.id, before)
  }
  await followExemptions(
    tx,
    given.map(change => change.after),
  )
  return { ok: true }
}

function isSame(one: ExemptionValues, other: ExemptionValues): boolean {
  return (
    one.reason === other.reason &&
    one.note === other.note &&
    one.status === other.status &&
    one.decidedAt === other.decidedAt
  )
}
