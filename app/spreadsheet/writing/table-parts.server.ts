import type { Cell } from '../grid.ts'
import { cellAddress } from '../grid.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The styles that a table needs, by the number under which a cell names them. */
export const style = {
  ...{ plain: 0, header: 1, text: 2, day: 3, share: 4, note: 5, moment: 6 },
  ...{ total: 7, totalShare: 8 },
} as const

/** The small parts of a workbook with one sheet, all but the sheet itself. */
export function fixedParts(sheetName: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/></numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="10"/><color rgb="FF5B6B7A"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCEEF0"/></patternFill></fill></fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF9AA5B1"/></bottom><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF9AA5B1"/></top><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf fontId="2" applyFont="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" borderId="2" applyFont="1" applyBorder="1"/><xf numFmtId="10" fontId="1" borderId="2" applyNumberFormat="1" applyFont="1" applyBorder="1"/></cellXfs></styleSheet>`,
  }
}

/** The sheet up to its first row: `headerRow` (from 1) and all above it stay in view, columns have their widths. */
export function sheetOpening(widths: readonly number[], headerRow: number): string {
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`
}

/**
 * The end of the sheet: the rows under the header, those of `lastRow` included, can be filtered and sorted. On paper
 * all columns stand beside each other, on as many pages as the rows need.
 */
export function sheetClosing(headerRow: number, columns: number, lastRow: number): string {
  const range = `A${headerRow}:${cellAddress(Math.max(lastRow, headerRow) - 1, columns - 1)}`
  return `</sheetData><autoFilter ref="${range}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

/** One row of cells, all in one style. */
export function rowXml(number: number, cells: readonly (Cell | undefined)[], styleNumber: number): string {
  const parts = cells.map((cell, column) =>
    cell === undefined ? '' : `<c r="${cellAddress(number - 1, column)}${cellXml(cell, styleNumber)}`,
  )
  return `<row r="${number}">${parts.join('')}</row>`
}

/** The row of totals; a share stays a share. */
export function totalsXml(number: number, cells: readonly (Cell | undefined)[]): string {
  const parts = cells.map((cell, column) => {
    const own = cell?.type === 'number' && cell.format.endsWith('%') ? style.totalShare : style.total
    return `<c r="${cellAddress(number - 1, column)}${cell === undefined ? `" s="${own}"/>` : cellXml(cell, own)}`
  })
  return `<row r="${number}">${parts.join('')}</row>`
}

/** A cell from after its address on: '" s="2" t="inlineStr"><is>…</c>'. The same value gives the same text in any row. */
export function cellXml(cell: Cell, styleNumber: number = styleOf(cell)): string {
  if (cell.type === 'number') return `" s="${styleNumber}"><v>${cell.value}</v></c>`
  if (cell.type === 'boolean') return `" s="${styleNumber}" t="b"><v>${cell.value ? 1 : 0}</v></c>`
  const space = /^\s|\s$|\n|\r/.test(cell.text) ? ' xml:space="preserve"' : ''
  return `" s="${styleNumber}" t="inlineStr"><is><t${space}>${escapeText(cell.text)}</t></is></c>`
}

function styleOf(cell: Cell): number {
  if (cell.type === 'text') return style.text
  if (cell.type !== 'number') return style.plain
  return styleOfFormat[cell.format] ?? style.plain
}

const styleOfFormat: Record<string, number> = {
  'yyyy-mm-dd': style.day,
  'yyyy-mm-dd hh:mm': style.moment,
  '0.00%': style.share,
}

/** Signs that XML cannot hold, and what would read as such an escape, are written as Excel writes them: _x0007_. */
export function escapeText(text: string): string {
  return escapeXml(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(
        /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
        sign => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      ),
  )
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`)
}
