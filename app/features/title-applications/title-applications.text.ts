import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { filesText } from '#app/files/files.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import { mostAttachments } from './attachments.rule.ts'
import type { AttachmentRefusal } from './change-attachments.server.ts'
import type { TitleMoveRefusal } from './move-title-application.server.ts'
import type { BeginRefusal, SaveDraftResult } from './save-title-draft.server.ts'
import { type DraftProblem, longestEvidence, longestStatement } from './self-score.rule.ts'
import type { TitleAction } from './title-way.rule.ts'

/** The words of the applications for titles. */
export const titleApplicationText = {
  title: { 'zh-CN': '称号申报', en: 'Applications for titles' },
  answer: {
    'zh-CN': ({ count, waiting }) => `共 ${count} 份申报，${waiting} 份等您办理`,
    en: ({ count, waiting }) =>
      `${count} ${plural(count, 'application', 'applications')}, ${waiting} waiting for you`,
  } satisfies Message<{ count: number; waiting: number }>,
  none: { 'zh-CN': '还没有申报。', en: 'No application yet.' },
  openBatches: { 'zh-CN': '正在申报的批次', en: 'Batches that are open' },
  begin: { 'zh-CN': '开始申报', en: 'Apply' },
  goOn: { 'zh-CN': '继续填写', en: 'Go on writing' },
  until: {
    'zh-CN': ({ at }) => `${at} 截止`,
    en: ({ at }) => `until ${at}`,
  } satisfies Message<{ at: string }>,
  school: { 'zh-CN': '学校', en: 'School' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  batch: { 'zh-CN': '批次', en: 'Batch' },
  state: { 'zh-CN': '状态', en: 'State' },
  sports: { 'zh-CN': '申报项目', en: 'Sports' },
  sportAt: {
    'zh-CN': ({ at }) => `项目${['一', '二', '三'][at - 1] ?? at}`,
    en: ({ at }) => `Sport ${at}`,
  } satisfies Message<{ at: number }>,
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  sportsHint: {
    'zh-CN': ({ most }) => `最多 ${most} 个`,
    en: ({ most }) => `At most ${most}`,
  } satisfies Message<{ most: number }>,
  statement: { 'zh-CN': '申报说明', en: 'Statement' },
  statementHint: {
    'zh-CN': `项目开展历史、特色与规划，不超过 ${longestStatement} 字`,
    en: `History, strengths and plans of the sport, at most ${longestStatement} characters`,
  },
  selfScore: { 'zh-CN': '自评', en: 'Self-score' },
  code: { 'zh-CN': '代码', en: 'Code' },
  indicator: { 'zh-CN': '指标', en: 'Indicator' },
  most: { 'zh-CN': '满分', en: 'At most' },
  points: { 'zh-CN': '自评分', en: 'Points' },
  evidence: { 'zh-CN': '佐证说明', en: 'Evidence' },
  figure: { 'zh-CN': '系统数据', en: 'Live figure' },
  suggested: {
    'zh-CN': ({ points }) => `数据对应 ${points} 分`,
    en: ({ points }) => `suggests ${points}`,
  } satisfies Message<{ points: string }>,
  veto: { 'zh-CN': '一票否决', en: 'Veto' },
  vetoNo: { 'zh-CN': '不存在', en: 'Does not apply' },
  vetoYes: { 'zh-CN': '存在', en: 'Applies' },
  unanswered: { 'zh-CN': '未填', en: 'Not said' },
  total: { 'zh-CN': '合计', en: 'Total' },
  sums: {
    'zh-CN': ({ score, bonus, total }) => `评分 ${score}，加分 ${bonus}，合计 ${total}`,
    en: ({ score, bonus, total }) => `${score} points and ${bonus} bonus: ${total}`,
  } satisfies Message<{ score: string; bonus: string; total: string }>,
  edit: { 'zh-CN': '填写申报', en: 'Write the application' },
  save: { 'zh-CN': '保存草稿', en: 'Save the draft' },
  saved: { 'zh-CN': '草稿已保存', en: 'The draft is saved' },
  notSaved: {
    'zh-CN': '有填错的内容，还没有保存；您填写的都在下面。',
    en: 'Something is wrong, so nothing was saved; all that you wrote is below.',
  },
  refresh: { 'zh-CN': '保存并取系统数据', en: 'Save and take the live figures' },
  refreshHint: {
    'zh-CN': '没有填写的评分按系统数据预填，已填的不变；数据及其日期随申报保留。',
    en: 'Points that you have not given are filled from live figures; yours stay. The figure and its day are kept.',
  },
  saveAndSubmit: { 'zh-CN': '保存并提交', en: 'Save and hand in' },
  attachments: { 'zh-CN': '附件', en: 'Attachments' },
  addAttachment: { 'zh-CN': '添加附件', en: 'Add an attachment' },
  file: { 'zh-CN': '文件', en: 'File' },
  fileHint: {
    'zh-CN': `PDF 或图片，每个不超过 10 MB，最多 ${mostAttachments} 个。`,
    en: `PDF or pictures of at most 10 MB each, ${mostAttachments} at most. `,
  },
  describes: { 'zh-CN': '说明', en: 'What it proves' },
  describesHint: { 'zh-CN': '如 A4 体育经费决算、学校盖章页', en: 'Such as A4 accounts, or the sealed page' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  removeAttachment: { 'zh-CN': '删除附件', en: 'Remove an attachment' },
  keep: { 'zh-CN': '保留', en: 'Keep it' },
  level: { 'zh-CN': '级别', en: 'Level' },
  size: {
    'zh-CN': ({ kb }) => `${kb} KB`,
    en: ({ kb }) => `${kb} KB`,
  } satisfies Message<{ kb: number }>,
  noAttachments: { 'zh-CN': '没有附件。', en: 'No attachment.' },
  recommendation: { 'zh-CN': '单位推荐', en: 'Recommendation' },
  position: { 'zh-CN': '推荐位次', en: 'Place' },
  opinion: { 'zh-CN': '推荐意见', en: 'Opinion' },
  educationBy: { 'zh-CN': '教育部门经办人', en: 'For the education bureau' },
  educationOn: { 'zh-CN': '教育部门签署日期', en: 'Signed there on' },
  sportsBy: { 'zh-CN': '体育部门经办人', en: 'For the sports bureau' },
  sportsOn: { 'zh-CN': '体育部门签署日期', en: 'Signed there on' },
  quota: {
    'zh-CN': ({ quota, taken }) =>
      quota === null ? `不限名额，已推荐 ${taken} 所` : `名额 ${quota} 所，已推荐 ${taken} 所`,
    en: ({ quota, taken }) =>
      quota === null ? `No quota; ${taken} recommended` : `Quota ${quota}; ${taken} recommended`,
  } satisfies Message<{ quota: number | null; taken: number }>,
  way: { 'zh-CN': '办理经过', en: 'The way so far' },
  handle: { 'zh-CN': '办理', en: 'What to do' },
  nothingToDo: { 'zh-CN': '现在没有需要您办理的。', en: 'There is nothing for you to do now.' },
  reason: { 'zh-CN': '原因或说明', en: 'Reason' },
  reasonHint: {
    'zh-CN': '退回、不予推荐、撤回、未通过和不经考察直接拟命名时必填',
    en: 'Needed to return, decline, withdraw, reject, or to short-list without a visit',
  },
  mendUntil: { 'zh-CN': '退回后修改至', en: 'May be mended until' },
  when: { 'zh-CN': '时间', en: 'When' },
  who: { 'zh-CN': '办理人', en: 'Who' },
  what: { 'zh-CN': '办理', en: 'What' },
  done: { 'zh-CN': '已办理', en: 'Done' },
  filter: { 'zh-CN': '查看', en: 'Show' },
  all: { 'zh-CN': '全部', en: 'All' },
  submittedAt: { 'zh-CN': '提交时间', en: 'Handed in' },
  certificate: { 'zh-CN': '证书编号', en: 'Certificate' },
  document: { 'zh-CN': '命名文号', en: 'Document' },
  seals: {
    school: { 'zh-CN': '申报学校（盖章）', en: 'School (seal)' },
    education: { 'zh-CN': '教育主管部门意见（盖章）', en: 'Education bureau (seal)' },
    sports: { 'zh-CN': '体育主管部门意见（盖章）', en: 'Sports bureau (seal)' },
    signed: { 'zh-CN': '负责人签字：', en: 'Signed:' },
    day: { 'zh-CN': '年　　月　　日', en: 'Date:' },
  },
  importExcel: { 'zh-CN': '导入 Excel', en: 'Import from Excel' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  template: { 'zh-CN': '下载模板', en: 'Template' },
  print: { 'zh-CN': '打印时带盖章栏。', en: 'The print has places for the seals.' },
  late: {
    'zh-CN': '申报已截止，不能提交；草稿保留。',
    en: 'The window has closed; the draft is kept, yet it cannot be handed in.',
  },
} as const

/** What is done with an application, as a button says it. */
export const titleActionWords = {
  submit: { 'zh-CN': '提交', en: 'Hand in' },
  withdraw: { 'zh-CN': '撤回申报', en: 'Withdraw' },
  return: { 'zh-CN': '退回修改', en: 'Return' },
  recommend: { 'zh-CN': '推荐', en: 'Recommend' },
  'take-back': { 'zh-CN': '收回推荐', en: 'Take the recommendation back' },
  decline: { 'zh-CN': '不予推荐', en: 'Do not recommend' },
  'pass-material': { 'zh-CN': '材料通过，转专家评审', en: 'Papers passed: to the experts' },
  'call-to-visit': { 'zh-CN': '安排实地考察', en: 'Visit the school' },
  shortlist: { 'zh-CN': '列入拟命名', en: 'Short-list' },
  'put-up': { 'zh-CN': '公示', en: 'Put up the notice' },
  designate: { 'zh-CN': '命名', en: 'Designate' },
  reject: { 'zh-CN': '不予通过', en: 'Reject' },
} satisfies Record<TitleAction, Message>

/** A step of the way in words; steps that no move of the table makes have their own. */
export function stepWords(action: string): Message {
  return action === 'begin'
    ? { 'zh-CN': '开始填写', en: 'Begun' }
    : (titleActionWords[action as TitleAction] ?? { 'zh-CN': action, en: action })
}

export const beginRefusalWords = {
  'not-found': { 'zh-CN': '没有这个批次', en: 'There is no such batch' },
  'not-allowed': { 'zh-CN': '由学校申报', en: 'Schools apply' },
  'not-open': { 'zh-CN': '现在不在申报时间内', en: 'The batch is not open now' },
  'applied-already': { 'zh-CN': '本校在这个批次已有申报', en: 'The school has applied in this batch' },
  'school-not-open': { 'zh-CN': '学校已停办', en: 'The school is closed' },
} satisfies Record<BeginRefusal, Message>

type SaveRefusal = Exclude<Extract<SaveDraftResult, { ok: false }>['refusal'], 'problems'>

export const saveRefusalWords = {
  'not-found': { 'zh-CN': '没有这份申报', en: 'There is no such application' },
  'not-allowed': { 'zh-CN': '由学校填写', en: 'The school writes it' },
  'not-writable': { 'zh-CN': '已提交，不能再改', en: 'It is handed in and stands' },
  'changed-meanwhile': {
    'zh-CN': '您打开页面后草稿又被保存过。您填写的内容还在下面，请核对后再保存。',
    en: 'The draft was saved after you opened this page. What you wrote is still below; look again and save.',
  },
} satisfies Record<SaveRefusal, Message>

export const draftProblemWords = {
  'sports-missing': { 'zh-CN': '请选择申报项目', en: 'Please choose a sport' },
  'too-many-sports': { 'zh-CN': '超过本批次允许的项目数', en: 'More sports than the batch allows' },
  'sport-twice': { 'zh-CN': '同一项目选了两次', en: 'A sport is named twice' },
  'sport-unknown': { 'zh-CN': '没有这个项目', en: 'There is no such sport' },
  'statement-missing': { 'zh-CN': '请填写申报说明', en: 'Please write the statement' },
  'statement-too-long': {
    'zh-CN': `不超过 ${longestStatement} 字`,
    en: `At most ${longestStatement} characters`,
  },
  'points-missing': { 'zh-CN': '请填写自评分', en: 'Please give points' },
  'points-above-most': { 'zh-CN': '超过满分', en: 'More than the most' },
  'points-malformed': { 'zh-CN': '请填数字，最多两位小数', en: 'A number of at most two decimals, please' },
  'evidence-too-long': {
    'zh-CN': `不超过 ${longestEvidence} 字`,
    en: `At most ${longestEvidence} characters`,
  },
  'holds-number': coachingText.holdsNumber,
  'veto-unanswered': { 'zh-CN': '请说明是否存在', en: 'Please say whether it applies' },
  'veto-applies': { 'zh-CN': '存在否决情形，不能申报', en: 'It excludes the school' },
} satisfies Record<DraftProblem, Message>

export const titleMoveRefusalWords = {
  'not-from-here': { 'zh-CN': '现在的状态不能这样办理', en: 'This cannot be done as it stands' },
  'not-allowed': { 'zh-CN': '不归您办理', en: 'This is not yours to do' },
  'not-found': { 'zh-CN': '没有这份申报', en: 'There is no such application' },
  'moved-meanwhile': {
    'zh-CN': '您打开页面后已被办理过，请看过现在的情况再办理',
    en: 'It was moved after you opened this page; please look at how it stands now',
  },
  'changed-meanwhile': saveRefusalWords['changed-meanwhile'],
  'reason-needed': { 'zh-CN': '请写明原因', en: 'Please give the reason' },
  'holds-number': coachingText.holdsNumber,
  'not-in-time': titleApplicationText.late,
  incomplete: { 'zh-CN': '还没有填完，请补齐标出的内容', en: 'Something is still missing, as marked' },
  'mend-day-needed': {
    'zh-CN': '请填写修改截止日期（明天或以后）',
    en: 'Please give a day from tomorrow on',
  },
  'window-still-open': { 'zh-CN': '申报还没有截止', en: 'The window is still open' },
  'too-few-experts': { 'zh-CN': '完成评审的专家不足三位', en: 'Fewer than three experts have scored it' },
  'veto-found': {
    'zh-CN': '有专家认定存在否决情形，不能入围；确属误判的，请让该专家重新评审',
    en: 'An expert finds that the school is excluded, so it cannot be short-listed; where that is a mistake, have the expert score it again',
  },
  'reviews-open': { 'zh-CN': '还有专家没有完成评审', en: 'An expert has not finished yet' },
  'not-visited': { 'zh-CN': '还没有考察记录', en: 'No visit was recorded' },
  'of-a-batch': { 'zh-CN': '公示和命名按批次办理', en: 'This is done for the whole batch' },
  'opinion-missing': { 'zh-CN': '请填写推荐意见', en: 'Please write the opinion' },
  'bureaus-missing': {
    'zh-CN': '教育、体育部门的经办人和日期都要填写',
    en: 'Both bureaus, with who answers and when',
  },
  'position-missing': { 'zh-CN': '请填写推荐位次', en: 'Please give the place' },
  'position-taken': { 'zh-CN': '这个位次已给了别的学校', en: 'Another school has this place' },
  'beyond-the-quota': { 'zh-CN': '超过本单位名额', en: 'That is beyond the quota of the unit' },
  'day-ahead': { 'zh-CN': '签署日期不能晚于今天', en: 'It cannot have been signed after today' },
} satisfies Record<TitleMoveRefusal, Message>

export const attachmentRefusalWords = {
  ...filesText.refusal,
  'not-found': { 'zh-CN': '没有这个附件', en: 'There is no such attachment' },
  'not-writable': saveRefusalWords['not-writable'],
  'description-missing': { 'zh-CN': '请说明附件内容', en: 'Please say what it proves' },
  'holds-number': coachingText.holdsNumber,
  'too-many': { 'zh-CN': `最多 ${mostAttachments} 个附件`, en: `At most ${mostAttachments} attachments` },
} satisfies Record<AttachmentRefusal, Message>
