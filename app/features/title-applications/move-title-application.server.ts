import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, instantInCity } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { type RecommendationRefusal, whyNotRecommended } from './recommendation.rule.ts'
import { isVetoFound, reviewStatesOf } from './reviews.queries.server.ts'
import { draftTerms } from './save-title-draft.server.ts'
import { type DraftProblemAt, missingInDraft } from './self-score.rule.ts'
import { standingsOf } from './standing.rule.ts'
import { tellMoved } from './tell-schools.server.ts'
import {
  deleteRecommendation,
  setMendUntil,
  setRecommendation,
  setSubmitted,
} from './title-application-writes.queries.server.ts'
import {
  findTitleApplication,
  positionsOfUnit,
  type Recommendation,
  selfScoresOf,
  type TitleApplication,
} from './title-applications.queries.server.ts'
import { appendTitleStep } from './title-steps.queries.server.ts'
import {
  isInTime,
  type TitleAction,
  type TitleNeed,
  type TitleWayRefusal,
  titleWayOf,
} from './title-way.rule.ts'
import { countVisits } from './visits.queries.server.ts'

/** domain.md 3.2: experts whose scores an application needs. */
export const leastExperts = 3

export type TitleMoveRefusal =
  | TitleWayRefusal
  | RecommendationRefusal
  | 'not-found'
  | 'moved-meanwhile'
  | 'changed-meanwhile'
  | 'reason-needed'
  | 'holds-number'
  | 'not-in-time'
  | 'incomplete'
  | 'mend-day-needed'
  | 'window-still-open'
  | 'too-few-experts'
  | 'reviews-open'
  | 'veto-found'
  | 'not-visited'
  | 'of-a-batch'

export type TitleMoveResult =
  | { ok: true }
  | { ok: false; refusal: Exclude<TitleMoveRefusal, 'incomplete'> }
  | { ok: false; refusal: 'incomplete'; problems: DraftProblemAt[] }

export interface TitleMoveInput {
  id: string
  action: TitleAction
  reason: string
  /** The draft that a school had before it when it handed in; null where nobody saw one. */
  seenAt: string | null
  /** When it had last moved, as whoever moves it has it before them; null where nobody saw it. */
  movedAt: string | null
  /** The last day on which it may be handed in again. */
  mendUntil: Day | null
  recommendation: Partial<Recommendation>
  today: Day
  now: string
}

interface Case {
  application: TitleApplication
  input: TitleMoveInput
}

/**
 * Carries out one move of an application: reads under its lock, asks the way and what it needs, and writes the new state,
 * its step, what the move means besides, the notices and the audit, together or not at all.
 */
export async function moveTitleApplication(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: TitleMoveInput,
): Promise<TitleMoveResult> {
  const words = [input.reason, ...Object.values(input.recommendation).map(String)]
  if (words.some(holdsPersonalNumber)) return { ok: false, refusal: 'holds-number' }
  const seen = await findTitleApplication(db, scope, input.id, input.today)
  if (seen === undefined) return { ok: false, refusal: 'not-found' }
  return inTransaction(db, async tx => {
    // Two officers give away the places of a unit one after the other.
    await lockRow(tx, 'designation_batch', seen.batchId)
    await lockRow(tx, 'title_application', input.id)
    const application = await findTitleApplication(tx, scope, input.id, input.today)
    if (application === undefined) return { ok: false, refusal: 'not-found' }
    const { id, action, now: at } = input
    if (action === 'put-up' || action === 'designate') return { ok: false, refusal: 'of-a-batch' }
    const way = titleWayOf(application.state, action, standingsOf(scope, application))
    if (!way.ok) return way
    // It was moved forth and back, or on to where the same can be done: that is not what was decided on.
    if (input.movedAt !== null && input.movedAt !== application.stateAt)
      return { ok: false, refusal: 'moved-meanwhile' }
    for (const need of way.needs) {
      const unmet = await unmetNeed[need](tx, { application, input })
      if (unmet !== null) return unmet
    }
    await effects[action]?.(tx, { application, input })
    const reason = input.reason.trim()
    const step = { from: application.state, to: way.to, action, by, at, reason }
    // Nobody can have moved it: it is held.
    if (!(await appendTitleStep(tx, id, step)))
      throw new Error(`Application ${id} was moved although it is held`)
    await tellMoved(tx, { application, to: way.to, reason }, at)
    await recordAudit(tx, by, {
      action: 'title-application.move',
      subjectKind: 'title-application',
      subjectId: id,
      unitCode: application.unitCode,
      schoolId: application.schoolId,
      detail: {
        ...{ batch: application.batchName, move: action, from: application.state, to: way.to, reason },
        ...(action === 'recommend' && { recommendation: { ...input.recommendation } }),
        ...(input.mendUntil !== null && { mendUntil: input.mendUntil }),
      },
    })
    return { ok: true }
  })
}

