import { type Message, plural } from '#app/i18n/text.ts'
import type { CalendarDayKind } from './calendar.rule.ts'
import type { EntryRefusal } from './save-calendar-entry.server.ts'
import type { TermRefusal } from './save-term.server.ts'

export const dayKindWords = {
  school_day: { 'zh-CN': '上课日', en: 'School day' },
  weekend: { 'zh-CN': '周末', en: 'Weekend' },
  holiday: { 'zh-CN': '法定节假日', en: 'Public holiday' },
  makeup: { 'zh-CN': '调休上课', en: 'Make-up day' },
  vacation: { 'zh-CN': '寒暑假', en: 'Vacation' },
  season_break: { 'zh-CN': '春秋假', en: 'Spring or autumn break' },
  exam: { 'zh-CN': '考试', en: 'Examination' },
  suspended: { 'zh-CN': '停课', en: 'Suspended' },
} satisfies Record<CalendarDayKind, Message>

export const stageNames = {
  '': { 'zh-CN': '全部学段', en: 'Every stage' },
  primary: { 'zh-CN': '小学', en: 'Primary' },
  junior: { 'zh-CN': '初中', en: 'Junior' },
  senior: { 'zh-CN': '高中', en: 'Senior' },
} satisfies Record<'' | 'primary' | 'junior' | 'senior', Message>

export const entryRefusals = {
  'scope-unknown': {
    'zh-CN': '没有这个单位或学校。请填写单位代码或学校标识码，留空为全市。',
    en: 'There is no such unit or school. Enter a unit or school code, or leave it empty for the city.',
  },
  'not-yours': {
    'zh-CN': '您不能修改这一范围的校历，请联系市局或主管单位。',
    en: 'This part of the calendar is not yours to change; please ask the city or the authority in charge.',
  },
  'not-found': { 'zh-CN': '这一条已经不在了。', en: 'This entry is no longer there.' },
} satisfies Record<EntryRefusal, Message>

export const termRefusals = {
  'days-reversed': { 'zh-CN': '开学日期晚于结束日期。', en: 'The first day is after the last.' },
  overlaps: { 'zh-CN': '与另一个学期重叠。', en: 'It overlaps another term.' },
  'not-yours': { 'zh-CN': '学期由市局设定。', en: 'Terms are set by the city.' },
} satisfies Record<TermRefusal, Message>

export const calendarProblems = {
  'calendar.scope-unknown': {
    'zh-CN': () => '没有这个单位或学校。留空表示全市。',
    en: () => 'There is no such unit or school. Leave it empty for the city.',
  },
  'calendar.scope-not-yours': {
    'zh-CN': () => '您不能修改这一范围的校历。',
    en: () => 'This part of the calendar is not yours to change.',
  },
  'calendar.twice': {
    'zh-CN': v => `同一范围、学段和日期在第 ${v.rows ?? ''} 行另有说法，请只保留一行。`,
    en: v => `Row ${v.rows ?? ''} says otherwise of the same scope, stage and day; please keep one of them.`,
  },
  'calendar.follows-without-makeup': {
    'zh-CN': () => '只有上课日或调休上课可以指定“课表按星期”。',
    en: () => 'Only a school day or make-up day can follow the timetable of another weekday.',
  },
  'calendar.weekday': {
    'zh-CN': () => '请填写 1 至 7 或周一至周日。',
    en: () => 'Enter 1 to 7, or a weekday from 周一 to 周日.',
  },
} satisfies Record<string, Message<Record<string, string | number>>>

export const calendarText = {
  title: { 'zh-CN': '校历', en: 'School calendar' },
  answer: {
    'zh-CN': v => `${v.month} 有 ${v.days} 个上课日（${v.place}）。`,
    en: v => `${v.month} has ${v.days} ${plural(v.days, 'school day', 'school days')} (${v.place}).`,
  } satisfies Message<{ month: string; days: number; place: string }>,
  cityWide: { 'zh-CN': '全市', en: 'the whole city' },
  unpublished: {
    'zh-CN': v => `${v.years} 年放假安排国务院尚未公布，这些年份的上课日可能变动。`,
    en: v => `The public holidays of ${v.years} are not published yet; school days of that year may change.`,
  } satisfies Message<{ years: string }>,
  month: { 'zh-CN': '月份', en: 'Month' },
  unit: { 'zh-CN': '板块', en: 'Unit' },
  show: { 'zh-CN': '查看', en: 'Show' },
  before: { 'zh-CN': '上月', en: 'Month before' },
  after: { 'zh-CN': '下月', en: 'Month after' },
  days: { 'zh-CN': '本月', en: 'This month' },
  entries: { 'zh-CN': '与平常不同的日子', en: 'Days that differ' },
  noEntries: { 'zh-CN': '本月没有特别安排。', en: 'Nothing special this month.' },
  scope: { 'zh-CN': '范围', en: 'Scope' },
  national: { 'zh-CN': '国家', en: 'National' },
  city: { 'zh-CN': '全市', en: 'City' },
  stage: { 'zh-CN': '学段', en: 'Stage' },
  day: { 'zh-CN': '日期', en: 'Day' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  follows: { 'zh-CN': '课表按星期', en: 'Follows the timetable of' },
  note: { 'zh-CN': '说明', en: 'Note' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  add: { 'zh-CN': '新增或修改一天', en: 'Add or change a day' },
  scopeHint: {
    'zh-CN': '单位代码或学校标识码；留空为全市（市局）或本单位',
    en: 'A unit or school code; empty means the city, or your own unit',
  },
  none: { 'zh-CN': '不指定', en: 'None' },
  save: { 'zh-CN': '保存', en: 'Save' },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  removed: { 'zh-CN': '已删除。', en: 'Removed.' },
  terms: { 'zh-CN': '学期', en: 'Terms' },
  term: { 'zh-CN': '学期', en: 'Term' },
  firstDay: { 'zh-CN': '开学', en: 'First day' },
  lastDay: { 'zh-CN': '结束', en: 'Last day' },
  weekdays: { 'zh-CN': '一 二 三 四 五 六 日', en: 'Mon Tue Wed Thu Fri Sat Sun' },
  years: { 'zh-CN': '放假安排', en: 'Public holidays' },
  year: { 'zh-CN': '年份', en: 'Year' },
  state: { 'zh-CN': '状态', en: 'State' },
  isPublished: { 'zh-CN': '已公布', en: 'Published' },
  notPublished: { 'zh-CN': '未公布', en: 'Not published' },
  source: { 'zh-CN': '依据', en: 'Source' },
  publish: { 'zh-CN': '标为已公布', en: 'Mark as published' },
} as const
