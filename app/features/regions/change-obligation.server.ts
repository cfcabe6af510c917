import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { type ObligationRefusal, obligationFrom } from './obligation.rule.ts'
import { findUnit, updateObligation } from './units.queries.server.ts'

/** Puts a unit under the 5621 plan from a day on, or releases it: `from` is then the first day without. */
export async function changeObligation(
  db: Db,
  by: { id: string | null; name: string },
  input: { unitCode: string; obliged: boolean; from: Day },
): Promise<{ ok: true } | { ok: false; refusal: ObligationRefusal | 'not-found' }> {
  const unit = await findUnit(db, input.unitCode)
  if (unit === undefined) return { ok: false, refusal: 'not-found' }
  const change = obligationFrom(unit, input)
  if (!change.ok) return change
  const { after } = change
  await inTransaction(db, async tx => {
    await updateObligation(tx, unit.code, after)
    await recordAudit(tx, by, {
      action: input.obliged ? 'unit.oblige' : 'unit.release',
      subjectKind: 'unit',
      subjectId: unit.code,
      unitCode: unit.code,
      detail: {
        before: { obligedFrom: unit.obligedFrom, obligedTo: unit.obligedTo },
        after: { obligedFrom: after.obligedFrom, obligedTo: after.obligedTo },
      },
    })
  })
  return { ok: true }
}
