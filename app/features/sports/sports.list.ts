import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { SportRow } from './sports.queries.server.ts'
import { sportsText as text } from './sports.text.ts'

type Line = SportRow & { aliases: readonly string[] }
const column = columnsOf<Line>()

/** The catalogue of sports. */
export const sportsList: List<Line> = {
  title: text.title,
  columns: [
    column.text(text.name, (one, locale) => (locale === 'en' ? one.nameEn : one.name)),
    column.text(text.other, (one, locale) => (locale === 'en' ? one.name : one.nameEn)),
    column.text(text.code, one => one.code),
    column.text(text.traits, (one, locale) =>
      [
        one.isBase && say(locale, text.base),
        one.isBall && say(locale, text.ball),
        one.isTraditional && say(locale, text.traditional),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    column.text(text.aliases, one => one.aliases.join('、'), 34),
  ],
}
