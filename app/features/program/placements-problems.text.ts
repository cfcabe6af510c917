import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'

const problems = {
  'placement.sport-unknown': {
    'zh-CN': () => '项目目录中没有这个项目，请从候选中选择；选一次可以记住，以后直接认得。',
    en: () =>
      'The catalogue has no such sport; choose one of the candidates; it can be remembered for later.',
  },
  'placement.school-unknown': {
    'zh-CN': () => '您管理的学校中没有这个标识码，请先登记学校。',
    en: () => 'No school of yours has this code; please enter the school first.',
  },
  'placement.not-allowed': {
    'zh-CN': () => '不属于您的管理范围，请由其主管单位或市教育局导入。',
    en: () => 'This is not yours to change; its own unit or the city has to import it.',
  },
  'placement.stage-not-run': {
    'zh-CN': () => '该校在起始日期不办这个学段。',
    en: () => 'The school did not run this stage on the first day.',
  },
  'placement.school-not-open': {
    'zh-CN': () => '该校在起始日期尚未开办或已停办。',
    en: () => 'The school was not open on the first day.',
  },
  'placement.ends-before-start': {
    'zh-CN': () => '终止日期早于起始日期。',
    en: () => 'The last day comes before the first.',
  },
  'placement.overlaps': {
    'zh-CN': ({ from, to }) => `同一学校、项目、学段已有布点（${from} 至 ${to}），日期不能重叠。`,
    en: ({ from, to }) =>
      `The school has this sport and stage already from ${from} to ${to}; days must not overlap.`,
  },
  'placement.twice': {
    'zh-CN': ({ rows }) => `与第 ${rows} 行的学校、项目、学段相同且日期重叠，请只保留正确的一行。`,
    en: ({ rows }) =>
      `Same school, sport and stage as row ${rows} with overlapping days; please keep the right one.`,
  },
} satisfies Record<string, Message<ProblemValues>>

type PlacementProblem = keyof typeof problems

/** The sentence for a problem of the sheet of placements; null when the code belongs to somebody else. */
export function placementProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  return code in problems ? say(locale, problems[code as PlacementProblem], values) : null
}
