import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import { insertDesignations } from '#app/features/designation/designations.queries.server.ts'
import {
  endTitleIn,
  suspendTitleIn,
  type TitleRefusal,
  whyNotGrounded,
} from '#app/features/designation/end-title.server.ts'
import { notify } from '#app/features/notices/notify.server.ts'
import { overlaps } from '#app/features/schools/dated.rule.ts'
import type { Db, Tx } from '#db/tables.ts'
import { type ConcludingAction, conclusions, whyNoAction } from './reevaluation-way.rule.ts'
import { listReports } from './reports.queries.server.ts'
import { type RenewalRefusal, untilProblem, whyNoRenewal } from './review.rule.ts'
import { noteOf, type ReviewRefusal, standingIn } from './review-title.server.ts'
import { concludeReviewRow, type TitleReview } from './reviews.queries.server.ts'
import { onTitle, type TitleLife } from './title-life.server.ts'
import { titleNoticesText as notices } from './title-notices.text.ts'
import { noticesTo, readersOf, titleReaders } from './title-readers.server.ts'
import { spokenOf } from './title-words.server.ts'

export type ConcludeRefusal =
  | ReviewRefusal
  | TitleRefusal
  | RenewalRefusal
  | 'batch-needed'
  | 'until-needed'
  | 'too-long'
  | 'slot-taken'

export type ConcludeResult =
  | { ok: true; successorId: string | null }
  | { ok: false; refusal: ConcludeRefusal }

interface Actor {
  id: string | null
  name: string
}

interface Given {
  id: string
  action: ConcludingAction
  reason: string
  document: string
  /** Of a suspension or revocation. */
  from: Day
  /** The last day of a renewal, or of a suspension (null until it is lifted). */
  until: Day | null
  /** Of a renewal. */
  batch: string
  certificate: string
  /** That of the re-evaluation as it was read. */
  updatedAt: string
  today: Day
  now: string
}

/**
 * Ends a re-evaluation, once: the title is renewed by a successor from the day after its last one, suspended, revoked, or
 * left to run out. What follows from it stands in the same transaction; school and unit are told.
 */
export async function concludeReview(db: Db, scope: Scope, by: Actor, input: Given): Promise<ConcludeResult> {
  const { action } = input
  const grounds = { reason: input.reason.trim(), document: input.document.trim() }
  const result = await onTitle<ConcludeResult>(db, scope, input, async (tx, life) => {
    const { title, review } = life
    const refusal = whyNoAction(standingIn(life), action, life.standing)
    if (refusal !== null || review === null) return { ok: false, refusal: refusal ?? 'not-from-here' }
    if (review.updatedAt !== input.updatedAt) return { ok: false, refusal: 'changed-meanwhile' }
    const ungrounded = whyNotGrounded(grounds)
    if (ungrounded !== null) return { ok: false, refusal: ungrounded }
    const done = await carryOut[action](tx, { scope, by, input, life, review })
    if (!done.ok) return done
    await concludeReviewRow(tx, review.id, {
      ...grounds,
      state: conclusions[action],
      successorId: done.successorId,
      by: by.name,
      at: input.now,
    })
    const told = noticesTo(readersOf(await titleReaders(tx), title, ['school', 'unit']), {
      key: `title-review ${review.id} end`,
      ...notices.concluded,
      values: { ...(await spokenOf(tx, title)), ...grounds, conclusion: conclusions[action] },
      link: `/titles/${title.id}`,
    })
    await notify(tx, told, input.now)
    const { successorId } = done
    await noteOf(tx, by, title, `title-review.${action}`, { ...grounds, score: review.score, successorId })
    return done
  })
  return result ?? { ok: false, refusal: 'not-found' }
}

interface Case {
  scope: Scope
  by: Actor
  input: Given
  life: TitleLife
  review: TitleReview
}

const carryOut: Record<ConcludingAction, (tx: Tx, of: Case) => Promise<ConcludeResult>> = {
  renew,
  suspend: async (tx, { scope, by, input }) => {
    const result = await suspendTitleIn(tx, scope, by, input)
    return result.ok ? { ok: true, successorId: null } : result
  },
  revoke: async (tx, { scope, by, input }) => {
    const result = await endTitleIn(tx, scope, by, { ...input, kind: 'REVOKED' })
    return result.ok ? { ok: true, successorId: null } : result
  },
  expire: async () => ({ ok: true, successorId: null }),
}

async function renew(tx: Tx, { scope, input, life, review }: Case): Promise<ConcludeResult> {
  const { title, others } = life
  const { until, batch, certificate, document, today, now } = input
  if (batch.trim() === '') return { ok: false, refusal: 'batch-needed' }
  if (until === null) return { ok: false, refusal: 'until-needed' }
  const days = { validFrom: addDays(title.validTo, 1), validTo: until }
  const problem = untilProblem(days.validFrom, until)
  if (problem !== null) return { ok: false, refusal: problem }
  const reports = await listReports(tx, scope, { asOf: today, designationId: title.id })
  const confirmedReports = reports.filter(one => one.state === 'confirmed').length
  const unfit = whyNoRenewal({ ...review, confirmedReports })
  if (unfit !== null) return { ok: false, refusal: unfit }
  if (title.closedOn <= days.validFrom) return { ok: false, refusal: 'school-closed' }
  if (others.some(one => one.validFrom === days.validFrom || overlaps(one, days)))
    return { ok: false, refusal: 'slot-taken' }
  const { schoolId, level, sport } = title
  const named = { batch: batch.trim(), document: document.trim(), certificate: certificate.trim() }
  const [successorId = null] = await insertDesignations(
    tx,
    [{ schoolId, level, sport, ...named, ...days }],
    now,
  )
  return { ok: true, successorId }
}
