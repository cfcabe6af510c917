import type { Scope } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import type { ApplicationState, Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { type ApplicationRow, findApplication } from './applications.queries.server.ts'
import { type Component, rankOf, recruitingOf, reserveAt, writeScore } from './candidates.queries.server.ts'
import { readScore, type ScoreReading } from './score.rule.ts'

export type ScoreRefusal =
  | Extract<ScoreReading, { ok: false }>['refusal']
  | 'not-found'
  | 'not-allowed'
  /** Published scores stand. */
  | 'frozen'
  /** Of a test that the candidate does not take now. */
  | 'not-in-this-test'

const testOf: Record<Component, ApplicationState> = {
  WRITTEN: 'WRITTEN',
  SKILL: 'SKILL_TEST',
  EXTRA: 'SKILL_TEST',
}

/**
 * Enters or mends a score of a candidate who is in the test. Nothing is changed once the scores were published, but for
 * the extra test between equals in reserve, which is held only when one of them is to be called.
 */
export async function enterScore(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { id: string; component: Component; text: string; now: string },
): Promise<{ ok: true } | { ok: false; refusal: ScoreRefusal }> {
  const { id, component, now: at } = input
  const reading = readScore(input.text)
  if (!reading.ok) return reading
  if (scope.kind === 'applicant') return { ok: false, refusal: 'not-found' }
  return inTransaction(db, async tx => {
    const seen = await findApplication(tx, scope, id)
    const post = seen === undefined ? undefined : await findPost(tx, scope, seen.postId)
    if (seen === undefined || post === undefined) return { ok: false, refusal: 'not-found' }
    if (standingOf(scope, post) !== 'reviewer') return { ok: false, refusal: 'not-allowed' }
    await lockRow(tx, 'coach_post', post.id)
    const application = (await findApplication(tx, scope, id)) ?? seen
    const isPublished = (await recruitingOf(tx, post.id)).scoresPublishedAt !== null
    const setsEqualsApart = component === 'EXTRA' && (await hasEquals(tx, post.id, application))
    if (isPublished && !setsEqualsApart) return { ok: false, refusal: 'frozen' }
    if (!isPublished && application.state !== testOf[component])
      return { ok: false, refusal: 'not-in-this-test' }
    await writeScore(tx, { applicationId: id, component, score: reading.score, by: by.name, at })
    await recordAudit(tx, by, {
      action: 'application.score',
      subjectKind: 'application',
      subjectId: id,
      unitCode: post.unitCode,
      schoolId: post.schoolId,
      detail: { number: application.number, component, score: reading.score },
    })
    return { ok: true }
  })
}

/** Whether somebody else in reserve has the same rank. */
async function hasEquals(tx: Tx, postId: string, { id, state }: ApplicationRow): Promise<boolean> {
  const rank = state === 'RESERVE' ? await rankOf(tx, id) : null
  return rank !== null && (await reserveAt(tx, postId, rank)).length > 1
}
