import { firstDayColumn, lastDayColumn, schoolColumn } from '#app/features/schools/shared-columns.ts'
import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import { type Cell, rawOf } from '#app/spreadsheet/grid.ts'
import { accept, blank, type Reading } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import { type ExemptionReason, exemptionReasons } from './exemption.rule.ts'
import { reasonWords } from './exemption.text.ts'

/** Further words under which schools give a reason. */
const otherReasonNames: Partial<Record<ExemptionReason, string[]>> = {
  RAIN_SNOW: ['下雨', '雨天', '大雨', '暴雨', '下雪', '雪天', '大雪', '雨雪天气'],
  POLLUTION: ['雾霾', '重污染', '重污染天气', '大气污染'],
  HEAT: ['高温天气', '酷热'],
  COLD: ['低温', '严寒', '低温天气'],
  TYPHOON: ['台风天气'],
  EPIDEMIC: ['传染病', '流感', '疫情防控'],
  EXAM: ['期中考试', '期末考试', '中考', '高考', '月考'],
  VENUE_WORKS: ['施工', '操场施工', '场地维修', '操场维修'],
  EVENT: ['活动', '校庆', '研学', '春游', '秋游'],
  OTHER: ['其它'],
}

function readReason(cell: Cell | undefined): Reading<ExemptionReason> {
  return readChoice(
    cell,
    exemptionReasons.map(reason => ({
      value: reason,
      names: [reasonWords[reason]['zh-CN'], reason, ...(otherReasonNames[reason] ?? [])],
    })),
  )
}

/** Kept as it stands: which class is meant depends on the row's school and day. */
function asItStands(cell: Cell | undefined): Reading<Cell> {
  return cell === undefined || rawOf(cell).trim() === '' ? blank : accept(cell)
}

/** Days on which classes are excused from the daily hour: one row a class, a grade or a whole school. */
export const exemptionsSheet = defineSheet({
  name: 'exemptions',
  version: 1,
  title: { 'zh-CN': '豁免', en: 'Exemptions' },
  prefilled: ['code'],
  columns: {
    code: optional({
      ...schoolColumn,
      hint: { 'zh-CN': '由本校账号上传时可不填', en: 'May stay empty when the school uploads it' },
    }),
    grade: optional({
      header: { 'zh-CN': '年级', en: 'Grade' },
      cell: asItStands,
      write: (cell: Cell) => cell,
      example: { type: 'text', text: '三年级' },
      width: 9,
      hint: { 'zh-CN': '空白为全校', en: 'Empty: the whole school' },
    }),
    className: optional({
      header: { 'zh-CN': '班级', en: 'Class' },
      cell: asItStands,
      write: (cell: Cell) => cell,
      example: { type: 'text', text: '三(2)班' },
      width: 11,
      hint: { 'zh-CN': '每行一个班级；空白为整个年级', en: 'One class a row; empty: the whole grade' },
    }),
    firstDay: required({ ...firstDayColumn, example: '2025-09-22' }),
    lastDay: required({ ...lastDayColumn, example: '2025-09-23' }),
    reason: required({
      header: { 'zh-CN': '原因', en: 'Reason' },
      aliases: ['豁免原因', '免计原因', '事由'],
      cell: readReason,
      write: (reason: ExemptionReason) => textCell(reasonWords[reason]['zh-CN']),
      example: 'TYPHOON',
      width: 12,
      choices: exemptionReasons.map(reason => reasonWords[reason]['zh-CN']),
    }),
    note: optional({
      header: { 'zh-CN': '说明', en: 'Note' },
      aliases: ['备注'],
      cell: (cell: Cell | undefined) => readText(cell, 400),
      write: textCell,
      example: '台风红色预警，全市停课',
      width: 30,
      hint: { 'zh-CN': '原因为“其他”时必填', en: 'Needed when the reason is "other"' },
    }),
  },
})

export type ExemptionRecord = RowOf<typeof exemptionsSheet>
