import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type AuditActor, recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { mayAnnounce } from './round.rule.ts'
import { countPosts, findRound, setRoundEnded } from './rounds.queries.server.ts'

export type EndRoundRefusal = 'not-found' | 'window-runs' | 'posts-unfinished'

/** Ends a round whose posts are all completed or cancelled; keeping what unsuccessful people sent counts from here. */
export async function endRound(
  db: Db,
  scope: Scope,
  by: AuditActor,
  input: { id: string; today: Day; now: string },
): Promise<{ ok: true } | { ok: false; refusal: EndRoundRefusal }> {
  const { id, today, now } = input
  return inTransaction(db, async tx => {
    await lockRow(tx, 'coach_round', id)
    const round = await findRound(tx, scope, id, today)
    if (round === undefined || !mayAnnounce(scope, { code: round.unitCode, isOfCity: round.isOfCity }))
      return { ok: false, refusal: 'not-found' }
    if (round.endedAt !== null) return { ok: true }
    if (now < round.closesAt) return { ok: false, refusal: 'window-runs' }
    const { unfinished } = await countPosts(tx, id)
    if (unfinished > 0) return { ok: false, refusal: 'posts-unfinished' }
    await setRoundEnded(tx, id, now)
    await recordAudit(tx, by, {
      action: 'coach-round.end',
      subjectKind: 'coach-round',
      subjectId: id,
      unitCode: round.unitCode,
      detail: { name: round.name, endedAt: now },
    })
    return { ok: true }
  })
}
