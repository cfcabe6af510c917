import { readSchool, type SchoolContext } from '#app/features/schools/school-column.ts'
import { schoolWordings } from '#app/features/schools/shared-columns.ts'
import { sportColumn } from '#app/features/sports/sport-column.ts'
import { type Option, readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readDecimal } from '#app/spreadsheet/cells/number.ts'
import { readStage } from '#app/spreadsheet/cells/stage.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { accept, type Reading, reject } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import type { AthleteGrade, Education, Engagement, SportResult, Stage } from '#db/tables.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import { athleteGrades, educations, engagements, sportResults } from '../coaching/grades.rule.ts'
import { bounds, type CertificateRule, certificateRules, longest } from './post.rule.ts'
import { certificateWords, stageWords } from './posts.text.ts'

const yes: Option<boolean>[] = [
  { value: true, names: ['是', '√', 'yes'] },
  { value: false, names: ['否', '×', 'no'] },
]

/** A column of '是' and '否'. */
function yesNo(header: { 'zh-CN': string; en: string }, hint: { 'zh-CN': string; en: string }) {
  return optional({
    header,
    cell: (cell: Cell | undefined) => readChoice(cell, yes),
    write: (isIt: boolean) => textCell(isIt ? '是' : '否'),
    example: false,
    width: 8,
    choices: ['是', '否'],
    hint,
  })
}

/** A column of one of a few values; '' is written as an empty cell and read from the words for "none". */
function choiceColumn<T extends string>(
  header: { 'zh-CN': string; en: string },
  values: readonly T[],
  words: Readonly<Record<T, { 'zh-CN': string; en: string }>>,
  example: T,
  more: Partial<Record<T, string[]>> = {},
) {
  const options = values.map(value => ({
    value,
    names: [
      words[value]['zh-CN'],
      ...(value === '' ? ['无', '不限', '不要求'] : [value]),
      ...(more[value] ?? []),
    ],
  }))
  return {
    header,
    cell: (cell: Cell | undefined) => readChoice<T>(cell, options),
    write: (value: T) => textCell(value === '' ? '' : words[value]['zh-CN']),
    example,
    width: 14,
    choices: values.filter(value => value !== '').map(value => words[value]['zh-CN']),
  }
}

function wholeColumn(
  header: { 'zh-CN': string; en: string },
  [least, most]: readonly [number, number],
  example: number,
) {
  return {
    header,
    cell: (cell: Cell | undefined) => readWhole(cell, { least, most }),
    write: (value: number) => numberCell(value),
    example,
    width: 9,
  }
}

function readWhole(cell: Cell | undefined, limits: { least: number; most: number }): Reading<number> {
  const reading = readDecimal(cell, limits)
  const isFraction = reading.reading === 'accept' && !Number.isInteger(reading.value)
  return isFraction ? reject('coach-post.not-whole') : reading
}

/** A pass mark of 0 to 100 with two decimals at most, kept × 100. */
function marksColumn(header: { 'zh-CN': string; en: string }, example: number) {
  return {
    header,
    cell: (cell: Cell | undefined) => readMarks(cell),
    write: (value: number) => numberCell(value / 100),
    example,
    width: 10,
  }
}

function readMarks(cell: Cell | undefined): Reading<number> {
  const reading = readDecimal(cell, { least: 0, most: 100 })
  if (reading.reading !== 'accept') return reading
  const hundredths = Math.round(reading.value * 100)
  return Math.abs(reading.value * 100 - hundredths) < 1e-6
    ? accept(hundredths)
    : reject('coach-post.two-decimals')
}

function textColumn(header: { 'zh-CN': string; en: string }, most: number, example: string, width: number) {
  return { header, cell: (cell: Cell | undefined) => readText(cell, most), write: textCell, example, width }
}

/** Several values in one cell, parted by 、 or commas, each read on its own: what is wrong with one is wrong with all. */
function readSeveral<T>(cell: Cell | undefined, read: (cell: Cell) => Reading<T>): Reading<T[]> {
  const text = cell?.type === 'text' ? cell.text : null
  const pieces = text === null ? [] : text.split(/[\s,，、;；/]+/).filter(piece => piece !== '')
  const readings = pieces.length > 0 ? pieces.map(piece => read({ type: 'text', text: piece })) : []
  if (cell === undefined || text === '') return { reading: 'blank' }
  const all = readings.length > 0 ? readings : [read(cell)]
  const wrong = all.find(one => one.reading === 'reject' || one.reading === 'ask' || one.reading === 'blank')
  if (wrong !== undefined)
    return wrong.reading === 'ask' ? reject(wrong.code, wrong.values) : (wrong as Reading<T[]>)
  const values = all.flatMap(one => ('value' in one ? [one.value] : []))
  const doubt = all.find(one => one.reading === 'warn')
  const unique = [...new Set(values)]
  return doubt?.reading === 'warn' ? { ...doubt, value: unique } : accept(unique)
}

const rowWords = {
  number: { 'zh-CN': '岗位编号', en: 'Number' },
  round: { 'zh-CN': '招聘批次', en: 'Round' },
} as const

