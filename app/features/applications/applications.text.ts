import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { ApplyRefusal } from './apply-to-post.server.ts'
import type { WithdrawRefusal } from './withdraw-application.server.ts'

export const refusalWords = {
  'not-found': { 'zh-CN': '没有这个岗位。', en: 'There is no such post.' },
  'no-profile': { 'zh-CN': '请先填写个人资料，再来报名。', en: 'Please fill in your profile first.' },
  cancelled: { 'zh-CN': '这个岗位已不再招聘。', en: 'This post takes no more applications.' },
  'not-open-yet': {
    'zh-CN': '报名还没有开始。可以先保存草稿。',
    en: 'It is not open yet. You may save a draft.',
  },
  closed: { 'zh-CN': '报名已经截止，以服务器时间为准。', en: 'It has closed, by the time of the server.' },
  'mend-time-over': { 'zh-CN': '修改期限已过。', en: 'The time for mending is over.' },
  'already-applied': { 'zh-CN': '您已报名这个岗位。', en: 'You have applied to this post.' },
  'another-post': {
    'zh-CN': '本批次每人只能报一个岗位，您已报名其他岗位。',
    en: 'One post each in this round, and you have applied to another.',
  },
  'not-eligible': {
    'zh-CN': '有条件不符合或待补充，见“报名条件”。',
    en: 'Not every requirement is met; see the list.',
  },
} satisfies Record<ApplyRefusal['refusal'], Message>

export const withdrawRefusals = {
  'not-found': { 'zh-CN': '没有这份报名。', en: 'There is no such application.' },
  'too-late': {
    'zh-CN': '已批准或已结束的报名不能撤回，请联系招聘单位。',
    en: 'It is approved or over and cannot be withdrawn; please call the unit.',
  },
  'changed-meanwhile': {
    'zh-CN': '打开本页后，这份报名已经提交，没有撤回。如仍要撤回，请再确认一次。',
    en: 'It was handed in after you opened this page, so nothing was withdrawn. If you still want to withdraw, confirm once more.',
  },
  'holds-number': coachingText.holdsNumber,
} satisfies Record<WithdrawRefusal, Message>

/** What was done in a step; a code without words here is shown by the state it led to. */
export const stepWords: Readonly<Record<string, Message>> = {
  draft: { 'zh-CN': '保存草稿', en: 'Draft saved' },
  submit: { 'zh-CN': '提交报名', en: 'Submitted' },
  resubmit: { 'zh-CN': '重新提交', en: 'Submitted again' },
  withdraw: { 'zh-CN': '撤回报名', en: 'Withdrawn' },
  'short-list': { 'zh-CN': '公布笔试结果', en: 'Written results published' },
  rank: { 'zh-CN': '公布总成绩', en: 'Ranking published' },
}

