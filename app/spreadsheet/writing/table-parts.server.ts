import type { Cell } from '../grid.ts'
import { cellAddress } from '../grid.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The styles that a table needs, by the number under which a cell names them. */
export const style = { plain: 0, header: 1, text: 2, day: 3, share: 4, note: 5 } as const

/** The small parts of a workbook with one sheet, all but the sheet itself. */
export function fixedParts(sheetName: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="10"/><color rgb="FF5B6B7A"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCEEF0"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF9AA5B1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf fontId="2" applyFont="1"/></cellXfs></styleSheet>`,
  }
}

/** The sheet up to its first row: `headerRow` (from 1) and all above it stay in view, columns have their widths. */
export function sheetOpening(widths: readonly number[], headerRow: number): string {
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`
}

export function sheetClosing(headerRow: number, columns: number, lastRow: number): string {
  const range = `A${headerRow}:${cellAddress(Math.max(lastRow, headerRow) - 1, columns - 1)}`
  return `</sheetData><autoFilter ref="${range}"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`
}

/** One row of cells; `own` is a style for every cell instead of the one that its kind asks for. */
export function rowXml(number: number, cells: readonly (Cell | undefined)[], own?: number): string {
  const parts = cells.map((cell, column) =>
    cell === undefined ? '' : cellXml(cellAddress(number - 1, column), cell, own ?? styleOf(cell)),
  )
  return `<row r="${number}">${parts.join('')}</row>`
}

/** One cell in the style of that number. */
export function cellXml(address: string, cell: Cell, styleNumber: number): string {
  const opening = `<c r="${address}" s="${styleNumber}"`
  if (cell.type === 'number') return `${opening}><v>${cell.value}</v></c>`
  if (cell.type === 'boolean') return `${opening} t="b"><v>${cell.value ? 1 : 0}</v></c>`
  return `${opening} t="inlineStr"><is><t xml:space="preserve">${escapeText(cell.text)}</t></is></c>`
}

function styleOf(cell: Cell): number {
  if (cell.type === 'text') return style.text
  if (cell.type !== 'number') return style.plain
  if (cell.format === 'yyyy-mm-dd') return style.day
  return cell.format === '0.00%' ? style.share : style.plain
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
