import type { Message } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import { mostEntries } from './timetable.rule.ts'

/** Problems of rows of the timetable sheet. */
export const timetableProblems = {
  'timetable.school-missing': {
    'zh-CN': () => '没有写明是哪所学校，请填写学校标识码。',
    en: () => 'It does not say which school; please enter the school code.',
  },
  'timetable.school-unknown': {
    'zh-CN': () => '没有这所学校，或不在您的管理范围内。',
    en: () => 'There is no such school, or it is not yours.',
  },
  'timetable.other-school': {
    'zh-CN': () => '这是另一所学校的标识码，请只填本次上传的学校。',
    en: () => 'This is the code of another school than the one for which you upload.',
  },
  'timetable.not-allowed': {
    'zh-CN': () => '这所学校由其他单位主管，课表请由学校、主管单位或市教育局导入。',
    en: () => 'Another unit administers this school; it, the school itself or the city has to import this.',
  },
  'timetable.class-unknown': {
    'zh-CN': v => `这所学校在起始日期没有${v.class}，请核对班级名册。`,
    en: v => `The school has no ${v.class} on the first day; please check its classes.`,
  },
  'timetable.ends-before-start': {
    'zh-CN': () => '终止日期早于起始日期。',
    en: () => 'The last day comes before the first.',
  },
  'timetable.no-minutes': {
    'zh-CN': () => '课表中每次活动应有时长，没有安排的请删去这一行。',
    en: () => 'A planned activity takes some time; please leave out the row where nothing is planned.',
  },
  'timetable.summer': {
    'zh-CN': () => '七、八月分不清班级名称属于哪个学年，请填 9 月 1 日及以后的日期。',
    en: () =>
      'In July and August it is unclear of which school year a class name is; enter 1 September or later.',
  },
  'timetable.past-midnight': {
    'zh-CN': () => '开始时间加上时长已过零点，请核对。',
    en: () => 'From this time on it would last beyond midnight; please check.',
  },
  'timetable.overlaps': {
    'zh-CN': v =>
      `${v.class}${v.weekday}同一类型、同一开始时间已有安排（${v.from} 至 ${v.to}），日期不能重叠；请先填写原行的终止日期。`,
    en: v =>
      `${v.class} has this kind at this time on ${v.weekday} already, from ${v.from} to ${v.to}; days must not overlap. Please end that row first.`,
  },
  'timetable.twice': {
    'zh-CN': v => `${v.class}${v.weekday}的这项活动在第 ${v.rows} 行另有说法，请只保留正确的一行。`,
    en: v =>
      `Row ${v.rows} says otherwise of this activity of ${v.class} on ${v.weekday}; please keep the right one.`,
  },
  'timetable.too-many': {
    'zh-CN': () => `一个文件最多 ${mostEntries} 条安排，请按学校分开上传。`,
    en: () => `A file may plan at most ${mostEntries} activities; please upload it school by school.`,
  },
  'timetable.times-meet': {
    'zh-CN': v => `${v.class}${v.weekday}的${v.other}与此时间重叠，请核对。`,
    en: v => `On ${v.weekday} ${v.class} has ${v.other} at the same time; please check.`,
  },
  'timetable.time-missing': {
    'zh-CN': v => `${v.class}${v.weekday}另有一次同类活动，其中一次没有开始时间，会算作两次，请核对。`,
    en: v =>
      `${v.class} has another activity of this kind on ${v.weekday}, and one of them has no time: they count as two. Please check.`,
  },
} satisfies Record<string, Message<ProblemValues>>
