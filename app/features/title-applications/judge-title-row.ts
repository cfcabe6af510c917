import { readText } from '#app/spreadsheet/cells/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import {
  type DraftProblem,
  type DraftTerms,
  longestStatement,
  vetoApplies,
  wrongInDraft,
} from './self-score.rule.ts'
import type { TitleApplicationRecord, titleApplicationsSheet } from './title-applications.sheet.ts'
import { draftWith, type SaidInRow } from './title-row.rule.ts'

/** Something wrong in one cell of a row. */
export interface FoundInRow {
  column: Extract<keyof (typeof titleApplicationsSheet)['columns'], string>
  code: string
  values?: ProblemValues
}

export function found(column: FoundInRow['column'], code: string, values?: ProblemValues): FoundInRow {
  return { column, code: `title-application.${code}`, ...(values !== undefined && { values }) }
}

/** What a row says of its application; an empty cell says nothing. */
export function saidBy({ points, evidence, sports, statement }: TitleApplicationRecord): SaidInRow {
  return {
    ...(points !== null && {
      points: 'points' in points ? points.points : points.applies ? vetoApplies : 0,
    }),
    ...(evidence !== null && { evidence }),
    ...(sports !== null && { sports: sports.map(sport => sport.code) }),
    ...(statement !== null && { statement }),
  }
}

/** Words that stand as a cell gives them, so that what was exported is found the same. */
export function wordsAsRead(words: string): string {
  const read = readText({ type: 'text', text: words }, 2 * longestStatement)
  return read.reading === 'accept' ? read.value : ''
}

/** Whether a cell speaks of points where the indicator is a veto, or the other way round. */
export function wrongKind(
  { indicator, points }: TitleApplicationRecord,
  { indicators }: DraftTerms,
): FoundInRow | null {
  const known = indicators.find(one => one.code === indicator)
  if (known === undefined || points === null) return null
  if (known.kind === 'veto') return 'points' in points ? found('points', 'veto-in-words') : null
  return 'points' in points ? null : found('points', 'points-malformed')
}

const empty = { statement: '', sports: [], scores: [] }

/** What nobody could mean in what a row says; the same as on the form. */
export function wrongInRow(indicator: string, said: SaidInRow, terms: DraftTerms): FoundInRow[] {
  return wrongInDraft(draftWith(empty, [{ indicator, said }]), terms).map(({ at, problem }) => {
    const most = terms.indicators.find(one => one.code === indicator)?.most ?? 0
    const values = problem === 'too-many-sports' ? { most: terms.mostSports } : { most }
    return found(columnOf(at, problem, said), problem, values)
  })
}

function columnOf(at: string, problem: DraftProblem, said: SaidInRow): FoundInRow['column'] {
  if (at === 'sports' || at === 'statement') return at
  const isOfWords = problem === 'evidence-too-long' || problem === 'holds-number'
  return isOfWords && said.evidence !== undefined ? 'evidence' : 'points'
}
