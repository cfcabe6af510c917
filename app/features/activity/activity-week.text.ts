import type { Message } from '#app/i18n/text.ts'

export const activityWeekText = {
  title: { 'zh-CN': '体育活动周表', en: 'Activity week' },
  minutes: {
    'zh-CN': '请填 0 到 240 的整数分钟；没有活动填 0，未统计留空。',
    en: 'Whole minutes from 0 to 240; 0 for none, empty for not known.',
  },
  minutesTitle: { 'zh-CN': '时长(分钟)', en: 'Minutes' },
  className: { 'zh-CN': '班级', en: 'Class' },
  classes: { 'zh-CN': '每行一个班级，已按班级名册填好', en: 'A line a class, filled in from the roster' },
  eachDay: { 'zh-CN': '各日各项活动', en: 'Each activity of each day' },
  noSchool: {
    'zh-CN': '“/”表示当天该班不上课，不用填写。',
    en: '"/" says that the class has no school that day; nothing is to be entered.',
  },
  keepHeaders: {
    'zh-CN': '标题、日期和活动名称请勿改动。',
    en: 'Please keep the title, the days and the names of the activities as they are.',
  },
} satisfies Record<string, Message>
