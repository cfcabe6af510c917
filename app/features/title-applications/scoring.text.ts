import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { AppointmentRefusal, TakeBackRefusal } from './expert.rule.ts'
import type { RecordVisitResult } from './record-visit.server.ts'
import type { ReopenRefusal } from './reopen-review.server.ts'
import type { CheckVerdict, VisitProblem } from './visit.rule.ts'

/** The words around experts, their scores and visits, as the city and visitors read them. */
export const scoringText = {
  experts: { 'zh-CN': '评审专家', en: 'Experts' },
  expertsAnswer: {
    'zh-CN': ({ count }) => `${count} 份申报在专家评审，每份至少 3 位专家`,
    en: ({ count }) =>
      `${count} ${plural(count, 'application', 'applications')} with the experts; three or more each`,
  } satisfies Message<{ count: number }>,
  nobody: { 'zh-CN': '没有在专家评审的申报。', en: 'No application is with the experts.' },
  noExperts: { 'zh-CN': '还没有评审专家的账号，请先在“账号”中创建。', en: 'No expert has an account yet.' },
  chooseExperts: { 'zh-CN': '选择专家', en: 'Choose experts' },
  chooseSchools: { 'zh-CN': '选择申报', en: 'Choose applications' },
  asked: {
    'zh-CN': ({ name, asked }) => `${name}（已请评审 ${asked} 份）`,
    en: ({ name, asked }) => `${name} (asked for ${asked})`,
  } satisfies Message<{ name: string; asked: number }>,
  appoint: { 'zh-CN': '聘请', en: 'Ask them' },
  appointed: { 'zh-CN': '已聘请，专家会收到通知', en: 'They are asked and told' },
  takeBack: { 'zh-CN': '撤回', en: 'Take back' },
  nobodyChosen: { 'zh-CN': '请选择专家和申报', en: 'Please choose experts and applications' },
  school: { 'zh-CN': '学校', en: 'School' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  state: { 'zh-CN': '状态', en: 'State' },
  sheet: { 'zh-CN': '评分表', en: 'Scoring sheet' },
  sheetAnswer: {
    'zh-CN': ({ count, ready }) => `${count} 份申报，${ready} 份评审完成`,
    en: ({ count, ready }) => `${ready} of ${count} scored by everybody`,
  } satisfies Message<{ count: number; ready: number }>,
  blind: {
    'zh-CN': '所有专家完成之前，这里不显示任何评分。',
    en: 'No points stand here before every expert has finished.',
  },
  done: { 'zh-CN': '完成', en: 'Done' },
  mean: { 'zh-CN': '平均分', en: 'Mean' },
  range: { 'zh-CN': '极差', en: 'Range' },
  deviation: { 'zh-CN': '标准差', en: 'Deviation' },
  flags: { 'zh-CN': '提示', en: 'To be looked at' },
  odd: {
    'zh-CN': ({ count }) => `${count} 位专家总分偏离`,
    en: ({ count }) => `${count} ${plural(count, 'total', 'totals')} far from the others`,
  } satisfies Message<{ count: number }>,
  oddPoint: { 'zh-CN': '偏离', en: 'far off' },
  vetoed: {
    'zh-CN': ({ code, by }) => `${by} 位专家认为存在 ${code}`,
    en: ({ code, by }) => `${by} found ${code}`,
  } satisfies Message<{ code: string; by: number }>,
  none: { 'zh-CN': '无', en: 'None' },
  printList: { 'zh-CN': '打印时为横向。', en: 'It prints across the page.' },
  selfScore: { 'zh-CN': '自评', en: 'Self-score' },
  indicator: { 'zh-CN': '指标', en: 'Indicator' },
  most: { 'zh-CN': '满分', en: 'At most' },
  total: { 'zh-CN': '合计', en: 'Total' },
  comments: { 'zh-CN': '评语', en: 'Comments' },
  reopen: { 'zh-CN': '退回重评', en: 'Open it again' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  conflict: { 'zh-CN': '利益冲突', en: 'Conflict of interest' },
  visits: { 'zh-CN': '实地考察', en: 'On-site visits' },
  noVisits: { 'zh-CN': '还没有考察记录。', en: 'No visit was recorded yet.' },
  recordVisit: { 'zh-CN': '登记考察', en: 'Record a visit' },
  visitedOn: { 'zh-CN': '考察日期', en: 'Day of the visit' },
  visitors: { 'zh-CN': '考察人', en: 'Who visited' },
  verdict: { 'zh-CN': '考察结论', en: 'Verdict' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  findings: { 'zh-CN': '考察情况', en: 'Findings' },
  note: { 'zh-CN': '说明', en: 'Note' },
  verdicts: {
    confirmed: { 'zh-CN': '与申报相符', en: 'As the school says' },
    differs: { 'zh-CN': '与申报不符', en: 'It differs' },
    'not-seen': { 'zh-CN': '未查看', en: 'Not looked at' },
  } satisfies Record<CheckVerdict, Message>,
  save: { 'zh-CN': '提交考察记录', en: 'Record the visit' },
  recorded: { 'zh-CN': '考察已登记', en: 'The visit is recorded' },
  visitMeans: {
    'zh-CN': '提交后不能修改；需要补充时再登记一次。没有网络也可填写，联网后自动提交。',
    en: 'Once recorded it stands; add another for more. Without a network what you write is kept, and sent later.',
  },
  kept: {
    'zh-CN': '没有网络，已保存在本机，联网后自动提交',
    en: 'No network: it is kept here and will be sent',
  },
  drafted: { 'zh-CN': '已从本机恢复您没有提交的内容', en: 'What you had not sent is back' },
} as const

export const appointmentRefusalWords = {
  'not-found': { 'zh-CN': '没有这份申报', en: 'there is no such application' },
  'not-in-review': { 'zh-CN': '不在专家评审', en: 'it is not with the experts' },
  'no-expert': { 'zh-CN': '不是评审专家', en: 'this is no expert' },
  disabled: { 'zh-CN': '账号已停用', en: 'the account is disabled' },
  'from-applying-school': { 'zh-CN': '在申报学校任职', en: 'works at the school that applies' },
  'appointed-already': { 'zh-CN': '已经聘请', en: 'was asked already' },
  'has-conflict': { 'zh-CN': '已声明利益冲突', en: 'declared a conflict of interest' },
} satisfies Record<AppointmentRefusal, Message>

export const takeBackRefusalWords = {
  'not-found': { 'zh-CN': '没有这份评审', en: 'There is no such review' },
  'not-in-review': { 'zh-CN': '申报已不在专家评审', en: 'It is not with the experts any more' },
  begun: { 'zh-CN': '专家已开始打分，不能撤回', en: 'The expert has begun to score' },
  done: { 'zh-CN': '专家已完成评审', en: 'The expert has finished' },
} satisfies Record<TakeBackRefusal | 'not-found', Message>

export const reopenRefusalWords = {
  'not-found': takeBackRefusalWords['not-found'],
  'not-allowed': { 'zh-CN': '由市级办理', en: 'The city does this' },
  'not-in-review': takeBackRefusalWords['not-in-review'],
  'not-done': { 'zh-CN': '评审还没有完成', en: 'The review is not finished' },
  'reason-needed': { 'zh-CN': '请写明原因', en: 'Please give the reason' },
  'reason-too-long': { 'zh-CN': '原因太长', en: 'The reason is too long' },
  'holds-number': coachingText.holdsNumber,
} satisfies Record<ReopenRefusal, Message>

type VisitRefusal = Exclude<Extract<RecordVisitResult, { ok: false }>['refusal'], 'problems'>

export const visitRefusalWords = {
  'not-found': { 'zh-CN': '没有这份申报', en: 'There is no such application' },
  'not-allowed': { 'zh-CN': '不归您登记', en: 'This is not yours to record' },
  'not-on-site': { 'zh-CN': '申报不在实地考察阶段', en: 'The application is not to be visited now' },
  'arrived-otherwise': {
    'zh-CN': '这次考察已登记过，内容与现在的不同；如需补充请重新打开本页',
    en: 'This visit was recorded with other words; open the page anew to add another',
  },
} satisfies Record<VisitRefusal, Message>

export const visitProblemWords = {
  'day-missing': { 'zh-CN': '请填写日期', en: 'Please give the day' },
  'day-ahead': { 'zh-CN': '日期不能晚于今天', en: 'It cannot lie ahead' },
  'visitors-missing': { 'zh-CN': '请填写考察人', en: 'Please say who visited' },
  'visitors-too-long': { 'zh-CN': '考察人太长', en: 'Too long' },
  'findings-missing': { 'zh-CN': '请填写考察情况', en: 'Please say what was found' },
  'findings-too-long': { 'zh-CN': '考察情况太长', en: 'Too long' },
  'verdict-missing': { 'zh-CN': '请选择结论', en: 'Please choose a verdict' },
  'check-missing': { 'zh-CN': '请选择', en: 'Please choose' },
  'note-missing': { 'zh-CN': '不符的请说明', en: 'Please say what differs' },
  'note-too-long': { 'zh-CN': '说明太长', en: 'Too long' },
  'holds-number': coachingText.holdsNumber,
} satisfies Record<VisitProblem, Message>
