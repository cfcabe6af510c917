import type { Scope } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost, type Post, statusOf } from '#app/features/posts/posts.queries.server.ts'
import type { ApplicationState, Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { appendSteps } from './application-steps.queries.server.ts'
import {
  type CandidateRow,
  candidatesOf,
  publishScores,
  recruitingOf,
  setRanks,
} from './candidates.queries.server.ts'
import { releaseSlots } from './interviews.queries.server.ts'
import { type Candidate, type RankingRules, rankingOf, shortListOf } from './ranking.rule.ts'
import { tellMoved } from './tell-applicants.server.ts'

export type RankRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'nobody'
  /** Somebody has no score yet and is not marked absent either. */
  | 'scores-missing'
  /** Some are still on the way to this test. */
  | 'others-underway'
  /** Equals across the last place: an extra test must set them apart. */
  | 'tied'
  | 'published-already'
  /** Somebody may still apply. */
  | 'still-open'
  /** The post was cancelled or completed. */
  | 'post-over'

export type RankResult = { ok: true } | { ok: false; refusal: RankRefusal }

interface Actor {
  id: string | null
  name: string
}

/** After the written test: calls the short list to the check of originals; the others who passed wait in reserve. */
export async function publishShortList(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { postId: string; now: string },
): Promise<RankResult> {
  return ofPost(db, scope, by, input, async (tx, post, candidates) => {
    const inTest = candidates.filter(one => one.state === 'WRITTEN')
    if (inTest.length === 0) return 'nobody'
    if (candidates.some(one => ['SUBMITTED', 'RETURNED', 'QUALIFIED'].includes(one.state)))
      return 'others-underway'
    if (candidates.some(one => ['RECHECK', 'SKILL_TEST', 'RESERVE'].includes(one.state)))
      return 'published-already'
    if (inTest.some(one => one.scores.WRITTEN === undefined)) return 'scores-missing'
    const { called, behind, failed } = shortListOf(inTest.map(candidateOf), rulesOf(post))
    await setRanks(tx, post.id, [...called, ...behind])
    const move = mover(tx, post, { action: 'short-list', by, at: input.now })
    await move(idsOf(called), 'WRITTEN', 'RECHECK')
    await move(idsOf(behind), 'WRITTEN', 'RESERVE')
    await move(failed, 'WRITTEN', 'TERMINATED', '笔试未达到合格线')
    return null
  })
}

/**
 * After the skill test: ranks for good and freezes the scores; the places go on, the others wait in reserve. Whoever
 * waited behind the short list is out, since nobody is called to a test that is over.
 */
export async function publishRanking(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { postId: string; now: string },
): Promise<RankResult> {
  return ofPost(db, scope, by, input, async (tx, post, candidates) => {
    if ((await recruitingOf(tx, post.id)).scoresPublishedAt !== null) return 'published-already'
    const inTest = candidates.filter(one => one.state === 'SKILL_TEST')
    if (inTest.length === 0) return 'nobody'
    const before = ['SUBMITTED', 'RETURNED', 'QUALIFIED', 'WRITTEN', 'RECHECK']
    if (candidates.some(one => before.includes(one.state))) return 'others-underway'
    if (post.skillWeight > 0 && inTest.some(one => one.scores.SKILL === undefined)) return 'scores-missing'
    if (isExtraMissing(inTest, rulesOf(post))) return 'scores-missing'
    const { ranked, failed, tied } = rankingOf(inTest.map(candidateOf), rulesOf(post))
    if (tied.length > 0) return 'tied'
    const waiting = candidates.filter(one => one.state === 'RESERVE')
    const move = mover(tx, post, { action: 'rank', by, at: input.now })
    await move(idsOf(waiting), 'RESERVE', 'TERMINATED', '未进入技能测试')
    await setRanks(tx, post.id, ranked)
    await move(idsOf(ranked.filter(one => one.rank <= post.quota)), 'SKILL_TEST', 'RANKED')
    await move(idsOf(ranked.filter(one => one.rank > post.quota)), 'SKILL_TEST', 'RESERVE')
    await move(failed, 'SKILL_TEST', 'TERMINATED', '技能测试未达到合格线')
    await releaseSlots(tx, post.id, input.now)
    await publishScores(tx, post.id, input.now)
    return null
  })
}

async function ofPost(
  db: Db,
  scope: Scope,
  by: Actor,
  { postId, now }: { postId: string; now: string },
  work: (tx: Tx, post: Post, candidates: CandidateRow[]) => Promise<RankRefusal | null>,
): Promise<RankResult> {
  return inTransaction(db, async tx => {
    const post = await findPost(tx, scope, postId)
    if (post === undefined) return { ok: false, refusal: 'not-found' }
    if (standingOf(scope, post) !== 'reviewer') return { ok: false, refusal: 'not-allowed' }
    await lockRow(tx, 'coach_post', postId)
    if ((await statusOf(tx, postId)) !== 'published') return { ok: false, refusal: 'post-over' }
    if (now < post.round.closesAt) return { ok: false, refusal: 'still-open' }
    const candidates = await candidatesOf(tx, scope, postId)
    const refusal = await work(tx, post, candidates)
    if (refusal !== null) return { ok: false, refusal }
    await recordAudit(tx, by, {
      action: 'coach-post.rank',
      subjectKind: 'coach-post',
      subjectId: postId,
      unitCode: post.unitCode,
      schoolId: post.schoolId,
      detail: { number: post.number, at: now, candidates: candidates.length },
    })
    return { ok: true }
  })
}

/** Moves candidates of a post together, and tells each of them. */
function mover(tx: Tx, post: Post, step: { action: string; by: Actor; at: string }) {
  return async (ids: readonly string[], from: ApplicationState, to: ApplicationState, reason = '') => {
    await appendSteps(tx, ids, { ...step, from, to, reason })
    await tellMoved(tx, { ids, to, post: post.title, reason }, step.at)
  }
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(row => row.id)
}

/** A row as the ranking takes it: a score that is not entered counts as absent. */
export function candidateOf({ id, scores }: CandidateRow): Candidate {
  return {
    id,
    written: scores.WRITTEN ?? null,
    skill: scores.SKILL ?? null,
    extra: scores.EXTRA ?? null,
  }
}

/** Whether of the equals across the last place some have taken the extra test and others have no entry of it yet. */
function isExtraMissing(inTest: readonly CandidateRow[], rules: RankingRules): boolean {
  const { tied } = rankingOf(
    inTest.map(one => ({ ...candidateOf(one), extra: null })),
    rules,
  )
  const entered = inTest.filter(one => tied.includes(one.id) && one.scores.EXTRA !== undefined)
  return entered.length > 0 && entered.length < tied.length
}

function rulesOf(post: Post): RankingRules {
  const { quota, shortListRatio, writtenWeight, skillWeight, writtenPass, skillPass } = post
  return { quota, shortListRatio, writtenWeight, skillWeight, writtenPass, skillPass }
}
