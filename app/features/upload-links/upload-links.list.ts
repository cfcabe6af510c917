import { inCity } from '#app/calendar-day.ts'
import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { LinkState } from './upload-link.rule.ts'
import type { ListedLink } from './upload-links.queries.server.ts'
import { uploadLinksText as text } from './upload-links.text.ts'

type Line = ListedLink & { state: LinkState }
const column = columnsOf<Line>()

/** Who was given a link for what, and what became of it; never the link itself. */
export const uploadLinksList: List<Line> = {
  title: text.title,
  columns: [
    column.text(text.label, link => link.label, 24),
    column.text(text.school, link => link.schoolName, 28),
    column.text(text.sheet, (link, locale) => say(locale, sheetTitles[link.sheet])),
    column.day(text.firstDay, link => link.firstDay),
    column.day(text.lastDay, link => link.lastDay),
    column.text(text.state, (link, locale) => say(locale, text.states[link.state])),
    column.count(text.timesUsed, link => link.uses),
    column.number(text.uses, link => link.usesAllowed),
    column.moment(text.until, link => inCity(link.expiresAt)),
    column.text(text.confirms, (link, locale) => say(locale, text.confirm[link.confirms]), 24),
    column.text(text.madeBy, link => link.createdBy),
    column.moment(text.madeAt, link => inCity(link.createdAt)),
  ],
}
