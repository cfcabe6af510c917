import type { Scope } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { listKindSettings, schoolsWithKinds, setKindCounts } from './policies.queries.server.ts'
import { recomputeSchoolRollups } from './recompute-rollups.server.ts'

export type KindRefusal = 'not-allowed' | 'kind-unknown' | 'never-counts' | 'none-left'

/**
 * Says which kinds of activity count towards the daily hour: exactly those given. It holds for every day, past ones
 * too, and the roll-ups of all schools that reported such a kind follow in the same transaction.
 */
export async function changeKinds(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  counting: readonly string[],
): Promise<{ ok: true; changed: string[] } | { ok: false; refusal: KindRefusal }> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  if (counting.length === 0) return { ok: false, refusal: 'none-left' }
  return inTransaction(db, async tx => {
    const standing = await listKindSettings(tx)
    const named = counting.map(kind => standing.find(one => one.kind === kind))
    if (named.includes(undefined)) return { ok: false, refusal: 'kind-unknown' }
    if (named.some(one => one?.never)) return { ok: false, refusal: 'never-counts' }
    const changes = standing.filter(one => !one.never && one.counts !== counting.includes(one.kind))
    const changed = changes.map(one => one.kind)
    if (changed.length === 0) return { ok: true, changed }
    for (const { kind, counts } of changes) await setKindCounts(tx, kind, !counts)
    for (const schoolId of await schoolsWithKinds(tx, changed)) await recomputeSchoolRollups(tx, schoolId)
    await recordAudit(tx, by, {
      action: 'activity-kind.change',
      subjectKind: 'activity-kind',
      subjectId: 'all',
      detail: Object.fromEntries(
        changes.map(({ kind, counts }) => [kind, { before: counts, after: !counts }]),
      ),
    })
    return { ok: true, changed }
  })
}
