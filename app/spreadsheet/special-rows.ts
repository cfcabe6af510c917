import type { Cell } from './grid.ts'
import { isBlankCell, plainTexts, withoutBlanks } from './plain-text.ts'

type Row = readonly (Cell | undefined)[]

/** Only the first cells of a row say what the row is; a total may stand behind 序号 and a merged 年级. */
const tellingCells = 4

const subtotal = /^(小计|本[页班周月]合计|.{1,12}小计)$/
const total =
  /^(合计|总计|累计|共计|平均.{0,4}|.{1,6}平均|均值|最[大小高低](值|时长)?|合计\(.*\)|.{0,6}合计)$/
const footer =
  /^(填表|制表|审核|填报(人|单位|日期|时间)|说明:?|备注:|注:|注\d|校长|联系|负责人:|班主任签|签字|签名|盖章|统计人|经办人|打印)/
const example = /^(示例|样例|例|范例|填写示例|example)([:)\]】].*|\d*)$/i
const above = /^(同上|同前|同上行|ditto|〃|〞|"{1,2}|'{1,2}|′′|“|”|“”|””)$/

export function isBlankRow(row: Row): boolean {
  return row.every(isBlankCell)
}

/** Whether the row is a 小计, after which the table goes on. */
export function isSubtotalRow(row: Row): boolean {
  return tellingTexts(row).some(text => subtotal.test(text))
}

/** Whether the row is a 合计, 总计, 累计 or 平均, which usually ends the table. */
export function isTotalRow(row: Row): boolean {
  return tellingTexts(row).some(text => total.test(text) && !subtotal.test(text))
}

/** Whether the row is a line for signatures or a note below the table: 填表人：…, 填表说明：…, 备注：…. */
export function isFooterRow(row: Row): boolean {
  return footer.test(tellingTexts(row)[0] ?? '')
}

/** Whether the row shows how to fill in: 示例, 例：…. */
export function isExampleRow(row: Row): boolean {
  return tellingTexts(row)
    .slice(0, 2)
    .some(text => example.test(text))
}

/** Whether the cell repeats the one above: 同上, 〃 and the like. */
export function meansSameAsAbove(cell: Cell | undefined): boolean {
  return cell?.type === 'text' && above.test(withoutBlanks(cell.text))
}

function tellingTexts(row: Row): string[] {
  return plainTexts(row)
    .filter(text => text !== '')
    .slice(0, tellingCells)
}
