import { designationText } from '#app/features/designation/designation.text.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import type { Locale } from '#app/i18n/text.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { DueKind, readRenewals } from './read-renewals.server.ts'
import { reevaluationText as text } from './reevaluation.text.ts'
import { stageInWords } from './title-life.list.ts'

type Due = Awaited<ReturnType<typeof readRenewals>>['lists'][number]['lines'][number]

interface Line extends Due {
  kind: DueKind
  /** Whether reports of the year should be in. */
  isLate: boolean
}

const column = columnsOf<Line>()

/** Titles about which something is to be done. */
export const renewalsList: List<Line> = {
  title: text.title,
  columns: [
    column.text(text.which, (one, locale) => say(locale, text.kinds[one.kind]), 20),
    column.text(designationText.school, one => one.schoolName, 28),
    column.text(designationText.unit, one => one.unitName),
    column.text(designationText.level, (one, locale) => say(locale, levelWords[one.level])),
    column.text(designationText.sport, one => one.sportName),
    column.day(text.closedOn, one => (one.kind === 'schools' ? one.closedOn : null)),
    column.day(text.validTo, one => one.validTo),
    column.text(text.state, stateWords),
  ],
}

function stateWords({ kind, stage, isReviewed, reportState, isLate }: Line, locale: Locale): string {
  if (kind === 'reports' || kind === 'waiting') {
    const isMissing = reportState === 'none' || reportState === 'draft'
    return say(locale, text.reportStates[isMissing ? (isLate ? 'late' : 'missing') : reportState])
  }
  return stageInWords(locale, stage, isReviewed)
}
