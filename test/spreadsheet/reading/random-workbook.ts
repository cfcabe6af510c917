import type { Cell } from '#app/spreadsheet/grid.ts'
import { workbookParts, zipOf } from '#scripts/bench/hostile-workbooks.ts'
import { fc } from '#test/support/laws.ts'

/** A cell as a sheet writes it and what it must be read as; `shared` are the strings that it adds to the workbook. */
interface WrittenCell {
  cell: Cell | undefined
  type?: string
  style?: number
  inside: string
  shared?: string
}

interface RandomSheet {
  cells: (WrittenCell | undefined)[][]
  /** Rows and cells say their places, or only where one is skipped. */
  tellsPlaces: boolean
  date1904: boolean
  isStrict: boolean
  comments: boolean
}

const formats = ['General', '0.00', 'yyyy"年"m"月"d"日"', 'h:mm', '@', '[h]"小时"mm"分"']
const styles = `<styleSheet><numFmts>${formats
  .map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>`)
  .join(
    '',
  )}</numFmts><cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`

const kinds = {
  workbook: 'sheet.main',
  sharedStrings: 'sharedStrings',
  styles: 'styles',
  'worksheets/sheet1': 'worksheet',
}
/** SheetJS looks here for the parts; we follow the relationships. */
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${Object.entries(
  kinds,
)
  .map(
    ([part, kind]) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
  )
  .join('')}</Types>`

const text = fc
  .string({ unit: fc.constantFrom(...'三1班 a<>&"\'_x好👍，\n—０'), minLength: 1, maxLength: 12 })
  .filter(sample => sample.trim() !== '')

type Way = 'plain' | 'returns' | 'codes' | 'cdata'

/** The ways in which one text can stand in XML. */
const writtenText = (ways: Way[]) =>
  fc.tuple(text, fc.constantFrom(...ways)).map(([sample, way]) => {
    // What looks like an escape of Excel's must itself be escaped.
    const plain = sample.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    if (way === 'codes') return { sample, xml: [...plain].map(sign => `&#${sign.codePointAt(0)};`).join('') }
    if (way === 'returns') return { sample, xml: escaped(plain).replaceAll('\n', '_x000D_\n') }
    if (way === 'cdata') return { sample, xml: `<![CDATA[${plain}]]>` }
    return { sample, xml: escaped(plain) }
  })

const textCell = (ways: Way[]) =>
  fc
    .tuple(
      writtenText(ways),
      writtenText(ways),
      fc.constantFrom('s', 'inlineStr', 'str'),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([one, other, type, isRich, hasReading]): WrittenCell => {
      const whole = type !== 'str' && isRich ? one.sample + other.sample : one.sample
      const cell = { type: 'text' as const, text: whole }
      if (type === 'str') return { cell, type, inside: `<f>A1&amp;""</f><v>${one.xml}</v>` }
      const runs = isRich
        ? `<r><rPr><b/></rPr><t xml:space="preserve">${one.xml}</t></r><r><t>${other.xml}</t></r>`
        : `<t xml:space="preserve">${one.xml}</t>`
      const reading = hasReading ? '<rPh sb="0" eb="1"><t>sān</t></rPh><phoneticPr fontId="1"/>' : ''
      return type === 's'
        ? { cell, type, inside: '', shared: runs + reading }
        : { cell, type, inside: `<is>${runs}${reading}</is>` }
    })

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value || 0),
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: 0, max: 86_400 }).map(seconds => 45_900 + seconds / 86_400),
)
const numberCell = fc
  .tuple(number, fc.nat(formats.length - 1), fc.constantFrom('plain', 'exponent', 'formula'))
  .map(([value, style, way]): WrittenCell => {
    const written = way === 'exponent' ? value.toExponential() : String(value)
    return {
      cell: { type: 'number', value, format: formats[style] ?? '' },
      style,
      inside: `${way === 'formula' ? '<f>SUM(A1:A9)</f>' : ''}<v>${written}</v>`,
    }
  })

const otherCell = fc.constantFrom<WrittenCell>(
  { cell: { type: 'boolean', value: true }, type: 'b', inside: '<v>1</v>' },
  { cell: { type: 'boolean', value: false }, type: 'b', inside: '<f>FALSE()</f><v>0</v>' },
  { cell: { type: 'error', text: '#DIV/0!' }, type: 'e', inside: '<v>#DIV/0!</v>' },
  { cell: { type: 'error', text: '#N/A' }, type: 'e', inside: '<f>NA()</f><v>#N/A</v>' },
  { cell: undefined, style: 1, inside: '' },
  { cell: undefined, type: 's', inside: '', shared: '<t xml:space="preserve">  </t>' },
  { cell: undefined, type: 'str', inside: '<f>IF(A1,"")</f><v></v>' },
)

