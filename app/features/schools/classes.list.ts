import { openEnd } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { readSchoolPage } from './read-school-page.server.ts'
import { stageWords, schoolsText as text } from './schools.text.ts'

type Line = NonNullable<Awaited<ReturnType<typeof readSchoolPage>>>['classes'][number]
const column = columnsOf<Line>()

/** The classes of a school under the names of the school year. */
export const classesList: List<Line> = {
  title: text.classes,
  columns: [
    column.text(text.className, one => one.name),
    column.text(text.stage, (one, locale) => say(locale, stageWords[one.stage])),
    column.number(text.entryYear, one => one.entryYear),
    column.text(text.campus, one => one.campus),
    column.count(text.pupils, one => one.pupils),
    column.day(text.validFrom, one => one.validFrom),
    column.day(text.validTo, one => (one.validTo === openEnd ? null : one.validTo)),
  ],
}
