import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import {
  certificatesOfApplicant,
  consentsOf,
  findApplicantById,
  sportsOfApplicant,
} from '#app/features/applicants/applicants.queries.server.ts'
import { hasConsent } from '#app/features/applicants/consent.rule.ts'
import { documentsOfApplicant } from '#app/features/applicants/documents.queries.server.ts'
import { checkStateOn, urgencyOf } from '#app/features/instructors/entry-check.rule.ts'
import { entryChecksOf } from '#app/features/instructors/entry-checks.queries.server.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import type { ApplicationState, Db } from '#db/tables.ts'
import { findApplication } from './applications.queries.server.ts'
import { mayOpen } from './candidate-document.server.ts'
import { candidatesOf, countStates, recruitingOf } from './candidates.queries.server.ts'
import { ageOn } from './eligibility.rule.ts'
import { haveFactsChanged } from './judged-facts.server.ts'
import { noticeDays } from './notice.rule.ts'
import { readApplication } from './read-application.server.ts'
import { resultsOf } from './scores.queries.server.ts'
import { actionsOn, plainActions } from './way.rule.ts'

/**
 * What an office sees of one candidate: the profile without any number, the way so far, and what may be done now. The
 * entry check is shown to offices only; null outside the scope.
 */
export async function readCandidate(
  db: Db,
  scope: Scope,
  asked: { id: string; today: Day; now: string; seesChecks: boolean },
) {
  const row = await findApplication(db, scope, asked.id)
  const post = row === undefined ? undefined : await findPost(db, scope, row.postId)
  const application = await readApplication(db, scope, asked.id, asked.now)
  if (row === undefined || post === undefined || application === undefined) return null
  const person = await findApplicantById(db, row.applicantId)
  const { rank, scores } = await resultsOf(db, asked.id)
  const isRankingPublished = (await recruitingOf(db, post.id)).scoresPublishedAt !== null
  const check = checkStateOn(await entryChecksOf(db, row.applicantId), asked.today)
  const isChanged = await haveFactsChanged(db, row)
  const actions = actionsOn(
    { ...row, isRankingPublished, isChanged, postStatus: post.status },
    standingOf(scope, post),
  )
  return {
    application,
    applicantId: row.applicantId,
    post: { id: post.id, title: post.title, number: post.number, quota: post.quota },
    person: {
      name: person?.name ?? '',
      age: person?.birthDate == null ? null : ageOn(asked.today, person.birthDate),
      education: person?.education ?? '',
      graduatedFrom: person?.graduatedFrom ?? '',
      experienceYears: person?.experienceYears ?? 0,
      isRetiredAthlete: person?.isRetiredAthlete === 1,
      team: person?.team ?? '',
      sports: await sportsOfApplicant(db, row.applicantId),
      certificates: await certificatesOfApplicant(db, row.applicantId),
    },
    documents: (await documentsOfApplicant(db, row.applicantId)).filter(one => mayOpen(one.kind, row.state)),
    scores,
    rank,
    agreesToCheck: hasConsent(await consentsOf(db, row.applicantId), 'ENTRY_CHECK'),
    check: asked.seesChecks ? { check, urgency: urgencyOf(check, asked.today) } : null,
    actions,
  }
}

export const candidatesAPage = 100

/** A page of the candidates of a post, of one state if asked for, with what may be done; null outside the scope. */
export async function readCandidates(
  db: Db,
  scope: Scope,
  postId: string,
  asked: { page: number; state?: ApplicationState },
) {
  const post = await findPost(db, scope, postId)
  if (post === undefined) return null
  const { page, state: only } = asked
  const states = await countStates(db, scope, postId)
  const part = { limit: candidatesAPage, offset: (page - 1) * candidatesAPage }
  const candidates = await candidatesOf(db, scope, postId, {
    ...part,
    ...(only !== undefined && { state: only }),
  })
  const isReviewer = standingOf(scope, post) === 'reviewer'
  const is = (state: ApplicationState) => states.some(one => one.state === state)
  const recruiting = await recruitingOf(db, postId)
  const isRankingPublished = recruiting.scoresPublishedAt !== null
  const { engagement, status: postStatus } = post
  const may = new Set(
    states.flatMap(({ state }) =>
      actionsOn(
        { engagement, state, isRankingPublished, isChanged: false, postStatus },
        standingOf(scope, post),
      ),
    ),
  )
  return {
    post: { id: post.id, title: post.title, number: post.number, quota: post.quota },
    candidates,
    states,
    total: states.reduce((sum, one) => sum + one.count, 0),
    recruiting,
    plainActions: plainActions.filter(action => may.has(action)),
    noticeDays,
    mayShortList: isReviewer && is('WRITTEN'),
    mayRank: isReviewer && is('SKILL_TEST'),
    mayAnswer: isReviewer,
  }
}
