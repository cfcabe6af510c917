import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'

const prefix = 'score.'

const problems = {
  'personal-number': {
    'zh-CN': () => '表中有身份证号或电话。成绩表只用报名号认人，请删去整列后再上传；文件没有保存。',
    en: () =>
      'The workbook holds ID or phone numbers. People are found by application number: remove the column and upload it again; the file was not kept.',
  },
  'no-number': {
    'zh-CN': () => '报名号是 12 位数字，请核对。',
    en: () => 'An application number has 12 digits; please check it.',
  },
  'no-score': {
    'zh-CN': () => '请填写 0 至 100 的数，或“缺考”。',
    en: () => 'Please give a number from 0 to 100, or 缺考.',
  },
  'above-100': { 'zh-CN': () => '成绩不能超过 100。', en: () => 'A score is at most 100.' },
  'too-fine': {
    'zh-CN': () => '最多两位小数，请先按规定取舍。',
    en: () => 'At most two decimals; please round it by your rules first.',
  },
  unknown: {
    'zh-CN': () => '没有这个报名号，或不在您的招聘单位。',
    en: () => 'There is no such application, or not with your unit.',
  },
  'other-name': {
    'zh-CN': ({ name }) => `这个报名号的应聘人是${name}，请核对。`,
    en: ({ name }) => `This number is ${name}'s; please check it.`,
  },
  'other-post': {
    'zh-CN': ({ post }) => `这个报名号报的是岗位 ${post}，请核对。`,
    en: ({ post }) => `This number applied to post ${post}; please check it.`,
  },
  twice: {
    'zh-CN': ({ rows }) => `同一报名号在第 ${rows} 行还有不同成绩，请只保留正确的一行。`,
    en: ({ rows }) => `The same number has other scores in row ${rows}; please keep the right one.`,
  },
  'not-yours': {
    'zh-CN': () => '成绩由招聘单位登记。',
    en: () => 'Scores are entered by the unit that recruits.',
  },
  frozen: { 'zh-CN': () => '成绩已公布，不能再改。', en: () => 'The scores are published and stand.' },
  'not-in-this-test': {
    'zh-CN': () => '该人员目前不在这一科目。',
    en: () => 'The candidate does not take this test now.',
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheet of scores; null when the code belongs to somebody else. */
export function scoreProblem(locale: Locale, code: string, values: ProblemValues): string | null {
  if (!code.startsWith(prefix)) return null
  const message = (problems as Record<string, Message<ProblemValues>>)[code.slice(prefix.length)]
  return message === undefined ? null : say(locale, message, values)
}
