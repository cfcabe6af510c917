import { type Locale, say } from '../../i18n/text.ts'
import { cellAddress, placeOfAddress } from '../grid.ts'
import { escapeText, escapeXml } from '../writing/table-parts.server.ts'
import { ownStyle, type Styles } from './mark-styles.ts'
import { marksText } from './marks.text.ts'
import type { MarkReport } from './marks.ts'
import { widthInCharacters } from './note-shapes.ts'

const widths = [16, 10, 16, 24, 12, 60, 30]
const wholeWidth = widths.reduce((sum, width) => sum + width) - 8

/** The XML of our own sheet: how the rows fared, what the colours mean and every problem with a link to its cell. */
export function reportXml(
  report: MarkReport,
  styles: Styles,
  { namespace, locale, isRebuilt }: { namespace: string; locale: Locale; isRebuilt: boolean },
): string {
  const rows: string[] = []
  const merges: string[] = []
  const links: string[] = []
  const put = (cells: readonly { text: string; style: number }[], height = '') => {
    const number = rows.length + 1
    const texts = cells.map(
      ({ text, style }, column) =>
        `<c r="${cellAddress(number - 1, column)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`,
    )
    rows.push(`<row r="${number}"${height}>${texts.join('')}</row>`)
    return number
  }
  const line = (text: string, style: number) => {
    // A merged cell does not grow with its text by itself.
    const lines = Math.ceil(widthInCharacters(text) / wholeWidth)
    const number = put([{ text, style }], lines > 1 ? ` ht="${15 * lines}" customHeight="1"` : '')
    merges.push(`<mergeCell ref="A${number}:${cellAddress(number - 1, widths.length - 1)}"/>`)
  }
  const wrapped = ownStyle(styles, {})
  const bold = ownStyle(styles, { font: 'bold' })
  const link = ownStyle(styles, { font: 'link' })

  line(say(locale, marksText.reportTitle), bold)
  for (const note of [...report.notes, ...(isRebuilt ? [report.rebuilt] : [])]) line(note, wrapped)
  for (const { mark, text } of report.legend) line(text, ownStyle(styles, { mark }))
  if (report.lines.length > 0) put(report.headers.map(text => ({ text, style: bold })))
  for (const { sheet, cell, mark, texts } of report.lines) {
    const isPlace = placeOfAddress(cell) !== null
    const number = put([
      { text: sheet, style: wrapped },
      { text: cell, style: isPlace ? link : wrapped },
      ...texts.map((text, at) => ({ text, style: at === 2 ? ownStyle(styles, { mark }) : wrapped })),
    ])
    const location = `'${sheet.replaceAll("'", "''")}'!${cell}`
    if (isPlace) links.push(`<hyperlink ref="B${number}" location="${escapeXml(location)}"/>`)
  }
  for (const note of report.footer) line(note, wrapped)

  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData><mergeCells count="${merges.length}">${merges.join('')}</mergeCells>${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}
