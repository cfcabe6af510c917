import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import { judgementSentences } from './coach-work.text.ts'
import { instructorsText } from './instructors.text.ts'

const problems = {
  'roster.personal-number': {
    'zh-CN': () => '表中有身份证号或电话。名册不收这些内容，请删去整列后再上传；文件没有保存。',
    en: () =>
      'The workbook holds ID or phone numbers, which the roster does not take. Remove the column and upload it again; the file was not kept.',
  },
  'roster.sport-unknown': {
    'zh-CN': () => '项目目录中没有这个项目，请从候选中选择；选一次可以记住，以后直接认得。',
    en: () => 'The catalogue has no such sport; choose a candidate; it can be remembered for later.',
  },
  'roster.school-unknown': {
    'zh-CN': () => '您管理的学校中没有这个标识码，请先登记学校。',
    en: () => 'No school of yours has this code; please enter the school first.',
  },
  'roster.unit-needed': {
    'zh-CN': () => '学校标识码和单位至少填一项。',
    en: () => 'Please give a school code or a unit.',
  },
  'roster.unit-differs': {
    'zh-CN': () => '该校不属于这个单位，请核对。',
    en: () => 'The school does not belong to this unit; please check.',
  },
  'roster.not-allowed': {
    'zh-CN': () => '不属于您的管理范围，请由其所属学校或单位导入。',
    en: () => 'This is not yours to change; its own school or unit has to import it.',
  },
  'roster.grades-differ': {
    'zh-CN': () => '运动员等级应按项目顺序逐一填写，没有的填 无，用顿号隔开。',
    en: () => 'Give a grade for each sport in their order, 无 for none, parted by 、.',
  },
  'roster.not-whole': { 'zh-CN': () => '请填整数。', en: () => 'Please give a whole number.' },
  'roster.times-unclear': {
    'zh-CN': ({ piece }) => `看不懂“${piece}”，请按“周二 16:00-17:30”填写，多个用顿号隔开。`,
    en: ({ piece }) => `"${piece}" is unclear; please write times as 周二 16:00-17:30, several parted by 、.`,
  },
  'roster.twice': {
    'zh-CN': ({ rows }) =>
      `与第 ${rows} 行是同一人同一天起，内容却不同：请只保留正确的一行，另一人请填同名序号。`,
    en: ({ rows }) =>
      `The same person and first day as row ${rows}, yet different: keep the right row, or number the other person.`,
  },
  'roster.overlaps': {
    'zh-CN': ({ from, to }) => `与此人的另一合同（${from} 至 ${to}）日期重叠。`,
    en: ({ from, to }) => `The days overlap another contract of the person (${from} to ${to}).`,
  },
  'roster.person-unknown': {
    'zh-CN': () => '名册中没有此人，请先登记，或填写所属学校、统筹单位。',
    en: () => 'The register has no such person; register them first, or say where they belong.',
  },
  'roster.kind-not-yours': {
    'zh-CN': () => '教练员、社会体育指导员改为体育教师，须由主管单位办理',
    en: () => 'A coach or a social sports instructor is made a PE teacher by the unit, not by the school',
  },
  'roster.no-contract': {
    'zh-CN': () => '此人在起始日期没有合同。',
    en: () => 'The person has no contract on the first day.',
  },
  'roster.sport-not-theirs': {
    'zh-CN': () => '名册上此人没有这个项目，请先在名册中补上。',
    en: () => 'The register does not name this sport for the person; add it there first.',
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheets of instructors; null when the code belongs to somebody else. */
export function rosterProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  if (code in problems) return say(locale, problems[code as keyof typeof problems], values)
  const [family, rest = ''] = code.split('.', 2)
  const refusals: Partial<Record<string, Message>> = instructorsText.refusal
  const refusal = refusals[rest]
  if (family === 'roster' && refusal !== undefined)
    return `${say(locale, refusal)}${locale === 'en' ? '.' : '。'}`
  return family === 'work' ? judgementSentences(locale, rest, values) : null
}
