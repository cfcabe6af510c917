import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { AppointResult } from './appoint-experts.server.ts'
import { type AppointmentRefusal, longestReopening } from './expert.rule.ts'
import type { ReopenRefusal } from './reopen-review.server.ts'
import type { TakeBackResult } from './take-back-review.server.ts'

/** The words of the experts of a batch and of its scoring sheet. */
export const scoringText = {
  experts: { 'zh-CN': '评审专家', en: 'Experts' },
  sheet: { 'zh-CN': '评分表', en: 'Scoring sheet' },
  answer: {
    'zh-CN': ({ count, ready, least }) =>
      count === 0
        ? '没有处于专家评审阶段的申报'
        : `${count} 份申报在评审，其中 ${ready} 份已有 ${least} 位以上专家完成`,
    en: ({ count, ready, least }) =>
      count === 0
        ? 'No application is with the experts'
        : `${count} with the experts; ${ready} ${plural(ready, 'has', 'have')} ${least} or more finished reviews`,
  } satisfies Message<{ count: number; ready: number; least: number }>,
  school: { 'zh-CN': '学校', en: 'School' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  allUnits: { 'zh-CN': '全部单位', en: 'All units' },
  chosen: { 'zh-CN': '选择', en: 'Chosen' },
  choose: {
    'zh-CN': ({ name }) => `选择 ${name}`,
    en: ({ name }) => `Choose ${name}`,
  } satisfies Message<{ name: string }>,
  chooseAll: { 'zh-CN': '本页全部申报', en: 'Every application on this page' },
  askedOf: {
    'zh-CN': ({ name, asked }) => `${name}（本页已请 ${asked} 份）`,
    en: ({ name, asked }) => `${name} (${asked} on this page)`,
  } satisfies Message<{ name: string; asked: number }>,
  appoint: { 'zh-CN': '聘请所选专家', en: 'Ask these experts to score these applications' },
  appointMeans: {
    'zh-CN': '每份申报至少三位专家；任何一组不符合，全部不保存。',
    en: 'Three experts or more each. Where one pair cannot be, none is kept.',
  },
  noExperts: {
    'zh-CN': '还没有专家账号，可在“账号”中新建。',
    en: 'There is no account of an expert yet; make one under "Accounts".',
  },
  appointed: { 'zh-CN': '已聘请，专家会收到通知', en: 'The experts were asked and told' },
  takenBack: { 'zh-CN': '已撤回', en: 'Taken back' },
  takeBack: { 'zh-CN': '撤回', en: 'Take back' },
  nobodyAsked: { 'zh-CN': '还没有请专家', en: 'Nobody asked yet' },
  undeclared: { 'zh-CN': '待声明', en: 'To declare' },
  refusedPairs: {
    'zh-CN': ({ count }) => `有 ${count} 组不符合，没有保存：`,
    en: ({ count }) => `${count} ${plural(count, 'pair', 'pairs')} cannot be, so nothing was kept:`,
  } satisfies Message<{ count: number }>,
  pair: {
    'zh-CN': ({ expert, school, why }) => `${expert} × ${school}：${why}`,
    en: ({ expert, school, why }) => `${expert} × ${school}: ${why}`,
  } satisfies Message<{ expert: string; school: string; why: string }>,
  pairRefusal: {
    'not-found': { 'zh-CN': '没有这份申报', en: 'no such application' },
    'not-in-review': { 'zh-CN': '不在专家评审阶段', en: 'it is not with the experts' },
    'no-expert': { 'zh-CN': '不是专家账号', en: 'not the account of an expert' },
    disabled: { 'zh-CN': '账号已停用', en: 'the account is disabled' },
    'from-applying-school': { 'zh-CN': '在申报学校任职', en: 'works at the applying school' },
    'appointed-already': { 'zh-CN': '已经请过', en: 'was asked already' },
    'has-conflict': { 'zh-CN': '已声明利益冲突', en: 'declared a conflict of interest' },
  } satisfies Record<AppointmentRefusal, Message>,
  sheetAnswer: {
    'zh-CN': ({ count, shown }) => `${count} 份申报，${shown} 份的所请专家都已完成`,
    en: ({ count, shown }) =>
      `${count} ${plural(count, 'application', 'applications')}; of ${shown} every expert has finished`,
  } satisfies Message<{ count: number; shown: number }>,
  blind: {
    'zh-CN': '一份申报的所有专家完成之前，这里不显示任何评分。',
    en: 'No score of an application is shown before every expert who was asked has finished.',
  },
  done: { 'zh-CN': '完成', en: 'Done' },
  doneOf: {
    'zh-CN': ({ done, asked }) => `${done}/${asked}`,
    en: ({ done, asked }) => `${done}/${asked}`,
  } satisfies Message<{ done: number; asked: number }>,
  total: { 'zh-CN': '平均总分', en: 'Mean' },
  range: { 'zh-CN': '极差', en: 'Range' },
  deviation: { 'zh-CN': '标准差', en: 'Deviation' },
  flags: { 'zh-CN': '提示', en: 'To look at' },
  sortBy: {
    'zh-CN': ({ column }) => `按${column}排序`,
    en: ({ column }) => `Sort by ${column}`,
  } satisfies Message<{ column: string }>,
  none: { 'zh-CN': '还没有进入专家评审的申报。', en: 'No application has come to the experts yet.' },
  oddTotals: {
    'zh-CN': ({ count }) => `总分偏离 ${count}`,
    en: ({ count }) => `${count} odd ${plural(count, 'total', 'totals')}`,
  } satisfies Message<{ count: number }>,
  oddPoints: {
    'zh-CN': ({ codes }) => `单项偏离 ${codes}`,
    en: ({ codes }) => `odd points ${codes}`,
  } satisfies Message<{ codes: string }>,
  vetoedBy: { 'zh-CN': '查实否决的专家', en: 'Veto found by' },
  vetoed: {
    'zh-CN': ({ vetoes }) => `查实否决 ${vetoes}`,
    en: ({ vetoes }) => `veto found ${vetoes}`,
  } satisfies Message<{ vetoes: string }>,
  oddMeans: {
    'zh-CN':
      '偏离：总分与其他专家的中位数相差 10 分以上，或单项相差超过满分的三分之一（三位以上专家完成时）。',
    en: 'Odd: a total more than 10 from the median of the others, or points more than a third of the maximum from it (of three experts or more).',
  },
  scoresOf: { 'zh-CN': '专家评分', en: "The experts' scores" },
  side: { 'zh-CN': '各专家评分', en: 'Side by side' },
  progress: { 'zh-CN': '评审进度', en: 'Progress' },
  expert: { 'zh-CN': '专家', en: 'Expert' },
  state: { 'zh-CN': '状态', en: 'State' },
  conflict: { 'zh-CN': '利益冲突情况', en: 'Conflict of interest' },
  doneAt: { 'zh-CN': '完成时间', en: 'Finished at' },
  indicator: { 'zh-CN': '指标', en: 'Indicator' },
  most: { 'zh-CN': '满分', en: 'At most' },
  self: { 'zh-CN': '自评', en: 'Self-score' },
  mean: { 'zh-CN': '平均', en: 'Mean' },
  odd: { 'zh-CN': '偏离', en: 'odd' },
  found: { 'zh-CN': '查实', en: 'found' },
  totals: { 'zh-CN': '总分', en: 'Total' },
  comments: { 'zh-CN': '评语', en: 'Comments' },
  reopen: { 'zh-CN': '重新打开评审', en: 'Open a review again' },
  reopenWhich: { 'zh-CN': '哪位专家的评审', en: 'Whose review' },
  reopenMeans: {
    'zh-CN': '专家会收到原因，可以修改后再完成；原来的评分留在审计日志中，完成之前得分不再显示。',
    en: 'The expert reads the reason and may change what they gave; the audit keeps it. Until they finish, no score is shown.',
  },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  reopened: { 'zh-CN': '已重新打开，并已通知专家', en: 'Opened again; the expert was told' },
  visits: { 'zh-CN': '实地考察', en: 'On-site visits' },
  noVisits: { 'zh-CN': '还没有登记考察。', en: 'No visit was recorded yet.' },
  application: { 'zh-CN': '查看申报', en: 'The application' },
  reopenRefusal: {
    'not-found': { 'zh-CN': '没有这份评审', en: 'There is no such review' },
    'not-allowed': { 'zh-CN': '由市级办理', en: 'The city does this' },
    'not-in-review': { 'zh-CN': '申报已不在专家评审阶段', en: 'It is not with the experts any more' },
    'not-done': { 'zh-CN': '这份评审没有完成', en: 'This review is not finished' },
    'reason-needed': { 'zh-CN': '请填写原因', en: 'Please give the reason' },
    'reason-too-long': {
      'zh-CN': `不超过 ${longestReopening} 字`,
      en: `At most ${longestReopening} characters`,
    },
    'holds-number': coachingText.holdsNumber,
  } satisfies Record<ReopenRefusal, Message>,
  appointRefusal: {
    'not-allowed': { 'zh-CN': '由市级办理', en: 'The city does this' },
    'nobody-chosen': {
      'zh-CN': '请至少选择一份申报和一位专家',
      en: 'Please choose an application and an expert at least',
    },
  } satisfies Record<Exclude<Extract<AppointResult, { ok: false }>['refusal'], 'pairs'>, Message>,
  takeBackRefusal: {
    'not-found': { 'zh-CN': '没有这份评审', en: 'There is no such review' },
    'not-allowed': { 'zh-CN': '由市级办理', en: 'The city does this' },
    'not-in-review': { 'zh-CN': '申报已不在专家评审阶段', en: 'It is not with the experts any more' },
    begun: { 'zh-CN': '专家已经开始打分，不能撤回', en: 'The expert has begun to score' },
    done: { 'zh-CN': '评审已完成，不能撤回', en: 'The review is finished' },
  } satisfies Record<Extract<TakeBackResult, { ok: false }>['refusal'], Message>,
} as const
