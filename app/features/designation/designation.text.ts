import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { WhyHollow } from './count.rule.ts'
import type { EndKind } from './designations.queries.server.ts'
import type { PlainEnd, TitleRefusal } from './end-title.server.ts'

interface Least {
  days: number
  window: number
  teamDays: number
}

/** The words of the titles 体育传统特色学校. */
export const designationText = {
  title: { 'zh-CN': '体育传统特色学校', en: 'Traditional-sports schools' },
  cityAnswer: {
    'zh-CN': ({ schools, target, living }) =>
      schools >= target
        ? `全市有效 ${schools} 所，已达到 ${target} 所的目标；其中活跃 ${living} 所`
        : `全市有效 ${schools} 所，距 ${target} 所还差 ${target - schools} 所；其中活跃 ${living} 所`,
    en: ({ schools, target, living }) =>
      schools >= target
        ? `${schools} schools hold a valid title, which meets the target of ${target}; ${living} of them are living`
        : `${schools} schools hold a valid title, ${target - schools} short of ${target}; ${living} of them are living`,
  } satisfies Message<{ schools: number; target: number; living: number }>,
  ownAnswer: {
    'zh-CN': ({ schools, living }) => `有效 ${schools} 所，其中活跃 ${living} 所`,
    en: ({ schools, living }) =>
      `${schools} ${plural(schools, 'school holds', 'schools hold')} a valid title; ${living} living`,
  } satisfies Message<{ schools: number; living: number }>,
  asOf: {
    'zh-CN': ({ asOf, level, source }) => `截至 ${asOf} · ${level}及以上计入（${source}）`,
    en: ({ asOf, level, source }) => `As of ${asOf} · ${level} level and above count (${source})`,
  } satisfies Message<{ asOf: string; level: string; source: string }>,
  means: {
    'zh-CN': ({ days, window, teamDays }) =>
      `一所学校只计一次。活跃：最近 ${window} 个上课日中有 ${days} 天以上登记了该项目，且有 ${teamDays} 天以上的运动队训练。到期、暂停、取消和停办学校的称号自动不计。`,
    en: ({ days, window, teamDays }) =>
      `A school counts once. Living: the sport was logged on at least ${days} of the last ${window} school days, and a team trained on at least ${teamDays}. What has run out, is suspended or revoked, or belongs to a closed school does not count.`,
  } satisfies Message<Least>,
  noRule: { 'zh-CN': '还没有计入规则。', en: 'There is no rule yet of what counts.' },
  nothing: {
    'zh-CN': '还没有称号。请导入命名文件中的名单。',
    en: 'No title yet. Import the list of a designation.',
  },
  chooseDay: { 'zh-CN': '截至日期', en: 'As of' },
  show: { 'zh-CN': '查看', en: 'Show' },
  all: { 'zh-CN': '全部', en: 'All' },
  importExcel: { 'zh-CN': '导入 Excel', en: 'Import from Excel' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  rules: { 'zh-CN': '计入规则', en: 'What counts' },
  applications: { 'zh-CN': '称号申报', en: 'Applications' },
  batches: { 'zh-CN': '命名批次', en: 'Batches' },
  indicators: { 'zh-CN': '评价指标', en: 'Indicators' },
  trajectory: { 'zh-CN': '数量走势', en: 'The count over time' },
  trajectoryMeans: {
    'zh-CN': '今天以后是不再命名、不复评时剩下的数量。',
    en: 'After today it is what is left when nothing is named or renewed.',
  },
  byUnit: { 'zh-CN': '按单位', en: 'By unit' },
  bySport: { 'zh-CN': '按项目', en: 'By sport' },
  byStage: { 'zh-CN': '按学段', en: 'By stage' },
  leaving: { 'zh-CN': '一年内到期', en: 'Running out within a year' },
  leavingAll: {
    'zh-CN': ({ count }) => `查看全部 ${count} 个`,
    en: ({ count }) => `See all ${count}`,
  } satisfies Message<{ count: number }>,
  leavingNone: { 'zh-CN': '一年内没有学校因到期退出。', en: 'No school leaves the count within a year.' },
  list: { 'zh-CN': '称号', en: 'Titles' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  stage: { 'zh-CN': '学段', en: 'Stage' },
  school: { 'zh-CN': '学校', en: 'School' },
  level: { 'zh-CN': '级别', en: 'Level' },
  schools: { 'zh-CN': '学校数', en: 'Schools' },
  living: { 'zh-CN': '活跃', en: 'Living' },
  total: { 'zh-CN': '合计', en: 'Total' },
  valid: { 'zh-CN': '有效', en: 'Valid' },
  inNumbers: { 'zh-CN': '查看数据', en: 'In numbers' },
  day: { 'zh-CN': '日期', en: 'Day' },
  target: { 'zh-CN': '目标', en: 'Target' },
  batch: { 'zh-CN': '批次', en: 'Batch' },
  document: { 'zh-CN': '文号', en: 'Document' },
  certificate: { 'zh-CN': '证书编号', en: 'Certificate' },
  from: { 'zh-CN': '起始日期', en: 'From' },
  until: { 'zh-CN': '有效期至', en: 'Until' },
  state: { 'zh-CN': '状态', en: 'State' },
  states: {
    living: { 'zh-CN': '活跃', en: 'Living' },
    paper: { 'zh-CN': '仅有称号', en: 'On paper only' },
    notCounted: { 'zh-CN': '有效（不计入）', en: 'Valid, not counted' },
    over: { 'zh-CN': '已到期', en: 'Run out' },
    suspended: { 'zh-CN': '限期整改', en: 'Suspended' },
    closed: { 'zh-CN': '学校已停办', en: 'School closed' },
    soon: { 'zh-CN': '尚未生效', en: 'Not yet valid' },
  },
  ends: {
    REVOKED: { 'zh-CN': '已取消', en: 'Revoked' },
    ENDED: { 'zh-CN': '已终止', en: 'Ended' },
    TRANSFERRED: { 'zh-CN': '已转移', en: 'Transferred' },
  } satisfies Record<Exclude<EndKind, ''>, Message>,
  why: {
    'no-logs': { 'zh-CN': () => '最近没有该项目的活动记录', en: () => 'the sport was not logged lately' },
    'few-logs': {
      'zh-CN': ({ days }) => `最近只有 ${days} 天有记录`,
      en: ({ days }) => `the sport was logged on ${days} ${plural(days, 'day', 'days')} only`,
    },
    'no-team': {
      'zh-CN': ({ days }) => (days === 0 ? '没有运动队训练' : `运动队只训练了 ${days} 天`),
      en: ({ days }) =>
        days === 0 ? 'no team trained' : `a team trained on ${days} ${plural(days, 'day', 'days')} only`,
    },
  } satisfies Record<WhyHollow['code'], Message<{ days: number }>>,
  hollow: { 'zh-CN': '未活跃原因', en: 'Why not living' },
  suspensions: { 'zh-CN': '整改记录', en: 'Suspensions' },
  none: { 'zh-CN': '无', en: 'None' },
  steps: {
    end: { 'zh-CN': '取消或终止', en: 'Revoke or end' },
    suspend: { 'zh-CN': '限期整改', en: 'Suspend' },
    resume: { 'zh-CN': '恢复', en: 'Resume' },
  },
  kind: { 'zh-CN': '方式', en: 'How' },
  kinds: {
    REVOKED: { 'zh-CN': '取消命名', en: 'Revoke' },
    ENDED: { 'zh-CN': '终止（学校撤并等）', en: 'End (school merged or closed)' },
  } satisfies Record<PlainEnd, Message>,
  firstDay: { 'zh-CN': '自哪天起', en: 'From the day' },
  lastDay: { 'zh-CN': '整改至（空白即待恢复）', en: 'Until (empty: until it is resumed)' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  ofDocument: { 'zh-CN': '依据文件', en: 'Document' },
  save: { 'zh-CN': '保存', en: 'Save' },
  done: { 'zh-CN': '已保存', en: 'Saved' },
  refusal: {
    'not-found': { 'zh-CN': '没有这个称号', en: 'There is no such title' },
    'not-allowed': { 'zh-CN': '不归您办理', en: 'This is not yours to change' },
    'reason-needed': { 'zh-CN': '请写明原因', en: 'Please give the reason' },
    'document-needed': { 'zh-CN': '请填写依据文件', en: 'Please name the document' },
    'holds-number': coachingText.holdsNumber,
    'ended-already': { 'zh-CN': '已经取消或终止', en: 'It has ended already' },
    'before-its-start': { 'zh-CN': '早于称号的起始日期', en: 'That is before its first day' },
    'after-its-end': { 'zh-CN': '晚于称号的有效期', en: 'That is after its last day' },
    'ends-before-start': { 'zh-CN': '结束早于开始', en: 'It ends before it begins' },
    'suspended-already': { 'zh-CN': '这段时间已在整改', en: 'It is suspended on some of these days' },
    'not-suspended': { 'zh-CN': '这一天没有在整改', en: 'It is not suspended on that day' },
    'school-closed': {
      'zh-CN': '学校那时已停办，请转移或终止',
      en: 'Its school is closed by then: transfer or end it',
    },
  } satisfies Record<TitleRefusal, Message>,
  ruleFrom: { 'zh-CN': '自哪天起', en: 'From the day' },
  leastLevel: { 'zh-CN': '最低计入级别', en: 'Lowest level that counts' },
  teamDays: { 'zh-CN': '运动队训练天数', en: 'Days of team training' },
  source: { 'zh-CN': '依据', en: 'Source' },
  addRule: { 'zh-CN': '新增版本', en: 'Add a version' },
  ruleRefusal: {
    'date-taken': { 'zh-CN': '这一天已有版本', en: 'A version begins on that day already' },
    'not-allowed': { 'zh-CN': '由市级修改', en: 'The city changes it' },
  },
} as const
