import type { Message } from '#app/i18n/text.ts'
import type { RuleRefusal } from './add-rule-version.server.ts'

/** The words of the rules of the plan. */
export const ruleText = {
  title: { 'zh-CN': '5621 规则', en: 'Rules of the 5621 plan' },
  answer: {
    'zh-CN': '每个数字都按当日有效的规则计算；旧版本永远保留。',
    en: 'Every figure follows the rule in force on its day; earlier versions stay for ever.',
  },
  versions: { 'zh-CN': '规则版本', en: 'Versions' },
  add: { 'zh-CN': '新增版本', en: 'Add a version' },
  unit: { 'zh-CN': '适用单位', en: 'Holds for' },
  city: { 'zh-CN': '全市', en: 'The whole city' },
  from: { 'zh-CN': '起始日期', en: 'From' },
  until: { 'zh-CN': '终止日期', en: 'Until' },
  untilHint: {
    'zh-CN': '仅用于单位的单独规则；空白即至下一版本',
    en: "Only for a unit's own rule; empty: until the next version",
  },
  open: { 'zh-CN': '长期', en: 'open-ended' },
  sports: { 'zh-CN': '项目（个）', en: 'Sports' },
  primary: { 'zh-CN': '小学（所）', en: 'Primary schools' },
  junior: { 'zh-CN': '初中（所）', en: 'Junior schools' },
  senior: { 'zh-CN': '高中（所）', en: 'Senior schools' },
  mix: { 'zh-CN': '项目组合（基础大项、球类）', en: 'Mix (base discipline, ball sport)' },
  mixes: {
    off: { 'zh-CN': '不要求', en: 'not asked' },
    warn: { 'zh-CN': '仅提示', en: 'warns' },
    gate: { 'zh-CN': '计入达标', en: 'decides' },
  },
  oneStage: { 'zh-CN': '同一项目每校只计一个学段', en: 'A school counts in one stage of a sport only' },
  vocational: { 'zh-CN': '中等职业学校计作高中', en: 'Vocational schools count as senior schools' },
  livingWindow: { 'zh-CN': '活跃口径：回看教学日（天）', en: 'Living: school days looked back upon' },
  livingDays: { 'zh-CN': '活跃口径：至少有记录（天）', en: 'Living: days with the sport in the log' },
  source: { 'zh-CN': '依据', en: 'Source' },
  yes: { 'zh-CN': '是', en: 'yes' },
  no: { 'zh-CN': '否', en: 'no' },
  save: { 'zh-CN': '提交', en: 'Submit' },
  saved: { 'zh-CN': '新版本已保存', en: 'The version is saved' },
  refusal: {
    'not-allowed': { 'zh-CN': '规则由市教育局制定', en: 'Rules are made by the city' },
    'unit-unknown': { 'zh-CN': '没有这个单位', en: 'There is no such unit' },
    'date-taken': { 'zh-CN': '该日期已有一个版本', en: 'A version begins on that day already' },
    'ends-before-start': { 'zh-CN': '终止日期早于起始日期', en: 'The last day comes before the first' },
    'more-days-than-window': {
      'zh-CN': '有记录的天数不能多于回看的教学日',
      en: 'There cannot be more days with a log than days looked back upon',
    },
    'city-needs-rule': {
      'zh-CN': '全市规则不能终止，请改为新增版本',
      en: 'The city always has a rule; add another version instead',
    },
  } satisfies Record<RuleRefusal, Message>,
} as const
