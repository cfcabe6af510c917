import type { Indicator } from '../designation/indicator.rule.ts'
import { type ExpertScore, vetoFound } from './scoring.rule.ts'
import { readPoints } from './self-score.rule.ts'

/** What an expert has written, as it stands in the form. */
export interface ReviewEntry {
  /** By the code of the indicator; of a veto anything but '' for found. */
  points: Readonly<Record<string, string>>
  comment: string
}

export const longestComment = 1000

export type ReviewProblem =
  | 'points-malformed'
  | 'points-above-most'
  | 'points-missing'
  | 'comment-too-long'
  | 'holds-number'

/** A problem with the field that it is of: 'comment', or an indicator by its code. */
export interface ReviewProblemAt {
  at: string
  problem: ReviewProblem
}

export interface ReviewTerms {
  indicators: readonly Indicator[]
  /** Whether words hold an ID or phone number. */
  holdsNumber: (words: string) => boolean
  /** Whether it is to be finished, so that nothing may be missing but a bonus. */
  isWhole: boolean
}

/** What a form says: the scores, or each problem at its cell. */
export function readReview(
  entry: ReviewEntry,
  terms: ReviewTerms,
): { ok: true; scores: ExpertScore[]; comment: string } | { ok: false; problems: ReviewProblemAt[] } {
  const problems: ReviewProblemAt[] = []
  const scores: ExpertScore[] = []
  for (const indicator of terms.indicators) {
    const read = readCell(indicator, entry.points[indicator.code] ?? '')
    if (typeof read === 'string') problems.push({ at: indicator.code, problem: read })
    else if (read !== null) scores.push({ code: indicator.code, points: read })
    else if (terms.isWhole && indicator.kind === 'score')
      problems.push({ at: indicator.code, problem: 'points-missing' })
  }
  const comment = entry.comment.trim()
  if (Array.from(comment).length > longestComment)
    problems.push({ at: 'comment', problem: 'comment-too-long' })
  if (terms.holdsNumber(comment)) problems.push({ at: 'comment', problem: 'holds-number' })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scores, comment }
}

function readCell({ kind, most }: Indicator, text: string): number | null | ReviewProblem {
  if (kind === 'veto') return text.trim() === '' ? null : vetoFound
  const points = readPoints(text)
  if (points === undefined) return 'points-malformed'
  return points !== null && points > most * 100 ? 'points-above-most' : points
}
