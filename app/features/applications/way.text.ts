import type { MaskedPart, UnmaskRefusal } from '#app/features/applicants/unmask.server.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { objectionsText } from '#app/features/objections/objections.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { Component } from './candidates.queries.server.ts'
import type { CandidateCheckRefusal } from './check-candidate.server.ts'
import type { ScoreRefusal } from './enter-score.server.ts'
import type { MoveRefusal } from './move-application.server.ts'
import type { AnswerRefusal, ObjectionRefusal } from './objections.server.ts'
import type { RankRefusal } from './rank-candidates.server.ts'
import type { WayAction } from './way.rule.ts'

/** The words of recruiting: what offices do, and why it cannot be done. */
export const wayText = {
  candidates: { 'zh-CN': '报名人员', en: 'Candidates' },
  count: {
    'zh-CN': ({ count, quota }) => `${count} 人报名，招聘 ${quota} 人`,
    en: ({ count, quota }) =>
      `${count} ${plural(count, 'candidate', 'candidates')} for ${quota} ${plural(quota, 'place', 'places')}`,
  } satisfies Message<{ count: number; quota: number }>,
  nobody: { 'zh-CN': '还没有人报名。', en: 'Nobody has applied yet.' },
  everybody: { 'zh-CN': '全部', en: 'Everybody' },
  number: { 'zh-CN': '报名号', en: 'Number' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  state: { 'zh-CN': '状态', en: 'State' },
  rank: { 'zh-CN': '名次', en: 'Rank' },
  absent: { 'zh-CN': '缺考', en: 'absent' },
  components: {
    WRITTEN: { 'zh-CN': '笔试', en: 'Written' },
    SKILL: { 'zh-CN': '技能', en: 'Skill' },
    EXTRA: { 'zh-CN': '加试', en: 'Extra' },
  } satisfies Record<Component, Message>,
  shortList: { 'zh-CN': '公布笔试入围', en: 'Publish the short list' },
  ranking: { 'zh-CN': '公布总成绩和名次', en: 'Publish the ranking' },
  chosen: { 'zh-CN': '选择', en: 'Choose' },
  choose: {
    'zh-CN': ({ name }) => `选择 ${name}`,
    en: ({ name }) => `Choose ${name}`,
  } satisfies Message<{ name: string }>,
  forChosen: { 'zh-CN': '对选中的人员：', en: 'For those chosen:' },
  movedMany: {
    'zh-CN': ({ moved }) => `已办理 ${moved} 人。`,
    en: ({ moved }) => `${moved} ${plural(moved, 'person', 'people')} moved.`,
  } satisfies Message<{ moved: number }>,
  nobodyChosen: { 'zh-CN': '请先选择人员', en: 'Please choose somebody first' },
  scoreTemplate: { 'zh-CN': '下载成绩表', en: 'Sheet for the scores' },
  importScores: { 'zh-CN': '导入成绩表', en: 'Import scores' },
  rankMeans: {
    'zh-CN': '公布后成绩不能再改。',
    en: 'Published scores can no longer be changed.',
  },
  person: { 'zh-CN': '个人情况', en: 'Person' },
  age: { 'zh-CN': '年龄', en: 'Age' },
  retired: { 'zh-CN': '退役运动员', en: 'Retired athlete' },
  yes: { 'zh-CN': '是', en: 'yes' },
  no: { 'zh-CN': '否', en: 'no' },
  handle: { 'zh-CN': '办理', en: 'What to do' },
  nothingToDo: { 'zh-CN': '目前没有您可以办理的事项。', en: 'There is nothing for you to do now.' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  reasonHint: {
    'zh-CN': '退回、不通过、结束时必填，应聘人会看到',
    en: 'Needed to send back, refuse or end; the applicant reads it',
  },
  validFrom: { 'zh-CN': '合同起始', en: 'Contract from' },
  validTo: { 'zh-CN': '合同终止', en: 'Contract until' },
  enterScore: { 'zh-CN': '登记成绩', en: 'Enter a score' },
  score: { 'zh-CN': '成绩', en: 'Score' },
  scoreHint: {
    'zh-CN': '0 至 100，最多两位小数；缺考请填“缺考”',
    en: '0 to 100 with at most two decimals, or "absent"',
  },
  component: { 'zh-CN': '科目', en: 'Test' },
  save: { 'zh-CN': '保存', en: 'Save' },
  check: { 'zh-CN': '准入查询', en: 'Entry check' },
  consentHeld: { 'zh-CN': '本人已同意查询', en: 'The person agreed to it' },
  consentMissing: { 'zh-CN': '本人尚未同意查询', en: 'The person has not agreed yet' },
  contact: { 'zh-CN': '查看联系方式', en: 'Show a number' },
  contactLead: {
    'zh-CN': '查看会记入本人的访问记录和审计，请写明用途。',
    en: "Who looked and why stands in the person's own log and in the audit.",
  },
  part: { 'zh-CN': '查看内容', en: 'What' },
  parts: {
    phone: { 'zh-CN': '手机号', en: 'Mobile number' },
    email: { 'zh-CN': '邮箱', en: 'E-mail' },
    id_number: { 'zh-CN': '身份证号', en: 'ID number' },
  } satisfies Record<MaskedPart, Message>,
  purpose: { 'zh-CN': '用途', en: 'Purpose' },
  show: { 'zh-CN': '查看', en: 'Show' },
  notice: { 'zh-CN': '公示', en: 'Public notice' },
  noticeLead: {
    'zh-CN': ({ from, to }) =>
      `公示时间 ${from} 至 ${to}（7 个工作日）。对拟聘人员有异议的，请在此期间实名提出。`,
    en: ({ from, to }) =>
      `From ${from} to ${to} (7 working days). Whoever objects may do so in this time, under their own name.`,
  } satisfies Message<{ from: string; to: string }>,
  noNotice: { 'zh-CN': '目前没有公示。', en: 'There is no notice now.' },
  received: { 'zh-CN': '已收到，招聘单位会核实答复。', en: 'It is received; the unit will look into it.' },
  done: { 'zh-CN': '已办理', en: 'Done' },
  actions: {
    qualify: { 'zh-CN': '资格审查通过', en: 'Eligible' },
    return: { 'zh-CN': '退回修改', en: 'Send back' },
    disqualify: { 'zh-CN': '资格不符', en: 'Not eligible' },
    'call-to-written': { 'zh-CN': '通知笔试', en: 'Call to the written test' },
    'call-to-recheck': { 'zh-CN': '通知资格复审', en: 'Call to the check of originals' },
    'call-up': { 'zh-CN': '补入资格复审', en: 'Call from reserve to the check of originals' },
    substitute: { 'zh-CN': '递补', en: 'Call from reserve' },
    'pass-recheck': { 'zh-CN': '复审通过', en: 'Originals in order' },
    'call-to-medical': { 'zh-CN': '通知体检', en: 'Call to the medical' },
    'pass-medical': { 'zh-CN': '体检合格', en: 'Medical passed' },
    'pass-vetting': { 'zh-CN': '考察合格，公示', en: 'Vetted: put up the notice' },
    approve: { 'zh-CN': '批准聘用', en: 'Approve' },
    sign: { 'zh-CN': '签订合同', en: 'Sign the contract' },
    'judge-again': { 'zh-CN': '重新核对资格', en: 'Judge again' },
    confirm: { 'zh-CN': '转正', en: 'Confirm' },
    review: { 'zh-CN': '审核通过', en: 'Review passed' },
    vet: { 'zh-CN': '进入考察', en: 'Start vetting' },
    engage: { 'zh-CN': '聘用', en: 'Engage' },
    evaluate: { 'zh-CN': '完成考核', en: 'Evaluated' },
    renew: { 'zh-CN': '续聘', en: 'Renew' },
    end: { 'zh-CN': '结束聘用', en: 'End' },
    reject: { 'zh-CN': '终止', en: 'End the application' },
  } satisfies Record<WayAction, Message>,
  refusal: {
    'not-found': { 'zh-CN': '没有这份报名', en: 'There is no such application' },
    'not-from-here': { 'zh-CN': '当前状态不能这样办理', en: 'This cannot be done in its state' },
    'not-allowed': { 'zh-CN': '这一步由招聘单位办理', en: 'This step is for the unit that recruits' },
    'moved-meanwhile': { 'zh-CN': '刚刚已由他人办理，请刷新', en: 'Somebody else has just moved it' },
    'reason-needed': { 'zh-CN': '请写明原因', en: 'Please give the reason' },
    'holds-number': coachingText.holdsNumber,
    'has-written-test': { 'zh-CN': '该岗位有笔试，请先通知笔试', en: 'The post has a written test first' },
    'has-no-written-test': { 'zh-CN': '该岗位没有笔试', en: 'The post has no written test' },
    'not-next-in-reserve': { 'zh-CN': '请按名次递补前面的人选', en: 'Others in reserve come first' },
    'equals-in-reserve': {
      'zh-CN': '与其他候补人选同名次，请先加试并登记每人的加试成绩',
      en: 'Others in reserve have the same rank: enter the extra test of each of them first',
    },
    'ranking-published': {
      'zh-CN': '总成绩已公布，不再补入资格复审',
      en: 'The ranking is published; nobody is called to the check of originals any more',
    },
    'ranking-not-published': {
      'zh-CN': '总成绩尚未公布，还不能递补',
      en: 'The ranking is not published yet; nobody takes a place before it',
    },
    'short-list-full': {
      'zh-CN': '入围人数已满，没有需要补入的空缺',
      en: 'The short list is full; nobody has fallen out of it',
    },
    'no-place-free': {
      'zh-CN': '没有空缺名额；批准后空出的名额不再递补',
      en: 'No place is free; one given up after approval is not filled from reserve',
    },
    'beyond-the-places': { 'zh-CN': '名次不在招聘名额内', en: 'The rank is beyond the places' },
    'consent-missing': {
      'zh-CN': '本人尚未同意准入查询',
      en: 'The person has not agreed to the entry check',
    },
    'check-not-fresh': {
      'zh-CN': '没有 30 天内“无相关记录”的准入查询结果，不得聘用',
      en: 'Nobody is engaged without a clear entry check of at most 30 days',
    },
    'holidays-unknown': {
      'zh-CN': '公示期涉及的年份尚未录入节假日安排，无法计算工作日；请市级在校历中录入该年节假日后再办理',
      en: 'The notice would run into a year whose public holidays are not entered, so its working days cannot be counted: the city enters the year’s holidays in the calendar first',
    },
    'notice-running': { 'zh-CN': '公示未满 7 个工作日', en: 'The seven working days have not passed' },
    'objections-open': { 'zh-CN': '还有异议未答复', en: 'An objection is not answered yet' },
    'contract-begins-in-the-past': {
      'zh-CN': '合同不能从过去的日期开始',
      en: 'The contract cannot begin in the past',
    },
    'check-not-clear': {
      'zh-CN': '准入查询结果不合格，不能继续聘用',
      en: 'The entry check was not clear: the person cannot go on',
    },
    'contract-over': { 'zh-CN': '合同今天不在有效期内', en: 'The contract does not hold today' },
    'post-over': { 'zh-CN': '岗位已取消或已完成', en: 'The post is cancelled or completed' },
    'contract-days-needed': { 'zh-CN': '请填写合同起止日期', en: 'Please give the days of the contract' },
    'facts-changed': {
      'zh-CN':
        '资格核对后本人资料（等级、学历、证书等）有变，或当时未留记录；请查看现资料，重新核对资格后再办理',
      en: 'Facts about the person (grade, education, certificates …) have changed since they were judged, or nothing was kept of it: look at them as they are now and judge again first',
    },
    'no-longer-eligible': {
      'zh-CN': '本人资料已变，按现资料不符合岗位条件',
      en: 'The facts about the person have changed, and by them the post’s requirements are not met',
    },
    'probation-running': { 'zh-CN': '试用期未满', en: 'The probation has not passed' },
    'application-unknown': { 'zh-CN': '没有这份报名', en: 'There is no such application' },
    'already-engaged': { 'zh-CN': '已经聘用', en: 'Engaged already' },
    'contract-overlaps': {
      'zh-CN': '本人在该校（单位）已有合同，日期不能重叠',
      en: 'The person has a contract there on some of these days',
    },
  } satisfies Partial<Record<MoveRefusal, Message>> & Record<string, Message>,
  contractRefused: {
    'zh-CN': '合同日期或条件不符合规定，请核对起止日期（实习教练不超过一年）',
    en: 'The contract cannot stand so; please check its days (an intern stays a year at most)',
  },
  scoreRefusal: {
    'no-score': {
      'zh-CN': '请填写 0 至 100 的数，或“缺考”',
      en: 'Please give a number from 0 to 100, or "absent"',
    },
    'above-100': { 'zh-CN': '成绩不能超过 100', en: 'A score is at most 100' },
    'too-fine': { 'zh-CN': '最多两位小数', en: 'At most two decimals' },
    'not-found': { 'zh-CN': '没有这份报名', en: 'There is no such application' },
    'not-allowed': { 'zh-CN': '成绩由招聘单位登记', en: 'Scores are entered by the unit' },
    frozen: { 'zh-CN': '成绩已公布，不能再改', en: 'The scores are published and stand' },
    'not-in-this-test': {
      'zh-CN': '该人员目前不在这一科目',
      en: 'The candidate does not take this test now',
    },
  } satisfies Record<ScoreRefusal, Message>,
  rankRefusal: {
    'not-found': { 'zh-CN': '没有这个岗位', en: 'There is no such post' },
    'not-allowed': { 'zh-CN': '由招聘单位公布', en: 'The unit publishes it' },
    nobody: { 'zh-CN': '没有参加这一科目的人员', en: 'Nobody takes this test' },
    'scores-missing': {
      'zh-CN': '还有人员没有登记成绩；缺考请登记“缺考”',
      en: 'Some have no score yet; enter "absent" for those who did not come',
    },
    'others-underway': { 'zh-CN': '还有人员停在前面的环节', en: 'Some are still in an earlier step' },
    tied: {
      'zh-CN': '末位名次总分和技能分相同，请先加试并登记加试成绩',
      en: 'Equals stand across the last place: enter the scores of an extra test first',
    },
    'published-already': { 'zh-CN': '成绩已公布', en: 'The scores are published already' },
    'post-over': { 'zh-CN': '岗位已取消或已完成', en: 'The post is cancelled or completed' },
    'still-open': {
      'zh-CN': '报名还没有截止，截止后才能公布',
      en: 'The post still takes applications; publish once it has closed',
    },
  } satisfies Record<RankRefusal, Message>,
  checkRefusal: {
    'not-a-finalist': { 'zh-CN': '只查询拟聘用人员', en: 'Only those about to be engaged are queried' },
    'consent-missing': {
      'zh-CN': '本人尚未同意准入查询',
      en: 'The person has not agreed to the entry check',
    },
  } satisfies Partial<Record<CandidateCheckRefusal, Message>>,
  unmaskRefusal: {
    'reason-needed': { 'zh-CN': '请写明用途（至少 4 个字）', en: 'Please say what for (at least 4 letters)' },
    'holds-number': coachingText.holdsNumber,
    'nothing-there': { 'zh-CN': '本人没有填写', en: 'The person has not given it' },
    'stepped-back': { 'zh-CN': '本人已撤回报名', en: 'The person has stepped back' },
  } satisfies Record<UnmaskRefusal | 'stepped-back', Message>,
  objectionRefusal: {
    ...objectionsText.saidRefusal,
    'not-found': { 'zh-CN': '没有这个岗位', en: 'There is no such post' },
    'no-notice': { 'zh-CN': '目前不在公示期内', en: 'No notice runs today' },
    'client-busy': objectionsText.clientBusy,
  } satisfies Record<ObjectionRefusal, Message>,
  answerRefusal: {
    ...objectionsText.answerRefusal,
    'not-found': { 'zh-CN': '没有这条异议', en: 'There is no such objection' },
    'not-allowed': { 'zh-CN': '由招聘单位答复', en: 'The unit answers it' },
    'answered-already': { 'zh-CN': '已经答复', en: 'It is answered already' },
  } satisfies Record<AnswerRefusal, Message>,
} as const

/** Why a move could not be made; what a contract cannot be has one sentence of its own. */
export function moveRefusalWords(refusal: MoveRefusal): Message {
  const words: Partial<Record<MoveRefusal, Message>> = wayText.refusal
  return words[refusal] ?? wayText.contractRefused
}
