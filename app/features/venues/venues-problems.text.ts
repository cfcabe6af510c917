import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { VenueRefusal } from './save-venue.server.ts'

const prefix = 'venue.'

const problems = {
  'no-hours': {
    'zh-CN': () => '请填写开放时段，如 06:00-07:30、17:30-20:30；不开放则留空。',
    en: () => 'Please give hours such as 06:00-07:30、17:30-20:30, or leave it empty.',
  },
  'school-unknown': {
    'zh-CN': () => '您管理的学校中没有这个标识码，请先登记学校。',
    en: () => 'No school of yours has this code; please enter the school first.',
  },
  'not-allowed': {
    'zh-CN': () => '由学校、其主管单位或市级导入。',
    en: () => 'The school, its own unit or the city imports it.',
  },
  'name-missing': { 'zh-CN': () => '请填写场地名称。', en: () => 'Please name the venue.' },
  'never-open': {
    'zh-CN': () => '平日、周末、节假日至少填写一项开放时段。',
    en: () => 'Please give the hours of weekdays, weekends or holidays.',
  },
  'contact-missing': { 'zh-CN': () => '请填写咨询科室和座机。', en: () => 'Please say whom to ask.' },
  'personal-number': {
    'zh-CN': () => '名单对外公开，请填写科室座机，不要填写手机号或身份证号。',
    en: () => 'The list is public: please give an office telephone, no mobile or ID number.',
  },
  'ends-before-start': {
    'zh-CN': () => '终止日期早于起始日期。',
    en: () => 'The last day comes before the first.',
  },
  'school-not-open': {
    'zh-CN': () => '该校在起始日期尚未开办或已停办。',
    en: () => 'The school was not open on the first day.',
  },
  overlaps: {
    'zh-CN': ({ from, to }) => `同一场地已有 ${from} 至 ${to} 的登记，日期不能重叠。`,
    en: ({ from, to }) => `The venue is entered from ${from} to ${to} already; days must not overlap.`,
  },
  twice: {
    'zh-CN': ({ rows }) => `与第 ${rows} 行是同一场地和起始日期，请只保留正确的一行。`,
    en: ({ rows }) => `Same venue and first day as row ${rows}; please keep the right one.`,
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheet of venues; null when the code belongs to somebody else. */
export function venueSheetProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  const own = code.startsWith(prefix) ? code.slice(prefix.length) : ''
  return own in problems ? say(locale, problems[own as keyof typeof problems], values) : null
}

/** Why a venue that was entered by hand is not kept. */
export function venueRefusal(locale: Locale, refusal: VenueRefusal): string {
  return say(locale, { ...problems, ...byHand }[refusal], {})
}

const byHand = {
  'outside-its-days': {
    'zh-CN': () => '日期须在该场地登记的起止日期之内。',
    en: () => 'The day must lie within the days for which the venue is entered.',
  },
  'reason-missing': { 'zh-CN': () => '请说明原因。', en: () => 'Please say why.' },
  'entered-already': {
    'zh-CN': () => '该校已登记同名场地，日期不能重叠；需要改动的请用“修改”。',
    en: () => 'The school has entered a venue of this name for these days; please change that one.',
  },
} satisfies Record<string, Message<ProblemValues>>

/** What is wrong with hours that cannot be read, at each of their fields. */
export function hoursErrors(locale: Locale, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map(field => [field, say(locale, problems['no-hours'], {})]))
}
