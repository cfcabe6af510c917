import { plainColumn } from '#app/spreadsheet/plain-column.ts'
import { defineSheet } from '#app/spreadsheet/sheet.ts'
import { personalDataText } from './personal-data.text.ts'

/** All that is kept of one person, to be read and taken along, not imported. */
export const personExportSheet = defineSheet({
  name: 'personal-data',
  version: 1,
  title: personalDataText.sheetTitle,
  columns: {
    part: plainColumn('类别', 'Part', '资料', 12),
    item: plainColumn('项目', 'Item', '姓名', 22),
    value: plainColumn('内容', 'Value', '王海燕', 60),
  },
})
