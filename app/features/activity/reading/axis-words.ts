import type { Cell } from '#app/spreadsheet/grid.ts'

/** What a header cell places the minutes below it on; told by its shape, read elsewhere. */
export type Axis = 'weekday' | 'date' | 'class' | 'grade' | 'week' | 'half-day'

const numeral = '[一二三四五六七八九十\\d]'
const stage = '(小学|初中|高中|初|高|小)?'

const shapes: [Axis, RegExp][] = [
  ['half-day', /^(上|下)午$/],
  ['weekday', /^\(?(星期|周|礼拜)[一二三四五六日天末1-7]\)?$/],
  ['week', new RegExp(`^第${numeral}{1,3}周(\\(.*\\))?$`)],
  ['date', /^(20\d\d)?[年.\-/]?\d{1,2}[月.\-/]\d{1,2}[日号]?(\(?(星期|周)[一二三四五六日天]\)?)?$/],
  ['date', /^\d{1,2}[日号](\(?(星期|周)[一二三四五六日天]\)?)?$/],
  [
    'date',
    /^[二〇零○一二三四五六七八九十]{0,4}年?[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]/,
  ],
  ['date', /^(星期|周)[一二三四五六日天]\(?\d{1,2}[月.\-/]\d{1,2}[日号]?\)?$/],
  ['date', /^20\d{2}[01]\d[0-3]\d$/],
  [
    'class',
    new RegExp(
      `^${stage}\\(?${numeral}{1,3}\\)?(年级|年|级)?[(\\[〈<·.\\-]?${numeral}{1,3}[)\\]〉>]?(班|中队)?$`,
    ),
  ],
  ['class', /^(?!.*(兴趣|特长|提高|培训|托管))[^:]{1,12}(班|中队)$/],
  ['class', /^20\d\d级?\(?\d{1,2}\)?班?$/],
  ['class', new RegExp(`^\\(?${numeral}{1,2}\\)?班$`)],
  ['grade', new RegExp(`^${stage}(${numeral}{1,2}|[低中高])年级$`)],
  ['grade', /^(初|高|小)[一二三四五六1-6]$/],
  ['grade', /^(小|初|高)?(20)?\d\d级$/],
  ['grade', /^(全校|全体学生|各年级|各班级?|所有班级)$/],
]

/** The axis that a header cell belongs to; null for words and numbers that name none. */
export function axisOf(text: string, cell: Cell | undefined): Axis | null {
  if (cell?.type === 'number') return isDateFormat(cell.format) && cell.value > 20_000 ? 'date' : null
  if (/^\d{1,7}$/.test(text)) return null
  return shapes.find(([, shape]) => shape.test(text))?.[0] ?? null
}

function isDateFormat(format: string): boolean {
  return /[ymd年月日]/i.test(
    format.replace(/"[^"]*"|\[[^\]]*\]/g, match => (/[年月日]/.test(match) ? '年' : '')),
  )
}
