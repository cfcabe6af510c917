import type { Scope } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { findApplication } from './applications.queries.server.ts'
import { type Component, recruitingOf, writeScore } from './candidates.queries.server.ts'
import { type NoScore, whyNoScore } from './judge-score.server.ts'
import { readScore, type ScoreReading } from './score.rule.ts'

export type ScoreRefusal =
  | Extract<ScoreReading, { ok: false }>['refusal']
  | 'not-found'
  | 'not-allowed'
  | NoScore

/** Enters or mends a score of a candidate who is in the test. */
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
    const refusal = await whyNoScore(tx, { ...application, isPublished }, component)
    if (refusal !== null) return { ok: false, refusal }
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
