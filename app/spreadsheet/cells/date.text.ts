import type { Message } from '../../i18n/text.ts'
import type { ProblemValues } from '../reading.ts'
import type { CellCode } from './codes.ts'

/** What is said of dates. */
export const dateMessages = {
  'date.ahead': {
    'zh-CN': v => `${v.days}在今天之后较久，请核对`,
    en: v => `${v.days} lies well after today; please check`,
  },
  'date.corrected': { 'zh-CN': v => `按${v.days}读取，请核对`, en: v => `Read as ${v.days}; please check` },
  'date.half-day-ignored': {
    'zh-CN': v => `日期按${v.days}读取，上午下午未采用`,
    en: v => `Read as ${v.days}; the half of the day is left out`,
  },
  'date.instant': {
    'zh-CN': v => `按本地日期${v.days}读取，请核对`,
    en: v => `Read as the local day ${v.days}; please check`,
  },
  'date.no-day': {
    'zh-CN': () => '缺少日，请填写完整日期',
    en: () => 'The day is missing; enter the whole date',
  },
  'date.no-month': {
    'zh-CN': () => '缺少月份，请填写完整日期',
    en: () => 'The month is missing; enter the whole date',
  },
  'date.no-school': {
    'zh-CN': v => `${v.days}不上课，请核对`,
    en: v => `There is no school on ${v.days}; please check`,
  },
  'date.no-such-day': {
    'zh-CN': () => '没有这一天，请改正',
    en: () => 'There is no such day; please correct',
  },
  'date.not-a-date': {
    'zh-CN': () => '不是日期，请按“2025-09-01”填写',
    en: () => 'This is no date; write it as 2025-09-01',
  },
  'date.number': {
    'zh-CN': () => '日期存成了小数，请按“2025-09-01”填写',
    en: () => 'The date became a decimal; write it as 2025-09-01',
  },
  'date.old-weekday': {
    'zh-CN': () => '星期与去年相符，请核对年份',
    en: () => 'The weekday fits last year; check the year',
  },
  'date.order': {
    'zh-CN': () => '日、月顺序不明确，请按“2025-09-01”填写',
    en: () => 'Day and month may be swapped; write it as 2025-09-01',
  },
  'date.other-year': {
    'zh-CN': () => '不在本学年，请改正日期',
    en: () => 'The day lies in another school year; correct the date',
  },
  'date.other-zone': {
    'zh-CN': () => '时区不同，请填写本地日期',
    en: () => 'The time zone differs; enter the local date',
  },
  'date.range-backwards': {
    'zh-CN': () => '结束日期早于开始日期，请改正',
    en: () => 'The range ends before it begins; please correct',
  },
  'date.range-empty': {
    'zh-CN': () => '范围内没有上课日，请改正',
    en: () => 'The range holds no school day; please correct',
  },
  'date.range-long': {
    'zh-CN': v => `日期范围超过${v.most}天，请分开填写`,
    en: v => `The range is longer than ${v.most} days; split it`,
  },
  'date.range-skips': {
    'zh-CN': v => `只取上课日：${v.days}等，请核对`,
    en: v => `Only school days are taken: ${v.days} and so on; please check`,
  },
  'date.serial': {
    'zh-CN': v => `数字按日期${v.days}读取，请核对`,
    en: v => `The number is read as ${v.days}; please check`,
  },
  'date.twice': {
    'zh-CN': () => '日期重复，只取一次，请核对',
    en: () => 'A day is named twice and taken once; please check',
  },
  'date.unclear': {
    'zh-CN': () => '日期不明确，请按“2025-09-01”填写',
    en: () => 'The date is unclear; write it as 2025-09-01',
  },
  'date.weekday-differs': {
    'zh-CN': v => `星期与日期${v.days}不符，请核对`,
    en: v => `The weekday does not fit ${v.days}; please check`,
  },
  'date.week-differs': {
    'zh-CN': () => '周次与日期不符，请填写日期',
    en: () => 'The week does not fit; enter the date',
  },
  'date.weekday-only': {
    'zh-CN': () => '只有星期，请填写日期',
    en: () => 'Only a weekday is given; enter the date',
  },
  'date.year-unclear': {
    'zh-CN': () => '年份不明确，请填写完整日期',
    en: () => 'The year is unclear; enter the whole date',
  },
} satisfies Record<Extract<CellCode, `date.${string}`>, Message<ProblemValues>>
