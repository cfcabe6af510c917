import { type Locale, type Message, plural, say } from '#app/i18n/text.ts'
import type { WhyNotLiving } from './living.rule.ts'

/** The words of what is done and not only written down. */
export const livingText = {
  living: { 'zh-CN': '活跃', en: 'Living' },
  notLiving: { 'zh-CN': '未活跃', en: 'Not living' },
  onPaper: { 'zh-CN': '布点', en: 'On paper' },
  sportsLiving: { 'zh-CN': '其中活跃（个）', en: 'Of these living' },
  behind: { 'zh-CN': '指导人员', en: 'Who stands behind it' },
  why: { 'zh-CN': '未活跃原因', en: 'Why it does not live' },
  title: { 'zh-CN': '是否活跃', en: 'Is it alive' },
  nobody: { 'zh-CN': '暂无', en: 'nobody yet' },
  details: { 'zh-CN': '布点明细', en: 'the placements' },
  sheetTitle: { 'zh-CN': '布点与活跃明细', en: 'Placements and whether they live' },
  unitAnswer: {
    'zh-CN': ({ sportsLiving, livingMet }) =>
      livingMet ? '按活跃布点也达标' : `按活跃布点有 ${sportsLiving} 个项目达标`,
    en: ({ sportsLiving, livingMet }) =>
      livingMet
        ? 'living placements alone meet it too'
        : `living placements alone meet ${sportsLiving} ${plural(sportsLiving, 'sport', 'sports')}`,
  } satisfies Message<{ sportsLiving: number; livingMet: boolean }>,
  cityAnswer: {
    'zh-CN': ({ living }) => `只算活跃布点，${living} 个达标`,
    en: ({ living }) => `by living placements alone ${living}`,
  } satisfies Message<{ living: number }>,
  means: {
    'zh-CN': ({ livingWindow, livingDays }) =>
      `活跃：最近 ${livingWindow} 个教学日中至少 ${livingDays} 天有该项目的活动记录，并且当日有指导人员——准入查询有效的教练员，或登记在册的体育教师。`,
    en: ({ livingWindow, livingDays }) =>
      `Living: the sport was logged on at least ${livingDays} of the last ${livingWindow} school days, and somebody stands behind it that day: a coach whose entry check is valid, or a registered PE teacher.`,
  } satisfies Message<{ livingWindow: number; livingDays: number }>,
  makesLive: {
    'zh-CN': ({ unit, sport, stage, have, living, need }) =>
      `这个布点计入${unit}“${sport}·${stage}”一格：布点 ${have}，活跃 ${living}，应有 ${need}。`,
    en: ({ unit, sport, stage, have, living, need }) =>
      `This placement belongs to the cell ${unit}, ${sport}, ${stage}: ${have} on paper, ${living} living, ${need} needed.`,
  } satisfies Message<{
    unit: string
    sport: string
    stage: string
    have: number
    living: number
    need: number
  }>,
  reasons: {
    'no-logs': {
      'zh-CN': ({ since }) => (since === null ? '从未登记该项目' : `${since} 之后没有该项目的记录`),
      en: ({ since }) =>
        since === null ? 'the sport was never logged' : `the sport was not logged since ${since}`,
    } satisfies Message<{ since: string | null }>,
    'few-logs': {
      'zh-CN': ({ days }) => `近期只有 ${days} 天有记录`,
      en: ({ days }) => `logged on ${days} of the last days only`,
    } satisfies Message<{ days: number }>,
    'no-instructor': { 'zh-CN': '没有指导人员', en: 'no instructor' },
    'nobody-fit': { 'zh-CN': '没有符合条件的指导人员', en: 'nobody who may stand behind it' },
    'check-none': { 'zh-CN': '教练员未做准入查询', en: 'no entry check of the coach' },
    'check-pending': {
      'zh-CN': ({ on }) => `准入查询自 ${on} 起等待结果`,
      en: ({ on }) => `entry check under way since ${on}`,
    } satisfies Message<{ on: string }>,
    'check-expired': {
      'zh-CN': ({ on }) => `准入查询已于 ${on} 到期`,
      en: ({ on }) => `entry check expired on ${on}`,
    } satisfies Message<{ on: string }>,
    'check-not-clear': {
      'zh-CN': ({ on }) => `自 ${on} 起停止工作`,
      en: ({ on }) => `stopped from work since ${on}`,
    } satisfies Message<{ on: string }>,
  },
} as const

/** All reasons of one placement in one line. */
export function whyNotLivingWords(locale: Locale, why: readonly WhyNotLiving[]): string {
  return why.map(reason => reasonWords(locale, reason)).join(locale === 'en' ? '; ' : '；')
}

function reasonWords(locale: Locale, reason: WhyNotLiving): string {
  const { reasons } = livingText
  switch (reason.code) {
    case 'no-logs':
      return say(locale, reasons['no-logs'], reason)
    case 'few-logs':
      return say(locale, reasons['few-logs'], reason)
    case 'no-instructor':
    case 'nobody-fit':
    case 'check-none':
      return say(locale, reasons[reason.code])
    default:
      return say(locale, reasons[reason.code], reason)
  }
}
