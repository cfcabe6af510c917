import { type Message, plural } from '#app/i18n/text.ts'
import type { ClassDayStatus } from './compliance.rule.ts'
import type { PeriodKind } from './period.rule.ts'

export const statusWords = {
  'not-expected': { 'zh-CN': '不要求', en: 'Not expected' },
  ahead: { 'zh-CN': '未到', en: 'Ahead' },
  exempt: { 'zh-CN': '豁免', en: 'Exempt' },
  missing: { 'zh-CN': '未报', en: 'Missing' },
  short: { 'zh-CN': '不足', en: 'Short' },
  'floor-met': { 'zh-CN': '达标', en: 'Met' },
  'target-met': { 'zh-CN': '达2小时', en: '2 hours met' },
} satisfies Record<ClassDayStatus, Message>

export const periodWords = {
  day: { 'zh-CN': '日', en: 'Day' },
  week: { 'zh-CN': '周', en: 'Week' },
  month: { 'zh-CN': '月', en: 'Month' },
  term: { 'zh-CN': '学期', en: 'Term' },
} satisfies Record<PeriodKind, Message>

type Days = { from: string; to: string }

export const complianceText = {
  title: { 'zh-CN': '每天一小时', en: 'The daily hour' },
  city: { 'zh-CN': '全市', en: 'The city' },
  answer: {
    'zh-CN': v =>
      `应报 ${v.due} 个班次，达标 ${v.met} 个（${v.rate}），不足 ${v.short} 个，未报 ${v.missing} 个。`,
    en: v =>
      `Of ${v.due} class-days ${v.met} had their hour (${v.rate}), ${v.short} were short and ${v.missing} are missing.`,
  } satisfies Message<{ due: number; met: number; short: number; missing: number; rate: string }>,
  nothingExpected: {
    'zh-CN': '这段时间没有要求填报的上课日。',
    en: 'No school day in this period calls for a report.',
  },
  asOf: {
    'zh-CN': v =>
      `${v.from} 至 ${v.to}；每天 60 分钟为达标，小学、初中目标 120 分钟；未报不算 0，也不算达标。`,
    en: v =>
      `${v.from} to ${v.to}; 60 minutes a day are asked of all, 120 are the target for primary and junior. Missing is not zero, and not met.`,
  } satisfies Message<Days>,
  period: { 'zh-CN': '时段', en: 'Period' },
  show: { 'zh-CN': '查看', en: 'Show' },
  before: { 'zh-CN': '上一段', en: 'Earlier' },
  after: { 'zh-CN': '下一段', en: 'Later' },
  units: { 'zh-CN': '各板块', en: 'Units' },
  schools: { 'zh-CN': '各学校', en: 'Schools' },
  unit: { 'zh-CN': '板块', en: 'Unit' },
  school: { 'zh-CN': '学校', en: 'School' },
  total: { 'zh-CN': '合计', en: 'Total' },
  expected: { 'zh-CN': '应报(班次)', en: 'Expected (class-days)' },
  exempt: { 'zh-CN': '豁免', en: 'Exempt' },
  reported: { 'zh-CN': '已报', en: 'Reported' },
  missing: { 'zh-CN': '未报', en: 'Missing' },
  floorMet: { 'zh-CN': '达标(1小时)', en: '1 hour met' },
  targetMet: { 'zh-CN': '达标(2小时)', en: '2 hours met' },
  floorRate: { 'zh-CN': '达标率', en: 'Rate' },
  targetRate: { 'zh-CN': '2小时达标率', en: '2-hour rate' },
  reportingRate: { 'zh-CN': '填报率', en: 'Reporting' },
  date: { 'zh-CN': '日期', en: 'Day' },
  counts: { 'zh-CN': '是否计入', en: 'Counts' },
  isCounted: { 'zh-CN': '计入', en: 'counts' },
  reportedAt: { 'zh-CN': '填报时间', en: 'Reported at' },
  silent: { 'zh-CN': '还没有填报的学校', en: 'Schools that have not reported' },
  silentAnswer: {
    'zh-CN': v => `${v.day}：应报 ${v.of} 所，${v.count} 所没有填报。`,
    en: v => `${v.day}: ${v.count} of ${v.of} ${plural(v.of, 'school', 'schools')} reported nothing.`,
  } satisfies Message<{ day: string; of: number; count: number }>,
  moreSilent: {
    'zh-CN': v => `另有 ${v.count} 所，进入板块查看。`,
    en: v => `${v.count} more; open a unit to see them.`,
  } satisfies Message<{ count: number }>,
  everybodyReported: { 'zh-CN': '都已填报。', en: 'Everybody has reported.' },
  noSchools: { 'zh-CN': '没有在办学校。', en: 'No school is open.' },
  export: { 'zh-CN': '盖章报表', en: 'Report to be signed' },
  exportTitle: {
    'zh-CN': v => `${v.place}中小学“每天一小时”达标情况`,
    en: v => `The daily hour in the schools of ${v.place}`,
  } satisfies Message<{ place: string }>,
  signatures: {
    'zh-CN': '单位（盖章）：　　　　　填表人：　　　　　审核人：　　　　　日期：',
    en: 'Office (seal):          Prepared by:          Checked by:          Date:',
  },
  heat: { 'zh-CN': '班级与日期', en: 'Classes and days' },
  class: { 'zh-CN': '班级', en: 'Class' },
  minutes: {
    'zh-CN': v => `${v.count} 分钟`,
    en: v => `${v.count} min`,
  } satisfies Message<{ count: number }>,
  noClasses: {
    'zh-CN': '这段时间没有在读班级，请先登记班级。',
    en: 'No class is on the roster in this period; please enter the classes first.',
  },
  dayTitle: {
    'zh-CN': v => `${v.day} 活动记录`,
    en: v => `Activities on ${v.day}`,
  } satisfies Message<{ day: string }>,
  kind: { 'zh-CN': '活动类型', en: 'Kind' },
  counted: { 'zh-CN': '计入(分钟)', en: 'Counted (min)' },
  duration: { 'zh-CN': '时长(分钟)', en: 'Minutes' },
  startsAt: { 'zh-CN': '开始时间', en: 'Starts at' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  participants: { 'zh-CN': '人数', en: 'Participants' },
  teacher: { 'zh-CN': '指导教师', en: 'Teacher' },
  source: { 'zh-CN': '来源', en: 'From' },
  notCounted: { 'zh-CN': '不计入', en: 'Not counted' },
  status: { 'zh-CN': '结论', en: 'Verdict' },
  noRows: { 'zh-CN': '这一天没有任何记录。', en: 'Nothing stands for this day.' },
  enteredOtherwise: { 'zh-CN': '非文件导入', en: 'Not from a file' },
  rule: {
    'zh-CN': '有开始时间的按时段合并（重叠只算一次），没有的相加，一天最多计 480 分钟。',
    en: 'Rows with a start time count as the union of their intervals, the others add up; at most 480 minutes a day.',
  },
  weekTitle: { 'zh-CN': '本周情况', en: 'This week' },
  weekOf: {
    'zh-CN': v => `${v.from} 至 ${v.to}`,
    en: v => `${v.from} to ${v.to}`,
  } satisfies Message<Days>,
  weekShort: {
    'zh-CN': v => `有 ${v.count} 个班未达 1 小时`,
    en: v => `${v.count} ${plural(v.count, 'class is', 'classes are')} short of the hour`,
  } satisfies Message<{ count: number }>,
  weekMissing: {
    'zh-CN': v => `还有 ${v.count} 个班次未报`,
    en: v => `${v.count} ${plural(v.count, 'class-day is', 'class-days are')} missing`,
  } satisfies Message<{ count: number }>,
  weekFine: { 'zh-CN': '已到的日子全部达标', en: 'Every class had its hour so far' },
  weekNone: { 'zh-CN': '本周没有上课日', en: 'There is no school day this week' },
  toFillIn: { 'zh-CN': '要补报的日期', en: 'Days to fill in' },
  toFillInDay: {
    'zh-CN': v => `${v.day}：${v.count} 个班未报`,
    en: v => `${v.day}: ${v.count} ${plural(v.count, 'class', 'classes')} missing`,
  } satisfies Message<{ day: string; count: number }>,
  upload: { 'zh-CN': '导入活动表', en: 'Import activities' },
  toSchool: { 'zh-CN': '查看达标情况', en: 'See compliance' },
  nothingToFillIn: { 'zh-CN': '没有要补报的日期。', en: 'There is nothing to fill in.' },
} as const
