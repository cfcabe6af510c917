import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { designationText as text } from './designation.text.ts'
import type { listCountRules } from './designations.queries.server.ts'
import { levelWords } from './level.text.ts'

type CountRule = Awaited<ReturnType<typeof listCountRules>>[number]

const column = columnsOf<CountRule>()

/** Which titles count, in every version. */
export const countRulesList: List<CountRule> = {
  title: text.rules,
  columns: [
    column.day(text.ruleFrom, rule => rule.validFrom),
    column.text(text.leastLevel, (rule, locale) => say(locale, levelWords[rule.leastLevel])),
    column.number(text.target, rule => rule.target),
    column.number(text.teamDays, rule => rule.teamDays),
    column.text(text.source, rule => rule.source, 34),
  ],
}
