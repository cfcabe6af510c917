import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { Conclusion } from '#db/tables.ts'
import type { ConcludeRefusal } from './conclude-review.server.ts'
import type { DecideReportRefusal } from './decide-report.server.ts'
import type { DueKind } from './read-renewals.server.ts'
import type { ReportState } from './read-title-life.server.ts'
import type { ConcludingAction, TitleAction } from './reevaluation-way.rule.ts'
import type { ReportPart, ReportRefusal } from './report.rule.ts'
import type { SaveReportRefusal } from './save-report.server.ts'
import type { TitleStage } from './title-life.rule.ts'
import type { TransferTitleRefusal } from './transfer-title.server.ts'

const refused = {
  'not-found': designationText.refusal['not-found'],
  'not-allowed': designationText.refusal['not-allowed'],
  'not-from-here': {
    'zh-CN': '称号目前的状态下不能这样办理，可能已经有了结论',
    en: 'That cannot be done as the title stands; it may be decided already',
  },
  'changed-meanwhile': {
    'zh-CN': '打开页面之后内容已被修改，请核对后重新提交',
    en: 'It was changed since this page was opened. Please look again, then send it',
  },
  'holds-number': coachingText.holdsNumber,
}

const notScore = {
  'zh-CN': '请填写 0 至 100 的分数，最多两位小数',
  en: 'Please give a score of 0 to 100 with two decimals at most',
}

