import { type Locale, type Message, plural, say } from '#app/i18n/text.ts'
import type { LiveFigure } from './indicator.rule.ts'
import type { MissingFigure, SchoolFigure, WhyMissing } from './school-figures.rule.ts'

type Said = Message<{ value: number; of: number }>

/** A figure in words, before its days. */
const figureSaid: Record<LiveFigure, Said> = {
  daily_hour: {
    'zh-CN': ({ value, of }) => `每天一小时达标率 ${percent(value)}，应计 ${of} 个班日`,
    en: ({ value, of }) => `Daily hour met on ${percent(value)} of ${of} class-days`,
  },
  pe_lessons: {
    'zh-CN': ({ value, of }) => `体育课开足率 ${percent(value)}，应开 ${of} 节`,
    en: ({ value, of }) => `${percent(value)} of ${of} PE lessons held`,
  },
  participation: {
    'zh-CN': ({ value, of }) => `项目参与率 ${percent(value)}，在校生 ${of} 人`,
    en: ({ value, of }) => `${percent(value)} of ${of} pupils do the sport`,
  },
  team_days: {
    'zh-CN': ({ value, of }) => `运动队平均每周训练 ${tenths(value, of)} 天，${of} 周共 ${value} 天`,
    en: ({ value, of }) =>
      `Team training on ${tenths(value, of)} days a week: ${value} days in ${of} ${plural(of, 'week', 'weeks')}`,
  },
  coaches: {
    'zh-CN': ({ value, of }) => `可上岗的项目指导人员 ${value} 人，在校生 ${of} 人`,
    en: ({ value, of }) =>
      `${value} ${plural(value, 'coach or PE teacher', 'coaches and PE teachers')} for ${of} pupils`,
  },
  placements: {
    'zh-CN': ({ value, of }) => `5621 活跃布点 ${value} 处，共 ${of} 处，未布点的项目计 1 处`,
    en: ({ value, of }) => `5621 placements: ${value} of ${of} living, a sport without any counted as one`,
  },
}

const missingFigure = {
  daily_hour: { 'zh-CN': '每天一小时达标率', en: 'Daily hour' },
  pe_lessons: { 'zh-CN': '体育课开足率', en: 'PE lessons' },
  participation: { 'zh-CN': '项目参与率', en: 'Participation in the sport' },
  team_days: { 'zh-CN': '运动队训练天数', en: 'Team training' },
  coaches: { 'zh-CN': '项目指导人员', en: 'Coaches and PE teachers' },
  placements: { 'zh-CN': '5621 活跃布点', en: 'Living 5621 placements' },
} satisfies Record<LiveFigure, Message>

const whyMissing = {
  'no-school': { 'zh-CN': '学校当日未开办', en: 'the school is not open on that day' },
  'no-classes': { 'zh-CN': '没有在读班级', en: 'there is no class on the roster' },
  'nothing-expected': { 'zh-CN': '期间没有应填报的班日', en: 'no class-day was to be reported' },
  'no-logs': { 'zh-CN': '期间没有填报活动记录', en: 'nothing was reported in the time' },
  'no-sports': { 'zh-CN': '还没有选择申报项目', en: 'no sport has been named yet' },
  'sport-not-logged': {
    'zh-CN': '活动记录中没有申报项目',
    en: 'the activities reported name none of the sports',
  },
  'participants-not-logged': {
    'zh-CN': '活动记录没有填写参与人数',
    en: 'the activities reported do not say how many took part',
  },
  'no-term': { 'zh-CN': '校历中没有学期', en: 'the calendar has no term' },
  'nobody-registered': {
    'zh-CN': '名册中没有教练员或体育教师',
    en: 'the register has no coach or PE teacher of the school',
  },
  'no-rule': { 'zh-CN': '当日还没有 5621 规则', en: 'there was no 5621 rule on that day' },
} satisfies Record<WhyMissing, Message>

const inDays = {
  'zh-CN': ({ said, from, asOf }) =>
    from === asOf ? `${said}（截至 ${asOf}）` : `${said}（${from} 至 ${asOf}）`,
  en: ({ said, from, asOf }) => (from === asOf ? `${said} (as of ${asOf})` : `${said} (${from} to ${asOf})`),
} satisfies Message<{ said: string; from: string; asOf: string }>

const cannotBeHad = {
  'zh-CN': ({ figure, why }) => `${figure}：没有数据，${why}`,
  en: ({ figure, why }) => `${figure}: no figure, ${why}`,
} satisfies Message<{ figure: string; why: string }>

/** A figure with its days in one line, or why it cannot be had. */
export function figureLine(locale: Locale, one: SchoolFigure | MissingFigure): string {
  if ('missing' in one) {
    const figure = say(locale, missingFigure[one.figure])
    return say(locale, cannotBeHad, { figure, why: say(locale, whyMissing[one.missing]) })
  }
  return say(locale, inDays, { ...one, said: say(locale, figureSaid[one.figure], one) })
}

function percent(perMille: number): string {
  return `${(perMille / 10).toFixed(1)}%`
}

/** Cut off, not rounded: just under three days a week are not three. */
function tenths(value: number, of: number): string {
  return (Math.floor((value * 10) / of) / 10).toFixed(1)
}
