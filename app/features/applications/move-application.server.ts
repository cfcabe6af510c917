import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import { consentsOf } from '#app/features/applicants/applicants.queries.server.ts'
import { hasConsent } from '#app/features/applicants/consent.rule.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { loadWorkingWeek } from '#app/features/calendar/calendar.queries.server.ts'
import { workingDaysAfter } from '#app/features/calendar/working-days.rule.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { monthsLater } from '#app/features/instructors/contract.rule.ts'
import { endContract } from '#app/features/instructors/end-instructor.server.ts'
import { type EngageRefusal, engageInstructor } from '#app/features/instructors/engage-instructor.server.ts'
import { checkStateOn, mayBeEngaged } from '#app/features/instructors/entry-check.rule.ts'
import { entryChecksOf } from '#app/features/instructors/entry-checks.queries.server.ts'
import {
  contractsOfApplication,
  lockPerson,
} from '#app/features/instructors/instructor-writes.queries.server.ts'
import { findInstructor } from '#app/features/instructors/instructors.queries.server.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost, type Post } from '#app/features/posts/posts.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { appendStep } from './application-steps.queries.server.ts'
import { type ApplicationRow, findApplication, findApplicationOfHeld } from './applications.queries.server.ts'
import {
  firstInReserve,
  placesUsed,
  rankOf,
  ranksUnderWay,
  recruitingOf,
  setNotice,
  statesOfPost,
} from './candidates.queries.server.ts'
import { releaseSlots } from './interviews.queries.server.ts'
import { haveFactsChanged, judgeFacts } from './judged-facts.server.ts'
import { probationFrom } from './next-step.rule.ts'
import { noticeDays } from './notice.rule.ts'
import { objectionsTo } from './objections.queries.server.ts'
import { mayBeCalledUp, nextInReserve } from './ranking.rule.ts'
import { tellMoved } from './tell-applicants.server.ts'
import { engaged, isOpenTo, type Need, type WayAction, type WayRefusal, wayOf } from './way.rule.ts'

export type MoveRefusal =
  | WayRefusal
  | EngageRefusal
  | 'not-found'
  | 'reason-needed'
  | 'holds-number'
  | 'has-written-test'
  | 'has-no-written-test'
  | 'not-next-in-reserve'
  | 'equals-in-reserve'
  | 'ranking-published'
  | 'ranking-not-published'
  | 'short-list-full'
  | 'no-place-free'
  | 'beyond-the-places'
  | 'consent-missing'
  | 'check-not-fresh'
  | 'holidays-unknown'
  | 'notice-running'
  | 'objections-open'
  | 'facts-changed'
  | 'no-longer-eligible'
  | 'contract-days-needed'
  | 'contract-begins-in-the-past'
  | 'contract-over'
  | 'check-not-clear'
  | 'probation-running'
  | 'moved-meanwhile'
  | 'post-over'

export interface MoveInput {
  id: string
  action: WayAction
  reason: string
  /** Of the contract, where the action makes one. */
  validFrom: Day | null
  validTo: Day | null
  today: Day
  now: string
}

interface Case {
  application: ApplicationRow
  post: Post
  input: MoveInput
}

class MovedMeanwhile extends Error {}

/**
 * Carries out one move of an application: reads under the locks of the post and the person, asks the way and what it needs, and writes the
 * new state, its step, all that the move means besides, and the audit, together or not at all.
 */
