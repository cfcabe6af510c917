import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { engagements } from '#app/features/coaching/grades.rule.ts'
import { readUnit, type UnitRef } from '#app/features/schools/registry-cells.ts'
import { stageWords } from '#app/features/schools/schools.text.ts'
import { firstDayColumn, lastDayColumn, schoolColumn } from '#app/features/schools/shared-columns.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import type { AthleteGrade, Engagement, InstructorKind, Stage } from '#db/tables.ts'
import { kindWords } from './instructors.text.ts'
import {
  type RosterContext,
  readEngagement,
  readGender,
  readGrades,
  readKind,
  readSports,
  readStages,
  readWhole,
  readYesNo,
  type SportRef,
} from './roster-cells.ts'

const gradeName = (grade: AthleteGrade) => (grade === '' ? '无' : coachingText.grade[grade]['zh-CN'])

/** 姓名 and 同名序号, as both sheets about instructors have them. */
export const nameColumn = {
  header: { 'zh-CN': '姓名', en: 'Name' },
  aliases: ['教练员姓名', '教师姓名', '指导员姓名'],
  cell: (cell: Cell | undefined) => readText(cell, 60),
  write: textCell,
  example: '王海燕',
  width: 10,
}

export const namesakeColumn = {
  header: { 'zh-CN': '同名序号', en: 'Number among namesakes' },
  cell: (cell: Cell | undefined) => readWhole(cell, { least: 1, most: 99 }),
  write: (number: number) => (number === 1 ? undefined : numberCell(number)),
  example: 2,
  width: 9,
  hint: { 'zh-CN': '同一处有同名的人时，第二位填 2', en: 'Where two share a name, the second is 2' },
}

/** 学段, several in one cell. */
export const stagesColumn = {
  header: { 'zh-CN': '学段', en: 'Stages' },
  aliases: ['任教学段'],
  cell: readStages,
  write: (stages: Stage[]) =>
    stages.length === 0 ? undefined : textCell(stages.map(stage => stageWords[stage]['zh-CN']).join('、')),
  example: ['primary'] as Stage[],
  width: 12,
}

/** 终止原因, why something ended before its time. */
export const reasonColumn = {
  header: { 'zh-CN': '终止原因', en: 'Why it ended' },
  aliases: ['离任原因', '解聘原因'],
  cell: (cell: Cell | undefined) => readText(cell, 200),
  write: textCell,
  example: '合同期满',
  width: 16,
}

/** The register of coaches, PE teachers and social sports instructors: one row a contract, without personal numbers. */
export const coachesSheet = defineSheet({
  name: 'coaches',
  version: 1,
  title: { 'zh-CN': '教练员名册', en: 'Roster of coaches' },
  prefilled: ['code'],
  columns: {
    code: optional({
      ...schoolColumn,
      hint: { 'zh-CN': '所属学校；空白即单位统筹', en: 'The school; empty: pooled by the unit' },
    }),
    unit: optional({
      header: { 'zh-CN': '单位', en: 'Unit' },
      aliases: ['主管单位', '统筹单位', '聘用单位'],
      cell: (cell: Cell | undefined, context: RosterContext) => readUnit(cell, context),
      write: (unit: UnitRef) => textCell(unit.name),
      example: { code: '320722', name: '东海县' },
      width: 14,
      hint: { 'zh-CN': '没有学校标识码时必填', en: 'Needed without a school code' },
    }),
    name: required(nameColumn),
    namesake: optional(namesakeColumn),
    kind: required({
      header: { 'zh-CN': '类别', en: 'Kind' },
      aliases: ['人员类别', '岗位类别'],
      cell: readKind,
      write: (kind: InstructorKind) => textCell(kindWords[kind]['zh-CN']),
      example: 'COACH' as InstructorKind,
      width: 14,
      choices: Object.values(kindWords).map(word => word['zh-CN']),
    }),
    gender: optional({
      header: { 'zh-CN': '性别', en: 'Gender' },
      cell: readGender,
      write: (gender: 'F' | 'M') => textCell(gender === 'F' ? '女' : '男'),
      example: 'F' as 'F' | 'M',
      width: 6,
      choices: ['女', '男'],
    }),
    sports: required({
      header: { 'zh-CN': '项目', en: 'Sports' },
      aliases: ['运动项目', '体育项目', '执教项目', '任教项目'],
      cell: (cell: Cell | undefined, context: RosterContext) => readSports(cell, context),
      write: (sports: SportRef[]) => textCell(sports.map(one => one.name).join('、')),
      example: [{ code: 'football', name: '足球' }],
      width: 14,
      hint: { 'zh-CN': '多个用顿号隔开', en: 'Several are parted by 、' },
    }),
    stages: optional({
      ...stagesColumn,
      hint: { 'zh-CN': '空白即本校全部学段', en: 'Empty: every stage of the school' },
    }),
    title: optional({
      header: { 'zh-CN': '职称', en: 'Title' },
      aliases: ['职称或等级', '教练员职称', '教师职称', '指导员等级', '社会体育指导员等级'],
      cell: (cell: Cell | undefined) => readText(cell, 60),
      write: textCell,
      example: '中级教练',
      width: 14,
      hint: { 'zh-CN': '照证书填写，新旧名称都可', en: 'As on the paper, old or new names' },
    }),
    grades: optional({
      header: { 'zh-CN': '运动员等级', en: 'Athlete grade' },
      aliases: ['运动员技术等级', '技术等级'],
      cell: readGrades,
      write: (grades: AthleteGrade[]) =>
        grades.every(grade => grade === '') ? undefined : textCell(grades.map(gradeName).join('、')),
      example: ['LEVEL1'] as AthleteGrade[],
      width: 14,
      hint: {
        'zh-CN': '按项目顺序填写，没有的填 无，用顿号隔开',
        en: 'In the order of the sports, 无 for none, parted by 、',
      },
    }),
    retired: optional({
      header: { 'zh-CN': '退役运动员', en: 'Retired athlete' },
      aliases: ['是否退役运动员'],
      cell: readYesNo,
      write: (is: boolean) => textCell(is ? '是' : '否'),
      example: true,
      width: 10,
      choices: ['是', '否'],
    }),
    engagement: optional({
      header: { 'zh-CN': '用工方式', en: 'Engagement' },
      aliases: ['聘用方式', '用工形式', '专兼职'],
      cell: readEngagement,
      write: (engagement: Engagement) => textCell(coachingText.engagement[engagement]['zh-CN']),
      example: 'FULL_TIME_CONTRACT' as Engagement,
      width: 10,
      choices: engagements.map(one => coachingText.engagement[one]['zh-CN']),
      hint: { 'zh-CN': '教练员必填', en: 'Needed for a coach' },
    }),
    hours: optional({
      header: { 'zh-CN': '周课时', en: 'Hours a week' },
      aliases: ['合同周课时', '每周课时'],
      cell: (cell: Cell | undefined) => readWhole(cell, { least: 1, most: 40 }),
      write: numberCell,
      example: 12,
      width: 8,
      hint: { 'zh-CN': '教练员必填，1 至 40', en: 'Needed for a coach, 1 to 40' },
    }),
    validFrom: required({ ...firstDayColumn, aliases: [...firstDayColumn.aliases, '聘用日期', '到岗日期'] }),
    validTo: optional({
      ...lastDayColumn,
      hint: { 'zh-CN': '合同的最后一天；空白即长期', en: 'The last day of the contract; empty: it goes on' },
    }),
    reason: optional(reasonColumn),
  },
})

export type CoachRecord = RowOf<typeof coachesSheet>
