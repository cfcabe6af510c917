import { inCity } from '#app/calendar-day.ts'
import { inARow, say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import type { PostLine } from './post-table.tsx'
import { postStatusWords, recruitmentText, stageWords, postText as text, windowWords } from './posts.text.ts'
import type { RoundLine } from './round-table.tsx'
import type { Board } from './shown-board.ts'

const post = columnsOf<PostLine>()

/** Posts of the reader's scope. */
export const postsList: List<PostLine> = {
  title: recruitmentText.posts,
  columns: [
    post.text(text.title, one => one.title, 28),
    post.text(text.number, one => one.number),
    post.text(text.school, one => one.schools.map(({ name }) => name).join('、'), 28),
    post.text(text.sport, (one, locale) => (locale === 'en' ? one.sportNameEn : one.sportName)),
    post.text(text.engagement, (one, locale) => say(locale, coachingText.engagement[one.engagement])),
    post.count(text.quota, one => one.quota),
    post.text(text.round, one => one.round.name, 24),
    post.moment(text.closing, one => inCity(one.round.closesAt)),
    post.text(recruitmentText.status, (one, locale) => say(locale, postStatusWords[one.status])),
  ],
}

type Round = Omit<RoundLine, 'isYours'>
const round = columnsOf<Round>()

/** Rounds with their windows. */
export const roundsList: List<Round> = {
  title: recruitmentText.rounds,
  columns: [
    round.text(text.round, one => one.name, 24),
    round.text(text.unit, (one, locale) => (locale === 'en' ? one.unitNameEn : one.unitName)),
    round.text(text.document, one => one.document, 24),
    round.moment(text.opening, one => inCity(one.opensAt)),
    round.moment(text.closing, one => inCity(one.closesAt)),
    round.text(text.state, (one, locale) => say(locale, windowWords[one.state])),
  ],
}

type Card = Board['lines'][number]
const card = columnsOf<Card>()

/** Posts as the public board shows them. */
export const boardExport: List<Card> = {
  title: text.board,
  columns: [
    card.text(text.title, one => one.title, 28),
    card.text(text.number, one => one.number),
    card.text(text.unit, (one, locale) => (locale === 'en' ? one.unitNameEn : one.unitName)),
    card.text(text.school, one => one.schools.join('、'), 28),
    card.text(text.sport, (one, locale) => (locale === 'en' ? one.sportNameEn : one.sportName)),
    card.text(text.stage, (one, locale) =>
      inARow(
        locale,
        one.stages.map(stage => say(locale, stageWords[stage])),
      ),
    ),
    card.text(text.engagement, (one, locale) => say(locale, coachingText.engagement[one.engagement])),
    card.number(text.hours, one => one.hoursWeek),
    card.count(text.quota, one => one.quota),
    card.moment(text.opening, one => inCity(one.opensAt)),
    card.moment(text.closing, one => inCity(one.closesAt)),
  ],
}
