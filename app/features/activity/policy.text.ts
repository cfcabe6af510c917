import type { Message } from '#app/i18n/text.ts'
import type { KindRefusal } from './change-kinds.server.ts'
import type { PolicyRefusal } from './policy-version.rule.ts'

/** The words of the settings of the daily hour. */
export const policyText = {
  title: { 'zh-CN': '每天一小时设置', en: 'Settings of the daily hour' },
  answer: {
    'zh-CN': '每一天按当日有效的时长要求计算；旧版本永远保留。',
    en: 'Every day is judged by the minutes in force on it; earlier versions stay for ever.',
  },
  inForce: {
    'zh-CN': v => `${v.day} 有效的要求`,
    en: v => `In force on ${v.day}`,
  } satisfies Message<{ day: string }>,
  required: { 'zh-CN': '每天一小时要求', en: 'Minutes in force' },
  stage: { 'zh-CN': '学段', en: 'Stage' },
  stages: {
    '': { 'zh-CN': '全部学段', en: 'Every stage' },
    primary: { 'zh-CN': '小学', en: 'Primary' },
    junior: { 'zh-CN': '初中', en: 'Junior' },
    senior: { 'zh-CN': '高中', en: 'Senior' },
  },
  purpose: { 'zh-CN': '要求', en: 'What' },
  purposes: {
    floor: { 'zh-CN': '底线', en: 'Floor' },
    target: { 'zh-CN': '目标', en: 'Target' },
  },
  floor: { 'zh-CN': '底线（分钟）', en: 'Floor (minutes)' },
  target: { 'zh-CN': '目标（分钟）', en: 'Target (minutes)' },
  minutes: { 'zh-CN': '每天分钟数', en: 'Minutes a day' },
  none: { 'zh-CN': '无', en: 'none' },
  versions: { 'zh-CN': '全部版本', en: 'All versions' },
  from: { 'zh-CN': '起始日期', en: 'From' },
  until: { 'zh-CN': '终止日期', en: 'Until' },
  untilHint: { 'zh-CN': '空白即至下一版本', en: 'Empty: until the next version' },
  open: { 'zh-CN': '长期', en: 'open-ended' },
  source: { 'zh-CN': '依据', en: 'Source' },
  add: { 'zh-CN': '新增版本', en: 'Add a version' },
  addNote: {
    'zh-CN': '某学段单独的要求优先于全部学段的要求。提交后，起始日期以来的达标统计随即重新计算，需要几秒钟。',
    en: 'A stage’s own minutes win over those for every stage. The figures since its first day are worked out anew at once, which takes some seconds.',
  },
  kinds: { 'zh-CN': '计入的活动类型', en: 'Kinds that count' },
  kindsNote: {
    'zh-CN': '对所有日期生效，包括以前的日期；提交后统计随即重新计算，需要几秒钟。',
    en: 'It holds for every day, past ones too. The figures are worked out anew at once, which takes some seconds.',
  },
  counting: { 'zh-CN': '是否计入', en: 'Counts' },
  counts: { 'zh-CN': '计入', en: 'counts' },
  countsNot: { 'zh-CN': '不计入', en: 'does not count' },
  never: { 'zh-CN': '不得计入', en: 'never counts' },
  save: { 'zh-CN': '提交', en: 'Submit' },
  saved: {
    'zh-CN': '已保存，受影响日期的统计已重新计算。',
    en: 'Saved; the figures of the days concerned are worked out anew.',
  },
  refusals: {
    'not-allowed': { 'zh-CN': '由市教育局设置。', en: 'It is set by the city.' },
    'date-taken': {
      'zh-CN': '该学段在这一天已有一个版本。',
      en: 'A version for this stage begins on that day already.',
    },
    'ends-before-start': { 'zh-CN': '终止日期早于起始日期。', en: 'The last day comes before the first.' },
    'floor-needs-rule': {
      'zh-CN': '全部学段的底线不能终止，请改为新增版本。',
      en: 'There is always a floor for every stage; add another version instead.',
    },
    'target-below-floor': { 'zh-CN': '目标不能低于底线。', en: 'The target cannot be below the floor.' },
  } satisfies Record<PolicyRefusal, Message>,
  kindRefusals: {
    'not-allowed': { 'zh-CN': '由市教育局设置。', en: 'It is set by the city.' },
    'kind-unknown': { 'zh-CN': '没有这种活动类型。', en: 'There is no such kind.' },
    'never-counts': {
      'zh-CN': '眼保健操和家庭体育作业不得计入。',
      en: 'Eye exercise and exercise at home never count.',
    },
    'none-left': { 'zh-CN': '至少选一种活动类型。', en: 'Choose at least one kind.' },
  } satisfies Record<KindRefusal, Message>,
} as const

/** The field that a refusal is about. */
export const policyField = {
  'not-allowed': 'validFrom',
  'date-taken': 'validFrom',
  'ends-before-start': 'validTo',
  'floor-needs-rule': 'validTo',
  'target-below-floor': 'minutes',
} satisfies Record<PolicyRefusal, string>
