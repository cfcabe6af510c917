import type { Message } from '../../i18n/text.ts'
import type { ProblemValues } from '../reading.ts'
import type { CellCode } from './codes.ts'

/** What is said of minutes. */
export const minutesMessages = {
  'minutes.about': {
    'zh-CN': v => `约数按${v.minutes}分钟计，请核对`,
    en: v => `An approximate time is taken as ${v.minutes} minutes; please check`,
  },
  'minutes.at-least': {
    'zh-CN': v => `按下限${v.minutes}分钟计，请核对`,
    en: v => `Taken as the lower bound of ${v.minutes} minutes; please check`,
  },
  'minutes.at-most': {
    'zh-CN': () => '只有上限，请填写实际分钟数',
    en: () => 'Only an upper bound is given; enter the actual minutes',
  },
  'minutes.other-period': {
    'zh-CN': () => '不是一个班一天的时间，请填写当天分钟数',
    en: () => 'This is not the time of one class on one day; enter that day’s minutes',
  },
  'minutes.per-lesson': {
    'zh-CN': () => '未写明节数，请填写总分钟数',
    en: () => 'The number of lessons is missing; enter the total minutes',
  },
  'minutes.half-day-unclear': {
    'zh-CN': () => '上午、下午不明确，请按24小时制填写',
    en: () => 'Morning or afternoon is unclear; use the 24-hour clock',
  },
  'minutes.no-such-time': {
    'zh-CN': () => '没有这个时刻，请改正',
    en: () => 'There is no such time; please correct it',
  },
  'minutes.times-unclear': {
    'zh-CN': () => '每次时间还是总时间不明确，请填写总分钟数',
    en: () => 'It is unclear whether this is each time or in all; enter the total minutes',
  },
  'minutes.product-unclear': {
    'zh-CN': () => '乘式含义不明确，请填写总分钟数',
    en: () => 'The product is unclear; enter the total minutes',
  },
  'minutes.lessons-unclear': {
    'zh-CN': () => '节数与分钟数不相符，请填写总分钟数',
    en: () => 'Lessons and minutes do not agree; enter the total minutes',
  },
  'minutes.range-unclear': {
    'zh-CN': () => '时间范围不明确，请填写一个分钟数',
    en: () => 'The range is unclear; enter one number of minutes',
  },
  'minutes.range': {
    'zh-CN': v => `范围按下限${v.minutes}分钟计，请核对`,
    en: v => `The range is taken as its lower end, ${v.minutes} minutes; please check`,
  },
  'minutes.lessons': {
    'zh-CN': v => `按课时折算为${v.minutes}分钟，请核对`,
    en: v => `Lessons are converted to ${v.minutes} minutes; please check`,
  },
  'minutes.leading-zero': {
    'zh-CN': v => `数字前有多余的0，按${v.minutes}分钟计`,
    en: v => `A leading zero is dropped: ${v.minutes} minutes`,
  },
  'minutes.fraction': {
    'zh-CN': () => '不是整分钟，请填写整数',
    en: () => 'These are not whole minutes; enter a whole number',
  },
  'minutes.unit-corrected': {
    'zh-CN': v => `单位已更正，按${v.minutes}分钟计，请核对`,
    en: v => `The unit is corrected: ${v.minutes} minutes; please check`,
  },
  'minutes.unit-unclear': {
    'zh-CN': () => '单位不明确，请以分钟填写',
    en: () => 'The unit is unclear; enter minutes',
  },
  'minutes.time-of-day': {
    'zh-CN': () => '像是时刻而不是时长，请填写分钟数',
    en: () => 'This looks like a time of day; enter the minutes',
  },
  'minutes.not-done': {
    'zh-CN': () => '未开展按0分钟计，请核对',
    en: () => '“Not done” is taken as 0 minutes; please check',
  },
  'minutes.negative': {
    'zh-CN': () => '分钟数不能为负，请改正',
    en: () => 'Minutes cannot be negative; please correct',
  },
  'minutes.not-minutes': {
    'zh-CN': () => '这是百分比或金额，请填写分钟数',
    en: () => 'This is a percentage or money; enter minutes',
  },
  'minutes.formula': {
    'zh-CN': v => `算式按${v.minutes}分钟计，请核对`,
    en: v => `The formula is taken as ${v.minutes} minutes; please check`,
  },
  'minutes.not-a-number': {
    'zh-CN': () => '不是分钟数，请填写数字',
    en: () => 'This is no number of minutes; enter a number',
  },
  'minutes.unclear': {
    'zh-CN': () => '含义不明确，请只填写总分钟数',
    en: () => 'The meaning is unclear; enter only the total minutes',
  },
  'minutes.event': {
    'zh-CN': () => '请填写当天实际活动分钟数，没有活动填0',
    en: () => 'Enter the minutes actually done, 0 if there were none',
  },
  'minutes.several': {
    'zh-CN': () => '有几个时间，请填写当天总分钟数',
    en: () => 'There are several times; enter the day’s total minutes',
  },
  'minutes.too-many': {
    'zh-CN': v => `超过一天上限${v.most}分钟，请改正`,
    en: v => `More than the day’s limit of ${v.most} minutes; please correct`,
  },
  'minutes.too-few': {
    'zh-CN': () => '数字过小，请写明分钟、小时或节',
    en: () => 'The number is very small; say minutes, hours or lessons',
  },
  'minutes.many': {
    'zh-CN': () => '时间偏长，请核对分钟数',
    en: () => 'This is unusually long; check the minutes',
  },
  'minutes.rounded': {
    'zh-CN': v => `取整为${v.minutes}分钟，请核对`,
    en: v => `Rounded to ${v.minutes} minutes; please check`,
  },
  'minutes.total-differs': {
    'zh-CN': () => '合计与分项不符，请改正',
    en: () => 'The total and its parts differ; please correct',
  },
  'minutes.overlap': {
    'zh-CN': () => '时间段有重叠，请改正',
    en: () => 'The time spans overlap; please correct',
  },
  'minutes.eye-exercise': {
    'zh-CN': () => '眼保健操不计入体育活动时间，请核对',
    en: () => 'Eye exercises do not count as activity; please check',
  },
  'minutes.label-doubtful': {
    'zh-CN': () => '是否计入在校活动不明确，请填写应计分钟数',
    en: () => 'It is unclear whether all of it counts; enter the minutes that count',
  },
  'minutes.span-backwards': {
    'zh-CN': () => '结束时间不晚于开始时间，请改正',
    en: () => 'The end is not after the start; please correct',
  },
  'minutes.odd-hour': {
    'zh-CN': () => '时间不在在校时段，请核对',
    en: () => 'The time lies outside school hours; please check',
  },
  'minutes.is-date': { 'zh-CN': () => '这是日期，请填写分钟数', en: () => 'This is a date; enter minutes' },
  'minutes.time-format': {
    'zh-CN': v => `按时长${v.minutes}分钟计，请核对`,
    en: v => `Taken as a duration of ${v.minutes} minutes; please check`,
  },
  'minutes.hour-and-half': {
    'zh-CN': v => `按${v.minutes}分钟计，请核对`,
    en: v => `Taken as ${v.minutes} minutes; please check`,
  },
  'minutes.times': {
    'zh-CN': v => `按每次时间乘以次数，计${v.minutes}分钟，请核对`,
    en: v => `Multiplied by the number of times: ${v.minutes} minutes; please check`,
  },
} satisfies Record<Extract<CellCode, `minutes.${string}`>, Message<ProblemValues>>