export async function moveApplication(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: MoveInput,
): Promise<MoveResult> {
  if (scope.kind === 'applicant') return { ok: false, refusal: 'not-found' }
  if (holdsPersonalNumber(input.reason)) return { ok: false, refusal: 'holds-number' }
  return inOneMove(db, async tx => {
    const seen = await findApplication(tx, scope, input.id)
    if (seen === undefined) return { ok: false, refusal: 'not-found' }
    await lockRow(tx, 'coach_post', seen.postId)
    const application = await findApplicationOfHeld(tx, scope, input.id)
    if (application === undefined) return { ok: false, refusal: 'not-found' }
    const post = await findPost(tx, scope, application.postId)
    if (post === undefined) return { ok: false, refusal: 'not-found' }
    const way = wayOf(application, input.action, standingOf(scope, post))
    if (!way.ok) return way
    if (!isOpenTo(way.to, application.state, post.status)) return { ok: false, refusal: 'post-over' }
    const its: Case = { application, post, input }
    for (const need of way.needs) {
      const refusal = await unmet[need](tx, its)
      if (refusal !== null) return { ok: false, refusal }
    }
    const effect = await effects[input.action]?.(tx, its, by)
    if (effect !== undefined && effect !== null) return { ok: false, refusal: effect }
    const { id, action, now: at } = input
    const reason = input.reason.trim()
    const step = { applicationId: id, from: application.state, to: way.to, action, by, at, reason }
    // What the move means besides is written already: thrown, so that none of it stands.
    if (!(await appendStep(tx, step))) throw new MovedMeanwhile()
    await releaseSlots(tx, post.id, at)
    if (way.to !== application.state)
      await tellMoved(tx, { ids: [id], to: way.to, post: post.title, reason }, at)
    await recordAudit(tx, by, {
      action: 'application.move',
      subjectKind: 'application',
      subjectId: id,
      unitCode: application.unitCode,
      schoolId: application.schoolId,
      detail: { number: application.number, move: action, from: application.state, to: way.to, reason },
    })
    return { ok: true }
  })
}

type MoveResult = { ok: true } | { ok: false; refusal: MoveRefusal }

async function inOneMove(db: Db, work: (tx: Tx) => Promise<MoveResult>): Promise<MoveResult> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    if (error instanceof MovedMeanwhile) return { ok: false, refusal: 'moved-meanwhile' }
    throw error
  }
}

type Check = (tx: Tx, its: Case) => Promise<MoveRefusal | null> | MoveRefusal | null

const unmet: Record<Need, Check> = {
  reason: (_tx, { input }) => (input.reason.trim() === '' ? 'reason-needed' : null),
  'written-test': (_tx, { post }) => (post.writtenWeight > 0 ? null : 'has-no-written-test'),
  'no-written-test': (_tx, { post }) => (post.writtenWeight > 0 ? 'has-written-test' : null),
  'next-on-short-list': async (tx, { application, post }) => {
    if (await isRankingPublished(tx, post.id)) return 'ranking-published'
    const rank = await rankOf(tx, application.id)
    const underWay = await ranksUnderWay(tx, post.id)
    const room = post.quota * post.shortListRatio
    const isFirst = (await firstInReserve(tx, post.id)).some(one => one.id === application.id)
    if (rank !== null && mayBeCalledUp(rank, { underWay, isFirst, room })) return null
    return underWay.length < room ? 'not-next-in-reserve' : 'short-list-full'
  },
  'next-in-reserve': async (tx, { application, post }) => {
    if (!(await isRankingPublished(tx, post.id))) return 'ranking-not-published'
    if ((await placesUsed(tx, post.id)) >= post.quota) return 'no-place-free'
    const next = nextInReserve(await firstInReserve(tx, post.id))
    if (next.kind === 'tied' && next.ids.includes(application.id)) return 'equals-in-reserve'
    return next.kind === 'next' && next.id === application.id ? null : 'not-next-in-reserve'
  },
  'within-quota': async (tx, { application, post }) => {
    const rank = await rankOf(tx, application.id)
    return rank !== null && rank <= post.quota ? null : 'beyond-the-places'
  },
  'fresh-check': async (tx, { application, input }) => {
    const { applicantId } = application
    if (!hasConsent(await consentsOf(tx, applicantId), 'ENTRY_CHECK')) return 'consent-missing'
    return mayBeEngaged(await entryChecksOf(tx, applicantId), input.today) ? null : 'check-not-fresh'
  },
  'notice-over': async (tx, { application, post, input }) => {
    // As it was announced: a day that the calendar frees since does not shorten or lengthen it.
    if (application.publicityTo === null || input.today <= application.publicityTo) return 'notice-running'
    const objections = await objectionsTo(tx, post.id)
    return objections.some(one => one.status === 'received') ? 'objections-open' : null
  },
  'as-judged': async (tx, { application }) => {
    // Held, so that nothing changes between this look and the register.
    await lockRow(tx, 'applicant', application.applicantId)
    return (await haveFactsChanged(tx, application)) ? 'facts-changed' : null
  },
  'contract-days': (_tx, { input }) => {
    if (input.validFrom === null || input.validTo === null) return 'contract-days-needed'
    // Nobody worked before the check of today, and no probation is served in the past.
    return input.validFrom < input.today ? 'contract-begins-in-the-past' : null
  },
  'place-free': async (tx, { post }) => {
    const atWork = [...(await statesOfPost(tx, post.id, engaged)).values()].flat()
    return atWork.length >= post.quota ? 'no-place-free' : null
  },
  'not-stopped': async (tx, { application, input }) => {
    const check = checkStateOn(await entryChecksOf(tx, application.applicantId), input.today)
    return check.state === 'not-clear' ? 'check-not-clear' : null
  },
  'contract-runs': async (tx, { application, input: { today } }) => {
    const contracts = await contractsOfApplication(tx, application.id)
    return contracts.some(one => one.validFrom <= today && one.validTo >= today) ? null : 'contract-over'
  },
  'probation-over': (_tx, { application, input }) =>
    input.today < monthsLater(probationFrom(application), application.probationMonths)
      ? 'probation-running'
      : null,
}

