import type { Locale, Message } from '#app/i18n/text.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { designationText as text } from './designation.text.ts'
import { levelWords } from './level.text.ts'
import type { TitleLine } from './titles-table.tsx'

const column = columnsOf<TitleLine>()

/** Titles with how they stand on the day. */
export const titlesList: List<TitleLine> = {
  title: text.title,
  columns: [
    column.text(text.school, line => line.schoolName, 28),
    column.text(text.unit, line => line.unitName),
    column.text(text.level, (line, locale) => say(locale, levelWords[line.level])),
    column.text(text.sport, line => line.sportName),
    column.text(text.state, stateWords),
    column.text(text.hollow, whyWords, 34),
    column.day(text.from, line => line.validFrom),
    column.day(text.until, line => line.validTo),
    column.text(text.batch, line => line.batch),
    column.text(text.document, line => line.document, 24),
  ],
}

function stateWords({ state }: TitleLine, locale: Locale): string {
  return state === 'REVOKED' || state === 'ENDED' || state === 'TRANSFERRED'
    ? say(locale, text.ends[state])
    : say(locale, text.states[state])
}

function whyWords({ why }: TitleLine, locale: Locale): string {
  return why.map(one => say(locale, text.why[one.code], { days: 'days' in one ? one.days : 0 })).join('；')
}

interface Share {
  name: string
  schools: number
  living: number
}

/** Schools with a title by some trait. */
export function titleSharesList(by: Message, of: Message): List<Share> {
  const share = columnsOf<Share>()
  return {
    title: { 'zh-CN': `${text.title['zh-CN']}_${by['zh-CN']}`, en: `${text.title.en}_${by.en}` },
    columns: [
      share.text(of, row => row.name, 20),
      share.number(text.schools, row => row.schools),
      share.number(text.living, row => row.living),
    ],
  }
}

interface Point {
  day: string
  schools: number
  target: number
}

const point = columnsOf<Point>()

/** How many schools hold a title on which day. */
export const trajectoryList: List<Point> = {
  title: {
    'zh-CN': `${text.title['zh-CN']}_${text.trajectory['zh-CN']}`,
    en: `${text.title.en}_${text.trajectory.en}`,
  },
  columns: [
    point.day(text.day, one => one.day),
    point.number(text.schools, one => one.schools),
    point.number(text.target, one => one.target),
  ],
}