/** What SheetJS leaves out or reads in a way of its own. */
const ownCell = fc.constantFrom<WrittenCell>(
  { cell: { type: 'error', text: '=A1<2' }, inside: '<f>A1&lt;2</f>' },
  { cell: { type: 'number', value: 0.5, format: 'yyyy-mm-dd' }, type: 'd', inside: '<v>12:00:00</v>' },
  { cell: { type: 'error', text: '12abc' }, inside: '<v>12abc</v>' },
  { cell: { type: 'error', text: 'maybe' }, type: 'b', inside: '<v>maybe</v>' },
)

const cellsOf = (ways: Way[]) =>
  fc.oneof(
    { weight: 4, arbitrary: textCell(ways) },
    { weight: 3, arbitrary: numberCell },
    { weight: 1, arbitrary: otherCell },
  )
/** Without signs written by their codes, which SheetJS garbles in the text of a formula, and without CDATA. */
export const cellsAsSheetJs = cellsOf(['plain', 'returns'])
export const allCells = fc.oneof(
  { weight: 8, arbitrary: cellsOf(['plain', 'returns', 'codes', 'cdata']) },
  { weight: 1, arbitrary: ownCell },
)

/** Random sheets of such cells with gaps between them. */
export function randomSheet(cells: fc.Arbitrary<WrittenCell>): fc.Arbitrary<RandomSheet> {
  const row = fc.array(fc.option(cells, { nil: undefined, freq: 4 }), { maxLength: 8 })
  return fc.record({
    cells: fc.array(row, { minLength: 1, maxLength: 8 }),
    tellsPlaces: fc.boolean(),
    date1904: fc.boolean(),
    isStrict: fc.boolean(),
    comments: fc.boolean(),
  })
}

/** The rows as they must be read: dense, without blanks at the end. */
export function expectedRows({ cells }: RandomSheet): (Cell | undefined)[][] {
  const rows = cells.map(row =>
    trimmed(
      row.map(written => written?.cell),
      cell => cell === undefined,
    ),
  )
  return trimmed(rows, row => row.length === 0)
}

function trimmed<T>(items: T[], isBlank: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex(item => !isBlank(item)) + 1)
}

/** The sheet's XML and its workbook; `prefix` stands before every name of the sheet, such as 'x:'. */
export function writtenSheet(sheet: RandomSheet, prefix = '') {
  const shared = sheet.cells
    .flat()
    .flatMap(written => (written?.shared === undefined ? [] : [written.shared]))
  let nextShared = 0
  const rows = sheet.cells.map((row, index) => {
    const cells = row.map((written, column) => {
      if (written === undefined) return ''
      const isFirst = column > 0 && row[column - 1] === undefined
      const place = sheet.tellsPlaces || isFirst ? ` r="${String.fromCharCode(65 + column)}${index + 1}"` : ''
      const style = written.style === undefined ? '' : ` s="${written.style}"`
      const type = written.type === undefined ? '' : ` t='${written.type}'`
      const inside = written.shared === undefined ? written.inside : `<v>${nextShared++}</v>`
      return inside === '' ? `<c${place}${style}/>` : `<c${place}${style}${type}>${inside}</c>`
    })
    const comment = sheet.comments ? '<!-- <row r="1"><c><v>7</v></c></row> --><?x <c> ?>' : ''
    return `${comment}<row${sheet.tellsPlaces ? ` r="${index + 1}" spans="1:9"` : ''} ht='15'>${cells.join('\n')}</row>`
  })
  const main = sheet.isStrict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const xml = `<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="C20:D21"/></mergeCells></worksheet>`
  const sheetXml = prefix === '' ? xml : prefixed(xml, prefix)
  const sharedXml = `<sst xmlns="${main}">${shared.map(item => `<si>${item}</si>`).join('')}</sst>`
  const parts = workbookParts(sheetXml, { 'xl/sharedStrings.xml': sharedXml, 'xl/styles.xml': styles })
  const workbook = String(parts['xl/workbook.xml']).replace(
    '<sheets>',
    `<workbookPr date1904="${sheet.date1904 ? 1 : 0}"/><sheets>`,
  )
  const bytes = zipOf({ ...parts, 'xl/workbook.xml': workbook, '[Content_Types].xml': contentTypes })
  return { bytes, sheetXml, shared: sharedXml }
}

/** Names get the prefix; what stands in CDATA, comments and instructions is left alone. */
function prefixed(xml: string, prefix: string): string {
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`)))
    .join('')
    .replace('xmlns=', `xmlns:${prefix.slice(0, -1)}=`)
}

function escaped(plain: string): string {
  return plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
