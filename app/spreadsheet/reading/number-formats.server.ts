import { attributesOf, insideOf, tagsOf } from './xml.server.ts'

/**
 * The number formats that a workbook names by number only (ECMA-376 part 1, 18.8.30, with the formats of the
 * language zh-cn): a date written as format 31 must not come out as a plain number.
 */
export const builtInFormats: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The number format of each cell style (the index a cell names), from styles.xml. */
export function readCellFormats(xml: string): string[] {
  const own = new Map<number, string>()
  for (const tag of tagsOf(insideOf(xml, 'numFmts'), 'numFmt')) {
    const { numFmtId, formatCode } = attributesOf(tag)
    if (formatCode !== undefined) own.set(Number(numFmtId), formatCode)
  }
  return tagsOf(insideOf(xml, 'cellXfs'), 'xf').map(tag => {
    const id = Number(attributesOf(tag).numFmtId ?? 0)
    return own.get(id) ?? builtInFormats[id] ?? 'General'
  })
}
