import type { Message } from '#app/i18n/text.ts'
import type { AddRefusal } from './add-placement.server.ts'
import type { ChangeRefusal } from './change-placement.server.ts'
import type { EndRefusal } from './end-placement.server.ts'

/** What a form's check answers in place of a sentence, for the page to word. */
export const documentUnclear = 'document-unclear'

/** The words of placing sports at schools. */
export const placementText = {
  add: { 'zh-CN': '新增布点', en: 'Add a placement' },
  addAnswer: {
    'zh-CN': '为一所学校的一个学段布一个项目。',
    en: 'Place one sport at one school for one of its stages.',
  },
  end: { 'zh-CN': '终止布点', en: 'End the placement' },
  endAnswer: {
    'zh-CN': '布点不会删除：到最后一天为止一直有效。',
    en: 'A placement is never deleted: it holds until its last day.',
  },
  change: { 'zh-CN': '变更角色或文号', en: 'Change role or document' },
  changeAnswer: {
    'zh-CN': '变更自生效日起算，之前的记录保留；生效日等于起始日即为更正。',
    en: 'The change holds from its day on and what was before stays; from the first day it is a correction.',
  },
  placement: { 'zh-CN': '布点', en: 'Placement' },
  history: { 'zh-CN': '布点沿革', en: 'History of the placement' },
  historyMeans: {
    'zh-CN': '同一学校、项目、学段的全部记录，按时间排列。',
    en: 'Every record of this school, sport and stage, in order of time.',
  },
  school: { 'zh-CN': '学校', en: 'School' },
  schoolHint: { 'zh-CN': '10 位标识码，或从列表中选择', en: 'Its ten-digit code, or choose from the list' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  stage: { 'zh-CN': '学段', en: 'Stage' },
  role: { 'zh-CN': '角色', en: 'Role' },
  roles: {
    leader: { 'zh-CN': '牵头', en: 'Leader' },
    member: { 'zh-CN': '成员', en: 'Member' },
  },
  from: { 'zh-CN': '起始日期', en: 'From' },
  until: { 'zh-CN': '终止日期', en: 'Until' },
  untilHint: {
    'zh-CN': '有效的最后一天；空白即长期',
    en: 'The last day on which it holds; empty: it goes on',
  },
  effective: { 'zh-CN': '生效日期', en: 'In force from' },
  document: { 'zh-CN': '文号', en: 'Document' },
  documentHint: { 'zh-CN': '如 连教体〔2024〕12号，可空', en: 'Such as 连教体〔2024〕12号; may be empty' },
  open: { 'zh-CN': '长期', en: 'open-ended' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  save: { 'zh-CN': '提交', en: 'Submit' },
  saved: { 'zh-CN': '已保存', en: 'Saved' },
  documentUnclear: {
    'zh-CN': '请按“机关〔年份〕序号号”填写文号',
    en: 'Please write the document as office〔year〕number号',
  },
  refusal: {
    'school-unknown': { 'zh-CN': '您管理的学校中没有这个标识码', en: 'No school of yours has this code' },
    'not-allowed': { 'zh-CN': '不属于您的管理范围', en: 'This is not yours to change' },
    'sport-unknown': { 'zh-CN': '项目目录中没有这个项目', en: 'The catalogue has no such sport' },
    'ends-before-start': { 'zh-CN': '终止日期早于起始日期', en: 'The last day comes before the first' },
    'school-not-open': { 'zh-CN': '该校在起始日期未开办', en: 'The school was not open on the first day' },
    'stage-not-run': {
      'zh-CN': '该校在起始日期不办这个学段',
      en: 'The school did not run this stage on the first day',
    },
    overlaps: {
      'zh-CN': '同一学校、项目、学段在这些日期已有布点',
      en: 'The school has this sport and stage already on some of these days',
    },
    'not-found': { 'zh-CN': '没有这个布点', en: 'There is no such placement' },
    'outside-its-days': {
      'zh-CN': '生效日期不在布点有效期内',
      en: 'The day lies outside those of the placement',
    },
  } satisfies Record<AddRefusal | EndRefusal | ChangeRefusal, Message>,
} as const
