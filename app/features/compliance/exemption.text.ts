import type { Message } from '#app/i18n/text.ts'
import type { DecisionRefusal } from './decide-exemption.server.ts'
import { type ExemptionReason, mostExemptDays, type RequestRefusal } from './exemption.rule.ts'
import type { ExemptionStatus } from './exemptions.queries.server.ts'

export const reasonWords = {
  RAIN_SNOW: { 'zh-CN': '雨雪', en: 'Rain or snow' },
  POLLUTION: { 'zh-CN': '空气污染', en: 'Air pollution' },
  HEAT: { 'zh-CN': '高温', en: 'Heat' },
  COLD: { 'zh-CN': '寒潮', en: 'Cold' },
  TYPHOON: { 'zh-CN': '台风', en: 'Typhoon' },
  EPIDEMIC: { 'zh-CN': '疫情', en: 'Epidemic' },
  EXAM: { 'zh-CN': '考试', en: 'Examination' },
  VENUE_WORKS: { 'zh-CN': '场地施工', en: 'Works on the grounds' },
  EVENT: { 'zh-CN': '大型活动', en: 'Event' },
  OTHER: { 'zh-CN': '其他', en: 'Other' },
} satisfies Record<ExemptionReason, Message>

export const exemptionStatusWords = {
  requested: { 'zh-CN': '待审批', en: 'To be decided' },
  approved: { 'zh-CN': '已同意', en: 'Approved' },
  rejected: { 'zh-CN': '已退回', en: 'Rejected' },
} satisfies Record<ExemptionStatus, Message>

export const requestRefusals = {
  'not-found': {
    'zh-CN': '没有这所学校，或不在您的管理范围内。',
    en: 'There is no such school, or it is not yours.',
  },
  'days-reversed': { 'zh-CN': '起始日期晚于终止日期。', en: 'The first day is after the last.' },
  'too-many-days': {
    'zh-CN': `一次最多 ${mostExemptDays} 天，更长的请调整校历。`,
    en: `At most ${mostExemptDays} days; change the calendar for longer ones.`,
  },
  'class-unknown': { 'zh-CN': '没有这个班级。', en: 'There is no such class.' },
  'grade-and-class': {
    'zh-CN': '年级和班级只能选一个：选了班级，年级请选“全校”。',
    en: 'Choose a grade or a class, not both: with a class, leave the grade at the whole school.',
  },
  'note-needed': { 'zh-CN': '原因为“其他”时请写明说明。', en: 'Please explain when the reason is "other".' },
  'already-requested': {
    'zh-CN': '同样的申请已经提交过。',
    en: 'The same exemption has been asked for already.',
  },
} satisfies Record<RequestRefusal, Message>

/** The field that a refusal is about. */
export const refusedField = {
  'not-found': 'schoolCode',
  'days-reversed': 'lastDay',
  'too-many-days': 'lastDay',
  'class-unknown': 'classId',
  'grade-and-class': 'classId',
  'note-needed': 'note',
  'already-requested': 'firstDay',
} satisfies Record<RequestRefusal, string>

export const decisionRefusals = {
  'not-found': { 'zh-CN': '没有这条申请。', en: 'There is no such request.' },
  'not-yours-to-decide': {
    'zh-CN': '由学校的主管单位或市局审批。',
    en: 'It is decided by the authority of the school or by the city.',
  },
  'already-decided': { 'zh-CN': '这条申请已经处理过。', en: 'It has been decided already.' },
} satisfies Record<DecisionRefusal, Message>

export const exemptionText = {
  title: { 'zh-CN': '豁免', en: 'Exemptions' },
  answer: {
    'zh-CN': v => (v.count === 0 ? '没有待审批的申请。' : `${v.count} 条申请待审批。`),
    en: v => (v.count === 0 ? 'Nothing waits for a decision.' : `${v.count} to be decided.`),
  } satisfies Message<{ count: number }>,
  asOf: {
    'zh-CN': '同意后，这些班次不再计入应报；室内活动的时长照常计入，雨雪天请优先改为室内。',
    en: 'Once approved, these class-days are expected no more. Indoor minutes count as always.',
  },
  none: { 'zh-CN': '还没有申请过豁免。', en: 'No exemption has been asked for.' },
  request: { 'zh-CN': '申请豁免', en: 'Ask for an exemption' },
  school: { 'zh-CN': '学校', en: 'School' },
  schoolCode: { 'zh-CN': '学校标识码', en: 'School code' },
  who: { 'zh-CN': '班级范围', en: 'Which classes' },
  grade: { 'zh-CN': '年级', en: 'Grade' },
  decider: { 'zh-CN': '决定人', en: 'Decided by' },
  decidedAt: { 'zh-CN': '决定时间', en: 'Decided at' },
  wholeSchool: { 'zh-CN': '全校', en: 'The whole school' },
  class: { 'zh-CN': '班级', en: 'Class' },
  wholeGrade: { 'zh-CN': '全部班级', en: 'Every class' },
  days: { 'zh-CN': '日期', en: 'Days' },
  firstDay: { 'zh-CN': '起始日期', en: 'First day' },
  lastDay: { 'zh-CN': '终止日期', en: 'Last day' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  note: { 'zh-CN': '说明', en: 'Note' },
  status: { 'zh-CN': '状态', en: 'State' },
  decide: { 'zh-CN': '审批', en: 'Decide' },
  approve: { 'zh-CN': '同意', en: 'Approve' },
  reject: { 'zh-CN': '退回', en: 'Reject' },
  takeBack: { 'zh-CN': '撤回同意', en: 'Take back' },
  submit: { 'zh-CN': '提交', en: 'Submit' },
  decidedBy: {
    'zh-CN': v => `${v.who}，${v.at}`,
    en: v => `${v.who}, ${v.at}`,
  } satisfies Message<{ who: string; at: string }>,
  done: { 'zh-CN': '已处理，达标情况已更新。', en: 'Done; the figures are up to date.' },
  requested: { 'zh-CN': '已提交，等待主管单位审批。', en: 'Submitted; the authority will decide.' },
} as const
