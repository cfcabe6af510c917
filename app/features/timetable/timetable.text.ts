import { type Message, plural } from '#app/i18n/text.ts'

function rangeOf({ least, most }: { least: number; most: number }, dash: string): string {
  return least === most ? String(least) : `${least}${dash}${most}`
}

export const timetableText = {
  title: { 'zh-CN': '体育活动课表', en: 'Timetable of activities' },
  timetable: { 'zh-CN': '课表', en: 'Timetable' },
  answer: {
    'zh-CN': v =>
      `${v.planned === v.classes ? `${v.classes} 个班都有课表` : `${v.classes} 个班中 ${v.planned} 个有课表`}，每班每周体育课 ${rangeOf(v, '—')} 节。`,
    en: v =>
      `${v.planned} of ${v.classes} ${plural(v.classes, 'class has', 'classes have')} a timetable, with ${rangeOf(v, ' to ')} PE ${plural(v.most, 'lesson', 'lessons')} a week each.`,
  } satisfies Message<{ planned: number; classes: number; least: number; most: number }>,
  asOf: {
    'zh-CN': v => `${v.day} 有效的安排，每周相同；实际活动以台账为准。`,
    en: v => `As planned on ${v.day}, the same each week; what was held stands in the log.`,
  } satisfies Message<{ day: string }>,
  follows: {
    'zh-CN': v => `按校历，${v.day} 上${v.weekday}的课。`,
    en: v => `By the calendar, ${v.day} is taught as a ${v.weekday}.`,
  } satisfies Message<{ day: string; weekday: string }>,
  day: { 'zh-CN': '日期', en: 'Day' },
  grade: { 'zh-CN': '年级', en: 'Grade' },
  kind: { 'zh-CN': '活动类型', en: 'Kind' },
  all: { 'zh-CN': '全部', en: 'All' },
  show: { 'zh-CN': '查看', en: 'Show' },
  before: { 'zh-CN': '之前的课表', en: 'The one before' },
  after: { 'zh-CN': '之后的课表', en: 'The next one' },
  class: { 'zh-CN': '班级', en: 'Class' },
  weekday: { 'zh-CN': '星期', en: 'Weekday' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  startsAt: { 'zh-CN': '开始时间', en: 'Starts at' },
  minutes: { 'zh-CN': '时长(分钟)', en: 'Minutes' },
  validFrom: { 'zh-CN': '起始日期', en: 'From' },
  validTo: { 'zh-CN': '终止日期', en: 'Until' },
  lessons: { 'zh-CN': '体育课（节/周）', en: 'PE lessons a week' },
  lasts: {
    'zh-CN': v => `${v.minutes} 分钟`,
    en: v => `${v.minutes} min`,
  } satisfies Message<{ minutes: number }>,
  notPlanned: { 'zh-CN': '未报', en: 'None given' },
  noClasses: {
    'zh-CN': '这一天没有班级，请先登记班级名册。',
    en: 'There are no classes on this day; please enter them first.',
  },
  nothing: {
    'zh-CN': '这一天没有课表。下载模板，填好每周的体育活动后导入。',
    en: 'There is no timetable on this day. Download the template, fill in the week and import it.',
  },
  nothingToSee: { 'zh-CN': '这一天没有课表。', en: 'There is no timetable on this day.' },
  importSheet: { 'zh-CN': '导入课表', en: 'Import a timetable' },
  template: { 'zh-CN': '下载模板', en: 'Download the template' },
  exportSheet: { 'zh-CN': '导出（可再导入）', en: 'Export, to be imported again' },
} as const

/** Monday first. */
export const weekdayWords: readonly Message[] = [
  { 'zh-CN': '周一', en: 'Monday' },
  { 'zh-CN': '周二', en: 'Tuesday' },
  { 'zh-CN': '周三', en: 'Wednesday' },
  { 'zh-CN': '周四', en: 'Thursday' },
  { 'zh-CN': '周五', en: 'Friday' },
  { 'zh-CN': '周六', en: 'Saturday' },
  { 'zh-CN': '周日', en: 'Sunday' },
]
