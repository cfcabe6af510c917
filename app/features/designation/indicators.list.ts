import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { Indicator } from './indicator.rule.ts'
import { figureWords, kindWords, indicatorsText as text } from './indicators.text.ts'

const column = columnsOf<Indicator>()

/** The indicators of a version. */
export const indicatorsList: List<Indicator> = {
  title: text.title,
  columns: [
    column.text(text.code, one => one.code, 8),
    column.text(text.indicator, one => one.title, 34),
    column.text(text.kind, (one, locale) => say(locale, kindWords[one.kind])),
    column.number(text.most, one => (one.kind === 'veto' ? null : one.most)),
    column.text(text.how, one => one.how, 40),
    column.text(text.figure, (one, locale) => say(locale, figureWords[one.figure]), 24),
  ],
}
