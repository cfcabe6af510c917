import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'

const problems: Record<string, Message<ProblemValues>> = {
  'registry.unit-unknown': {
    'zh-CN': ({ allowed }) => `没有这个单位，可填：${allowed}。`,
    en: ({ allowed }) => `There is no such unit; allowed are: ${allowed}.`,
  },
  'registry.one-day': {
    'zh-CN': () => '请只填一个日期，如 2025-09-01。',
    en: () => 'Please give one date, such as 2025-09-01.',
  },
  'registry.year': {
    'zh-CN': ({ latest }) => `请填 1990 到 ${latest} 之间的年份，如 2023。`,
    en: ({ latest }) => `Please give a year from 1990 to ${latest}, such as 2023.`,
  },
  'registry.class-no': {
    'zh-CN': () => '请只填班号，如 2。',
    en: () => 'Please give the number of the class only, such as 2.',
  },
  'registry.twice': {
    'zh-CN': ({ rows }) => `与第 ${rows} 行重复但内容不同，请只保留正确的一行。`,
    en: ({ rows }) => `The same as in row ${rows}, yet with other values; please keep the right one only.`,
  },
  'registry.not-yours': {
    'zh-CN': () => '不属于您的管理范围，请由其主管单位或市教育局导入。',
    en: () => 'This is not yours to change; its own unit or the city has to import it.',
  },
  'registry.code-voided': {
    'zh-CN': () => '该标识码曾发给别的学校，已作废的码不再使用。',
    en: () => 'This code was once given to another school; a voided code is never used again.',
  },
  'registry.name-taken': {
    'zh-CN': () => '同一单位已有同名学校，请核对名称或标识码。',
    en: () => 'The unit has a school of this name already; please check name and code.',
  },
  'registry.counts-by-city': {
    'zh-CN': () => '计入单位与主管单位不同时，由市教育局决定。',
    en: () => 'That a school counts to another unit is decided by the city.',
  },
  'registry.closed-before-opened': {
    'zh-CN': () => '停办日期应晚于成立日期。',
    en: () => 'The day of closing must come after the day of founding.',
  },
  'registry.school-unknown': {
    'zh-CN': () => '您管理的学校中没有这个标识码，请先登记学校。',
    en: () => 'No school of yours has this code; please enter the school first.',
  },
  'registry.stage-not-run': {
    'zh-CN': () => '该校不办这个学段，请核对学段或学校的办学类型。',
    en: () => 'The school does not run this stage; please check the stage or the type of the school.',
  },
  'registry.too-many-pupils': {
    'zh-CN': ({ most }) => `一个班不会超过 ${most} 人，请核对。`,
    en: ({ most }) => `No class has more than ${most} pupils; please check.`,
  },
  'registry.ends-before-start': {
    'zh-CN': () => '终止日期早于起始日期。',
    en: () => 'The last day comes before the first.',
  },
}

/** The sentence for a problem of the sheets of schools and classes; null when the code is somebody else's. */
export function registryMessage(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  const message = problems[code]
  return message === undefined ? null : say(locale, message, values)
}
