import { inCity } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { AuditRow } from './audit.queries.server.ts'
import { auditActions, auditText as text } from './audit.text.ts'

const column = columnsOf<AuditRow>()

/** The audit as its page lists it. */
export const auditList: List<AuditRow> = {
  title: text.title,
  columns: [
    column.number(text.position, row => row.position),
    column.moment(text.at, row => inCity(row.at)),
    column.text(text.actor, row => row.actor),
    column.text(text.action, ({ action }, locale) => {
      const words = auditActions[action]
      return words === undefined ? action : say(locale, words)
    }),
    column.text(text.subjectKind, row => `${row.subjectKind} ${row.subjectId}`, 34),
    column.text(text.detail, row => (row.detail === '{}' ? '' : row.detail), 60),
  ],
}
