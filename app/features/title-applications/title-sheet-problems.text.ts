import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import { draftProblemWords } from './title-applications.text.ts'

const prefix = 'title-application.'

const problems = {
  'personal-number': {
    'zh-CN': () => '表中有身份证号或电话。申报表不收这些内容，请删去后再上传；文件没有保存。',
    en: () =>
      'The workbook holds ID or phone numbers: please take them out and upload it again. It was not kept.',
  },
  'batch-unknown': {
    'zh-CN': () => '没有这个批次，或尚未发布；请照批次名称填写。',
    en: () => 'There is no such batch, or it is not announced; please give its name.',
  },
  'not-open': {
    'zh-CN': () => '该批次现在不在申报时间内，也不在退回修改期内。',
    en: () => 'The batch is not open now, and nothing was returned to be mended until today.',
  },
  'other-school': {
    'zh-CN': () => '这不是本校的标识码；申报由学校自己导入。',
    en: () => 'This is not your school’s code; each school imports its own application.',
  },
  'not-allowed': {
    'zh-CN': () => '申报由学校自己填写。',
    en: () => 'An application is written by its school.',
  },
  'not-writable': {
    'zh-CN': () => '该批次的申报已提交，不能再改。',
    en: () => 'The application in this batch is handed in and stands.',
  },
  'school-not-open': { 'zh-CN': () => '学校已停办。', en: () => 'The school is closed.' },
  'other-name': {
    'zh-CN': ({ name }) => `这个标识码的学校是${name}，请核对。`,
    en: ({ name }) => `The school of this code is ${name}; please check it.`,
  },
  'indicator-unknown': {
    'zh-CN': () => '该批次的评价指标中没有这个代码。',
    en: () => 'The indicators of this batch have no such code.',
  },
  'other-indicator': {
    'zh-CN': ({ name }) => `这个代码的指标是“${name}”，请核对是否错行。`,
    en: ({ name }) => `The indicator of this code is “${name}”; has a row slipped?`,
  },
  'veto-in-words': {
    'zh-CN': () => '一票否决项请填“存在”或“不存在”。',
    en: () => 'Of a veto please say 存在 (it applies) or 不存在 (it does not).',
  },
  'points-malformed': {
    'zh-CN': () => '请填数字，最多两位小数；一票否决项填“存在”或“不存在”。',
    en: () => 'A number of at most two decimals, please; of a veto 存在 (it applies) or 不存在.',
  },
  'points-above-most': {
    'zh-CN': ({ most }) => `超过满分 ${most} 分。`,
    en: ({ most }) => `The most is ${most} points.`,
  },
  'too-many-sports': {
    'zh-CN': ({ most }) => `本批次最多申报 ${most} 个项目。`,
    en: ({ most }) => `The batch allows ${most} sports at most.`,
  },
  twice: {
    'zh-CN': ({ rows }) => `同一指标在第 ${rows} 行还有不同内容，请只保留正确的一行。`,
    en: ({ rows }) => `The same indicator says something else in row ${rows}; please keep the right one.`,
  },
  'other-sports': {
    'zh-CN': ({ rows }) => `同一申报的项目与第 ${rows} 行不同，请填写一次或填写一致。`,
    en: ({ rows }) => `Row ${rows} names other sports for this application; once is enough.`,
  },
  'other-statement': {
    'zh-CN': ({ rows }) => `同一申报的说明与第 ${rows} 行不同，请填写一次或填写一致。`,
    en: ({ rows }) => `Row ${rows} has another statement for this application; once is enough.`,
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheet of applications for titles; null when the code belongs to somebody else. */
export function titleSheetProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  const own = code.startsWith(prefix) ? code.slice(prefix.length) : ''
  if (own in problems) return say(locale, problems[own as keyof typeof problems], values)
  const words: Readonly<Record<string, Message>> = draftProblemWords
  const message = words[own]
  return message === undefined ? null : say(locale, message)
}