/** Posts as drafts of a round: one row a post, known by its number, else by round, schools, sport and title. */
export const coachPostsSheet = defineSheet({
  name: 'coach-posts',
  version: 1,
  title: { 'zh-CN': '教练员岗位', en: 'Coach posts' },
  columns: {
    number: optional({
      ...textColumn(rowWords.number, 40, '2026-017', 12),
      aliases: ['编号'],
      hint: { 'zh-CN': '新岗位留空，由系统编号', en: 'Empty for a new post, which is numbered' },
    }),
    round: required({
      ...textColumn(rowWords.round, 120, '2026年公开招聘学校教练员', 26),
      aliases: ['批次'],
    }),
    schools: required({
      header: { 'zh-CN': '学校标识码', en: 'School codes' },
      aliases: ['学校代码', '标识码'],
      cell: (cell: Cell | undefined, context: SchoolContext) =>
        readSeveral(cell, part => readSchool(part, context)),
      write: (codes: string[]) => textCell(codes.join('、')),
      example: ['2132000001'],
      inWords: schoolWordings,
      width: 24,
      hint: {
        'zh-CN': '标识码或学校全称；统筹岗位可填多个，用顿号分开',
        en: 'Codes or full names; several with commas for a pooled post',
      },
    }),
    isPooled: yesNo(
      { 'zh-CN': '统筹岗位', en: 'Pooled' },
      { 'zh-CN': '空白：多所学校即统筹', en: 'Empty: pooled with several schools' },
    ),
    title: required({
      ...textColumn({ 'zh-CN': '岗位名称', en: 'Title' }, longest.title, '足球教练员', 16),
      aliases: ['岗位'],
    }),
    sport: required(sportColumn),
    stages: required({
      header: { 'zh-CN': '学段', en: 'Stages' },
      cell: (cell: Cell | undefined) => readSeveral<Stage>(cell, readStage),
      write: (stages: Stage[]) => textCell(stages.map(stage => stageWords[stage]['zh-CN']).join('、')),
      example: ['primary', 'junior'] as Stage[],
      width: 12,
      hint: { 'zh-CN': '可填多个，如 小学、初中', en: 'Several with commas' },
    }),
    engagement: required(
      choiceColumn<Engagement>(
        { 'zh-CN': '用工方式', en: 'Engagement' },
        engagements,
        coachingText.engagement,
        'FULL_TIME_ESTABLISHED',
        {
          FULL_TIME_ESTABLISHED: ['在编', '事业编'],
          FULL_TIME_CONTRACT: ['编外', '合同制'],
          INTERN: ['实习'],
        },
      ),
    ),
    hoursWeek: required(wholeColumn({ 'zh-CN': '每周小时', en: 'Hours a week' }, bounds.hoursWeek, 40)),
    quota: required({
      ...wholeColumn({ 'zh-CN': '招聘人数', en: 'Places' }, bounds.quota, 1),
      aliases: ['人数', '招聘名额'],
      isSummed: true,
    }),
    termMonths: optional(
      wholeColumn({ 'zh-CN': '合同期(月)', en: 'Contract (months)' }, bounds.termMonths, 36),
    ),
    probationMonths: required(wholeColumn({ 'zh-CN': '试用期(月)', en: 'Probation (months)' }, [0, 12], 12)),
    leastGrade: optional(
      choiceColumn<AthleteGrade>(
        { 'zh-CN': '最低运动员等级', en: 'Least grade' },
        athleteGrades,
        coachingText.grade,
        'LEVEL1',
        { LEVEL1: ['一级'], LEVEL2: ['二级'], LEVEL3: ['三级'], MASTER: ['健将'], INTL_MASTER: ['国际健将'] },
      ),
    ),
    resultInstead: optional(
      choiceColumn<SportResult>(
        { 'zh-CN': '可代替等级的成绩', en: 'Result instead' },
        sportResults,
        coachingText.result,
        'PROVINCIAL_TOP3',
      ),
    ),
    leastEducation: optional(
      choiceColumn<Education>(
        { 'zh-CN': '最低学历', en: 'Least education' },
        educations,
        coachingText.education,
        'COLLEGE',
        {
          COLLEGE: ['专科'],
          BACHELOR: ['大学本科'],
          MASTER: ['硕士'],
          DOCTOR: ['博士'],
          HIGH_SCHOOL: ['高中', '中专'],
        },
      ),
    ),
    mostAge: optional(wholeColumn({ 'zh-CN': '最大年龄', en: 'Most age' }, bounds.mostAge, 35)),
    certificate: optional(
      choiceColumn<CertificateRule>(
        { 'zh-CN': '教师资格证', en: 'Teacher certificate' },
        certificateRules,
        certificateWords,
        'WITHIN_PROBATION',
      ),
    ),
    leastExperience: optional(
      wholeColumn({ 'zh-CN': '最少从业年数', en: 'Least experience' }, bounds.leastExperience, 0),
    ),
    isReserved: yesNo(
      { 'zh-CN': '面向退役运动员', en: 'Reserved for retired athletes' },
      { 'zh-CN': '空白：否', en: 'Empty: no' },
    ),
    writtenWeight: required(wholeColumn({ 'zh-CN': '笔试占比(%)', en: 'Written (%)' }, [0, 100], 30)),
    skillWeight: required(wholeColumn({ 'zh-CN': '技能占比(%)', en: 'Skill (%)' }, [0, 100], 70)),
    writtenPass: optional(marksColumn({ 'zh-CN': '笔试合格线', en: 'Pass mark, written' }, 5000)),
    skillPass: optional(marksColumn({ 'zh-CN': '技能合格线', en: 'Pass mark, skill' }, 7000)),
    shortListRatio: optional(
      wholeColumn({ 'zh-CN': '每岗入围人数', en: 'Candidates a place' }, bounds.shortListRatio, 3),
    ),
    pay: optional(textColumn({ 'zh-CN': '待遇', en: 'Pay' }, longest.pay, '按事业单位标准执行', 20)),
    duties: optional(
      textColumn({ 'zh-CN': '岗位职责', en: 'The work' }, longest.duties, '承担校足球队训练和体育课教学', 30),
    ),
    contact: required(
      textColumn({ 'zh-CN': '咨询', en: 'Ask' }, longest.contact, '东海县教育局人事科 0518-87212345', 24),
    ),
  },
})

export type CoachPostRecord = RowOf<typeof coachPostsSheet>
