import type { Board, Spot } from './board.ts'
import { filledColumns } from './board.ts'

/** One statement outside the table: a title, '填报单位：…', a section's heading. */
export interface TitleLine {
  /** Without blanks, in one form. */
  text: string
  spot: Spot
}

/** The statements of some rows; a label such as '班级：' is joined with the cell at its right. */
export function titleLines(board: Board, rows: number[]): TitleLine[] {
  return rows.flatMap(row => {
    const lines: TitleLine[] = []
    let label = ''
    let lastLabel: TitleLine | undefined
    for (const column of filledColumns(board, row)) {
      const text = label + board.textAt(row, column)
      label = /^[^:]{1,12}:$/.test(text) ? text : ''
      if (label === '') lines.push({ text, spot: { row, column } })
      else lastLabel = { text, spot: { row, column } }
    }
    if (label !== '' && lastLabel) lines.push(lastLabel)
    return lines
  })
}

const labels =
  '(填报单位|单位名称|学校名称|学校全称|学校|单位|班级|班别|年级|班主任|日期|活动日期|时间|统计时间|活动时间|周次|活动类型|类型|人数|填报日期|填报时间|填表日期|制表日期|填表人|填报人|审核人|指导教师|体育教师|任课教师|负责人|联系电话|校长)'

/** What stands behind a label in a line, up to the next label; undefined when the line has no such label. */
export function behindLabel(text: string, label: RegExp): string | undefined {
  const found = new RegExp(`(?:^|[^\\p{Script=Han}]|\\b)(?:${label.source})(?:\\([^()]*\\))?:`, 'u').exec(
    text,
  )
  if (!found) return undefined
  const rest = text.slice(found.index + found[0].length)
  const next = new RegExp(`${labels}(\\([^()]*\\))?:`).exec(rest)
  return next ? rest.slice(0, next.index) : rest
}
