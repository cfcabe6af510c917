import { type Message, plural } from '#app/i18n/text.ts'
import { retention } from './retention.rule.ts'

/** The words of what people may ask of their own data. */
export const personalDataText = {
  title: { 'zh-CN': '我的数据', en: 'My data' },
  lead: {
    'zh-CN': `未录用的报名在招聘结束满 ${retention.applicationYears * 12} 个月后匿名化，体检表在作出决定 ${retention.medicalDays} 天后删除，草稿在截止且 ${retention.draftDays} 天未改动后删除。`,
    en: `Applications that led nowhere are anonymised ${retention.applicationYears * 12} months after the round, medicals deleted ${retention.medicalDays} days after the decision, drafts after ${retention.draftDays} days without a change.`,
  },
  exportData: { 'zh-CN': '导出我的数据', en: 'Export my data' },
  erase: { 'zh-CN': '删除我的账号和资料', en: 'Delete my account and data' },
  eraseMeans: {
    'zh-CN':
      '删除后不能恢复：资料、材料、通知和账号都会清除，报名记录不再带有您的姓名。聘用合同和审计日志依法保留。',
    en: 'This cannot be undone: profile, papers, notices and account go, and your applications lose your name. Contracts and the audit log are kept as the law asks.',
  },
  held: {
    'zh-CN': ({ applications, contracts }) =>
      [
        applications > 0 && `还有 ${applications} 份报名正在办理（可先撤回）`,
        contracts > 0 && `还有 ${contracts} 份聘用合同未终止`,
      ]
        .filter(Boolean)
        .join('，'),
    en: ({ applications, contracts }) =>
      [
        applications > 0 &&
          `${applications} ${plural(applications, 'application is', 'applications are')} under way (you may withdraw)`,
        contracts > 0 && `${contracts} ${plural(contracts, 'contract has', 'contracts have')} not ended`,
      ]
        .filter(Boolean)
        .join(', '),
  } satisfies Message<{ applications: number; contracts: number }>,
  waits: {
    'zh-CN': '现在提出申请，办结后由系统自动删除。',
    en: 'Ask now, and it is done by itself as soon as that is over.',
  },
  asked: {
    'zh-CN': ({ at }) => `您于 ${at} 申请删除，正在等待以上事项办结。`,
    en: ({ at }) => `You asked on ${at}; it waits for the above.`,
  } satisfies Message<{ at: string }>,
  askErase: { 'zh-CN': '申请删除', en: 'Ask for it' },
  confirmErase: { 'zh-CN': '确认删除', en: 'Yes, delete' },
  sure: { 'zh-CN': '我已了解删除后不能恢复', en: 'I know that this cannot be undone' },
  keep: { 'zh-CN': '撤回删除申请', en: 'I want to stay' },
  erased: { 'zh-CN': '您的账号和资料已删除。', en: 'Your account and data are deleted.' },
  sheetTitle: { 'zh-CN': '个人数据', en: 'Personal data' },
  note: {
    'zh-CN': ({ at }) => `个人数据导出，${at}；号码按页面所示部分隐去`,
    en: ({ at }) => `Export of personal data, ${at}; numbers are masked as on the pages`,
  } satisfies Message<{ at: string }>,
  statement: { 'zh-CN': '自我介绍', en: 'About yourself' },
  withdrawn: { 'zh-CN': '已撤回', en: 'taken back' },
  rank: {
    'zh-CN': ({ rank }) => `名次 ${rank}`,
    en: ({ rank }) => `rank ${rank}`,
  } satisfies Message<{ rank: number }>,
  hours: {
    'zh-CN': ({ hours }) => `每周 ${hours} 小时`,
    en: ({ hours }) => `${hours} ${plural(hours, 'hour', 'hours')} a week`,
  } satisfies Message<{ hours: number }>,
  logged: {
    'zh-CN': ({ days, minutes }) => `台账 ${days} 天、${minutes} 分钟`,
    en: ({ days, minutes }) =>
      `logged on ${days} ${plural(days, 'day', 'days')}, ${minutes} ${plural(minutes, 'minute', 'minutes')}`,
  } satisfies Message<{ days: number; minutes: number }>,
  parts: {
    profile: { 'zh-CN': '资料', en: 'Profile' },
    sports: { 'zh-CN': '运动经历', en: 'Sports' },
    certificates: { 'zh-CN': '证书', en: 'Certificates' },
    contracts: { 'zh-CN': '聘用合同', en: 'Contracts' },
    placements: { 'zh-CN': '任教安排', en: 'Work at schools' },
    evaluations: { 'zh-CN': '学期评价', en: 'Evaluations' },
    trainings: { 'zh-CN': '培训', en: 'Trainings' },
    checks: { 'zh-CN': '准入查询', en: 'Entry checks' },
    scores: { 'zh-CN': '成绩', en: 'Scores' },
    documents: { 'zh-CN': '材料', en: 'Documents' },
    consents: { 'zh-CN': '授权同意', en: 'Consents' },
    applications: { 'zh-CN': '报名', en: 'Applications' },
    steps: { 'zh-CN': '办理经过', en: 'Steps' },
    accesses: { 'zh-CN': '访问记录', en: 'Access log' },
    notices: { 'zh-CN': '通知', en: 'Notices' },
  },
} as const
