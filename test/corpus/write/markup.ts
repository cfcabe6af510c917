import { type Content, isFormatted, type Paper, shown } from '../paper.ts'
import { utf8 } from './text.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The page that old office systems save under the ending .xls: merged areas are rowspan and colspan. */
export function html(papers: readonly Paper[]): Uint8Array {
  const { rows, merges } = papers[0]!
  const width = Math.max(...rows.map(cells => cells.length))
  const lines = rows.map((cells, row) => {
    const inner = Array.from({ length: width }, (_, column) => {
      const merge = merges.find(([t, l, b, r]) => row >= t && row <= b && column >= l && column <= r)
      if (merge && (merge[0] !== row || merge[1] !== column)) return ''
      const span = merge ? ` rowspan="${merge[2] - merge[0] + 1}" colspan="${merge[3] - merge[1] + 1}"` : ''
      return `<td${span}>${escaped(shown(cells[column] ?? null)).replaceAll('\n', '<br>')}</td>`
    })
    return `<tr>${inner.join('')}</tr>`
  })
  return utf8(
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table border="1">\n${lines.join('\n')}\n</table></body></html>`,
  )
}

/** Excel's XML of 2003. */
export function xml2003(papers: readonly Paper[]): Uint8Array {
  const formats = new Map<string, string>()
  const styleOf = (format: string) => {
    const known = formats.get(format) ?? `s${formats.size + 1}`
    formats.set(format, known)
    return known
  }
  const sheets = papers.map(sheet => sheetXml(sheet, styleOf)).join('\n')
  const styles = [...formats].map(
    ([format, id]) => `<Style ss:ID="${id}"><NumberFormat ss:Format="${escaped(format)}"/></Style>`,
  )
  return utf8(`<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles>${styles.join('')}</Styles>
${sheets}
</Workbook>`)
}

function sheetXml(sheet: Paper, styleOf: (format: string) => string): string {
  const rows = sheet.rows.map((contents, row) => {
    const cells = contents.map((content, column) => {
      const merge = sheet.merges.find(([t, l, b, r]) => row >= t && row <= b && column >= l && column <= r)
      if (merge && (merge[0] !== row || merge[1] !== column)) return ''
      const span = merge
        ? ` ss:MergeDown="${merge[2] - merge[0]}" ss:MergeAcross="${merge[3] - merge[1]}"`
        : ''
      if (content === null && !merge) return ''
      const style = isFormatted(content) ? ` ss:StyleID="${styleOf(content.format)}"` : ''
      return `<Cell ss:Index="${column + 1}"${span}${style}>${dataXml(content)}</Cell>`
    })
    const hidden = sheet.hiddenRows.includes(row) ? ' ss:Hidden="1"' : ''
    return `<Row ss:Index="${row + 1}"${hidden}>${cells.join('')}</Row>`
  })
  const options =
    sheet.state === 'visible'
      ? ''
      : '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
  return `<Worksheet ss:Name="${escaped(sheet.name)}"><Table>\n${rows.join('\n')}\n</Table>${options}</Worksheet>`
}

function dataXml(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'string')
    return `<Data ss:Type="String">${escaped(content).replaceAll('\n', '&#10;')}</Data>`
  if (typeof content === 'number') return `<Data ss:Type="Number">${content}</Data>`
  if (isFormatted(content)) return numberXml(content)
  if ('error' in content) return `<Data ss:Type="Error">${content.error}</Data>`
  return `<Data ss:Type="Number">${content.result}</Data>`
}

/** Excel writes its dates as instants without a zone; a time alone lies on the eve of 1900, its day 0. */
function numberXml({ number, format }: { number: number; format: string }): string {
  if (!/[ymdh]/.test(format)) return `<Data ss:Type="Number">${number}</Data>`
  const days = number < 61 ? number + 1 : number
  const instant = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString().replace('Z', '')
  return `<Data ss:Type="DateTime">${instant}</Data>`
}
