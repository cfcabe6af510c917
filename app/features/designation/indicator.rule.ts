/** What an indicator does: it gives points, gives a bonus above the hundred, or excludes a school. */
export const indicatorKinds = ['score', 'bonus', 'veto'] as const

export type IndicatorKind = (typeof indicatorKinds)[number]

/** The live figure that fills an indicator; '' where a person judges it from papers. */
export const indicatorFigures = [
  '',
  'coaches',
  'pe_lessons',
  'daily_hour',
  'participation',
  'team_days',
  'placements',
] as const

export type IndicatorFigure = (typeof indicatorFigures)[number]

export type LiveFigure = Exclude<IndicatorFigure, ''>

export interface Indicator {
  code: string
  title: string
  kind: IndicatorKind
  /** Points at most; 0 for a veto. */
  most: number
  /** How it is scored. */
  how: string
  figure: IndicatorFigure
}

/** The whole of a set, and what a bonus may add (domain.md 3.3). */
export const wholeScore = 100
export const mostBonus = 10

export type IndicatorProblem =
  | 'code-missing'
  | 'code-malformed'
  | 'title-missing'
  | 'title-too-long'
  | 'how-too-long'
  | 'points-out-of-bounds'
  | 'veto-has-points'

const longestTitle = 120
const longestHow = 400

/** Why an indicator cannot stand; null when it can. */
export function indicatorProblem({ code, title, kind, most, how }: Indicator): IndicatorProblem | null {
  if (code === '') return 'code-missing'
  if (!/^[A-Z]\d{1,2}$/.test(code)) return 'code-malformed'
  if (title === '') return 'title-missing'
  if (Array.from(title).length > longestTitle) return 'title-too-long'
  if (Array.from(how).length > longestHow) return 'how-too-long'
  if (kind === 'veto') return most === 0 ? null : 'veto-has-points'
  return Number.isInteger(most) && most >= 1 && most <= wholeScore ? null : 'points-out-of-bounds'
}

export type SetProblem =
  /** The points do not make up the whole. */
  'sum-not-whole' | 'bonus-too-high'

export function sumOf(indicators: readonly Indicator[], kind: IndicatorKind): number {
  return indicators.filter(one => one.kind === kind).reduce((sum, one) => sum + one.most, 0)
}

/** Why a set cannot be published; empty when it can. */
export function setProblems(indicators: readonly Indicator[]): SetProblem[] {
  const problems: SetProblem[] = []
  if (sumOf(indicators, 'score') !== wholeScore) problems.push('sum-not-whole')
  if (sumOf(indicators, 'bonus') > mostBonus) problems.push('bonus-too-high')
  return problems
}

/** Indicators in the order in which they are read: by letter, then by number. */
export function inOrder<T extends { code: string }>(indicators: readonly T[]): T[] {
  const place = ({ code }: T) => `${code.slice(0, 1)}${code.slice(1).padStart(3, '0')}`
  return [...indicators].sort((one, other) => (place(one) < place(other) ? -1 : 1))
}
