import { crc32, inflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import * as XLSX from 'xlsx'
import { listZipEntries } from '#app/spreadsheet/reading/zip.server.ts'
import { workbookLimits } from '#app/spreadsheet/workbook.ts'
import { workbookParts, zipOf } from '#scripts/bench/hostile-workbooks.ts'

const table = [
  ['日期', '班级', '活动', '时长(分钟)'],
  ['2025-09-01', '三(1)班', '体育课', 40],
  ['2025-09-01', '三(2)班', '校足', '达标'],
  ['2025-09-02', ' 三(1)班', '大课间', 30.5],
]

/** What SheetJS writes: in .xlsx with shared strings or without, or in the older formats. */
export function bySheetJs(bookType: XLSX.BookType, options: XLSX.WritingOptions = {}): Buffer {
  const workbook = XLSX.utils.book_new()
  const sheet = XLSX.utils.aoa_to_sheet(table)
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
  XLSX.utils.book_append_sheet(workbook, sheet, '9月')
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([['说明'], [45_901]]), '说明')
  return XLSX.write(workbook, { type: 'buffer', bookType, ...options })
}

/** The parts of a zipped workbook by name, inflated and checked. */
export function partsOf(bytes: Uint8Array): Record<string, Buffer> {
  const buffer = Buffer.from(bytes)
  const listed = listZipEntries(buffer, workbookLimits)
  if (!listed.ok) throw new Error('No zip')
  return Object.fromEntries(
    listed.entries.map(({ name, method, offset, compressedSize, checksum }) => {
      const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
      const packed = buffer.subarray(start, start + compressedSize)
      const content = method === 0 ? packed : inflateRawSync(packed)
      if (crc32(content) !== checksum) throw new Error(`${name} is damaged`)
      return [name, content]
    }),
  )
}

/** The same workbook in the strict dialect of ECMA-376, as Excel saves it on request. */
export function strict(bytes: Uint8Array): Buffer {
  const texts = Object.entries(partsOf(bytes)).map(([name, content]) => [
    name,
    content
      .toString()
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ),
  ])
  return zipOf(Object.fromEntries(texts))
}

const styles =
  '<x:fonts count="1"><x:font/></x:fonts><x:fills count="2"><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="gray125"/></x:fill></x:fills><x:borders count="1"><x:border/></x:borders><x:cellXfs count="2"><x:xf numFmtId="0"/><x:xf numFmtId="14" fillId="0"/></x:cellXfs>'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = [
  ['workbook', 'sheet.main'],
  ['worksheets/sheet1', 'worksheet'],
  ['styles', 'styles'],
  ['sharedStrings', 'sharedStrings'],
]
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Written by a program of its own mind: a prefix on every element, no addresses, inline strings, '>' in a prompt. */
export function unaddressed(): Buffer {
  const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
  const rows = [
    `<x:row>${['日期', '班级', '时长'].map(cell).join('')}</x:row>`,
    `<x:row r="4"><x:c s="1"><x:v>45901</x:v></x:c>${cell('三(1)班')}<x:c r="D4"><x:v>40</x:v></x:c></x:row>`,
    `<x:row>${cell('2025-09-02')}</x:row>`,
  ]
  const checks = `<x:dataValidations count="1"><x:dataValidation type="whole" sqref="D4" prompt="大于 > 0 的整数"><x:formula1>0</x:formula1></x:dataValidation></x:dataValidations>`
  const extras = `<x:extLst><x:ext uri="{1}"><x:tableParts/></x:ext></x:extLst>`
  return zipOf(
    workbookParts(
      `<?xml version="1.0"?><x:worksheet xmlns:x="${main}"><x:cols><x:col min="3" max="9" width="4" style="1"/></x:cols><x:sheetData>${rows.join('')}</x:sheetData>${checks}${extras}</x:worksheet>`,
      {
        '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`).join('')}</Types>`,
        'xl/styles.xml': `<?xml version="1.0"?><x:styleSheet xmlns:x="${main}">${styles}</x:styleSheet>`,
      },
    ),
  )
}

/** One sheet with as many rows below its header as asked. */
export async function longWorkbook(rows: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('台账')
  sheet.addRow(['日期', '时长'])
  for (let row = 0; row < rows; row += 1) sheet.addRow(['2025-09-01', `第${row}次`])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
