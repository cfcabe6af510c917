import type { Score } from './score.rule.ts'
import { totalOf } from './score.rule.ts'

/** Somebody in a test, by application. */
export interface Candidate {
  id: string
  written: Score
  skill: Score
  /** The extra test that decides between equals; null where there was none. */
  extra: Score
}

export interface RankingRules {
  quota: number
  /** Candidates a place for the skill test. */
  shortListRatio: number
  writtenWeight: number
  skillWeight: number
  /** × 100; null for no pass mark. */
  writtenPass: Score
  skillPass: Score
}

/** A place in an order: 1 is first, equals share a rank. */
interface Placed {
  id: string
  rank: number
}

export interface ShortList {
  called: Placed[]
  /** Passed, yet behind those called: they take the places of those who fail the check of originals. */
  behind: Placed[]
  failed: string[]
}

/**
 * Who goes on to the skill test: by written score, as many as ratio × places. Whoever has the last score that gets in
 * gets in too, since no rule of the written test sets equals apart. Fewer than that: all who passed.
 */
export function shortListOf(candidates: readonly Candidate[], rules: RankingRules): ShortList {
  const passed = candidates.filter(one => passes(one.written, rules.writtenPass))
  const placed = placedIn(passed, (one, other) => (other.written ?? 0) - (one.written ?? 0))
  const room = rules.quota * rules.shortListRatio
  const through = new Set(passed.map(one => one.id))
  return {
    called: placed.filter(one => one.rank <= room),
    behind: placed.filter(one => one.rank > room),
    failed: candidates.filter(one => !through.has(one.id)).map(one => one.id),
  }
}

export interface Ranking {
  ranked: Placed[]
  /** Below a pass mark, or absent. */
  failed: string[]
  /** Equals across the edge of the places: an extra test must set them apart first. */
  tied: string[]
}

/** Candidates by total, then by skill score, then by extra test (盐城 2016): nobody below a pass mark is ranked. */
export function rankingOf(candidates: readonly Candidate[], rules: RankingRules): Ranking {
  const weights = { written: rules.writtenWeight, skill: rules.skillWeight }
  const scored = candidates.flatMap(one => {
    const total = totalOf(one, weights)
    const isThrough = total !== null && (weights.skill === 0 || passes(one.skill, rules.skillPass))
    return isThrough ? [{ ...one, total }] : []
  })
  const ranked = placedIn(scored, compare)
  const through = new Set(ranked.map(one => one.id))
  return {
    ranked,
    failed: candidates.filter(one => !through.has(one.id)).map(one => one.id),
    tied: tiedAt(rules.quota, ranked),
  }
}

/** Sorts, and gives equals the rank of the first of them; among equals the id keeps the order the same each time. */
function placedIn<T extends { id: string }>(
  candidates: readonly T[],
  order: (one: T, other: T) => number,
): Placed[] {
  const inOrder = [...candidates].sort((one, other) => order(one, other) || (one.id < other.id ? -1 : 1))
  let rank = 0
  return inOrder.map((one, position) => {
    const before = inOrder[position - 1]
    if (before === undefined || order(before, one) !== 0) rank = position + 1
    return { id: one.id, rank }
  })
}

function tiedAt(quota: number, ranked: readonly Placed[]): string[] {
  const [last, next] = [ranked[quota - 1], ranked[quota]]
  if (last === undefined || next === undefined || last.rank !== next.rank) return []
  return ranked.filter(one => one.rank === last.rank).map(one => one.id)
}

type Scored = Candidate & { total: number }

function compare(one: Scored, other: Scored): number {
  return (
    other.total - one.total ||
    (other.skill ?? 0) - (one.skill ?? 0) ||
    (other.extra ?? -1) - (one.extra ?? -1)
  )
}

function passes(score: Score, mark: Score): boolean {
  return score !== null && (mark === null || score >= mark)
}

/** One of equals in reserve, with the extra test taken since the ranking was published. */
export interface Waiting {
  id: string
  /** Undefined: not taken. */
  extra: Score | undefined
}

export type NextInReserve =
  | { kind: 'nobody' }
  | { kind: 'next'; id: string }
  | { kind: 'tied'; ids: string[] }

/** Who is next of those at the best rank in reserve: equals are set apart by an extra test that all of them took. */
export function nextInReserve(equals: readonly Waiting[]): NextInReserve {
  const ids = equals.map(one => one.id)
  const [first] = equals
  if (first === undefined) return { kind: 'nobody' }
  if (equals.length === 1) return { kind: 'next', id: first.id }
  if (equals.some(one => one.extra === undefined)) return { kind: 'tied', ids }
  const [leader, second] = [...equals].sort((one, other) => (other.extra ?? -1) - (one.extra ?? -1))
  if (leader === undefined || (leader.extra ?? -1) === (second?.extra ?? -1)) return { kind: 'tied', ids }
  return { kind: 'next', id: leader.id }
}

/**
 * Whether somebody behind the short list may take the place of one who failed the check of originals: in order of the
 * written rank (常州 2023), and with whoever was called so also their equals, as on the short list itself.
 */
export function mayBeCalledUp(
  rank: number,
  at: { underWay: readonly number[]; isFirst: boolean; room: number },
): boolean {
  return at.underWay.includes(rank) || (at.underWay.length < at.room && at.isFirst)
}
