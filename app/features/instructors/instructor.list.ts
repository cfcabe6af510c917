import { inCity, openEnd } from '#app/calendar-day.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { type Locale, type Message, say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { Stage } from '#db/tables.ts'
import { ratingWords, trainingWords, workText } from './coach-work.text.ts'
import { stagesInWords, titleInWords } from './instructor-words.ts'
import { kindWords, instructorsText as text } from './instructors.text.ts'
import type { readInstructor } from './read-instructor.server.ts'
import { writeWeeklyTimes } from './weekly-time.rule.ts'

type Read = NonNullable<Awaited<ReturnType<typeof readInstructor>>>
type SportName = (code: string) => string

const lastDay = (day: string) => (day === openEnd ? null : day)

/** Every contract of a person; no number of theirs stands in it. */
export function contractsList(sportName: SportName): List<Read['contracts'][number]> {
  const column = columnsOf<Read['contracts'][number]>()
  return {
    title: text.contracts,
    columns: [
      column.day(text.from, one => one.validFrom),
      column.day(text.until, one => lastDay(one.validTo)),
      column.text(text.endReason, one => one.endReason, 20),
      column.text(text.kind, (one, locale) => say(locale, kindWords[one.kind])),
      column.text(
        text.sport,
        (one, locale) =>
          one.sports
            .map(({ sport, grade }) =>
              grade === ''
                ? sportName(sport)
                : `${sportName(sport)}（${say(locale, coachingText.grade[grade])}）`,
            )
            .join('、'),
        28,
      ),
      column.text(text.stages, (one, locale) => stagesInWords(locale, one.stages)),
      column.text(text.titleLiteral, (one, locale) => titleInWords(locale, one), 24),
      column.text(text.retired, one => (one.isRetiredAthlete ? '✓' : null), 12),
      column.text(text.engagement, (one, locale) =>
        one.engagement === '' ? null : say(locale, coachingText.engagement[one.engagement]),
      ),
      column.number(text.hoursWeek, one => one.hoursWeek, 12),
    ],
  }
}

type Work = Read['work'][number] & { cells: readonly Stage[] }

/** Where somebody works, in which sport and when, past and to come. */
export function workList(sportName: SportName): List<Work> {
  const column = columnsOf<Work>()
  return {
    title: workText.work,
    columns: [
      column.text(workText.school, one => one.schoolName, 28),
      column.text(workText.sport, one => sportName(one.sport)),
      column.text(workText.stages, (one, locale) => stagesInWords(locale, one.stages)),
      column.text(workText.times, one => writeWeeklyTimes(one.times), 34),
      column.text(workText.cells, (one, locale) =>
        one.cells.length === 0 ? null : stagesInWords(locale, one.cells),
      ),
      column.number(workText.hoursWeek, one => one.hoursWeek),
      column.day(workText.from, one => one.validFrom),
      column.day(workText.until, one => (isNever(one) ? null : lastDay(one.validTo))),
      column.text(workText.note, workNote, 24),
    ],
  }
}

function isNever({ validFrom, validTo }: Work): boolean {
  return validTo < validFrom
}

function workNote(one: Work, locale: Locale): string {
  const notes: (Message | false)[] = [one.renews !== null && workText.renews, isNever(one) && workText.never]
  return [...notes.flatMap(note => (note === false ? [] : [say(locale, note)])), one.endReason]
    .filter(Boolean)
    .join(locale === 'en' ? '; ' : '；')
}

/** What somebody has to do by when and has done. */
export function trainingsList(today: string): List<Read['trainings'][number]> {
  const column = columnsOf<Read['trainings'][number]>()
  const { done, overdue, due } = workText
  return {
    title: workText.trainings,
    columns: [
      column.text(workText.trainingKind, (one, locale) => say(locale, trainingWords[one.kind]), 24),
      column.day(workText.dueOn, one => one.dueOn),
      column.day(workText.doneOn, one => one.doneOn),
      column.text(text.state, (one, locale) =>
        say(locale, one.doneOn !== null ? done : one.dueOn < today ? overdue : due),
      ),
      column.text(workText.note, one => one.note, 28),
    ],
  }
}

/** What logs and schools said of somebody's work, a term and school a row. */
export function evaluationsList(sportName: SportName): List<Read['evaluations'][number]> {
  const column = columnsOf<Read['evaluations'][number]>()
  return {
    title: workText.evaluations,
    columns: [
      column.text(workText.term, one => one.termId),
      column.text(workText.school, one => one.schoolName, 28),
      column.text(workText.sport, one => sportName(one.sport)),
      column.number(workText.loggedDays, one => one.loggedDays),
      column.number(workText.loggedMinutes, one => one.loggedMinutes),
      column.text(workText.rating, (one, locale) => say(locale, ratingWords[one.rating])),
      column.text(workText.opinion, one => one.opinion, 34),
      column.text(workText.evaluatedBy, one => one.evaluatedBy),
      column.day(workText.evaluatedOn, one => inCity(one.evaluatedAt).slice(0, 10)),
    ],
  }
}
