import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { listTerms } from '#app/features/calendar/calendar.queries.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { CoachRating, Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation } from '#db/write.server.ts'
import { listCoachPlacements } from './coach-work.queries.server.ts'
import { evaluationState, workedDays } from './evaluation.rule.ts'
import { insertEvaluation, loggedWork } from './evaluations.queries.server.ts'

export type EvaluateRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'term-unknown'
  | 'not-worked'
  | 'too-early'
  | 'evaluated-already'

/**
 * The evaluation of a coach's work at a school for a term, once: what the logs say, worked out here, and what the school
 * says. Whoever sees the school gives it.
 */
export async function evaluateCoach(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: {
    placementId: string
    termId: string
    rating: CoachRating
    opinion: string
    today: Day
    at: string
  },
): Promise<{ ok: true; instructorId: string } | { ok: false; refusal: EvaluateRefusal }> {
  const { termId, rating, opinion, today } = input
  try {
    return await inTransaction(db, async tx => {
      const [placement] = await listCoachPlacements(tx, scope, { asOf: today, id: input.placementId })
      if (placement === undefined) return { ok: false, refusal: 'not-found' }
      if ((await findSchool(tx, scope, placement.schoolId, today)) === undefined)
        return { ok: false, refusal: 'not-allowed' }
      const term = (await listTerms(tx)).find(one => one.id === termId)
      if (term === undefined) return { ok: false, refusal: 'term-unknown' }
      const state = evaluationState(term, placement, today)
      const worked = workedDays(term, placement)
      if (state !== 'open' || worked === null)
        return { ok: false, refusal: state === 'too-early' ? state : 'not-worked' }
      const logged = await loggedWork(tx, { ...placement, from: worked.validFrom, to: worked.validTo })
      await insertEvaluation(tx, {
        placementId: placement.id,
        termId,
        loggedDays: logged.days,
        loggedMinutes: logged.minutes,
        rating,
        opinion,
        evaluatedBy: by.name,
        evaluatedAt: input.at,
      })
      await recordAudit(tx, by, {
        action: 'coach-placement.evaluate',
        subjectKind: 'coach-placement',
        subjectId: placement.id,
        unitCode: placement.countsUnitCode,
        schoolId: placement.schoolId,
        detail: { termId, rating, loggedDays: logged.days, loggedMinutes: logged.minutes },
      })
      return { ok: true, instructorId: placement.instructorId }
    })
  } catch (error) {
    // Two people evaluate at once: the unique key decides.
    if (isUniqueViolation(error)) return { ok: false, refusal: 'evaluated-already' }
    throw error
  }
}
