import type { Message } from '#app/i18n/text.ts'
import type { ObligationRefusal } from './obligation.rule.ts'

/** The words of the reporting units. */
export const regionsText = {
  title: { 'zh-CN': '填报单位', en: 'Reporting units' },
  answer: {
    'zh-CN': ({ obliged }) => `今天有 ${obliged} 个单位承担 5621 计划。`,
    en: ({ obliged }) => `${obliged} units carry the 5621 plan today.`,
  } satisfies Message<{ obliged: number }>,
  code: { 'zh-CN': '代码', en: 'Code' },
  name: { 'zh-CN': '名称', en: 'Name' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  kinds: {
    county: { 'zh-CN': '县区', en: 'County or district' },
    zone: { 'zh-CN': '功能板块', en: 'Functional zone' },
    city_direct: { 'zh-CN': '市直', en: 'Directly under the city' },
  },
  obliged: { 'zh-CN': '承担 5621', en: 'Carries the plan' },
  obligedFrom: { 'zh-CN': '承担 5621 自', en: 'Carries 5621 from' },
  obligedTo: { 'zh-CN': '承担 5621 至', en: 'Carries 5621 until' },
  since: {
    'zh-CN': ({ from }) => `自 ${from} 起`,
    en: ({ from }) => `since ${from}`,
  } satisfies Message<{ from: string }>,
  between: {
    'zh-CN': ({ from, to }) => `${from} 至 ${to}`,
    en: ({ from, to }) => `${from} to ${to}`,
  } satisfies Message<{ from: string; to: string }>,
  never: { 'zh-CN': '不承担', en: 'no' },
  change: { 'zh-CN': '变更 5621 任务', en: 'Change who carries the plan' },
  changeMeans: {
    'zh-CN': '变更自所填日期起算，之前的结论不变。',
    en: 'The change holds from the day given; earlier verdicts stay.',
  },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  what: { 'zh-CN': '变更为', en: 'From then on the unit' },
  take: { 'zh-CN': '承担', en: 'carries the plan' },
  release: { 'zh-CN': '不再承担', en: 'no longer carries it' },
  from: { 'zh-CN': '自何日起', en: 'From' },
  save: { 'zh-CN': '提交', en: 'Submit' },
  saved: { 'zh-CN': '已保存', en: 'Saved' },
  refusal: {
    'already-so': { 'zh-CN': '该单位在这一天已是如此', en: 'On that day this is so already' },
    'before-start': {
      'zh-CN': '日期早于该单位承担任务的首日',
      en: 'The day comes before the unit took the plan up',
    },
    'not-found': { 'zh-CN': '没有这个单位', en: 'There is no such unit' },
  } satisfies Record<ObligationRefusal | 'not-found', Message>,
} as const
