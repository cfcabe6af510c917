import type { SelfEntry, TitleDraft } from './self-score.rule.ts'

/** What a row of a workbook says of an application; what it leaves out stays as it stands. */
export interface SaidInRow {
  points?: number
  evidence?: string
  sports?: readonly string[]
  statement?: string
}

/** The same facts as they stand. */
export interface StandingOfRow {
  points: number | null
  evidence: string
  sports: readonly string[]
  statement: string
}

const facts = ['points', 'evidence', 'sports', 'statement'] as const

/** Of what a row speaks, as it stands in a draft; `plain` gives words as a cell gives them. */
export function standingOfRow(
  draft: TitleDraft,
  indicator: string,
  plain: (words: string) => string,
): StandingOfRow {
  const entry = draft.scores.find(one => one.code === indicator)
  return {
    points: entry?.points ?? null,
    evidence: plain(entry?.evidence ?? ''),
    sports: draft.sports,
    statement: plain(draft.statement),
  }
}

/** Whether all that a row says was seen as it stands. */
export function stillStands(said: SaidInRow, seen: StandingOfRow, standing: StandingOfRow): boolean {
  return facts.every(fact => said[fact] === undefined || isSame(seen[fact], standing[fact]))
}

/** Entering what was empty is new, writing over it a change. */
export function verdictOfRow(said: SaidInRow, standing: StandingOfRow): 'new' | 'changed' | 'unchanged' {
  const other = facts.filter(fact => said[fact] !== undefined && !isSame(said[fact], standing[fact]))
  if (other.length === 0) return 'unchanged'
  return other.every(fact => isEmpty(standing[fact])) ? 'new' : 'changed'
}

/** A draft with what rows say of it; indicators that no row names stay as they are. */
export function draftWith(
  draft: TitleDraft,
  rows: readonly { indicator: string; said: SaidInRow }[],
): TitleDraft {
  const scores = new Map(draft.scores.map(one => [one.code, one]))
  let { sports, statement } = draft
  for (const { indicator, said } of rows) {
    sports = said.sports ?? sports
    statement = said.statement ?? statement
    if (said.points === undefined && said.evidence === undefined) continue
    const before: SelfEntry = scores.get(indicator) ?? { code: indicator, points: null, evidence: '' }
    scores.set(indicator, {
      ...before,
      points: said.points ?? before.points,
      evidence: said.evidence ?? before.evidence,
    })
  }
  return { statement, sports, scores: [...scores.values()] }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function isEmpty(value: StandingOfRow[keyof StandingOfRow]): boolean {
  return value === null || (typeof value !== 'number' && value.length === 0)
}
