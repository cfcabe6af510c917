import { useSay } from '#app/i18n/use-say.ts'
import type { Compliance } from './compliance.rule.ts'
import { complianceText } from './compliance.text.ts'
import { percent } from './percent.ts'

/** The sentence that a page of compliance opens with. */
export function useAnswer({ classDays, rate }: Compliance): string {
  const t = useSay()
  const due = classDays.expected - classDays.exempt
  if (due === 0) return t(complianceText.nothingExpected)
  const { floorMet: met, reported, missing } = classDays
  return t(complianceText.answer, { due, met, short: reported - met, missing, rate: percent(rate.floor) })
}
