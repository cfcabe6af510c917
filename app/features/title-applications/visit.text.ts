import { coachingText } from '#app/features/coaching/coaching.text.ts'
import type { Message } from '#app/i18n/text.ts'
import type { RecordVisitResult } from './record-visit.server.ts'
import {
  type CheckVerdict,
  longestFindings,
  longestNote,
  longestVisitors,
  type VisitProblem,
  type VisitVerdict,
} from './visit.rule.ts'

/** The words of on-site visits. */
export const visitText = {
  title: { 'zh-CN': '实地考察', en: 'On-site visit' },
  none: { 'zh-CN': '还没有登记考察。', en: 'No visit was recorded yet.' },
  recorded: { 'zh-CN': '已登记的考察', en: 'Visits recorded' },
  record: { 'zh-CN': '登记考察', en: 'Record a visit' },
  closed: {
    'zh-CN': '申报不在实地考察阶段，不能登记。',
    en: 'The application is not at the stage of on-site visits.',
  },
  visitedOn: { 'zh-CN': '考察日期', en: 'Day of the visit' },
  visitors: { 'zh-CN': '考察人员', en: 'Who visited' },
  checks: { 'zh-CN': '逐项核对', en: 'Indicator by indicator' },
  self: {
    'zh-CN': ({ points, most }) => `自评 ${points}/${most}`,
    en: ({ points, most }) => `Self-score ${points} of ${most}`,
  } satisfies Message<{ points: string; most: number }>,
  vetoChecks: {
    confirmed: { 'zh-CN': '不存在', en: 'Does not apply' },
    differs: { 'zh-CN': '存在', en: 'Applies' },
  },
  note: { 'zh-CN': '说明', en: 'Note' },
  noteHint: { 'zh-CN': '与申报不符时必填', en: 'Needed where it differs' },
  findings: { 'zh-CN': '考察情况', en: 'Findings' },
  verdict: { 'zh-CN': '考察结论', en: 'Verdict' },
  send: { 'zh-CN': '提交考察记录', en: 'Send the record' },
  sendMeans: {
    'zh-CN': '提交后不能修改，可以再登记一次考察。',
    en: 'Once sent it stands; a further visit may be recorded.',
  },
  done: { 'zh-CN': '考察已登记', en: 'The visit is recorded' },
  kept: {
    'zh-CN': '填写的内容保存在这台设备上，断网或重新打开页面也不会丢失，提交成功后清除。',
    en: 'What you enter is kept on this device, whatever becomes of the network or the page, until it has arrived.',
  },
  restored: {
    'zh-CN': '已恢复这台设备上未提交的内容。',
    en: 'What was entered on this device and not sent is back.',
  },
  waiting: {
    'zh-CN': '没有网络，已保存在本机，联网后会自动提交；请保持此页打开，或联网后再打开一次。',
    en: 'No network. The record is kept on this device and will be sent when the network is back; leave this page open, or open it again then.',
  },
  waitingUnkept: {
    'zh-CN': '没有网络，而这台设备不允许保存。请不要关闭此页，联网后会自动提交。',
    en: 'No network, and this device keeps nothing: do not close this page; it will be sent when the network is back.',
  },
  sending: { 'zh-CN': '正在提交……', en: 'Sending…' },
  signedOut: {
    'zh-CN': '登录已过期。请用原来的账号登录后回到此页，内容会恢复并提交。',
    en: 'You are signed out. Sign in with the same account and come back to this page: all is kept and will be sent.',
  },
  refused: {
    'zh-CN': ({ status }) => `服务器没有接受（${status}）。内容仍保存在这台设备上。`,
    en: ({ status }) => `The server did not take it (${status}). All is still kept on this device.`,
  } satisfies Message<{ status: number }>,
  tryAgain: { 'zh-CN': '再次提交', en: 'Send again' },
  discard: { 'zh-CN': '清除这台设备上的内容', en: 'Discard what is kept here' },
  notSaved: {
    'zh-CN': '有填错的内容，还没有登记；您填写的都在下面。',
    en: 'Something is wrong, so nothing was recorded; all that you entered is below.',
  },
  refusal: {
    'not-on-site': {
      'zh-CN': '申报已不在实地考察阶段，没有登记；您填写的都在下面。',
      en: 'The application is past its on-site visit, so nothing was recorded; all that you entered is below.',
    },
    'arrived-otherwise': {
      'zh-CN':
        '这份记录先前已经收到，与现在的内容不同，已收到的不再改动。如需补充，请再次提交，将登记为另一次考察。',
      en: 'This record arrived before and said something else; what arrived stands. Send again to record this as a further visit.',
    },
  } satisfies Record<
    Exclude<Extract<RecordVisitResult, { ok: false }>['refusal'], 'not-found' | 'problems'>,
    Message
  >,
} as const

export const checkWords = {
  confirmed: { 'zh-CN': '属实', en: 'Confirmed' },
  differs: { 'zh-CN': '不符', en: 'Differs' },
  'not-seen': { 'zh-CN': '未查看', en: 'Not seen' },
} satisfies Record<CheckVerdict, Message>

export const visitVerdictWords = {
  confirmed: { 'zh-CN': '与申报一致', en: 'As applied for' },
  differs: { 'zh-CN': '与申报不一致', en: 'Differs from the application' },
} satisfies Record<VisitVerdict, Message>

export const visitProblemWords = {
  'day-missing': { 'zh-CN': '请填写考察日期', en: 'Please give the day' },
  'day-ahead': { 'zh-CN': '考察日期还没有到', en: 'This day is still to come' },
  'visitors-missing': { 'zh-CN': '请填写考察人员', en: 'Please say who visited' },
  'visitors-too-long': {
    'zh-CN': `不超过 ${longestVisitors} 字`,
    en: `At most ${longestVisitors} characters`,
  },
  'findings-missing': { 'zh-CN': '请填写考察情况', en: 'Please say what you found' },
  'findings-too-long': {
    'zh-CN': `不超过 ${longestFindings} 字`,
    en: `At most ${longestFindings} characters`,
  },
  'verdict-missing': { 'zh-CN': '请选择考察结论', en: 'Please choose a verdict' },
  'check-missing': { 'zh-CN': '请选择', en: 'Please choose' },
  'note-missing': { 'zh-CN': '请说明哪里不符', en: 'Please say what differs' },
  'note-too-long': { 'zh-CN': `不超过 ${longestNote} 字`, en: `At most ${longestNote} characters` },
  'holds-number': coachingText.holdsNumber,
} satisfies Record<VisitProblem, Message>
