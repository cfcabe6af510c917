import { randomInt } from 'node:crypto'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { findPublishedPost, type Post, statusOf } from '#app/features/posts/posts.queries.server.ts'
import { windowState } from '#app/features/posts/round.rule.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow, newId } from '#db/write.server.ts'
import { type ApplicantFacts, lockedApplicantFacts } from './applicant-facts.queries.server.ts'
import { applicationNumber, serials, spoken } from './application-number.rule.ts'
import { appendStep } from './application-steps.queries.server.ts'
import { insertApplication, rewriteApplication } from './application-writes.queries.server.ts'
import { type Standing, standingInRound } from './applications.queries.server.ts'
import { eligibilityOf, type RuleAnswer, rulesOf, verdictOf } from './eligibility.rule.ts'
import { printOf } from './judged-facts.server.ts'
import { mendUntil } from './mend-until.rule.ts'
import { tellSubmitted } from './tell-applicants.server.ts'

export interface ApplyInput {
  postNumber: string
  statement: string
  /** When the request arrived: whoever was in time does not lose it in a queue. */
  at: string
}

export type ApplyRefusal =
  | { refusal: 'not-found' | 'no-profile' | 'cancelled' | 'not-open-yet' | 'closed' | 'mend-time-over' }
  | { refusal: 'already-applied' | 'another-post'; standing: Standing }
  | { refusal: 'not-eligible'; rules: RuleAnswer[] }

export type ApplyResult = { ok: true; id: string; number: string } | ({ ok: false } & ApplyRefusal)

const attempts = 5

/**
 * Hands an application in, or a returned one in again. Whether the post is open, whether the person may, and whether
 * they have applied already is decided inside the transaction; an application handed in earlier is answered, never doubled.
 */
export async function applyToPost(
  db: Db,
  by: { id: string; name: string },
  input: ApplyInput,
): Promise<ApplyResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(db, tx => handIn(tx, by, input))
    } catch (error) {
      if (error instanceof CancelledMeanwhile) return { ok: false, refusal: 'cancelled' }
      // Two clicks race, and the unique key decides: asked again, the second finds the application of the first.
      if (attempt >= attempts || !isUniqueViolation(error)) throw error
    }
  }
}

/** Thrown, so that nothing of the application stands. */
class CancelledMeanwhile extends Error {}

async function handIn(tx: Tx, by: { id: string; name: string }, input: ApplyInput): Promise<ApplyResult> {
  const post = await findPublishedPost(tx, input.postNumber)
  if (post === undefined) return { ok: false, refusal: 'not-found' }
  const applicant = await lockedApplicantFacts(tx, by.id)
  if (applicant === undefined) return { ok: false, refusal: 'no-profile' }
  const standing = await standingInRound(tx, applicant.id, post.roundId)
  const own = ownAmong(standing, post)
  const refused = refusalOf(post, standing, own, input.at)
  if (refused !== null) return { ok: false, ...refused }
  const rules = eligibilityOf(rulesOf(post), applicant)
  if (verdictOf(rules) !== 'eligible') return { ok: false, refusal: 'not-eligible', rules }
  const handedIn = await write(tx, { applicant, post, own, rules, by, input })
  // Somebody moved it on between the reading and the writing: it has been handed in.
  if (handedIn === null) return { ok: false, refusal: 'already-applied', standing: own! }
  // Held as late as can be, so that many come in at once: whoever cancels the post finds this one, or came first.
  await lockRow(tx, 'coach_post', post.id)
  if ((await statusOf(tx, post.id)) !== 'published') throw new CancelledMeanwhile()
  const told = { ...handedIn, accountId: by.id, post: post.title, number: spoken(handedIn.number) }
  await tellSubmitted(tx, told, input.at)
  await recordAudit(tx, by, {
    action: own?.state === 'RETURNED' ? 'application.resubmit' : 'application.submit',
    subjectKind: 'application',
    subjectId: handedIn.id,
    unitCode: post.unitCode,
    schoolId: post.schoolId,
    detail: { number: handedIn.number, post: post.number, rules: rules.map(one => one.code) },
  })
  return { ok: true, ...handedIn }
}

/** What the person has under way for this very post; of a draft and what was handed in, the latter. */
export function ownAmong(standing: readonly Standing[], post: Pick<Post, 'id'>): Standing | undefined {
  const own = standing.filter(one => one.postId === post.id)
  return own.find(one => one.state !== 'DRAFT') ?? own[0]
}

function refusalOf(
  post: Post,
  standing: readonly Standing[],
  own: Standing | undefined,
  at: string,
): ApplyRefusal | null {
  const isReturned = own?.state === 'RETURNED'
  if (own !== undefined && own.state !== 'DRAFT' && !isReturned)
    return { refusal: 'already-applied', standing: own }
  const other = standing.find(one => one.postId !== post.id && one.state !== 'DRAFT')
  if (post.round.onePostEach && other !== undefined) return { refusal: 'another-post', standing: other }
  if (post.status !== 'published') return { refusal: 'cancelled' }
  if (isReturned) return at < mendUntil(post.round, own.stateAt) ? null : { refusal: 'mend-time-over' }
  const window = windowState(post.round, at)
  return window === 'open' ? null : { refusal: window === 'soon' ? 'not-open-yet' : 'closed' }
}

interface HandedIn {
  applicant: ApplicantFacts
  post: Post
  own: Standing | undefined
  rules: RuleAnswer[]
  by: { id: string; name: string }
  input: ApplyInput
}

async function write(
  tx: Tx,
  { applicant, post, own, rules, by, input }: HandedIn,
): Promise<{ id: string; number: string } | null> {
  const { statement, at } = input
  const given = {
    statement,
    eligibility: JSON.stringify(rules.map(one => one.code)),
    judgedFacts: printOf(applicant),
  }
  const slot = post.round.onePostEach ? post.roundId : post.id
  const step = { to: 'SUBMITTED', by, at } as const
  if (own !== undefined) {
    const action = own.state === 'RETURNED' ? 'resubmit' : 'submit'
    const moved = await appendStep(tx, { ...step, applicationId: own.id, from: own.state, action })
    if (!moved) return null
    await rewriteApplication(tx, own.id, { ...given, slot, submittedAt: at })
    return { id: own.id, number: own.number }
  }
  const { id, number } = newApplication(at)
  const ids = { postId: post.id, roundId: post.roundId, applicantId: applicant.id }
  await insertApplication(tx, { ...ids, ...given, id, number, slot, state: 'SUBMITTED', at })
  await appendStep(tx, { ...step, applicationId: id, from: '', action: 'submit' })
  return { id, number }
}

/** The id and the number of an application that is about to be written. */
export function newApplication(at: string): { id: string; number: string } {
  return { id: newId(), number: applicationNumber(Number(at.slice(0, 4)), randomInt(serials)) }
}
