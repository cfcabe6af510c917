import { activityImportProblems } from '#app/features/activity/activity.text.ts'
import { activitySheetMessage } from '#app/features/activity/activity-sheet.text.ts'
import { scoreProblem } from '#app/features/applications/scores-problems.text.ts'
import { calendarProblems } from '#app/features/calendar/calendar.text.ts'
import { exemptionProblems } from '#app/features/compliance/exemption-problems.text.ts'
import { designationProblem } from '#app/features/designation/designations-problems.text.ts'
import { indicatorSheetProblem } from '#app/features/designation/indicators-problems.text.ts'
import { eventSheetProblem } from '#app/features/events/events.text.ts'
import { rosterProblem } from '#app/features/instructors/roster-problems.text.ts'
import { postProblem } from '#app/features/posts/posts-problems.text.ts'
import { placementProblem } from '#app/features/program/placements-problems.text.ts'
import { registryMessage } from '#app/features/schools/registry-problems.text.ts'
import { timetableProblems } from '#app/features/timetable/timetable-problems.text.ts'
import { titleSheetProblem } from '#app/features/title-applications/title-sheet-problems.text.ts'
import { venueSheetProblem } from '#app/features/venues/venues-problems.text.ts'
import { wordSheetProblem } from '#app/features/words/words.text.ts'
import { type Locale, type Message, say } from '#app/i18n/text.ts'
import { cellMessage } from '#app/spreadsheet/cells.text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import { sheetMessage } from '#app/spreadsheet/sheet.text.ts'
import { refusalMessage } from '#app/spreadsheet/workbook.text.ts'
import type { Refusal } from '#app/spreadsheet/workbook.ts'
import { importProblems, someRows } from './imports.text.ts'

/** What is wrong and what to do, in the reader's language, whichever reader or feature said so. */
export function problemMessage(
  locale: Locale,
  { code, values: found = {} }: Pick<Problem, 'code' | 'values'>,
): string {
  const values = withRowCount(locale, found)
  if (code.startsWith('workbook.')) {
    return refusalMessage(locale, { refusal: code.slice('workbook.'.length) as Refusal, values })
  }
  return (
    cellMessage(locale, code, values) ??
    sheetMessage(locale, code, values) ??
    registryMessage(locale, code, values) ??
    placementProblem(locale, code, values) ??
    designationProblem(locale, code, values) ??
    indicatorSheetProblem(locale, code, values) ??
    titleSheetProblem(locale, code, values) ??
    venueSheetProblem(locale, code, values) ??
    wordSheetProblem(locale, code, values) ??
    eventSheetProblem(locale, code, values) ??
    postProblem(locale, code, values) ??
    scoreProblem(locale, code, values) ??
    rosterProblem(locale, code, values) ??
    activitySheetMessage(locale, code, values) ??
    worded(locale, activityImportProblems, code, values) ??
    worded(locale, calendarProblems, code, values) ??
    worded(locale, timetableProblems, code, values) ??
    worded(locale, exemptionProblems, code, values) ??
    worded(locale, importProblems, code, values) ??
    say(locale, importProblems['import.unknown'], values)
  )
}

/** Where only the first rows are named, how many there are in all. */
function withRowCount(locale: Locale, values: ProblemValues): ProblemValues {
  return values.rowCount === undefined ? values : { ...values, rows: say(locale, someRows, values) }
}

function worded(
  locale: Locale,
  messages: Record<string, Message<ProblemValues>>,
  code: string,
  values: ProblemValues,
): string | null {
  const message = messages[code]
  return message === undefined ? null : say(locale, message, values)
}
