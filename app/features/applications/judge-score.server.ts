import type { ApplicationState, Db } from '#db/tables.ts'
import { type Component, rankOf, reserveAt } from './candidates.queries.server.ts'

/** Of a candidate, what decides whether a score may be entered. */
export interface ScoreCase {
  id: string
  postId: string
  state: ApplicationState
  isPublished: boolean
}

export type NoScore =
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
 * Why a score cannot be entered or mended; null when it can: the candidate is in the test, and nothing was published
 * yet, but for the extra test between equals in reserve, which is held only when one of them is to be called.
 */
export async function whyNoScore(db: Db, of: ScoreCase, component: Component): Promise<NoScore | null> {
  if (!of.isPublished) return of.state === testOf[component] ? null : 'not-in-this-test'
  return component === 'EXTRA' && (await hasEquals(db, of)) ? null : 'frozen'
}

/** Whether somebody else in reserve has the same rank. */
async function hasEquals(db: Db, { id, postId, state }: ScoreCase): Promise<boolean> {
  const rank = state === 'RESERVE' ? await rankOf(db, id) : null
  return rank !== null && (await reserveAt(db, postId, rank)).length > 1
}
