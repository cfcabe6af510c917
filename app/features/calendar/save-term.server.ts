import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type AuditActor, recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { listTerms, upsertTerm, upsertYear } from './calendar.queries.server.ts'
import type { Term } from './calendar.rule.ts'

export type TermRefusal = 'days-reversed' | 'overlaps' | 'not-yours'

/** Sets the days of a term, a new one too; only the city does. Every figure asked afterwards follows them. */
export async function saveTerm(
  db: Db,
  scope: Scope,
  by: AuditActor,
  given: { schoolYear: number; number: 1 | 2; firstDay: Day; lastDay: Day },
): Promise<{ ok: true } | { ok: false; refusal: TermRefusal }> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-yours' }
  if (given.firstDay > given.lastDay) return { ok: false, refusal: 'days-reversed' }
  const term: Term = { id: `${given.schoolYear}-${given.schoolYear + 1}-${given.number}`, ...given }
  return inTransaction(db, async tx => {
    const terms = await listTerms(tx)
    const others = terms.filter(one => one.id !== term.id)
    if (others.some(one => one.firstDay <= term.lastDay && term.firstDay <= one.lastDay))
      return { ok: false, refusal: 'overlaps' }
    const before = terms.find(one => one.id === term.id)
    await upsertTerm(tx, term)
    await recordAudit(tx, by, {
      action: before === undefined ? 'term.add' : 'term.change',
      subjectKind: 'term',
      subjectId: term.id,
      detail: { before: before === undefined ? null : { ...before }, after: { ...term } },
    })
    return { ok: true }
  })
}

/** Marks a year's public holidays as published, with the notice that says so; only the city does. */
export async function publishYear(
  db: Db,
  scope: Scope,
  by: AuditActor,
  given: { year: number; source: string },
): Promise<{ ok: true } | { ok: false; refusal: 'not-yours' }> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-yours' }
  await inTransaction(db, async tx => {
    await upsertYear(tx, given)
    await recordAudit(tx, by, {
      action: 'calendar.publish-year',
      subjectKind: 'holiday-year',
      subjectId: String(given.year),
      detail: { source: given.source },
    })
  })
  return { ok: true }
}
