import { inCity } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { noticesOf } from './notices.queries.server.ts'
import { noticesText as text } from './notices.text.ts'

type Notice = Awaited<ReturnType<typeof noticesOf>>[number]

const column = columnsOf<Notice>()

/** What was told to somebody. */
export const noticesList: List<Notice> = {
  title: text.title,
  columns: [
    column.moment(text.at, one => inCity(one.createdAt)),
    column.text(text.subject, (one, locale) => (locale === 'en' ? one.titleEn : one.titleZh), 30),
    column.text(text.words, (one, locale) => (locale === 'en' ? one.textEn : one.textZh), 60),
    column.text(text.state, (one, locale) => say(locale, one.readAt === null ? text.unread : text.wasRead)),
  ],
}
