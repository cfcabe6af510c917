import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'

/** The words of traditional sports at school. */
export const eventsText = {
  title: { 'zh-CN': '传统体育进校园', en: 'Traditional sports at school' },
  answer: {
    'zh-CN': ({ events, schools, participants }) =>
      `本学年 ${schools} 所学校举办 ${events} 场，${participants} 人次参加`,
    en: ({ events, schools, participants }) =>
      `This school year: ${events} events at ${schools} schools, ${participants} participants`,
  } satisfies Message<{ events: number; schools: number; participants: number }>,
  nothing: {
    'zh-CN': '本学年还没有活动。请下载模板填写后导入。',
    en: 'No event this school year. Fill in the template.',
  },
  year: { 'zh-CN': '学年', en: 'School year' },
  show: { 'zh-CN': '查看', en: 'Show' },
  bySport: { 'zh-CN': '按项目', en: 'By sport' },
  byUnit: { 'zh-CN': '按单位', en: 'By unit' },
  byMonth: { 'zh-CN': '按月', en: 'By month' },
  coming: { 'zh-CN': '即将举办', en: 'To come' },
  held: { 'zh-CN': '已举办', en: 'Held' },
  month: { 'zh-CN': '月份', en: 'Month' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  day: { 'zh-CN': '日期', en: 'Day' },
  school: { 'zh-CN': '学校', en: 'School' },
  event: { 'zh-CN': '活动', en: 'Event' },
  events: { 'zh-CN': '场次', en: 'Events' },
  schools: { 'zh-CN': '学校数', en: 'Schools' },
  classes: { 'zh-CN': '班级', en: 'Classes' },
  participants: { 'zh-CN': '人次', en: 'Participants' },
  note: { 'zh-CN': '说明', en: 'Note' },
  importExcel: { 'zh-CN': '导入 Excel', en: 'Import from Excel' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  template: { 'zh-CN': '下载模板', en: 'Template' },
} as const

const prefix = 'event.'

const problems = {
  'school-unknown': {
    'zh-CN': () => '您管理的学校中没有这个标识码，请先登记学校。',
    en: () => 'No school of yours has this code; please enter the school first.',
  },
  'title-missing': { 'zh-CN': () => '请填写活动名称。', en: () => 'Please name the event.' },
  'not-traditional': {
    'zh-CN': () => '项目目录中这不是传统体育项目；其他活动请填活动台账。',
    en: () => 'This is no traditional sport of the catalogue; other activities belong to the log.',
  },
  'too-far-ahead': { 'zh-CN': () => '日期在一年以后，请核对。', en: () => 'That is more than a year ahead.' },
  'participants-missing': {
    'zh-CN': () => '已举办的活动请填写参与人数。',
    en: () => 'Please say how many took part.',
  },
  'nobody-yet': {
    'zh-CN': () => '活动还没有举办，请先不填班级数和人数。',
    en: () => 'It has not been held yet: leave the numbers out.',
  },
  'personal-number': {
    'zh-CN': () => '请不要填写手机号或身份证号。',
    en: () => 'Please leave out phone and ID numbers.',
  },
  'school-not-open': {
    'zh-CN': () => '该校在这一天尚未开办或已停办。',
    en: () => 'The school was not open on that day.',
  },
  twice: {
    'zh-CN': ({ rows }) => `与第 ${rows} 行是同一活动，请只保留正确的一行。`,
    en: ({ rows }) => `Row ${rows} tells of the same event; please keep the right one.`,
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheet of events; null when the code belongs to somebody else. */
export function eventSheetProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  const own = code.startsWith(prefix) ? code.slice(prefix.length) : ''
  return own in problems ? say(locale, problems[own as keyof typeof problems], values) : null
}
