import { inCity } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { DesignationLevel } from '#db/tables.ts'
import { batchText as text } from './batch.text.ts'
import { levelWords } from './level.text.ts'

interface Line {
  name: string
  state: keyof typeof text.states
  level: DesignationLevel
  document: string
  opensAt: string
  closesAt: string
  validFrom: string
  validTo: string
}

const column = columnsOf<Line>()

/** The batches in which schools apply. */
export const batchesList: List<Line> = {
  title: text.title,
  columns: [
    column.text(text.name, one => one.name, 24),
    column.text(text.state, (one, locale) => say(locale, text.states[one.state])),
    column.text(text.level, (one, locale) => say(locale, levelWords[one.level])),
    column.text(text.document, one => one.document, 24),
    column.moment(text.opensAt, one => inCity(one.opensAt)),
    column.moment(text.closesAt, one => inCity(one.closesAt)),
    column.day(text.validFrom, one => one.validFrom),
    column.day(text.validTo, one => one.validTo),
  ],
}

interface BatchLine extends Line {
  organisers: string
  mostSports: number
  publicityDays: number
  setVersion: number
}

const batch = columnsOf<BatchLine>()

/** One batch with all that it says. */
export const batchList: List<BatchLine> = {
  title: text.title,
  columns: [
    ...batchesList.columns,
    batch.text(text.organisers, one => one.organisers, 28),
    batch.number(text.mostSports, one => one.mostSports),
    batch.number(text.publicityDays, one => one.publicityDays),
    batch.number(text.set, one => one.setVersion),
  ],
}

interface Quota {
  name: string
  quota: number
}

const quota = columnsOf<Quota>()

/** How many schools each unit may recommend in a batch; a unit without a limit is not named. */
export const quotasList: List<Quota> = {
  title: text.quotas,
  columns: [quota.text(text.unit, one => one.name, 20), quota.count(text.quota, one => one.quota)],
}
