import { openEnd } from '#app/calendar-day.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { ProgramRule } from './program.rule.ts'
import { ruleText as text } from './rule.text.ts'

const column = columnsOf<ProgramRule>()
const yesOrNo = (of: (rule: ProgramRule) => boolean) => (rule: ProgramRule, locale: Locale) =>
  say(locale, of(rule) ? text.yes : text.no)

/** Every version of every rule; `unitName` names a unit by its code. */
export function rulesList(unitName: (code: string) => string): List<ProgramRule> {
  return {
    title: text.title,
    columns: [
      column.text(text.unit, ({ unitCode }, locale) =>
        unitCode === '' ? say(locale, text.city) : unitName(unitCode),
      ),
      column.day(text.from, rule => rule.validFrom),
      column.day(text.until, rule => (rule.validTo === openEnd ? null : rule.validTo)),
      column.number(text.sports, rule => rule.sports),
      column.number(text.primary, rule => rule.primary),
      column.number(text.junior, rule => rule.junior),
      column.number(text.senior, rule => rule.senior),
      column.text(text.mix, (rule, locale) => say(locale, text.mixes[rule.mix])),
      column.text(
        text.oneStage,
        yesOrNo(rule => rule.oneStagePerSchool),
      ),
      column.text(
        text.vocational,
        yesOrNo(rule => rule.vocationalCounts),
      ),
      column.number(text.livingWindow, rule => rule.livingWindow),
      column.number(text.livingDays, rule => rule.livingDays),
      column.text(text.source, rule => rule.source, 34),
    ],
  }
}
