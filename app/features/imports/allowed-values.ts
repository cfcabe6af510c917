import { scoresSheet } from '#app/features/applications/scores.sheet.ts'
import { calendarSheet } from '#app/features/calendar/calendar.sheet.ts'
import { exemptionsSheet } from '#app/features/compliance/exemptions.sheet.ts'
import { designationsSheet } from '#app/features/designation/designations.sheet.ts'
import { indicatorsSheet } from '#app/features/designation/indicators.sheet.ts'
import { eventsSheet } from '#app/features/events/events.sheet.ts'
import { coachPlacementsSheet } from '#app/features/instructors/coach-placements.sheet.ts'
import { coachesSheet } from '#app/features/instructors/coaches.sheet.ts'
import { coachPostsSheet } from '#app/features/posts/coach-posts.sheet.ts'
import { placementsSheet } from '#app/features/program/placements.sheet.ts'
import { classesSheet } from '#app/features/schools/classes.sheet.ts'
import { schoolsSheet } from '#app/features/schools/schools.sheet.ts'
import { titleApplicationsSheet } from '#app/features/title-applications/title-applications.sheet.ts'
import { venuesSheet } from '#app/features/venues/venues.sheet.ts'
import { wordsSheet } from '#app/features/words/words.sheet.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { withoutBlanks } from '#app/spreadsheet/plain-text.ts'
import { type Sheet, wordingsOf } from '#app/spreadsheet/sheet.ts'
import { activityLogSheet } from './activity-log.sheet.ts'
import { isSheetName, type SheetName } from './sheet-name.ts'

const declarations: Record<SheetName, Sheet> = {
  schools: schoolsSheet,
  classes: classesSheet,
  placements: placementsSheet,
  designations: designationsSheet,
  indicators: indicatorsSheet,
  'title-applications': titleApplicationsSheet,
  venues: venuesSheet,
  events: eventsSheet,
  calendar: calendarSheet,
  exemptions: exemptionsSheet,
  'coach-posts': coachPostsSheet,
  coaches: coachesSheet,
  'coach-placements': coachPlacementsSheet,
  scores: scoresSheet,
  words: wordsSheet,
  'activity-log': activityLogSheet,
  'activity-week': activityLogSheet,
}

/** More words than these are no help beside a cell; the template has the whole list. */
const mostChoices = 12

/** What the column under a header takes, in the words of its template; null where the declaration says nothing. */
export function allowedIn(sheet: string, header: string, locale: Locale): string | null {
  if (!isSheetName(sheet) || header === '') return null
  const declared = declarations[sheet]
  const plain = (text: string) =>
    withoutBlanks(text)
      .replace(/[*＊]$/, '')
      .toLowerCase()
  const key = Object.entries(wordingsOf(declared)).find(([, wordings]) =>
    wordings.some(wording => plain(wording) === plain(header)),
  )?.[0]
  const column = key === undefined ? undefined : declared.columns[key]
  if (column === undefined) return null
  const choices = column.choices ?? []
  const parts = [
    column.hint === undefined ? '' : say(locale, column.hint),
    choices.length > 0 && choices.length <= mostChoices ? choices.join(locale === 'en' ? ', ' : '、') : '',
  ].filter(part => part !== '')
  return parts.length === 0 ? null : parts.join(' · ')
}
