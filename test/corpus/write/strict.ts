import { cellAddress } from '#app/spreadsheet/grid.ts'
import { zipOf } from '#app/spreadsheet/writing/zip-writer.server.ts'
import { type Content, isFormatted, type Paper } from '../paper.ts'

const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Strict Open XML (ISO/IEC 29500-1 transitional's stricter sister): other namespaces, dates as ISO text. */
export async function strict(papers: readonly Paper[]): Promise<Uint8Array> {
  const formats: string[] = []
  const styleOf = (format: string) => {
    if (!formats.includes(format)) formats.push(format)
    return formats.indexOf(format) + 1
  }
  const sheets = papers.map(paper => sheetXml(paper, styleOf))
  const numbers = papers.map((_, index) => index + 1)
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbers.map(n => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ],
    ['_rels/.rels', relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/_rels/workbook.xml.rels',
      relationsXml([
        ...numbers.map((n): [string, string, string] => [`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`]),
        ['rId99', 'styles', 'styles.xml'],
      ]),
    ],
    ['xl/workbook.xml', bookXml(papers)],
    ['xl/styles.xml', stylesXml(formats)],
    ...sheets.map((xml, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
  ]
  const pieces: Buffer[] = []
  const zip = zipOf(parts.map(([name, text]) => ({ name, pieces: [Buffer.from(text)] })))
  for await (const piece of zip) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

function relationsXml(list: [id: string, type: string, target: string][]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

function bookXml(papers: readonly Paper[]): string {
  const sheets = papers.map(({ name, state }, index) => {
    const hidden = state === 'visible' ? '' : ` state="${state}"`
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`
  })
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}" conformance="strict"><workbookPr dateCompatibility="0"/><sheets>${sheets.join('')}</sheets></workbook>`
}

function stylesXml(formats: readonly string[]): string {
  const numFmts = formats.map(
    (format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(format)}"/>`,
  )
  const xfs = formats.map(
    (_, index) =>
      `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  const counted = formats.length > 0 ? `<numFmts count="${formats.length}">${numFmts.join('')}</numFmts>` : ''
  return `${head}<styleSheet xmlns="${main}">${counted}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><start/><end/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}</cellXfs></styleSheet>`
}

function sheetXml(paper: Paper, styleOf: (format: string) => number): string {
  const rows = paper.rows.map((contents, row) => {
    const cells = contents.map((content, column) =>
      content === null ? '' : cellXml(content, cellAddress(row, column), styleOf),
    )
    const hidden = paper.hiddenRows.includes(row) ? ' hidden="1"' : ''
    return `<row r="${row + 1}"${hidden}>${cells.join('')}</row>`
  })
  const merges = paper.merges.map(
    ([top, left, bottom, right]) =>
      `<mergeCell ref="${cellAddress(top, left)}:${cellAddress(bottom, right)}"/>`,
  )
  const merged =
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''
  return `${head}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`
}

function cellXml(
  content: Exclude<Content, null>,
  address: string,
  styleOf: (format: string) => number,
): string {
  if (typeof content === 'string')
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`
  if (typeof content === 'number') return `<c r="${address}"><v>${content}</v></c>`
  if (isFormatted(content)) {
    const { number, format } = content
    const style = ` s="${styleOf(format)}"`
    if (!/[yd]/.test(format)) return `<c r="${address}"${style}><v>${number}</v></c>`
    const instant = new Date(Math.round((number - 25_569) * 86_400) * 1000).toISOString()
    const iso = instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instant.slice(0, 19)
    return `<c r="${address}"${style} t="d"><v>${iso}</v></c>`
  }
  if ('error' in content) return `<c r="${address}" t="e"><v>${content.error}</v></c>`
  return `<c r="${address}"><f>${escaped(content.formula)}</f><v>${content.result}</v></c>`
}
