import { inCity } from '#app/calendar-day.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { objectionsText } from '#app/features/objections/objections.text.ts'
import { inARow, say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { DesignationLevel, TitleApplicationState } from '#db/tables.ts'
import { noticeText } from './notice.text.ts'
import { noticePaper, titleNames } from './notice-paper.text.ts'
import { reviewText } from './review.text.ts'
import { shownState } from './shown-state.rule.ts'
import { titleStateWords } from './title-application-states.text.ts'
import { titleApplicationText as text } from './title-applications.text.ts'

interface Application {
  schoolName: string
  code: string | null
  state: TitleApplicationState
  unitName: string
  batchName: string
  sports: readonly string[]
  submittedAt: string | null
}

const of = columnsOf<Application>()

/** Applications for titles. */
export const titleApplicationsList: List<Application> = {
  title: text.title,
  columns: [
    of.text(text.school, one => one.schoolName, 28),
    of.text(text.state, (one, locale) => say(locale, titleStateWords[one.state])),
    of.text(text.unit, one => one.unitName),
    of.text(text.batch, one => one.batchName, 24),
    of.text(text.sports, (one, locale) => inARow(locale, one.sports), 24),
    of.moment(text.submittedAt, one => (one.submittedAt === null ? null : inCity(one.submittedAt))),
  ],
}

interface Notice {
  batchName: string
  level: DesignationLevel
  isRunning: boolean
  schools: number
  startsOn: string
  endsOn: string
}

const notice = columnsOf<Notice>()

/** Notices of titles. */
export const titleNoticesList: List<Notice> = {
  title: noticeText.title,
  columns: [
    notice.text(noticeText.batch, one => one.batchName, 24),
    notice.text(noticeText.level, (one, locale) => say(locale, levelWords[one.level])),
    notice.text(noticeText.state, (one, locale) =>
      say(locale, one.isRunning ? noticeText.running : noticeText.over),
    ),
    notice.number(noticeText.schools, one => one.schools),
    notice.day(noticeText.from, one => one.startsOn),
    notice.day(noticeText.until, one => one.endsOn),
  ],
}

interface Waiting {
  schoolName: string
  unitName: string
  sports: string
}

const waiting = columnsOf<Waiting>()

/** Schools that wait for a notice. */
export const waitingList: List<Waiting> = {
  title: noticeText.waiting,
  columns: [
    waiting.text(noticeText.school, one => one.schoolName, 28),
    waiting.text(noticeText.unit, one => one.unitName),
    waiting.text(noticeText.sports, one => one.sports, 24),
  ],
}

interface Objection {
  name: string
  receivedAt: string
  schoolName: string | null
  text: string
  status: 'received' | 'upheld' | 'dismissed'
  answer: string
}

const objection = columnsOf<Objection>()

/** Objections to the notices of a batch with their answers; how to reach who objects is not told. */
export const titleObjectionsList: List<Objection> = {
  title: objectionsText.title,
  columns: [
    objection.text(objectionsText.objector, one => one.name),
    objection.moment(objectionsText.receivedAt, one => inCity(one.receivedAt)),
    objection.text(
      objectionsText.about,
      (one, locale) => one.schoolName ?? say(locale, noticeText.whole),
      28,
    ),
    objection.text(objectionsText.objection, one => one.text, 40),
    objection.text(objectionsText.verdict, ({ status }, locale) =>
      say(locale, status === 'received' ? objectionsText.open : objectionsText.verdicts[status]),
    ),
    objection.text(objectionsText.answer, one => one.answer, 34),
  ],
}

interface Named {
  level: DesignationLevel
  document: string
  namedOn: string
  position: number
  unitName: string
  schoolName: string
  sports: string
  number: string
}

const named = columnsOf<Named>()
const { columns } = noticePaper
const paper = (word: string) => () => word

/** The schools that a batch named: the official paper as rows, in its words. */
export const certificateList: List<Named> = {
  title: noticeText.list,
  columns: [
    named.text(noticeText.level, one => titleNames[one.level], 24),
    named.text(noticeText.document, one => one.document, 24),
    named.day(noticeText.namedOn, one => one.namedOn),
    named.number(paper(columns.number), one => one.position),
    named.text(paper(columns.unit), one => one.unitName),
    named.text(paper(columns.school), one => one.schoolName, 28),
    named.text(paper(columns.sports), one => one.sports, 24),
    named.text(paper(columns.certificate), one => one.number, 22),
  ],
}

interface Review {
  batchName: string
  schoolName: string
  unitName: string
  state: 'open' | 'conflict' | 'done'
  isDeclared: boolean
  isWaiting: boolean
  given: number
  of: number
}

const review = columnsOf<Review>()

/** What an expert was asked to score. */
export const reviewsList: List<Review> = {
  title: reviewText.title,
  columns: [
    review.text(text.batch, one => one.batchName, 24),
    review.text(reviewText.school, one => one.schoolName, 28),
    review.text(reviewText.unit, one => one.unitName),
    review.text(reviewText.state, (one, locale) => say(locale, reviewText.states[shownState(one)])),
    review.text(reviewText.given, (one, locale) =>
      one.state === 'conflict' ? null : say(locale, reviewText.givenOf, { given: one.given, of: one.of }),
    ),
  ],
}
