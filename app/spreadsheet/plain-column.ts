import { readText } from './cells/text.ts'
import { textCell } from './cells-to-write.ts'
import type { Cell } from './grid.ts'
import { optional } from './sheet.ts'

/** A column of plain text that may be empty, for sheets that are written to be read. */
export function plainColumn(zh: string, en: string, example: string, width: number) {
  return optional({
    header: { 'zh-CN': zh, en },
    cell: (cell: Cell | undefined) => readText(cell),
    write: textCell,
    example,
    width,
  })
}
