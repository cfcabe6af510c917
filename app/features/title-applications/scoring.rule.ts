import { type Indicator, mostBonus } from '../designation/indicator.rule.ts'
import { sumOfPoints } from './self-score.rule.ts'

/** What an expert gives for an indicator, in hundredths; of a veto `vetoFound`. What is not given is not nought. */
export interface ExpertScore {
  code: string
  points: number
}

/** Of a veto: the expert finds that it applies. */
export const vetoFound = 1

/** A review that an expert has finished. */
export interface DoneReview {
  id: string
  scores: readonly ExpertScore[]
}

/** Fewer experts than these cannot show who of them is the odd one out. */
const leastToCompare = 3
/** Hundredths between a total and the median of the others', beyond which it is looked at. */
const farTotal = 1000
/** The same for an indicator: more than one in so many of its points. */
const farShare = 3

export interface ReviewTotal {
  score: number
  bonus: number
  /** Null while an indicator has no points. */
  total: number | null
  /** Indicators that still have none; a bonus may be left out. */
  missing: string[]
  /** Vetoes that the expert finds. They take no points; they exclude the school. */
  vetoes: string[]
}

/** What a review comes to, its bonus up to its bound (domain.md 3.3). */
export function totalOfReview(scores: readonly ExpertScore[], indicators: readonly Indicator[]): ReviewTotal {
  const given = new Map(scores.map(one => [one.code, one.points]))
  const { score, bonus, total } = sumOfPoints(scores, indicators, mostBonus)
  const missing = indicators.filter(one => one.kind === 'score' && !given.has(one.code)).map(one => one.code)
  const vetoes = indicators
    .filter(one => one.kind === 'veto' && given.get(one.code) === vetoFound)
    .map(one => one.code)
  return { score, bonus, total: missing.length === 0 ? total : null, missing, vetoes }
}

/** The mean in whole hundredths, half up; null of nothing. */
export function meanOf(points: readonly number[]): number | null {
  if (points.length === 0) return null
  const sum = points.reduce((all, one) => all + one, 0)
  return Math.floor((2 * sum + points.length) / (2 * points.length))
}

export interface Spread {
  /** The most less the least. */
  range: number
  /** Standard deviation of these experts (not of a sample of them), half up. */
  deviation: number
}

export function spreadOf(points: readonly number[]): Spread | null {
  if (points.length === 0) return null
  const count = points.length
  const sum = points.reduce((all, one) => all + one, 0)
  // Whole numbers until the root: the order of the experts makes no difference.
  const squares = points.reduce((all, one) => all + (count * one - sum) ** 2, 0)
  return {
    range: Math.max(...points) - Math.min(...points),
    deviation: Math.floor(Math.sqrt(squares / count) / count + 0.5),
  }
}

/** Twice the median, so that it stays whole. */
function twiceMedian(points: readonly number[]): number {
  const sorted = [...points].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? 2 * upper : upper + (sorted[middle - 1] ?? 0)
}

/** Which of the points lie further than `far` from the median of the others; none among fewer than three. */
export function oddOnes(
  given: readonly { id: string; points: number }[],
  far: { points: number; per: number },
): string[] {
  if (given.length < leastToCompare) return []
  return given
    .filter(({ id, points }) => {
      const others = given.filter(other => other.id !== id).map(other => other.points)
      return Math.abs(2 * points - twiceMedian(others)) * far.per > 2 * far.points
    })
    .map(({ id }) => id)
}

export interface Judgement {
  done: number
  /** Mean of the totals; null of nothing. */
  mean: number | null
  spread: Spread | null
  /** The means of the indicators that give points, of those experts who gave any. */
  means: { code: string; mean: number | null }[]
  totals: { id: string; total: number }[]
  /** Reviews whose total is far from the others'. */
  odd: string[]
  /** Points that are far from the others' for the indicator. */
  oddPoints: { id: string; code: string }[]
  /** Vetoes that experts find, with how many of them. */
  vetoes: { code: string; by: number }[]
}

/** What finished reviews of one application say together. */
export function judgementOf(reviews: readonly DoneReview[], indicators: readonly Indicator[]): Judgement {
  const summed = reviews.map(({ id, scores }) => ({ id, ...totalOfReview(scores, indicators) }))
  const totals = summed.flatMap(({ id, total }) => (total === null ? [] : [{ id, total }]))
  const points = pointsByCode(reviews)
  const counted = indicators.filter(one => one.kind !== 'veto')
  return {
    done: reviews.length,
    mean: meanOf(totals.map(one => one.total)),
    spread: spreadOf(totals.map(one => one.total)),
    means: counted.map(({ code }) => ({
      code,
      mean: meanOf((points.get(code) ?? []).map(one => one.points)),
    })),
    totals,
    odd: oddOnes(
      totals.map(({ id, total }) => ({ id, points: total })),
      { points: farTotal, per: 1 },
    ),
    oddPoints: counted.flatMap(({ code, most }) =>
      oddOnes(points.get(code) ?? [], { points: most * 100, per: farShare }).map(id => ({ id, code })),
    ),
    vetoes: indicators
      .filter(one => one.kind === 'veto')
      .map(({ code }) => ({ code, by: summed.filter(one => one.vetoes.includes(code)).length }))
      .filter(one => one.by > 0),
  }
}

function pointsByCode(reviews: readonly DoneReview[]): Map<string, { id: string; points: number }[]> {
  const points = new Map<string, { id: string; points: number }[]>()
  for (const { id, scores } of reviews)
    for (const one of scores) {
      const known = points.get(one.code)
      if (known === undefined) points.set(one.code, [{ id, points: one.points }])
      else known.push({ id, points: one.points })
    }
  return points
}

/** Whether scores may be shown: nobody who was asked is still to score, and somebody has. */
export function isAllDone(reviews: readonly { state: 'open' | 'conflict' | 'done' }[]): boolean {
  return reviews.every(one => one.state !== 'open') && reviews.some(one => one.state === 'done')
}
