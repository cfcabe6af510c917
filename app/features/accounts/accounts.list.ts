import { inCity } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { Role } from '#db/tables.ts'
import { accountsText as text } from './accounts.text.ts'

interface Line {
  login: string
  name: string
  role: Role
  unitName: string | null
  schoolName: string | null
  state: 'active' | 'disabled' | 'locked'
  createdAt: string
}

const column = columnsOf<Line>()
const stateWords = { active: text.active, disabled: text.disabled, locked: text.lockedNow }

/** The accounts as their page lists them; of a phone number that somebody signs in with the middle is hidden. */
export const accountsList: List<Line> = {
  title: text.accounts,
  columns: [
    column.text(text.login, one => one.login.replace(/^(1\d{2})\d{4}(\d{4})$/, '$1****$2')),
    column.text(text.name, one => one.name),
    column.text(text.role, (one, locale) => say(locale, text.roles[one.role])),
    column.text(
      locale => `${say(locale, text.unit)} / ${say(locale, text.school)}`,
      one => one.schoolName ?? one.unitName,
      28,
    ),
    column.text(text.state, (one, locale) => say(locale, stateWords[one.state])),
    column.moment(text.createdAt, one => inCity(one.createdAt)),
  ],
}
