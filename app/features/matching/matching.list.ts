import { inCity } from '#app/calendar-day.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { spoken } from '../applications/application-number.rule.ts'
import { stateWords } from '../applications/application-states.text.ts'
import { postText, stageWords } from '../posts/posts.text.ts'
import { whyNotLivingWords } from '../program/living.text.ts'
import { matchingText as text, verdictShort } from './matching.text.ts'
import type { UnitProposal } from './propose-assignment.server.ts'
import type { Candidate } from './read-candidates.server.ts'
import type { PostForYou } from './read-posts-for-you.server.ts'
import { reasonsInWords } from './reason-words.ts'

type Work = UnitProposal['works'][number]
const work = columnsOf<Work>()

/** Who is proposed for which placement, whence and why: by name, and no number of a person. */
export const worksList: List<Work> = {
  title: text.proposal,
  columns: [
    work.text(text.school, one => one.schoolName, 28),
    work.text(text.sport, (one, locale) => (locale === 'en' ? one.sportNameEn : one.sportName)),
    work.text(text.stage, (one, locale) => say(locale, stageWords[one.stage]), 10),
    work.text(text.person, one => one.name),
    work.text(text.whence, whenceOf, 34),
    work.text(text.why, (one, locale) => joined(reasonsInWords(locale, one.reasons), locale), 40),
    work.text(text.besidesTitle, (one, locale) => whyNotLivingWords(locale, one.besides), 34),
  ],
}

type Check = UnitProposal['checks'][number]
const check = columnsOf<Check>()

/** Placements that live once somebody's entry check has a valid answer. */
export const checksList: List<Check> = {
  title: text.checks,
  columns: [
    check.text(text.school, one => one.schoolName, 28),
    check.text(text.sport, (one, locale) => (locale === 'en' ? one.sportNameEn : one.sportName)),
    check.text(text.stage, (one, locale) => say(locale, stageWords[one.stage]), 10),
    check.text(text.person, one => one.name),
    check.text(text.why, (one, locale) => whyNotLivingWords(locale, [one.check]), 34),
    check.text(text.besidesTitle, (one, locale) => whyNotLivingWords(locale, one.besides), 34),
  ],
}

type Suiting = Omit<Candidate, 'id'>
const candidate = columnsOf<Suiting>()

/** The unit's applicants in the order in which they suit a post, by name and numbers of applications alone. */
export const suitingList: List<Suiting> = {
  title: text.posts,
  columns: [
    candidate.text(text.name, one => one.name),
    candidate.text(text.verdict, (one, locale) => say(locale, verdictShort[one.verdict])),
    candidate.number(text.points, one => one.points),
    candidate.text(
      text.why,
      (one, locale) => joined(reasonsInWords(locale, one.reasons, one.rules), locale),
      40,
    ),
    candidate.text(text.applied, appliedTo, 40),
  ],
}

const forYou = columnsOf<PostForYou>()

/** The posts open now in the order in which they suit somebody, as told to that person. */
export const forYouList: List<PostForYou> = {
  title: text.forYou,
  columns: [
    forYou.text(postText.title, one => one.title, 28),
    forYou.text(postText.number, one => one.number),
    forYou.text(text.unit, (one, locale) => (locale === 'en' ? one.unitNameEn : one.unitName)),
    forYou.text(text.verdict, (one, locale) => say(locale, verdictShort[one.verdict])),
    forYou.moment(postText.closing, one => inCity(one.closesAt)),
    forYou.text(
      text.why,
      (one, locale) => joined(reasonsInWords(locale, one.reasons, one.rules), locale),
      40,
    ),
  ],
}

function whenceOf({ from }: Work, locale: Locale): string {
  return from.kind === 'coach'
    ? say(locale, text.coachWith, { hours: from.hours })
    : say(locale, text.applicantTo, { post: from.postTitle })
}

function appliedTo({ applications }: Suiting, locale: Locale): string {
  const lines = applications.map(
    ({ number, postTitle, state }) => `${postTitle} · ${say(locale, stateWords[state])} · ${spoken(number)}`,
  )
  return lines.join(locale === 'en' ? '; ' : '；')
}

function joined(told: readonly { words: string }[], locale: Locale): string {
  return told.map(({ words }) => words).join(locale === 'en' ? '; ' : '；')
}
