import { readText } from '#app/spreadsheet/cells/text.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional } from '#app/spreadsheet/sheet.ts'
import { personalDataText } from './personal-data.text.ts'

const text = (zh: string, en: string, example: string, width: number) =>
  optional({
    header: { 'zh-CN': zh, en },
    cell: (cell: Cell | undefined) => readText(cell),
    write: textCell,
    example,
    width,
  })

/** All that is kept of one person, to be read and taken along, not imported. */
export const personExportSheet = defineSheet({
  name: 'personal-data',
  version: 1,
  title: personalDataText.sheetTitle,
  columns: {
    part: text('类别', 'Part', '资料', 12),
    item: text('项目', 'Item', '姓名', 22),
    value: text('内容', 'Value', '王海燕', 60),
  },
})