type Effect = (tx: Tx, its: Case, by: { id: string | null; name: string }) => Promise<MoveRefusal | null>

const effects: Partial<Record<WayAction, Effect>> = {
  qualify: judge,
  review: judge,
  'pass-recheck': judge,
  'judge-again': judge,
  'pass-vetting': putUpNotice,
  sign: makeContract,
  engage: makeContract,
  end: endWork,
}

function judge(tx: Tx, { application, post }: Case): Promise<MoveRefusal | null> {
  return judgeFacts(tx, application, post)
}

/**
 * The notice of a candidate runs from the working day after it was put up. Where that of another candidate of the post
 * still runs, the post's goes on from there: whoever objects to either is heard.
 */
async function putUpNotice(tx: Tx, { application, post, input }: Case): Promise<MoveRefusal | null> {
  const week = await loadWorkingWeek(tx, { from: input.today, to: addDays(input.today, 60) })
  const own = workingDaysAfter(input.today, noticeDays, week)
  if (!own.ok) return own.refusal
  const { publicityFrom, publicityTo } = await recruitingOf(tx, post.id)
  const isRunning = publicityTo !== null && publicityTo >= input.today
  const [, to = own.to] = [publicityTo ?? own.to, own.to].sort()
  const days = isRunning ? { from: publicityFrom ?? own.from, to } : own
  await setNotice(tx, { postId: post.id, applicationId: application.id, own, days })
  return null
}

async function makeContract(
  tx: Tx,
  { application, input }: Case,
  by: { id: string | null; name: string },
): Promise<MoveRefusal | null> {
  const { validFrom, validTo, now: at } = input
  if (validFrom === null || validTo === null) return 'contract-days-needed'
  const engaged = await engageInstructor(tx, by, { applicationId: application.id, validFrom, validTo, at })
  return engaged.ok ? null : engaged.refusal
}

/** Ends what still runs of the work that the application led to; a contract that has not begun never holds. */
async function endWork(
  tx: Tx,
  { application, input }: Case,
  by: { id: string | null; name: string },
): Promise<null> {
  const { today } = input
  await lockPerson(tx, application.applicantId)
  for (const { id } of await contractsOfApplication(tx, application.id)) {
    const standing = await findInstructor(tx, { kind: 'city' }, id, today)
    if (standing === undefined || standing.validTo <= today) continue
    const lastDay = standing.validFrom > today ? addDays(standing.validFrom, -1) : today
    await endContract(tx, by, standing, { lastDay, reason: input.reason.trim() })
  }
  return null
}

async function isRankingPublished(tx: Tx, postId: string): Promise<boolean> {
  return (await recruitingOf(tx, postId)).scoresPublishedAt !== null
}
