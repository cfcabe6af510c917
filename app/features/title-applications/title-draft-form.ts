import { z } from 'zod'
import type { Indicator } from '#app/features/designation/indicator.rule.ts'
import {
  type DraftProblemAt,
  pointsText,
  readPoints,
  type SelfEntry,
  type TitleDraft,
  vetoApplies,
} from './self-score.rule.ts'

/** The fields that every application has; each indicator adds `points-A1` and `evidence-A1`. */
export const TitleDraftForm = z.object({
  intent: z.enum(['save', 'figures', 'submit']).default('save'),
  seenAt: z.string().max(23).default(''),
  sport1: z.string().max(40).default(''),
  sport2: z.string().max(40).default(''),
  sport3: z.string().max(40).default(''),
  statement: z.string().max(4000).default(''),
})

const vetoWords = { no: 0, yes: vetoApplies } as const

/** What a school wrote, and what of it cannot be read. */
export function draftOfForm(
  form: z.output<typeof TitleDraftForm>,
  entered: Readonly<Record<string, string>>,
  indicators: readonly Pick<Indicator, 'code' | 'kind'>[],
): { draft: TitleDraft; unread: DraftProblemAt[] } {
  const unread: DraftProblemAt[] = []
  const scores = indicators.map(({ code, kind }): SelfEntry => {
    const said = entered[`points-${code}`] ?? ''
    const points = kind === 'veto' ? (vetoWords[said as keyof typeof vetoWords] ?? null) : readPoints(said)
    if (points === undefined) unread.push({ at: code, problem: 'points-malformed' })
    return { code, points: points ?? null, evidence: entered[`evidence-${code}`] ?? '' }
  })
  const sports = [form.sport1, form.sport2, form.sport3].filter(sport => sport !== '')
  return { draft: { statement: form.statement, sports, scores }, unread }
}

/** The form of what stands. */
export function formOfDraft(
  draft: TitleDraft,
  indicators: readonly Pick<Indicator, 'code' | 'kind'>[],
): Record<string, string> {
  const fields: Record<string, string> = { statement: draft.statement }
  draft.sports.forEach((sport, at) => {
    fields[`sport${at + 1}`] = sport
  })
  for (const { code, kind } of indicators) {
    const score = draft.scores.find(one => one.code === code)
    fields[`evidence-${code}`] = score?.evidence ?? ''
    fields[`points-${code}`] = kind === 'veto' ? vetoText(score?.points) : numberText(score?.points)
  }
  return fields
}

function vetoText(points: number | null | undefined): string {
  if (points === null || points === undefined) return ''
  return points === vetoApplies ? 'yes' : 'no'
}

function numberText(points: number | null | undefined): string {
  return points === null || points === undefined ? '' : pointsText(points)
}