type Unmet = Exclude<TitleMoveResult, { ok: true }> | null

type Check = (tx: Tx, its: Case) => Promise<Unmet> | Unmet

function refusedIf(isSo: boolean, refusal: Exclude<TitleMoveRefusal, 'incomplete'>): Unmet {
  return isSo ? { ok: false, refusal } : null
}

const unmetNeed: Record<TitleNeed, Check> = {
  reason: (_tx, { input }) => refusedIf(input.reason.trim() === '', 'reason-needed'),
  'in-time': (_tx, { application, input }) => refusedIf(!isInTime(application, input.now), 'not-in-time'),
  complete: async (tx, { application, input }) => {
    if (input.seenAt !== null && input.seenAt !== application.updatedAt)
      return { ok: false, refusal: 'changed-meanwhile' }
    const { statement, sports } = application
    const draft = { statement, sports, scores: await selfScoresOf(tx, application.id) }
    const problems = missingInDraft(draft, await draftTerms(tx, application))
    return problems.length === 0 ? null : { ok: false, refusal: 'incomplete', problems }
  },
  'mend-day': (_tx, { input }) =>
    refusedIf(input.mendUntil === null || input.mendUntil <= input.today, 'mend-day-needed'),
  recommendation: async (tx, { application, input }) => {
    const { batchId, unitCode } = application
    const batch = await findBatch(tx, batchId, { announcedOnly: false })
    const taken = (await positionsOfUnit(tx, { batchId, unitCode, asOf: input.today }))
      .filter(one => one.applicationId !== application.id)
      .map(one => one.position)
    const terms = { quota: batch?.quotas[unitCode] ?? null, taken, today: input.today }
    const refusal = whyNotRecommended(input.recommendation, terms)
    return refusal === null ? null : { ok: false, refusal }
  },
  'window-closed': (_tx, { application, input }) =>
    refusedIf(input.now < application.closesAt, 'window-still-open'),
  scored: async (tx, { application }) => {
    const reviews = await reviewStatesOf(tx, [application.id])
    if (reviews.some(one => one.state === 'open')) return { ok: false, refusal: 'reviews-open' }
    return refusedIf(reviews.filter(one => one.state === 'done').length < leastExperts, 'too-few-experts')
  },
  'no-veto': async (tx, { application }) => refusedIf(await isVetoFound(tx, application.id), 'veto-found'),
  visited: async (tx, { application }) =>
    refusedIf((await countVisits(tx, application.id)) === 0, 'not-visited'),
  // Asked of the whole batch, where the notice is.
  'notice-over': () => null,
}

type Effect = (tx: Tx, its: Case) => Promise<void>

const effects: Partial<Record<TitleAction, Effect>> = {
  submit: (tx, { application, input }) => setSubmitted(tx, application.id, input.now),
  return: async (tx, { application, input }) => {
    if (input.mendUntil !== null) await setMendUntil(tx, application.id, endOfCityDay(input.mendUntil))
    await deleteRecommendation(tx, application.id)
  },
  recommend: async (tx, { application, input: { recommendation: given } }) => {
    const { position = 0, opinion = '', educationBy = '', sportsBy = '' } = given
    await setRecommendation(tx, application.id, {
      ...{ position, opinion: opinion.trim() },
      ...{ educationBy: educationBy.trim(), educationOn: given.educationOn ?? '' },
      ...{ sportsBy: sportsBy.trim(), sportsOn: given.sportsOn ?? '' },
    })
  },
  'take-back': (tx, { application }) => deleteRecommendation(tx, application.id),
  withdraw: (tx, { application }) => deleteRecommendation(tx, application.id),
}

/** The instant at which a day ends in the city. */
function endOfCityDay(day: Day): string {
  return instantInCity(`${addDays(day, 1)}T00:00`) ?? day
}
