import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { fixedPoints } from './scoring.rule.ts'
import { scoringText as text } from './scoring.text.ts'
import type { SheetRow } from './scoring-sheet.rule.ts'

const column = columnsOf<SheetRow>()

/** The scoring sheet of a batch; where somebody is still to score, nobody's points stand in it. */
export function scoringList(
  indicators: readonly { code: string; title: string; most: number }[],
): List<SheetRow> {
  return {
    title: text.sheet,
    columns: [
      column.text(text.school, row => row.schoolName, 28),
      column.text(text.unit, row => row.unitName),
      column.text(text.done, ({ done, asked }, locale) => say(locale, text.doneOf, { done, asked })),
      column.number(text.total, row => points(row.judgement?.mean)),
      column.number(text.range, row => points(row.judgement?.range)),
      column.number(text.deviation, row => points(row.judgement?.deviation)),
      ...indicators.map(({ code, title, most }, at) =>
        column.number(
          () => `${code} ${title} (${most})`,
          row => points(row.judgement?.means[at]),
          14,
        ),
      ),
    ],
  }
}

/** With the places that the page shows. */
export function points(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(fixedPoints(value))
}
