import { readCount } from '#app/spreadsheet/cells/count.ts'
import { readDecimal } from '#app/spreadsheet/cells/number.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { dayCell, numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import { type RegistryContext, readDay, readNames, readSchoolType, readUnit } from './registry-cells.ts'
import { findSchoolType, schoolTypes } from './school-type.rule.ts'
import { schoolCodeColumn } from './shared-columns.ts'

/** The school registry as a workbook: one row a school, as it is on the day of the export. */
export const schoolsSheet = defineSheet({
  name: 'schools',
  version: 1,
  title: { 'zh-CN': '学校名册', en: 'Schools' },
  columns: {
    code: required(schoolCodeColumn),
    name: required({
      header: { 'zh-CN': '学校名称', en: 'School' },
      aliases: ['学校', '校名', '学校全称', '单位名称'],
      cell: (cell: Cell | undefined) => readText(cell, 120),
      write: textCell,
      example: '东海县实验小学',
      width: 28,
      hint: { 'zh-CN': '与公章一致的全称', en: 'In full, as on the seal' },
    }),
    shortName: optional({
      header: { 'zh-CN': '简称', en: 'Short name' },
      aliases: ['学校简称'],
      cell: (cell: Cell | undefined) => readText(cell, 60),
      write: textCell,
      example: '实验小学',
      width: 14,
    }),
    formerNames: optional({
      header: { 'zh-CN': '曾用名', en: 'Former names' },
      aliases: ['别名', '原名'],
      cell: readNames,
      write: (names: string[]) => textCell(names.join('、')),
      example: ['东海县第一小学'],
      width: 20,
      hint: { 'zh-CN': '几个名称用“、”隔开', en: 'Several names are parted by a comma' },
    }),
    type: required({
      header: { 'zh-CN': '办学类型', en: 'Type' },
      aliases: ['学校类型', '学校类别', '办学类别'],
      cell: readSchoolType,
      write: (code: string) => textCell(findSchoolType(code)?.name ?? code),
      example: '211',
      width: 16,
      choices: schoolTypes.map(type => type.name),
    }),
    unit: required({
      header: { 'zh-CN': '主管单位', en: 'Administering unit' },
      aliases: ['县区', '县(市、区)', '区县', '所属县区', '所在区', '板块'],
      cell: (cell: Cell | undefined, context: RegistryContext) => readUnit(cell, context),
      write: unit => textCell(unit.name),
      example: { code: '320722', name: '东海县' },
      width: 16,
      hint: { 'zh-CN': '名称或代码', en: 'Name or code' },
    }),
    countsUnit: optional({
      header: { 'zh-CN': '计入单位', en: 'Counts to unit' },
      cell: (cell: Cell | undefined, context: RegistryContext) => readUnit(cell, context),
      write: unit => textCell(unit.name),
      example: { code: '320722', name: '东海县' },
      width: 16,
      hint: { 'zh-CN': '空白即主管单位', en: 'Empty: the administering unit' },
    }),
    pupils: optional({
      header: { 'zh-CN': '学生数', en: 'Pupils' },
      aliases: ['在校生数', '学生人数', '总人数'],
      cell: (cell: Cell | undefined) => readCount(cell, {}),
      isSummed: true,
      write: (count: number) => numberCell(count),
      example: 900,
      width: 9,
    }),
    address: optional({
      header: { 'zh-CN': '地址', en: 'Address' },
      aliases: ['学校地址', '详细地址'],
      cell: (cell: Cell | undefined) => readText(cell, 200),
      write: textCell,
      example: '牛山街道和平东路1号',
      width: 28,
    }),
    longitude: optional({
      header: { 'zh-CN': '经度', en: 'Longitude' },
      cell: (cell: Cell | undefined) => readDecimal(cell, { least: 73, most: 136 }),
      write: (value: number) => numberCell(value),
      example: 118.75,
      width: 10,
    }),
    latitude: optional({
      header: { 'zh-CN': '纬度', en: 'Latitude' },
      cell: (cell: Cell | undefined) => readDecimal(cell, { least: 3, most: 54 }),
      write: (value: number) => numberCell(value),
      example: 34.54,
      width: 10,
    }),
    openedOn: optional({
      header: { 'zh-CN': '成立日期', en: 'Founded on' },
      aliases: ['建校日期', '成立时间', '建校时间'],
      cell: (cell: Cell | undefined, context: RegistryContext) => readDay(cell, context),
      write: dayCell,
      example: '2000-09-01',
      width: 12,
    }),
    closedOn: optional({
      header: { 'zh-CN': '停办日期', en: 'Closed on' },
      aliases: ['撤并日期', '停办时间'],
      cell: (cell: Cell | undefined, context: RegistryContext) => readDay(cell, context),
      write: dayCell,
      example: '2030-07-01',
      width: 12,
      hint: { 'zh-CN': '不再开办的第一天', en: 'The first day on which it is no longer open' },
    }),
  },
})

export type SchoolRecord = RowOf<typeof schoolsSheet>
