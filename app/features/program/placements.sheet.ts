import {
  documentColumn,
  firstDayColumn,
  lastDayColumn,
  schoolColumn,
  stageColumn,
} from '#app/features/schools/shared-columns.ts'
import { sportColumn } from '#app/features/sports/sport-column.ts'
import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'

const roleNames = { leader: '牵头', member: '成员' } as const

/** Which school places which sport for which stage, since when and until when: one row a placement. */
export const placementsSheet = defineSheet({
  name: 'placements',
  version: 1,
  title: { 'zh-CN': '5621 布点', en: '5621 placements' },
  prefilled: ['code'],
  columns: {
    code: required(schoolColumn),
    sport: required(sportColumn),
    stage: required(stageColumn),
    role: optional({
      header: { 'zh-CN': '角色', en: 'Role' },
      aliases: ['共同体角色', '身份'],
      cell: (cell: Cell | undefined) =>
        readChoice<'leader' | 'member'>(cell, [
          { value: 'leader', names: ['牵头', '牵头学校', '龙头', '龙头学校', 'leader'] },
          { value: 'member', names: ['成员', '成员学校', 'member'] },
        ]),
      write: (role: 'leader' | 'member') => textCell(roleNames[role]),
      example: 'member',
      width: 8,
      choices: Object.values(roleNames),
      hint: { 'zh-CN': '空白即成员', en: 'Empty: member' },
    }),
    validFrom: required({ ...firstDayColumn, aliases: [...firstDayColumn.aliases, '布点日期'] }),
    validTo: optional({
      ...lastDayColumn,
      hint: {
        'zh-CN': '布点有效的最后一天；空白即长期',
        en: 'The last day on which it holds; empty: it goes on',
      },
    }),
    document: optional(documentColumn),
  },
})

export type PlacementRecord = RowOf<typeof placementsSheet>
