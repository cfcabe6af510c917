import { z } from 'zod'
import type { IndicatorKind } from '../designation/indicator.rule.ts'
import type { ReviewEntry } from './review-entry.rule.ts'
import { type ExpertScore, vetoFound } from './scoring.rule.ts'
import { pointsText } from './self-score.rule.ts'

/** What the page of a review posts, but for the points. */
export const ReviewForm = z.object({
  intent: z.enum(['declare', 'save', 'finish']),
  interest: z.enum(['none', 'conflict']).optional(),
  conflict: z.string().default(''),
  updatedAt: z.string().max(23).default(''),
})

const field = 'points-'

/** What was posted of a review, as it was written. */
export function reviewEntry(entered: Readonly<Record<string, string>>): ReviewEntry {
  const points = Object.entries(entered)
    .filter(([name]) => name.startsWith(field))
    .map(([name, value]) => [name.slice(field.length), value])
  return { points: Object.fromEntries(points), comment: entered.comment ?? '' }
}

/** What was saved, as the form shows it. A veto that was found is a box that is ticked. */
export function enteredReview(
  scores: readonly ExpertScore[],
  comment: string,
  lines: readonly { code: string; kind: IndicatorKind }[],
): Record<string, string> {
  const vetoes = new Set(lines.filter(one => one.kind === 'veto').map(one => one.code))
  const points = scores.map(({ code, points }) => [
    field + code,
    vetoes.has(code) ? vetoMark(points) : pointsText(points),
  ])
  return { ...Object.fromEntries(points), comment }
}

function vetoMark(points: number): string {
  return points === vetoFound ? 'on' : ''
}
