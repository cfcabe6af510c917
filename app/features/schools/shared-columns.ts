import { readSchoolCode } from '#app/spreadsheet/cells/code.ts'
import { readStage, type Stage } from '#app/spreadsheet/cells/stage.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'

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

/** 学段, as every sheet about one stage of a school has it. */
export const stageColumn = {
  header: { 'zh-CN': '学段', en: 'Stage' },
  cell: readStage,
  write: (stage: Stage) => textCell(stageNames[stage]),
  example: 'primary' as Stage,
  width: 8,
  choices: Object.values(stageNames),
}
