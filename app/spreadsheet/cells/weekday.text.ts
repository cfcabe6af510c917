import type { Message } from '../../i18n/text.ts'
import type { ProblemValues } from '../reading.ts'
import type { CellCode } from './codes.ts'

/** What is said of weekdays. */
export const weekdayMessages = {
  'weekday.backwards': {
    'zh-CN': () => '星期的起止颠倒，请改正',
    en: () => 'The range of weekdays runs backwards; please correct',
  },
  'weekday.corrected': {
    'zh-CN': v => `按${v.weekdays}读取，请核对`,
    en: v => `Read as ${v.weekdays}; please check`,
  },
  'weekday.every-day': {
    'zh-CN': () => '“每天”含不含周末不明确，请从候选中选择',
    en: () => 'It is unclear whether the weekend is meant too; choose a candidate',
  },
  'weekday.fortnight': {
    'zh-CN': () => '课表不分单双周，请只填每周都有的活动',
    en: () => 'A timetable does not tell odd weeks from even ones; enter what takes place every week',
  },
  'weekday.is-date': {
    'zh-CN': () => '这是日期或时间，请填写“周一”这样的星期',
    en: () => 'This is a date or time; enter a weekday such as 周一',
  },
  'weekday.not-a-weekday': {
    'zh-CN': () => '不是星期，请填写“周一”至“周日”',
    en: () => 'This is no weekday; enter 周一 to 周日',
  },
  'weekday.twice': {
    'zh-CN': v => `星期重复，按${v.weekdays}读取，请核对`,
    en: v => `A weekday is named twice; read as ${v.weekdays}; please check`,
  },
  'weekday.unclear': {
    'zh-CN': () => '星期不明确，请填写“周一”或“周一、周三”',
    en: () => 'The weekday is unclear; write it like 周一 or 周一、周三',
  },
} satisfies Record<Extract<CellCode, `weekday.${string}`>, Message<ProblemValues>>
