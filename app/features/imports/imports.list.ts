import { inCity } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { listImports } from './imports.queries.server.ts'
import { sheetTitles, statusWords, importsText as text, verdictWords } from './imports.text.ts'
import { isSheetName } from './sheet-name.ts'

type Run = Awaited<ReturnType<typeof listImports>>[number]
const column = columnsOf<Run>()

/** What was uploaded and what became of it. */
export const importsList: List<Run> = {
  title: text.history,
  columns: [
    column.moment(text.when, run => inCity(run.createdAt)),
    column.text(text.whichSheet, (run, locale) =>
      isSheetName(run.sheet) ? say(locale, sheetTitles[run.sheet]) : run.sheet,
    ),
    column.text(text.file, run => run.fileName, 28),
    column.text(text.school, run => run.schoolName, 28),
    column.text(text.who, run => run.actor),
    column.text(text.status, (run, locale) => say(locale, statusWords[run.status])),
    column.count(verdictWords.new, run => run.counts.new),
    column.count(verdictWords.changed, run => run.counts.changed),
    column.count(verdictWords.unchanged, run => run.counts.unchanged),
    column.count(verdictWords.rejected, run => run.counts.rejected),
    column.count(verdictWords.ignored, run => run.counts.ignored),
  ],
}
