import { readUnit, type UnitRef } from '#app/features/schools/registry-cells.ts'
import { firstDayColumn, lastDayColumn, schoolColumn } from '#app/features/schools/shared-columns.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import { nameColumn, namesakeColumn, reasonColumn, stagesColumn } from './coaches.sheet.ts'
import { type RosterContext, readSport, readTimes, readWhole, type SportRef } from './roster-cells.ts'
import { type WeeklyTime, writeWeeklyTimes } from './weekly-time.rule.ts'

/** Where coaches work, in which sport, for whom and when: one row a placement. */
export const coachPlacementsSheet = defineSheet({
  name: 'coach-placements',
  version: 1,
  title: { 'zh-CN': '教练员安排', en: 'Placements of coaches' },
  prefilled: ['code'],
  columns: {
    code: required({ ...schoolColumn, hint: { 'zh-CN': '上课的学校', en: 'The school of the work' } }),
    name: required(nameColumn),
    homeCode: optional({
      ...schoolColumn,
      header: { 'zh-CN': '所属学校标识码', en: 'Home school code' },
      inWords: ['人员所属学校', '所属学校', '所属学校名称'],
      hint: { 'zh-CN': '空白即上课的学校', en: 'Empty: the school of the work' },
    }),
    homeUnit: optional({
      header: { 'zh-CN': '统筹单位', en: 'Pooled by' },
      aliases: ['所属单位', '聘用单位'],
      cell: (cell: Cell | undefined, context: RosterContext) => readUnit(cell, context),
      write: (unit: UnitRef) => textCell(unit.name),
      example: { code: '320722', name: '东海县' },
      width: 14,
      hint: { 'zh-CN': '单位统筹的教练员必填', en: 'Needed for a pooled coach' },
    }),
    namesake: optional(namesakeColumn),
    sport: required({
      header: { 'zh-CN': '项目', en: 'Sport' },
      aliases: ['运动项目', '执教项目'],
      cell: (cell: Cell | undefined, context: RosterContext) => readSport(cell, context),
      write: (sport: SportRef) => textCell(sport.name),
      example: { code: 'football', name: '足球' },
      width: 12,
    }),
    stages: required({
      ...stagesColumn,
      hint: { 'zh-CN': '多个用顿号隔开', en: 'Several are parted by 、' },
    }),
    hours: required({
      header: { 'zh-CN': '周课时', en: 'Hours a week' },
      aliases: ['每周课时'],
      cell: (cell: Cell | undefined) => readWhole(cell, { least: 1, most: 40 }),
      write: numberCell,
      example: 4,
      width: 8,
    }),
    times: optional({
      header: { 'zh-CN': '上课时间', en: 'Weekly times' },
      aliases: ['训练时间', '授课时间'],
      cell: readTimes,
      write: (times: WeeklyTime[]) => (times.length === 0 ? undefined : textCell(writeWeeklyTimes(times))),
      example: [{ weekday: 2, startsAt: '16:00', endsAt: '17:30' }],
      width: 26,
      hint: {
        'zh-CN': '如 周二 16:00-17:30、周四 16:00-17:30',
        en: 'Such as 周二 16:00-17:30、周四 16:00-17:30',
      },
    }),
    validFrom: required(firstDayColumn),
    validTo: optional({
      ...lastDayColumn,
      hint: { 'zh-CN': '最后一天；空白即合同期满', en: 'The last day; empty: that of the contract' },
    }),
    reason: optional(reasonColumn),
    note: optional({
      header: { 'zh-CN': '备注', en: 'Note' },
      aliases: ['说明'],
      cell: (cell: Cell | undefined) => readText(cell, 400),
      write: textCell,
      example: '校队训练',
      width: 20,
    }),
  },
})

export type CoachPlacementRecord = RowOf<typeof coachPlacementsSheet>