export const applicationText = {
  home: { 'zh-CN': '首页', en: 'Home' },
  applyTo: {
    'zh-CN': ({ post }) => `报名：${post}`,
    en: ({ post }) => `Apply: ${post}`,
  } satisfies Message<{ post: string }>,
  mine: { 'zh-CN': '我的报名', en: 'My applications' },
  mineAnswer: {
    'zh-CN': ({ count }) => (count === 0 ? '您还没有报名。' : `您有 ${count} 份报名。`),
    en: ({ count }) =>
      count === 0
        ? 'You have not applied yet.'
        : `You have ${count} ${plural(count, 'application', 'applications')}.`,
  } satisfies Message<{ count: number }>,
  none: { 'zh-CN': '看看正在招聘的岗位，选一个报名。', en: 'Look at the open posts and choose one.' },
  forYou: { 'zh-CN': '适合您的岗位', en: 'Posts for you' },
  board: { 'zh-CN': '查看岗位', en: 'See the posts' },
  post: { 'zh-CN': '岗位', en: 'Post' },
  unit: { 'zh-CN': '招聘单位', en: 'Unit' },
  number: { 'zh-CN': '报名号', en: 'Number' },
  state: { 'zh-CN': '状态', en: 'State' },
  next: { 'zh-CN': '下一步', en: 'What comes next' },
  by: {
    'zh-CN': ({ by }) => `时间：${by}`,
    en: ({ by }) => `When: ${by}`,
  } satisfies Message<{ by: string }>,
  at: {
    'zh-CN': ({ place }) => `地点：${place}`,
    en: ({ place }) => `Where: ${place}`,
  } satisfies Message<{ place: string }>,
  noDate: { 'zh-CN': '时间确定后会在这里显示。', en: 'The date will stand here once it is set.' },
  steps: { 'zh-CN': '办理经过', en: 'What has happened' },
  step: { 'zh-CN': '步骤', en: 'Step' },
  time: { 'zh-CN': '时间', en: 'Time' },
  who: { 'zh-CN': '办理人', en: 'By' },
  reason: { 'zh-CN': '说明', en: 'Reason' },
  statement: { 'zh-CN': '个人陈述', en: 'Your statement' },
  statementHint: {
    'zh-CN': '为什么适合这个岗位，不超过 2000 字，可以不写。请不要写身份证号和手机号。',
    en: 'Why you suit this post, at most 2,000 characters; may stay empty. No ID or phone numbers, please.',
  },
  statementHasNumber: {
    'zh-CN': '请不要在陈述里写身份证号或手机号，单位会在资料里看到。',
    en: 'Please leave out ID and phone numbers; the unit finds them in your profile.',
  },
  promise: {
    'zh-CN': '我承诺所填内容真实，如有虚假，愿承担取消资格等后果。',
    en: 'I promise that all I have stated is true, and know that false statements disqualify.',
  },
  promiseMissing: { 'zh-CN': '提交前请勾选承诺。', en: 'Please make the promise before you submit.' },
  submit: { 'zh-CN': '提交报名', en: 'Submit' },
  saveDraft: { 'zh-CN': '保存草稿', en: 'Save as draft' },
  profile: { 'zh-CN': '您的资料', en: 'Your profile' },
  profileFrom: {
    'zh-CN': '取自个人资料，提交时以此为准。',
    en: 'Taken from your profile; this is what counts.',
  },
  changeProfile: { 'zh-CN': '修改资料', en: 'Change profile' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  fillProfile: { 'zh-CN': '填写资料', en: 'Fill in your profile' },
  closes: {
    'zh-CN': ({ at }) => `${at} 截止`,
    en: ({ at }) => `Closes ${at}`,
  } satisfies Message<{ at: string }>,
  opens: {
    'zh-CN': ({ at }) => `${at} 开始报名`,
    en: ({ at }) => `Opens ${at}`,
  } satisfies Message<{ at: string }>,
  onePost: { 'zh-CN': '本批次每人限报一个岗位。', en: 'One post each in this round.' },
  applied: {
    'zh-CN': ({ number }) => `您已报名，报名号 ${number}。`,
    en: ({ number }) => `You have applied; your number is ${number}.`,
  } satisfies Message<{ number: string }>,
  seeApplication: { 'zh-CN': '查看报名', en: 'See the application' },
  done: {
    submitted: {
      'zh-CN': '报名已提交。请记下报名号。',
      en: 'Your application is in. Please note its number.',
    },
    already: { 'zh-CN': '您此前已提交，没有重复报名。', en: 'You had applied before; nothing was doubled.' },
    draft: { 'zh-CN': '草稿已保存。', en: 'The draft is saved.' },
    withdrawn: { 'zh-CN': '报名已撤回。', en: 'The application is withdrawn.' },
    discarded: { 'zh-CN': '草稿已删除。', en: 'The draft is thrown away.' },
  },
  returnedBecause: {
    'zh-CN': ({ reason }) => `退回原因：${reason}`,
    en: ({ reason }) => `Returned because: ${reason}`,
  } satisfies Message<{ reason: string }>,
  mend: { 'zh-CN': '修改并再次提交', en: 'Mend and submit again' },
  goOn: { 'zh-CN': '继续填写', en: 'Go on writing' },
  withdraw: { 'zh-CN': '撤回报名', en: 'Withdraw' },
  withdrawAnswer: {
    'zh-CN': '撤回后不再参加本岗位的招聘；报名期内可以再报。',
    en: 'You will no longer be considered; you may apply again while posts are open.',
  },
  withdrawConfirm: { 'zh-CN': '确认撤回', en: 'Yes, withdraw' },
  withdrawReason: { 'zh-CN': '原因（可不填）', en: 'Reason (may stay empty)' },
  discard: { 'zh-CN': '删除草稿', en: 'Throw the draft away' },
  discardAnswer: { 'zh-CN': '草稿删除后不能恢复。', en: 'A draft thrown away cannot be brought back.' },
  discardConfirm: { 'zh-CN': '确认删除', en: 'Yes, throw it away' },
  keep: { 'zh-CN': '返回', en: 'Keep it' },
} as const
