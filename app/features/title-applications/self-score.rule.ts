import type { Indicator } from '../designation/indicator.rule.ts'

/** What a school writes for an indicator. */
export interface SelfEntry {
  code: string
  /** Hundredths of a point; of a veto 0 where it does not apply and `vetoApplies` where it does; null for nothing. */
  points: number | null
  evidence: string
}

/** Of a veto: the school says that it applies, so that it cannot apply for the title. */
export const vetoApplies = 1

export interface TitleDraft {
  statement: string
  /** Codes, in order. */
  sports: readonly string[]
  scores: readonly SelfEntry[]
}

export const longestStatement = 2000
export const longestEvidence = 400

export type DraftProblem =
  | 'sports-missing'
  | 'too-many-sports'
  | 'sport-twice'
  | 'sport-unknown'
  | 'statement-missing'
  | 'statement-too-long'
  | 'points-missing'
  | 'points-above-most'
  | 'points-malformed'
  | 'evidence-too-long'
  | 'holds-number'
  | 'veto-unanswered'
  | 'veto-applies'

/** A problem with the field that it is of: 'sports', 'statement', or an indicator by its code. */
export interface DraftProblemAt {
  at: string
  problem: DraftProblem
}

export interface DraftTerms {
  mostSports: number
  knownSports: ReadonlySet<string>
  indicators: readonly Indicator[]
  /** Whether words hold an ID or phone number. */
  holdsNumber: (words: string) => boolean
}

/** Points as they are entered, e.g. '7.5': hundredths, null for nothing, undefined where it is no number of two decimals. */
export function readPoints(text: string): number | null | undefined {
  const plain = text.trim().replace(/[０-９．]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  if (plain === '') return null
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(plain)
  if (found === null) return undefined
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** Hundredths as they are read, without needless zeros: '7.5'. */
export function pointsText(points: number): string {
  return String(points / 100)
}

/** What is wrong with a draft so that it cannot even be kept: values that nobody could mean. */
export function wrongInDraft(draft: TitleDraft, terms: DraftTerms): DraftProblemAt[] {
  const problems: DraftProblemAt[] = []
  const say = (at: string, problem: DraftProblem) => problems.push({ at, problem })
  if (draft.sports.length > terms.mostSports) say('sports', 'too-many-sports')
  if (new Set(draft.sports).size < draft.sports.length) say('sports', 'sport-twice')
  if (draft.sports.some(sport => !terms.knownSports.has(sport))) say('sports', 'sport-unknown')
  if (Array.from(draft.statement).length > longestStatement) say('statement', 'statement-too-long')
  if (terms.holdsNumber(draft.statement)) say('statement', 'holds-number')
  for (const { code, points, evidence } of draft.scores) {
    const indicator = terms.indicators.find(one => one.code === code)
    if (indicator !== undefined && points !== null && points > mostPointsOf(indicator))
      say(code, 'points-above-most')
    if (Array.from(evidence).length > longestEvidence) say(code, 'evidence-too-long')
    if (terms.holdsNumber(evidence)) say(code, 'holds-number')
  }
  return problems
}

function mostPointsOf({ kind, most }: Indicator): number {
  return kind === 'veto' ? vetoApplies : most * 100
}

/** What is still missing so that a draft can be handed in; a bonus may be left out. */
export function missingInDraft(draft: TitleDraft, terms: DraftTerms): DraftProblemAt[] {
  const problems: DraftProblemAt[] = []
  if (draft.sports.length === 0) problems.push({ at: 'sports', problem: 'sports-missing' })
  if (draft.statement.trim() === '') problems.push({ at: 'statement', problem: 'statement-missing' })
  for (const { code, kind } of terms.indicators) {
    const points = draft.scores.find(one => one.code === code)?.points ?? null
    if (kind === 'score' && points === null) problems.push({ at: code, problem: 'points-missing' })
    if (kind === 'veto' && points === null) problems.push({ at: code, problem: 'veto-unanswered' })
    if (kind === 'veto' && points === vetoApplies) problems.push({ at: code, problem: 'veto-applies' })
  }
  return problems
}

/** The sum in hundredths: of the indicators that score, and with the bonus up to its bound (domain.md 3.3). */
export function sumOfPoints(
  entries: readonly { code: string; points: number | null }[],
  indicators: readonly Indicator[],
  mostBonus: number,
): { score: number; bonus: number; total: number } {
  const of = (kind: Indicator['kind']) =>
    indicators
      .filter(one => one.kind === kind)
      .reduce((sum, one) => sum + (entries.find(entry => entry.code === one.code)?.points ?? 0), 0)
  const score = of('score')
  const bonus = Math.min(of('bonus'), mostBonus * 100)
  return { score, bonus, total: score + bonus }
}
