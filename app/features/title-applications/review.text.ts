import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { Database } from '#db/tables.ts'
import type { DeclareRefusal } from './declare-interest.server.ts'
import { longestConflict, type ReviewRefusal } from './expert.rule.ts'
import { longestComment, type ReviewProblem } from './review-entry.rule.ts'

/** The words of an expert's reviews. */
export const reviewText = {
  title: { 'zh-CN': '我的评审', en: 'My reviews' },
  answer: {
    'zh-CN': ({ left }) => (left === 0 ? '没有待评审的申报' : `${left} 份申报待您评审`),
    en: ({ left }) =>
      left === 0
        ? 'Nothing is left to score'
        : `${left} ${plural(left, 'application', 'applications')} left to score`,
  } satisfies Message<{ left: number }>,
  none: {
    'zh-CN': '还没有请您评审的申报；有了会在通知里告诉您。',
    en: 'You have not been asked to score yet; a notice will tell you.',
  },
  batchAnswer: {
    'zh-CN': ({ left, count, validFrom }) =>
      `共 ${count} 份，还有 ${left} 份；请在称号生效（${validFrom}）之前完成`,
    en: ({ left, count, validFrom }) =>
      `${left} of ${count} left; to be done before titles begin on ${validFrom}`,
  } satisfies Message<{ left: number; count: number; validFrom: string }>,
  school: { 'zh-CN': '学校', en: 'School' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  state: { 'zh-CN': '评审', en: 'Review' },
  given: { 'zh-CN': '已打分', en: 'Scored' },
  givenOf: {
    'zh-CN': ({ given, of }) => `${given}/${of} 项`,
    en: ({ given, of }) => `${given} of ${of}`,
  } satisfies Message<{ given: number; of: number }>,
  states: {
    undeclared: { 'zh-CN': '待声明', en: 'To be declared' },
    open: { 'zh-CN': '待打分', en: 'To be scored' },
    done: { 'zh-CN': '已完成', en: 'Finished' },
    conflict: { 'zh-CN': '利益冲突，不评审', en: 'Conflict of interest' },
    closed: { 'zh-CN': '评审已结束', en: 'Closed' },
  },
  visits: { 'zh-CN': '待实地考察的学校', en: 'Schools to be visited' },
  visit: { 'zh-CN': '登记考察', en: 'Record a visit' },
  batch: { 'zh-CN': '批次', en: 'Batch' },
  sports: { 'zh-CN': '申报项目', en: 'Sports' },
  declaration: { 'zh-CN': '利益冲突声明', en: 'Conflict of interest' },
  declarationMeans: {
    'zh-CN':
      '与该校或其人员有任职、亲属、师生、经济往来等关系，都是利益冲突。声明之前看不到申报内容，也不能打分。',
    en: 'Work, family, teaching or money that ties you to the school or its people is one. What the school handed in is shown once you have declared.',
  },
  isFree: { 'zh-CN': '我与该校没有利益冲突', en: 'I have no conflict of interest with this school' },
  hasConflict: { 'zh-CN': '我有利益冲突，不参加评审', en: 'I have one and shall not score' },
  conflict: { 'zh-CN': '利益冲突情况', en: 'What ties you to the school' },
  conflictHint: {
    'zh-CN': `不超过 ${longestConflict} 字；市级会看到`,
    en: `At most ${longestConflict} characters; the city reads it`,
  },
  declare: { 'zh-CN': '提交声明', en: 'Declare' },
  lateConflict: { 'zh-CN': '想起有利益冲突', en: 'There is a conflict after all' },
  lateConflictMeans: {
    'zh-CN': '提交后已打的分作废，由市级另请专家。',
    en: 'Your points go, and the city asks another expert.',
  },
  statement: { 'zh-CN': '申报说明', en: 'Statement' },
  attachments: { 'zh-CN': '附件', en: 'Attachments' },
  scores: { 'zh-CN': '打分', en: 'Scores' },
  indicator: { 'zh-CN': '指标', en: 'Indicator' },
  most: { 'zh-CN': '满分', en: 'At most' },
  selfPoints: { 'zh-CN': '自评', en: 'Self-score' },
  figure: { 'zh-CN': '系统数据', en: 'Live figure' },
  evidence: { 'zh-CN': '佐证说明', en: 'Evidence' },
  points: { 'zh-CN': '您的评分', en: 'Your points' },
  pointsHint: { 'zh-CN': '最多两位小数', en: 'At most two decimals' },
  vetoFound: { 'zh-CN': '查实存在', en: 'I find it applies' },
  veto: { 'zh-CN': '一票否决', en: 'Veto' },
  bonus: { 'zh-CN': '加分', en: 'Bonus' },
  notFound: { 'zh-CN': '未发现', en: 'Not found' },
  notGiven: { 'zh-CN': '未打分', en: 'Not scored' },
  comment: { 'zh-CN': '评语', en: 'Comment' },
  commentHint: { 'zh-CN': `不超过 ${longestComment} 字`, en: `At most ${longestComment} characters` },
  save: { 'zh-CN': '保存草稿', en: 'Save the draft' },
  finish: { 'zh-CN': '完成评审', en: 'Finish' },
  finishMeans: {
    'zh-CN': '完成后不能再改；所有专家完成之前，谁也看不到您的评分。',
    en: 'Finished, it stands. Nobody sees your points before every expert has finished.',
  },
  saved: { 'zh-CN': '草稿已保存', en: 'The draft is saved' },
  declared: { 'zh-CN': '声明已提交，可以打分', en: 'You have declared; you may score now' },
  finished: { 'zh-CN': '评审已完成', en: 'The review is finished' },
  notSaved: {
    'zh-CN': '有填错的内容，还没有保存；您填写的都在下面。',
    en: 'Something is wrong, so nothing was saved; all that you entered is below.',
  },
  total: { 'zh-CN': '合计', en: 'Total' },
  ownTotal: { 'zh-CN': '您的总分', en: 'Your total' },
  others: { 'zh-CN': '其他专家的总分', en: "The others' totals" },
  mean: { 'zh-CN': '平均分', en: 'Mean' },
  othersHidden: {
    'zh-CN': '所有专家完成后，这里显示其他专家的总分（不具名）。',
    en: 'Once every expert has finished, their totals stand here without names.',
  },
} as const

/** Why nothing can be written into a review. */
export const reviewRefusalWords = {
  'not-in-review': {
    'zh-CN': '申报已不在专家评审阶段，不能再写',
    en: 'The application is not with the experts any more',
  },
  'from-applying-school': {
    'zh-CN': '您在申报学校任职，不能评审',
    en: 'You work at the school that applies',
  },
  conflict: { 'zh-CN': '您已声明利益冲突，不参加评审', en: 'You declared a conflict of interest' },
  done: { 'zh-CN': '评审已完成，不能再改', en: 'The review is finished and stands' },
  undeclared: { 'zh-CN': '请先声明有无利益冲突', en: 'Please declare first' },
  'changed-meanwhile': {
    'zh-CN': '您打开页面后评审又被保存过。您填写的内容还在下面，请核对后再保存。',
    en: 'The review was saved after you opened this page. What you entered is still below; look again and save.',
  },
} satisfies Record<ReviewRefusal | 'changed-meanwhile', Message>

export const declareRefusalWords = {
  ...reviewRefusalWords,
  'not-found': { 'zh-CN': '没有这份评审', en: 'There is no such review' },
  'conflict-unsaid': { 'zh-CN': '请说明利益冲突情况', en: 'Please say what ties you to the school' },
  'conflict-too-long': {
    'zh-CN': `不超过 ${longestConflict} 字`,
    en: `At most ${longestConflict} characters`,
  },
  'holds-number': coachingText.holdsNumber,
} satisfies Record<DeclareRefusal, Message>

export const reviewProblemWords = {
  'points-malformed': {
    'zh-CN': '请填不小于 0 的数字，最多两位小数',
    en: 'A number from 0 on with at most two decimals, please',
  },
  'points-above-most': { 'zh-CN': '超过满分', en: 'More than the most' },
  'points-missing': { 'zh-CN': '请打分', en: 'Please give points' },
  'comment-too-long': { 'zh-CN': `不超过 ${longestComment} 字`, en: `At most ${longestComment} characters` },
  'holds-number': coachingText.holdsNumber,
} satisfies Record<ReviewProblem, Message>

/** How a review stands, as the city reads it. */
export const reviewStateWords = {
  open: { 'zh-CN': '评审中', en: 'Scoring' },
  conflict: { 'zh-CN': '利益冲突', en: 'Conflict of interest' },
  done: { 'zh-CN': '已完成', en: 'Finished' },
} satisfies Record<Database['title_review']['state'], Message>
