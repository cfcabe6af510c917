import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import type { WorkJudgement } from './coach-placement.rule.ts'
import { insertCoachPlacement, isRenewed, listCoachPlacements } from './coach-work.queries.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { lockPerson } from './instructor-writes.queries.server.ts'
import { contractsOfPerson } from './instructors.queries.server.ts'
import { isStopped, judgeFor, workDetail } from './place-coach.server.ts'

export type RenewRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'open-ended'
  | 'ended-early'
  | 'renewed-already'
  | 'no-contract'
  | 'sport-not-theirs'
  | 'stopped'

export type Renewed =
  | { ok: true; id: string; instructorId: string }
  | { ok: false; refusal: RenewRefusal }
  | { ok: false; refusal: 'does-not-fit' | 'unconfirmed'; judged: WorkJudgement }

/**
 * Lets work go on after its last day: the same school, sport, stages and times in a new placement that says which one it
 * renews, under the person's contract of that day.
 */
export async function renewCoach(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { placementId: string; validTo: Day; isConfirmed: boolean; today: Day; at: string },
): Promise<Renewed> {
  const asOf = input.today
  return inTransaction(db, async tx => {
    const [found] = await listCoachPlacements(tx, scope, { asOf, id: input.placementId })
    if (found === undefined) return { ok: false, refusal: 'not-found' }
    await lockPerson(tx, found.personId)
    // Read again under the lock: somebody may have ended or renewed it meanwhile.
    const [old = found] = await listCoachPlacements(tx, scope, { asOf, id: found.id })
    const contracts = await contractsOfPerson(tx, scope, old.personId, asOf)
    if (!contracts.some(one => one.id === old.instructorId && mayKeep(scope, one)))
      return { ok: false, refusal: 'not-allowed' }
    if (old.validTo === openEnd) return { ok: false, refusal: 'open-ended' }
    if (old.endReason !== '') return { ok: false, refusal: 'ended-early' }
    if (await isRenewed(tx, old.id)) return { ok: false, refusal: 'renewed-already' }
    const validFrom = addDays(old.validTo, 1)
    const contract = contracts.find(
      one => mayKeep(scope, one) && one.validFrom <= validFrom && validFrom <= one.validTo,
    )
    if (contract === undefined) return { ok: false, refusal: 'no-contract' }
    const { schoolId, sport, stages, hoursWeek, times } = old
    if (!contract.sports.some(one => one.sport === sport)) return { ok: false, refusal: 'sport-not-theirs' }
    if (await isStopped(tx, old.personId, asOf)) return { ok: false, refusal: 'stopped' }
    const next = {
      ...{ instructorId: contract.id, schoolId, sport, stages, hoursWeek, times },
      validFrom,
      validTo: input.validTo,
    }
    const judged = await judgeFor(tx, contract, next)
    if (judged.refusals.length > 0) return { ok: false, refusal: 'does-not-fit', judged }
    if (judged.warnings.length > 0 && !input.isConfirmed) return { ok: false, refusal: 'unconfirmed', judged }
    const id = await insertCoachPlacement(tx, {
      ...next,
      note: old.note,
      renews: old.id,
      createdAt: input.at,
    })
    await recordAudit(tx, by, {
      action: 'coach-placement.renew',
      subjectKind: 'coach-placement',
      subjectId: id,
      unitCode: old.countsUnitCode,
      schoolId,
      detail: { renews: old.id, ...workDetail(next), unchecked: judged.warnings.map(one => one.code) },
    })
    return { ok: true, id, instructorId: contract.id }
  })
}
