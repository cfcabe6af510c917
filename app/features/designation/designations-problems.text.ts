import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'

const prefix = 'designation.'

const problems = {
  'school-unknown': {
    'zh-CN': () => '您管理的学校中没有这个标识码，请先登记学校。',
    en: () => 'No school of yours has this code; please enter the school first.',
  },
  'not-allowed': {
    'zh-CN': () => '市级及以上称号由市教育局导入；县级称号由学校的主管单位导入。',
    en: () =>
      'The city enters titles of city level and above; those of county level are entered by the school’s own unit.',
  },
  'school-not-open': {
    'zh-CN': () => '该校在起始日期尚未开办或已停办。',
    en: () => 'The school was not open on the first day.',
  },
  'ends-before-start': {
    'zh-CN': () => '终止日期早于起始日期。',
    en: () => 'The last day comes before the first.',
  },
  ended: {
    'zh-CN': () => '该称号已被取消或终止，不能用表格更改。',
    en: () => 'This title was revoked or ended; a sheet does not change it.',
  },
  overlaps: {
    'zh-CN': ({ from, to }) => `该校同一级别、项目已有称号（${from} 至 ${to}），日期不能重叠。`,
    en: ({ from, to }) =>
      `The school has a title of this level and sport from ${from} to ${to}; days must not overlap.`,
  },
  twice: {
    'zh-CN': ({ rows }) => `与第 ${rows} 行的学校、级别、项目、起始日期相同，请只保留正确的一行。`,
    en: ({ rows }) => `Same school, level, sport and first day as row ${rows}; please keep the right one.`,
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheet of titles; null when the code belongs to somebody else. */
export function designationProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  const own = code.startsWith(prefix) ? code.slice(prefix.length) : ''
  return own in problems ? say(locale, problems[own as keyof typeof problems], values) : null
}
