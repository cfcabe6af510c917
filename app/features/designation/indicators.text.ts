import type { Message } from '#app/i18n/text.ts'
import type { SetRefusal } from './edit-indicators.server.ts'
import { type IndicatorFigure, type IndicatorKind, mostBonus, wholeScore } from './indicator.rule.ts'

export const kindWords = {
  score: { 'zh-CN': '评分', en: 'Points' },
  bonus: { 'zh-CN': '加分', en: 'Bonus' },
  veto: { 'zh-CN': '一票否决', en: 'Veto' },
} satisfies Record<IndicatorKind, Message>

export const figureWords = {
  '': { 'zh-CN': '查阅材料', en: 'Papers' },
  coaches: { 'zh-CN': '教练员名册', en: 'Register of coaches' },
  pe_lessons: { 'zh-CN': '体育课开课', en: 'PE lessons held' },
  daily_hour: { 'zh-CN': '每天一小时达标率', en: 'Daily hour rate' },
  participation: { 'zh-CN': '项目参与率', en: 'Participation in the sport' },
  team_days: { 'zh-CN': '运动队训练天数', en: 'Days of team training' },
  placements: { 'zh-CN': '5621 活跃布点', en: 'Living 5621 placements' },
} satisfies Record<IndicatorFigure, Message>

/** The words of the indicators. */
export const indicatorsText = {
  title: { 'zh-CN': '评价指标', en: 'Indicators' },
  answer: {
    'zh-CN': ({ version, sum, bonus }) => `第 ${version} 版：评分合计 ${sum}，加分最多 ${bonus}`,
    en: ({ version, sum, bonus }) => `Version ${version}: ${sum} points, bonus of at most ${bonus}`,
  } satisfies Message<{ version: number; sum: number; bonus: number }>,
  draft: { 'zh-CN': '草稿，尚未发布', en: 'Draft, not published yet' },
  published: {
    'zh-CN': ({ at, source }) => `${at} 发布 · ${source}`,
    en: ({ at, source }) => `Published ${at} · ${source}`,
  } satisfies Message<{ at: string; source: string }>,
  versions: { 'zh-CN': '版本', en: 'Versions' },
  version: { 'zh-CN': '版本', en: 'Version' },
  begin: { 'zh-CN': '起草新版本', en: 'Draft a new version' },
  publish: { 'zh-CN': '发布', en: 'Publish' },
  source: { 'zh-CN': '依据', en: 'Source' },
  edit: { 'zh-CN': '增改指标', en: 'Add or change an indicator' },
  code: { 'zh-CN': '代码', en: 'Code' },
  codeHint: { 'zh-CN': '如 B3；已有的代码即修改', en: 'Such as B3; a code that is there is changed' },
  indicator: { 'zh-CN': '指标', en: 'Indicator' },
  kind: { 'zh-CN': '类别', en: 'Kind' },
  most: { 'zh-CN': '满分', en: 'Points at most' },
  how: { 'zh-CN': '评分办法', en: 'How it is scored' },
  figure: { 'zh-CN': '数据来源', en: 'Filled from' },
  save: { 'zh-CN': '保存', en: 'Save' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  importExcel: { 'zh-CN': '导入 Excel', en: 'Import from Excel' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  refusal: {
    'not-allowed': { 'zh-CN': '由市级修改', en: 'The city changes them' },
    'draft-there': { 'zh-CN': '已有未发布的版本', en: 'There is a draft already' },
    'no-draft': {
      'zh-CN': '没有未发布的版本；已发布的不能修改',
      en: 'There is no draft; what is published stands',
    },
    'not-found': { 'zh-CN': '没有这个指标', en: 'There is no such indicator' },
    'source-missing': { 'zh-CN': '请填写依据', en: 'Please name the source' },
    'code-missing': { 'zh-CN': '请填写代码', en: 'Please give a code' },
    'code-malformed': {
      'zh-CN': '代码是一个字母加数字，如 B3',
      en: 'A code is a letter and a number, such as B3',
    },
    'title-missing': { 'zh-CN': '请填写指标', en: 'Please name the indicator' },
    'title-too-long': { 'zh-CN': '指标不超过 120 字', en: 'At most 120 characters' },
    'how-too-long': { 'zh-CN': '评分办法不超过 400 字', en: 'At most 400 characters' },
    'points-out-of-bounds': {
      'zh-CN': `满分是 1 至 ${wholeScore} 的整数`,
      en: `1 to ${wholeScore} whole points`,
    },
    'veto-has-points': { 'zh-CN': '一票否决项没有分值', en: 'A veto has no points' },
    'sum-not-whole': { 'zh-CN': `评分合计应为 ${wholeScore}`, en: `The points must make up ${wholeScore}` },
    'bonus-too-high': { 'zh-CN': `加分合计不超过 ${mostBonus}`, en: `The bonus is at most ${mostBonus}` },
  } satisfies Record<SetRefusal, Message>,
} as const
