import { type Message, plural } from '#app/i18n/text.ts'
import type { WhyNot } from './standing.rule.ts'

/** The words of the 5621 coverage. */
export const coverageText = {
  title: { 'zh-CN': '5621 覆盖', en: '5621 coverage' },
  fileNames: {
    figures: { 'zh-CN': '5621覆盖', en: '5621_coverage' },
    placements: { 'zh-CN': '5621布点明细', en: '5621_placements' },
  },
  wholeCity: { 'zh-CN': '全市', en: 'city' },
  reportTitle: { 'zh-CN': '青少年体育“5621”计划布局覆盖表', en: 'Youth sports "5621" programme: coverage' },
  cityAnswer: {
    'zh-CN': ({ met, obliged }) =>
      met === obliged ? `${obliged} 个单位全部达标` : `${obliged} 个单位中 ${met} 个达标`,
    en: ({ met, obliged }) =>
      met === obliged
        ? `All ${obliged} units meet the plan`
        : `${met} of ${obliged} units ${plural(met, 'meets', 'meet')} the plan`,
  } satisfies Message<{ met: number; obliged: number }>,
  unitAnswer: {
    'zh-CN': unit =>
      unit.met ? '已达标' : unit.gap === 0 ? '数量够，项目组合不符' : `还差 ${unit.gap} 个布点`,
    en: unit =>
      unit.met
        ? 'meets the plan'
        : unit.gap === 0
          ? 'has the numbers, but not the mix of sports'
          : `lacks ${unit.gap} ${plural(unit.gap, 'placement', 'placements')}`,
  } satisfies Message<{ met: boolean; gap: number }>,
  named: {
    'zh-CN': ({ name, verdict }) => `${name}${verdict}`,
    en: ({ name, verdict }) => `${name} ${verdict}`,
  } satisfies Message<{ name: string; verdict: string }>,
  sportAnswer: {
    'zh-CN': ({ sport, met, obliged }) => `${sport}：${obliged} 个单位中 ${met} 个达标`,
    en: ({ sport, met, obliged }) => `${sport}: met in ${met} of ${obliged} units`,
  } satisfies Message<{ sport: string; met: number; obliged: number }>,
  asOf: {
    'zh-CN': ({ asOf }) => `截至 ${asOf}`,
    en: ({ asOf }) => `As of ${asOf}`,
  } satisfies Message<{ asOf: string }>,
  rule: {
    'zh-CN': ({ sports, primary, junior, senior, source }) =>
      `规则：不少于 ${sports} 个项目，每个项目小学 ${primary} 所、初中 ${junior} 所、高中 ${senior} 所（${source}）`,
    en: ({ sports, primary, junior, senior, source }) =>
      `Rule: at least ${sports} sports, each at ${primary} primary, ${junior} junior and ${senior} senior schools (${source})`,
  } satisfies Message<{ sports: number; primary: number; junior: number; senior: number; source: string }>,
  ownRule: {
    'zh-CN': '本单位执行单独规则',
    en: 'This unit has a rule of its own',
  },
  ruleVersions: { 'zh-CN': '规则与版本', en: 'Rules and versions' },
  noRule: {
    'zh-CN': ({ asOf }) => `${asOf} 尚未实施 5621 计划，请选择更晚的日期`,
    en: ({ asOf }) => `The 5621 plan was not in force on ${asOf}; please choose a later day`,
  } satisfies Message<{ asOf: string }>,
  unitUnknown: {
    'zh-CN': ({ unit }) => `没有代码或名称为“${unit}”的单位`,
    en: ({ unit }) => `There is no unit with the code or name "${unit}"`,
  } satisfies Message<{ unit: string }>,
  chooseDay: { 'zh-CN': '截至日期', en: 'As of' },
  show: { 'zh-CN': '查看', en: 'Show' },
  excel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  addPlacement: { 'zh-CN': '新增布点', en: 'Add a placement' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  verdict: { 'zh-CN': '结论', en: 'Verdict' },
  sportsMet: { 'zh-CN': '达标项目（个）', en: 'Sports met' },
  gap: { 'zh-CN': '缺口（个）', en: 'Lacking' },
  met: { 'zh-CN': '达标', en: 'Met' },
  short: { 'zh-CN': '差', en: 'Short' },
  notMet: { 'zh-CN': '未达标', en: 'Not met' },
  none: { 'zh-CN': '未布点', en: 'None' },
  mixFails: { 'zh-CN': '组合不符', en: 'Mix not met' },
  lacks: {
    'zh-CN': ({ gap }) => `差 ${gap}`,
    en: ({ gap }) => `short ${gap}`,
  } satisfies Message<{ gap: number }>,
  unitsMetRow: { 'zh-CN': '达标单位（个）', en: 'Units that meet it' },
  stage: {
    primary: { 'zh-CN': '小学', en: 'Primary' },
    junior: { 'zh-CN': '初中', en: 'Junior' },
    senior: { 'zh-CN': '高中', en: 'Senior' },
  },
  stageShort: {
    primary: { 'zh-CN': '小', en: 'P' },
    junior: { 'zh-CN': '初', en: 'J' },
    senior: { 'zh-CN': '高', en: 'S' },
  },
  cellMeans: {
    'zh-CN': '单元格：小学、初中、高中的“现有/应有”校数，◆ 后为其中活跃的校数；点开可看每所学校。',
    en: 'Cells: primary, junior, senior schools as have/need, after ◆ those living; open one to see each school.',
  },
  othersTitle: { 'zh-CN': '未承担 5621 的单位', en: 'Units that do not carry the plan' },
  othersMean: {
    'zh-CN': '下列单位有布点，但不计入全市达标数。',
    en: 'These units have placements, which do not count to the city.',
  },
  haveNeed: {
    'zh-CN': ({ stage }) => `${stage}（现有/应有 ◆活跃，所）`,
    en: ({ stage }) => `${stage} (have/need ◆living)`,
  } satisfies Message<{ stage: string }>,
  bestTitle: { 'zh-CN': '最接近达标的项目', en: 'The sports closest to the plan' },
  bestMeans: {
    'zh-CN': '单位缺口按缺口最小的几个项目合计；未布点的项目按全部缺少计算。',
    en: 'The gap of the unit is summed over these sports; a sport without placements lacks all of them.',
  },
  unplaced: {
    'zh-CN': ({ count, each }) => `另需 ${count} 个尚未布点的项目，每个 ${each} 个布点`,
    en: ({ count, each }) =>
      `${count} more ${plural(count, 'sport', 'sports')} not begun, with ${each} placements each`,
  } satisfies Message<{ count: number; each: number }>,
  allSports: { 'zh-CN': '各项目布点', en: 'All sports' },
  schoolsTitle: { 'zh-CN': '学校与布点', en: 'Schools and their placements' },
  school: { 'zh-CN': '学校', en: 'School' },
  code: { 'zh-CN': '标识码', en: 'Code' },
  placements: { 'zh-CN': '布点', en: 'Placements' },
  noBase: {
    'zh-CN': '达标项目中没有基础大项（田径、游泳、快乐体操）',
    en: 'None of the sports met is a base discipline (athletics, swimming, happy gymnastics)',
  },
  noBall: { 'zh-CN': '达标项目中没有球类项目', en: 'None of the sports met is a ball sport' },
  mixWarns: {
    'zh-CN': '省定组合要求，仅作提示。',
    en: 'The province asks for this mix; here it only warns.',
  },
  mixGates: { 'zh-CN': '组合要求计入达标判定。', en: 'The mix decides whether the unit meets the plan.' },
  counts: { 'zh-CN': '计入', en: 'Counts' },
  countsTitle: { 'zh-CN': '计入的布点', en: 'Placements that count' },
  notCounting: { 'zh-CN': '未计入的布点', en: 'Placements that do not count' },
  nothingHere: { 'zh-CN': '这里还没有布点。', en: 'There is no placement here yet.' },
  why: { 'zh-CN': '原因', en: 'Why' },
  countsAs: {
    'zh-CN': ({ school }) => `计入 ${school}`,
    en: ({ school }) => `counts as ${school}`,
  } satisfies Message<{ school: string }>,
  whyNot: {
    'school-closed': { 'zh-CN': '学校当日未开办或已停办', en: 'The school was not open on the day' },
    'stage-not-run': { 'zh-CN': '学校当日不办该学段', en: 'The school did not run the stage on the day' },
    'type-not-counted': { 'zh-CN': '该办学类型不计入', en: 'Schools of this type do not count' },
    'vocational-not-counted': { 'zh-CN': '中等职业学校不计入', en: 'Vocational schools do not count' },
    'no-parent': { 'zh-CN': '教学点未登记所属学校', en: 'Its parent school is not on record' },
    'parent-closed': { 'zh-CN': '所属学校当日未开办', en: 'Its parent school was not open on the day' },
    'parent-elsewhere': { 'zh-CN': '所属学校计入其他单位', en: 'Its parent school counts to another unit' },
    'counted-already': { 'zh-CN': '同一学校已计入，不重复计', en: 'The same school is counted already' },
    'other-stage-counts': { 'zh-CN': '该校已在其他学段计入', en: 'The school counts in another stage' },
    ended: { 'zh-CN': '布点已终止', en: 'The placement has ended' },
    'not-yet': { 'zh-CN': '布点尚未开始', en: 'The placement has not begun' },
  } satisfies Record<WhyNot | 'ended' | 'not-yet', Message>,
  signatures: {
    'zh-CN': '填表人：　　　　　　审核人：　　　　　　（盖章）',
    en: 'Prepared by:          Checked by:          (seal)',
  },
  colon: { 'zh-CN': '：', en: ':' },
  semicolon: { 'zh-CN': '；', en: '; ' },
  total: { 'zh-CN': '合计', en: 'Total' },
} as const
