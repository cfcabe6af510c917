import { kindNames } from '#app/features/activity/activity.text.ts'
import { readSchoolCode } from '#app/spreadsheet/cells/code.ts'
import { readCount } from '#app/spreadsheet/cells/count.ts'
import { type ActivityKind, activityKinds, readKind } from '#app/spreadsheet/cells/kind.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { dayCell, numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'

const text = (cell: Cell | undefined) => readText(cell)
const count = (cell: Cell | undefined) => readCount(cell, {})

/**
 * The log of activities as templates and exports write it, one row an activity. Uploads of it are read by the activity
 * feature, which also takes the many layouts that schools make themselves.
 */
export const activityLogSheet = defineSheet({
  name: 'activity-log',
  version: 1,
  title: { 'zh-CN': '体育活动台账', en: 'Activity log' },
  prefilled: ['code', 'date', 'grade', 'className', 'kind'],
  columns: {
    code: optional({
      header: { 'zh-CN': '学校标识码', en: 'School code' },
      cell: readSchoolCode,
      write: textCell,
      example: '2132000001',
      width: 14,
      hint: { 'zh-CN': '由本校账号上传时可不填', en: 'May stay empty when the school uploads it' },
    }),
    date: required({
      header: { 'zh-CN': '日期', en: 'Date' },
      cell: text,
      write: dayCell,
      example: '2025-09-01',
      width: 12,
    }),
    grade: optional({
      header: { 'zh-CN': '年级', en: 'Grade' },
      cell: text,
      write: textCell,
      example: '三年级',
      width: 9,
    }),
    className: required({
      header: { 'zh-CN': '班级', en: 'Class' },
      cell: text,
      write: textCell,
      example: '三(2)班',
      width: 11,
    }),
    kind: required({
      header: { 'zh-CN': '活动类型', en: 'Kind' },
      cell: cell => readKind(cell),
      write: (kind: ActivityKind) => textCell(kindNames[kind]['zh-CN']),
      example: 'PE_LESSON',
      width: 16,
      choices: activityKinds.map(kind => kindNames[kind]['zh-CN']),
    }),
    sport: optional({
      header: { 'zh-CN': '项目', en: 'Sport' },
      cell: text,
      write: textCell,
      example: '足球',
      width: 10,
    }),
    startsAt: optional({
      header: { 'zh-CN': '开始时间', en: 'Starts at' },
      cell: text,
      write: textCell,
      example: '09:20',
      width: 10,
      hint: { 'zh-CN': '24 小时制，如 09:20', en: '24-hour clock, such as 09:20' },
    }),
    minutes: required({
      header: { 'zh-CN': '时长(分钟)', en: 'Minutes' },
      cell: count,
      write: (minutes: number) => numberCell(minutes),
      example: 40,
      width: 11,
      hint: {
        'zh-CN': '只填分钟数；没有活动填 0，未统计留空',
        en: 'Minutes; 0 for none, empty for not known',
      },
    }),
    participants: optional({
      header: { 'zh-CN': '参与人数', en: 'Participants' },
      cell: count,
      write: (people: number) => numberCell(people),
      example: 45,
      width: 9,
    }),
    teacher: optional({
      header: { 'zh-CN': '指导教师', en: 'Teacher' },
      cell: text,
      write: textCell,
      example: '王老师',
      width: 12,
    }),
    note: optional({
      header: { 'zh-CN': '备注', en: 'Note' },
      cell: text,
      write: textCell,
      example: '因雨改在室内',
      width: 20,
    }),
  },
})

export type ActivityRecord = RowOf<typeof activityLogSheet>