/** The words of what becomes of a title after it was named. */
export const reevaluationText = {
  title: { 'zh-CN': '自查与复核', en: 'Reports and renewals' },
  answer: {
    'zh-CN': ({ schools, renewals, reports, waiting }) =>
      `待处置 ${schools} 个 · 待复核 ${renewals} 个 · 未交自查 ${reports} 份 · 待确认 ${waiting} 份`,
    en: ({ schools, renewals, reports, waiting }) =>
      `${schools} to be transferred or ended · ${renewals} to be re-evaluated · ${reports} ${plural(reports, 'report', 'reports')} missing · ${waiting} to be confirmed`,
  } satisfies Message<Record<DueKind, number>>,
  asOf: {
    'zh-CN': ({ year, due }) => `${year} 学年自查应于 ${due} 前提交；到期前 180 天起应当复核`,
    en: ({ year, due }) =>
      `Reports for ${year} are due by ${due}; a title is due for re-evaluation 180 days before its last one`,
  } satisfies Message<{ year: string; due: string }>,
  kinds: {
    schools: { 'zh-CN': '停办学校待处置', en: 'Schools that close: to be decided' },
    renewals: { 'zh-CN': '待复核', en: 'To be re-evaluated' },
    reports: { 'zh-CN': '未交自查', en: 'Reports missing' },
    waiting: { 'zh-CN': '自查待确认', en: 'Reports to be confirmed' },
  } satisfies Record<DueKind, Message>,
  none: {
    schools: { 'zh-CN': '没有待处置的称号。', en: 'No title waits for a decision.' },
    renewals: { 'zh-CN': '没有待复核的称号。', en: 'No title is due.' },
    reports: { 'zh-CN': '自查都已提交。', en: 'Every report was handed in.' },
    waiting: { 'zh-CN': '没有待确认的自查。', en: 'No report waits.' },
  } satisfies Record<DueKind, Message>,
  seeAll: {
    'zh-CN': ({ count }) => `查看全部 ${count} 个`,
    en: ({ count }) => `See all ${count}`,
  } satisfies Message<{ count: number }>,
  which: { 'zh-CN': '事项', en: 'What' },
  todo: { 'zh-CN': '办理', en: 'To do' },
  stage: { 'zh-CN': '状态', en: 'State' },
  stages: {
    SOON: { 'zh-CN': '尚未生效', en: 'Not yet valid' },
    IN_FORCE: { 'zh-CN': '有效', en: 'In force' },
    RENEWAL_DUE: { 'zh-CN': '到期待复核', en: 'Due for re-evaluation' },
    SUSPENDED: { 'zh-CN': '限期整改', en: 'Suspended' },
    SUSPENDED_DUE: { 'zh-CN': '限期整改，到期待复核', en: 'Suspended, due for re-evaluation' },
    RUN_OUT: { 'zh-CN': '已到期，未复核', en: 'Run out, not re-evaluated' },
    FOLLOWED: { 'zh-CN': '已有后续命名', en: 'A later title follows' },
    LEFT: { 'zh-CN': '到期不再命名', en: 'Left to run out' },
    OVER: { 'zh-CN': '已过期', en: 'Over' },
    ORPHANED: { 'zh-CN': '学校停办，待处置', en: 'School closes: to be decided' },
    ENDED: { 'zh-CN': '已终止', en: 'Ended' },
  } satisfies Record<TitleStage, Message>,
  underWay: { 'zh-CN': '复核中', en: 'under way' },
  closedOn: { 'zh-CN': '停办日期', en: 'Closes on' },
  validTo: { 'zh-CN': '有效期至', en: 'Until' },
  actions: {
    open: { 'zh-CN': '开始复核', en: 'Begin the re-evaluation' },
    note: { 'zh-CN': '复核', en: 'Re-evaluate' },
    renew: { 'zh-CN': '继续命名', en: 'Renew' },
    suspend: { 'zh-CN': '限期整改', en: 'Suspend' },
    revoke: { 'zh-CN': '取消命名', en: 'Revoke' },
    expire: { 'zh-CN': '到期不再命名', en: 'Let it run out' },
    transfer: { 'zh-CN': '转移', en: 'Transfer' },
    end: { 'zh-CN': '终止', en: 'End' },
  } satisfies Record<TitleAction, Message>,
  means: {
    renew: {
      'zh-CN': ({ from }) =>
        `新称号自 ${from} 起，级别和项目不变。低于 60 分的不能继续命名；有效期内没有一份已确认自查的，须经抽查并评分。`,
      en: ({ from }) =>
        `The new title begins on ${from}, of the same level and sport. Below 60 points there is no renewal; without a confirmed report of the whole term it needs a spot check and a score.`,
    },
    suspend: {
      'zh-CN': () => '整改期间不计入总数；整改后恢复，再重新复核。',
      en: () => 'On these days the title does not count. Once it is resumed it is re-evaluated again.',
    },
    revoke: {
      'zh-CN': () => '自这一天起不再有效，不能恢复。',
      en: () => 'From the day on it holds no longer. This cannot be taken back.',
    },
    expire: {
      'zh-CN': ({ validTo }) => `有效至 ${validTo}，此后自动退出；结论不能更改。`,
      en: ({ validTo }) => `It holds until ${validTo} and then leaves the count. This cannot be taken back.`,
    },
  } satisfies Record<ConcludingAction, Message<{ from: string; validTo: string }>>,
  newBatch: { 'zh-CN': '新批次', en: 'New batch' },
  newUntil: { 'zh-CN': '新有效期至', en: 'Until' },
  newCertificate: { 'zh-CN': '新证书编号', en: 'New certificate' },
  newDocument: { 'zh-CN': '命名文号', en: 'Document that names it' },
  reports: { 'zh-CN': '年度自查', en: 'Yearly reports' },
  noReports: { 'zh-CN': '还没有应交的自查。', en: 'No report is owed yet.' },
  year: { 'zh-CN': '学年', en: 'School year' },
  due: { 'zh-CN': '截止', en: 'Due' },
  state: { 'zh-CN': '状态', en: 'State' },
  reportStates: {
    missing: { 'zh-CN': '待提交', en: 'To be handed in' },
    late: { 'zh-CN': '逾期未交', en: 'Late' },
    draft: { 'zh-CN': '草稿', en: 'Draft' },
    submitted: { 'zh-CN': '待确认', en: 'To be confirmed' },
    returned: { 'zh-CN': '已退回', en: 'Returned' },
    confirmed: { 'zh-CN': '已确认', en: 'Confirmed' },
  } satisfies Record<ReportState, Message>,
  practice: { 'zh-CN': '活动记录', en: 'What the logs say' },
  figures: {
    'zh-CN': ({ loggedDays, teamDays, window, on }) =>
      `截至 ${on}，最近 ${window} 个上课日中 ${loggedDays} 天有记录，${teamDays} 天有运动队训练`,
    en: ({ loggedDays, teamDays, window, on }) =>
      `As of ${on}: of the last ${window} school days the sport was logged on ${loggedDays}, and a team trained on ${teamDays}`,
  } satisfies Message<{ loggedDays: number; teamDays: number; window: number; on: string }>,
  shortFigures: {
    'zh-CN': ({ loggedDays, teamDays, window, on }) =>
      `${on}：${window} 天中 ${loggedDays} 天有记录，${teamDays} 天训练`,
    en: ({ loggedDays, teamDays, window, on }) =>
      `${on}: logged on ${loggedDays} of ${window} days, team on ${teamDays}`,
  } satisfies Message<{ loggedDays: number; teamDays: number; window: number; on: string }>,
  loggedDays: { 'zh-CN': '有记录天数', en: 'Days logged' },
  teamDays: { 'zh-CN': '运动队训练天数', en: 'Days of team training' },
  window: { 'zh-CN': '统计上课日数', en: 'School days looked at' },
  figuresOn: { 'zh-CN': '统计截至', en: 'Figures as of' },
  submitter: { 'zh-CN': '提交人', en: 'Handed in by' },
  decider: { 'zh-CN': '决定人', en: 'Decided by' },
  submittedBy: { 'zh-CN': '提交', en: 'Handed in' },
  decidedBy: { 'zh-CN': '决定', en: 'Decided' },
  opinion: { 'zh-CN': '意见或退回原因', en: 'Opinion, or reason of the return' },
  write: { 'zh-CN': '填写自查', en: 'Write the report' },
  read: { 'zh-CN': '查看', en: 'Read' },
  decide: { 'zh-CN': '确认或退回', en: 'Confirm or return' },
  confirm: { 'zh-CN': '确认', en: 'Confirm' },
  giveBack: { 'zh-CN': '退回', en: 'Return' },
  parts: {
    training: { 'zh-CN': '训练情况', en: 'Training' },
    competitions: { 'zh-CN': '比赛情况', en: 'Competitions' },
    participation: { 'zh-CN': '学生参与', en: 'Participation' },
    problems: { 'zh-CN': '存在问题', en: 'Problems' },
    plan: { 'zh-CN': '下学年计划', en: 'Plan for the next year' },
  } satisfies Record<ReportPart, Message>,
  partHint: {
    'zh-CN': '最多 1000 字；不写身份证号和手机号，没有的写“无”',
    en: 'At most 1000 characters; no ID or phone numbers. Write “none” where there is nothing',
  },
  saveDraft: { 'zh-CN': '保存草稿', en: 'Save the draft' },
  submit: { 'zh-CN': '提交', en: 'Hand in' },
  submitMeans: {
    'zh-CN': '提交后不能修改；活动记录的数字同时存档。',
    en: 'Once handed in it cannot be changed; what the logs say is kept with it.',
  },
  saved: designationText.done,
  savedDraft: { 'zh-CN': '草稿已保存', en: 'The draft was saved' },
  partRefusals: {
    'too-long': { 'zh-CN': '不能超过 1000 字', en: 'At most 1000 characters' },
    missing: {
      'zh-CN': '提交前请填写；没有的写“无”',
      en: 'Please fill it in, “none” where there is nothing',
    },
    'holds-number': coachingText.holdsNumber,
  } satisfies Record<ReportRefusal, Message>,
  saveRefusals: {
    ...refused,
    'not-open': {
      'zh-CN': '这一学年的自查不在填报范围内',
      en: 'No report of this school year can be written',
    },
    locked: { 'zh-CN': '已经提交，不能再修改', en: 'It was handed in and cannot be changed' },
  } satisfies Record<SaveReportRefusal, Message>,
  decideRefusals: {
    ...refused,
    'decided-already': { 'zh-CN': '这份自查已经办理', en: 'The report was decided on already' },
    'opinion-needed': { 'zh-CN': '请填写意见或退回原因', en: 'Please give your opinion, or the reason' },
  } satisfies Record<DecideReportRefusal, Message>,
  reviews: { 'zh-CN': '到期复核', en: 'Re-evaluations' },
  noReviews: { 'zh-CN': '还没有复核。', en: 'There was none yet.' },
  review: { 'zh-CN': '复核', en: 'Re-evaluation' },
  begunBy: { 'zh-CN': '开始人', en: 'Begun by' },
  history: { 'zh-CN': '沿革', en: 'History' },
  begun: { 'zh-CN': '开始', en: 'Begun' },
  score: { 'zh-CN': '得分', en: 'Score' },
  scoreHint: { 'zh-CN': '0 至 100，可不填', en: '0 to 100; may be left out' },
  notScore,
  findings: { 'zh-CN': '复核情况', en: 'Findings' },
  spotCheck: { 'zh-CN': '已到校抽查', en: 'Checked on the spot' },
  spotChecked: { 'zh-CN': '是', en: 'Yes' },
  notChecked: { 'zh-CN': '否', en: 'No' },
  saveFindings: { 'zh-CN': '保存复核情况', en: 'Save the findings' },
  conclusion: { 'zh-CN': '结论', en: 'Conclusion' },
  concludeMeans: {
    'zh-CN': '先保存复核情况，再选择结论；结论只能作一次。',
    en: 'Save the findings first, then conclude; that is done once.',
  },
  conclusions: {
    OPEN: { 'zh-CN': '复核中', en: 'Under way' },
    RENEWED: { 'zh-CN': '继续命名', en: 'Renewed' },
    SUSPENDED: { 'zh-CN': '限期整改', en: 'Suspended' },
    REVOKED: { 'zh-CN': '取消命名', en: 'Revoked' },
    EXPIRED: { 'zh-CN': '到期不再命名', en: 'Left to run out' },
  } satisfies Record<Conclusion | 'OPEN', Message>,
  concludeRefusals: {
    ...designationText.refusal,
    ...refused,
    'score-too-low': {
      'zh-CN': '复核得分低于 60 分，不能继续命名',
      en: 'Below 60 points a title is not renewed',
    },
    'score-missing': {
      'zh-CN': '有效期内没有已确认的自查，复核须评分',
      en: 'Without a confirmed report of its term the re-evaluation must give a score',
    },
    'spot-check-needed': {
      'zh-CN': '有效期内没有已确认的自查，须先到校抽查',
      en: 'Without a confirmed report of its term it must be checked on the spot first',
    },
    'batch-needed': { 'zh-CN': '请填写新批次', en: 'Please name the new batch' },
    'until-needed': { 'zh-CN': '请填写新有效期', en: 'Please give the new last day' },
    'too-long': { 'zh-CN': '有效期最长六年', en: 'A title holds for six years at most' },
    'slot-taken': {
      'zh-CN': '这段时间已有同级别同项目的称号',
      en: 'A title of the level and sport stands on some of these days',
    },
  } satisfies Record<ConcludeRefusal, Message>,
  next: {
    'zh-CN': ({ from, until }) => `后续称号 ${from} 至 ${until}`,
    en: ({ from, until }) => `The title that follows: ${from} to ${until}`,
  } satisfies Message<{ from: string; until: string }>,
  wentTo: {
    'zh-CN': ({ school, from, by }) => `自 ${from} 起转移至${school}（${by}）`,
    en: ({ school, from, by }) => `Transferred to ${school} from ${from} on (${by})`,
  } satisfies Message<{ school: string; from: string; by: string }>,
  cameFrom: {
    'zh-CN': ({ school, from, by }) => `自 ${from} 起由${school}转来（${by}）`,
    en: ({ school, from, by }) => `Transferred from ${school} on ${from} (${by})`,
  } satisfies Message<{ school: string; from: string; by: string }>,
  transferTitle: { 'zh-CN': '转移称号', en: 'Transfer the title' },
  transferMeans: {
    'zh-CN': ({ validTo }) => `接收学校自这一天起持有同一称号，至 ${validTo}；原学校的称号到前一天为止。`,
    en: ({ validTo }) =>
      `The receiving school holds the same title from the day on, until ${validTo}; the old one ends on the eve.`,
  } satisfies Message<{ validTo: string }>,
  receiving: { 'zh-CN': '接收学校标识码', en: 'Code of the receiving school' },
  transferRefusals: {
    ...designationText.refusal,
    ...refused,
    'school-unknown': { 'zh-CN': '没有这所学校，或不归您管理', en: 'There is no such school of yours' },
    'not-yours-there': {
      'zh-CN': '接收学校不归您管理，请由市级办理',
      en: 'The receiving school is not yours: the city transfers it',
    },
    'same-school': { 'zh-CN': '接收学校就是原学校', en: 'That is the same school' },
    'school-not-open': {
      'zh-CN': '接收学校那时未开办，或也将停办',
      en: 'The receiving school is not open then, or closes too',
    },
    'no-stage-in-common': {
      'zh-CN': '接收学校没有原学校的任何学段',
      en: 'The receiving school runs none of the stages of the closed one',
    },
    'slot-taken': {
      'zh-CN': '接收学校这段时间已有同级别同项目的称号，请终止原称号',
      en: 'The receiving school holds a title of the level and sport on some of these days: end the old one',
    },
  } satisfies Record<TransferTitleRefusal, Message>,
  atStake: {
    'zh-CN': ({ count }) =>
      `学校持有 ${count} 个有效称号。停办后称号不会自动转走，须在“自查与复核”中转移至合并后的学校或终止：`,
    en: ({ count }) =>
      `The school holds ${count} valid ${plural(count, 'title', 'titles')}. Once it closes each must be transferred to the school that goes on with it, or ended:`,
  } satisfies Message<{ count: number }>,
} as const
