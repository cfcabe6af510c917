import { findPublishedPost, type Post } from '#app/features/posts/posts.queries.server.ts'
import { type WindowState, windowState } from '#app/features/posts/round.rule.ts'
import type { AthleteGrade, Db, Education } from '#db/tables.ts'
import { type ApplicantFacts, applicantFacts } from './applicant-facts.queries.server.ts'
import { stepsOf } from './application-steps.queries.server.ts'
import { type Standing, standingInRound } from './applications.queries.server.ts'
import { ownAmong } from './apply-to-post.server.ts'
import { type ApplicationDocument, documentsFor } from './documents.rule.ts'
import { eligibilityOf, type RuleAnswer, rulesOf } from './eligibility.rule.ts'

export interface ApplyPage {
  post: Omit<Post, 'createdBy'>
  window: WindowState
  /** What the application takes from the profile; null before there is one. */
  profile: { name: string; grade: AthleteGrade; education: Education; experienceYears: number } | null
  rules: RuleAnswer[]
  documents: { kind: ApplicationDocument; isHeld: boolean }[]
  /** What the person has under way for this post, and for another one of a round that takes one each. */
  own: Standing | null
  other: Standing | null
  /** Why the own application came back. */
  returnedBecause: string
  statement: string
}

/** All that somebody needs before applying to a post: its rules against the profile, and what stands already. */
export async function readApplyPage(
  db: Db,
  accountId: string,
  postNumber: string,
  now: string,
): Promise<ApplyPage | undefined> {
  const found = await findPublishedPost(db, postNumber)
  if (found === undefined) return undefined
  const { createdBy: _author, ...post } = found
  const applicant = await applicantFacts(db, accountId)
  const standing = applicant === undefined ? [] : await standingInRound(db, applicant.id, post.roundId)
  const own = ownAmong(standing, post) ?? null
  const rules = applicant === undefined ? [] : eligibilityOf(rulesOf(post), applicant)
  const others = standing.filter(one => one.postId !== post.id && one.state !== 'DRAFT')
  return {
    post,
    window: windowState(post.round, now),
    profile: applicant === undefined ? null : profileOf(applicant, post.sport),
    rules,
    documents: documentsFor(
      rules.map(rule => rule.code),
      applicant?.documents ?? [],
    ),
    own,
    other: post.round.onePostEach ? (others[0] ?? null) : null,
    returnedBecause: own?.state === 'RETURNED' ? await lastReason(db, own.id) : '',
    statement: own?.statement ?? applicant?.statement ?? '',
  }
}

function profileOf({ name, education, experienceYears, sports }: ApplicantFacts, sport: string) {
  const grade = sports.find(one => one.sport === sport)?.grade ?? ''
  return { name, grade, education, experienceYears }
}

async function lastReason(db: Db, applicationId: string): Promise<string> {
  return (await stepsOf(db, applicationId)).at(-1)?.reason ?? ''
}
