import { readSchoolCode } from '#app/spreadsheet/cells/code.ts'
import { readDocumentNumber } from '#app/spreadsheet/cells/document-number.ts'
import { readStage, type Stage } from '#app/spreadsheet/cells/stage.ts'
import { dayCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { type DayContext, readDay } from './registry-cells.ts'
import { readSchool, type SchoolContext } from './school-column.ts'

const stageNames: Record<Stage, string> = { primary: '小学', junior: '初中', senior: '高中' }

/** 学校标识码, as every sheet about schools has it. */
export const schoolCodeColumn = {
  header: { 'zh-CN': '学校标识码', en: 'School code' },
  aliases: ['学校代码', '机构代码', '标识码', '学校（机构）标识码'],
  cell: readSchoolCode,
  write: textCell,
  example: '2132000001',
  width: 14,
  hint: { 'zh-CN': '10 位数字', en: 'Ten digits' },
}

/** Headers under which schools are named (domain.md 14.4). */
export const schoolWordings = [
  '学校',
  '学校名称',
  '校名',
  '单位',
  '单位名称',
  '填报单位',
  '学校(全称)',
  '学校全称',
  '学校(盖章)',
  '学校简称',
]

/** A school by its 标识码, or by any name that it goes by, in the same column or in one of its own. */
export const schoolColumn = {
  ...schoolCodeColumn,
  cell: (cell: Cell | undefined, context: SchoolContext) => readSchool(cell, context),
  offer: (code: string, { schoolCalled }: SchoolContext) => schoolCalled(code),
  inWords: schoolWordings,
  hint: { 'zh-CN': '10 位数字，或学校全称', en: 'Ten digits, or the full name of the school' },
}

/** 学段, as every sheet about one stage of a school has it. */
export const stageColumn = {
  header: { 'zh-CN': '学段', en: 'Stage' },
  cell: readStage,
  write: (stage: Stage) => textCell(stageNames[stage]),
  example: 'primary' as Stage,
  width: 8,
  choices: Object.values(stageNames),
}

const dayWords = {
  cell: (cell: Cell | undefined, context: DayContext) => readDay(cell, context),
  write: dayCell,
  width: 12,
}

/** 起始日期, the first day on which a row holds. */
export const firstDayColumn = {
  ...dayWords,
  header: { 'zh-CN': '起始日期', en: 'From' },
  aliases: ['开始日期'],
  example: '2024-09-01',
}

/** 终止日期, the last day on which a row holds. */
export const lastDayColumn = {
  ...dayWords,
  header: { 'zh-CN': '终止日期', en: 'Until' },
  aliases: ['结束日期', '截止日期'],
  example: '2027-08-31',
}

/** 文号, the document by which a row was decided. */
export const documentColumn = {
  header: { 'zh-CN': '文号', en: 'Document' },
  aliases: ['批准文号', '文件号', '发文字号'],
  cell: readDocumentNumber,
  write: textCell,
  example: '连教体〔2024〕12号',
  width: 20,
}
