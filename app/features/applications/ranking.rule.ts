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

export interface ShortList {
  called: string[]
  /** Passed, yet behind those called. */
  behind: string[]
  failed: string[]
}

/**
 * Who goes on to the skill test: by written score, as many as ratio × places. Whoever has the last score that gets in
 * gets in too, since no rule of the written test sets equals apart. Fewer than that: all who passed.
 */
export function shortListOf(candidates: readonly Candidate[], rules: RankingRules): ShortList {
  const passed = candidates.filter(one => passes(one.written, rules.writtenPass))
  const inOrder = [...passed].sort(
    (one, other) => (other.written ?? 0) - (one.written ?? 0) || byId(one, other),
  )
  const room = rules.quota * rules.shortListRatio
  const edge = inOrder[room - 1]?.written ?? Number.NEGATIVE_INFINITY
  const isCalled = (one: Candidate) => (one.written ?? 0) >= edge
  return {
    called: inOrder.filter(isCalled).map(one => one.id),
    behind: inOrder.filter(one => !isCalled(one)).map(one => one.id),
    failed: candidates.filter(one => !passed.includes(one)).map(one => one.id),
  }
}

interface Ranked {
  id: string
  /** × 100 */
  total: number
  /** 1 is first; equals in all share a rank. */
  rank: number
}

export interface Ranking {
  ranked: Ranked[]
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
    const isThrough = total !== null && passes(one.skill, rules.skillPass)
    return isThrough ? [{ ...one, total }] : []
  })
  const inOrder = scored.sort((one, other) => compare(one, other) || byId(one, other))
  const ranked = inOrder.map(one => ({
    id: one.id,
    total: one.total,
    rank: inOrder.findIndex(other => compare(other, one) === 0) + 1,
  }))
  const through = new Set(ranked.map(one => one.id))
  return {
    ranked,
    failed: candidates.filter(one => !through.has(one.id)).map(one => one.id),
    tied: tiedAt(rules.quota, ranked),
  }
}

function tiedAt(quota: number, ranked: readonly Ranked[]): string[] {
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

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1
}

function passes(score: Score, mark: Score): boolean {
  return score !== null && (mark === null || score >= mark)
}
