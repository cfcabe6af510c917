import type { Actor } from '#app/auth/scope.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { type Day, isDay } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { indicatorsOf } from '#app/features/designation/indicators.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { scopeOfReviewer } from './review-in-hand.server.ts'
import { findTitleApplication } from './title-applications.queries.server.ts'
import { isSameVisit, readVisit, type VisitEntry, type VisitProblemAt } from './visit.rule.ts'
import { findVisit, insertVisit } from './visits.queries.server.ts'

export type RecordVisitResult =
  | { ok: true }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'not-on-site' | 'arrived-otherwise' }
  | { ok: false; refusal: 'problems'; problems: VisitProblemAt[] }

interface VisitInput {
  /** Made when the form was opened: the same visit may arrive twice over a bad connection and is recorded once. */
  id: string
  applicationId: string
  entry: VisitEntry
  today: Day
  now: string
}

/**
 * Records a visit. It stands from then on; a further one may be recorded. What arrives again is answered as done, unless
 * it says something else by now: then that is not lost in silence.
 */
export async function recordVisit(db: Db, visitor: Actor, input: VisitInput): Promise<RecordVisitResult> {
  const { id, applicationId, entry, today, now: at } = input
  return inTransaction(db, async tx => {
    const scope = await visitScope(tx, visitor, applicationId)
    await lockRow(tx, 'title_application', applicationId)
    const application = await findTitleApplication(tx, scope, applicationId, today)
    if (application === undefined) return { ok: false, refusal: 'not-found' }
    const indicators = await indicatorsOf(tx, application.setId)
    const read = readVisit(entry, { indicators, today, isDay, holdsNumber: holdsPersonalNumber })
    const arrived = await findVisit(tx, id)
    if (arrived !== undefined) {
      const isOwn = arrived.applicationId === applicationId && arrived.recordedBy === visitor.id
      const isSame = isOwn && read.ok && isSameVisit(arrived, read.visit)
      return isSame ? { ok: true } : { ok: false, refusal: 'arrived-otherwise' }
    }
    if (application.state !== 'ONSITE_REVIEW') return { ok: false, refusal: 'not-on-site' }
    if (!read.ok) return { ok: false, refusal: 'problems', problems: read.problems }
    await insertVisit(tx, { ...read.visit, id, applicationId, by: visitor.id, at })
    const { visitedOn, visitors, verdict } = read.visit
    await recordAudit(tx, visitor, {
      ...{ action: 'title-visit.record', subjectKind: 'title-application', subjectId: applicationId },
      ...{ unitCode: application.unitCode, schoolId: application.schoolId },
      detail: { batch: application.batchName, visit: id, visitedOn, visitors, verdict },
    })
    return { ok: true }
  })
}

/** The city visits any school, an expert those whose application they score without a conflict of interest. */
export async function visitScope(db: Db | Tx, visitor: Actor, applicationId: string) {
  return visitor.role === 'expert' ? scopeOfReviewer(db, visitor.id, applicationId) : scopeOf(visitor)
}
