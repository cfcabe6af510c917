import { readdirSync, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import officeCrypto from 'officecrypto-tool'
import { afterAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { refusalMessage } from '#app/spreadsheet/workbook.text.ts'
import { sheetXml, workbookOf, workbookParts, zipOf } from '#scripts/bench/hostile-workbooks.ts'
import { fc } from '#test/support/laws.ts'

afterAll(closeReader)

const table = [
  ['日期', '班级', '时长(分钟)'],
  ['2025-09-01', '三(1)班', '40'],
  ['2025-09-01', '三(2)班', '8:00—8:35'],
]
const csv = table.map(row => row.join(',')).join('\r\n')

/** The texts of the first sheet, or the refusal. */
async function texts(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes)
  return opened.ok ? opened.grids[0]?.rows.map(row => row.map(rawOf)) : opened.refusal
}

function bySheetJs(bookType: XLSX.BookType, rows: unknown[][] = table): Buffer {
  const workbook = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), '9月')
  return XLSX.write(workbook, { type: 'buffer', bookType })
}

describe('the ten workbooks of the fixtures', () => {
  const folder = '../shared/fixtures/workbooks'
  const sheets: Record<string, string[]> = {
    '9月份四年级.csv': ['Sheet1 D4 35 分钟'],
    '三年级体育活动台账（9月）.xlsx': ['Sheet1 F3 40′'],
    '东海县试验中学七年级第2、4周.xlsx': ['第2周 D5 没有', '第4周 B5 七年级（1）班'],
    '体育活动记录-最终版-改.xlsx': ['Sheet1 A3 44446'],
    '四年级9月第4周.tsv': ['Sheet1 D4 2025.9.22'],
    '新建 XLS 工作表.xls': ['Sheet1 D3 8:00—8:35'],
    '第3周体育活动安排表.xls': ['Sheet1 K6 80分钟', 'Sheet2 A1 ', 'Sheet3 A1 '],
    '统计表(20250930).csv': ['Sheet1 A2 3132900002'],
    '试验小学-各班-9月.xlsx': ['说明 A1 填表说明', '三(1)班 A4 45915', '三(2)班 D6 达标', '三(3)班 C5 —'],
    '附件2：东海县试验小学9月份“每天一小时”统计表(1).xlsx': ['9月 F5 达标', '字典 A2 体育课'],
  }

  test.each(Object.entries(sheets))('%s opens with its sheets and cells', async (file, expected) => {
    const opened = await openWorkbook(readFileSync(`${folder}/${file}`))

    const cells = expected.map(line => line.split(' ')[1] ?? '')
    const found = opened.ok
      ? opened.grids.map((grid, index) => `${grid.name} ${cells[index]} ${at(grid.rows, cells[index] ?? '')}`)
      : opened.refusal
    expect(found).toEqual(expected)
  })

  test('no workbook of the fixtures is left out', () => {
    const files = readdirSync(folder).filter(
      file => !/^(expected\.json|schools\.csv|classes\.csv)$/.test(file),
    )

    expect(files.sort()).toEqual(Object.keys(sheets).sort())
  })

  test('hidden sheets are marked, the day system and the merged areas are told', async () => {
    const classes = await openWorkbook(readFileSync(`${folder}/试验小学-各班-9月.xlsx`))
    const mac = await openWorkbook(readFileSync(`${folder}/体育活动记录-最终版-改.xlsx`))

    expect(classes.ok && classes.grids.map(({ hidden }) => hidden)).toEqual([true, false, false, false])
    expect(mac.ok && mac.grids[0]).toMatchObject({
      date1904: true,
      merges: expect.arrayContaining([{ top: 0, left: 0, bottom: 0, right: 8 }]),
    })
  })

  function at(rows: Parameters<typeof rawOf>[0][][], address: string): string {
    const { r, c } = XLSX.utils.decode_cell(address)
    return rawOf(rows[r]?.[c])
  }
})

describe('the format is told by the bytes', () => {
  test.each([
    ['.xlsx', () => bySheetJs('xlsx')],
    ['.xlsm', () => bySheetJs('xlsm')],
    ['.xls', () => bySheetJs('biff8')],
    ['XML of 2003', () => bySheetJs('xlml')],
    ['CSV in UTF-8', () => Buffer.from(csv)],
    ['CSV in UTF-8 with a mark', () => Buffer.from(`\uFEFF${csv}`)],
    ['CSV in UTF-16', () => Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['CSV in UTF-16, the greater byte first', () => Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()],
    ['CSV in UTF-16 without a mark', () => Buffer.from(csv, 'utf16le')],
    ['TSV', () => Buffer.from(csv.replaceAll(',', '\t'))],
    ['CSV with semicolons', () => Buffer.from(csv.replaceAll(',', ';'))],
    ['CSV that names its delimiter', () => Buffer.from(`sep=,\r\n${csv}`)],
    ['quoted CSV', () => Buffer.from(csv.replaceAll(/[^,\r\n]+/g, '"$&"'))],
    ['HTML saved as .xls', () => Buffer.from(html('utf-8'))],
    ['a web archive saved as .xls', () => Buffer.from(mhtml())],
  ])('%s', async (_, make) => {
    expect(await texts(make())).toEqual(table)
  })

  test('CSV of which most lines are parts of a cell', async () => {
    const rows = [
      ['日期', '班级', '备注'],
      ['9.1', '三1', '跑步\n跳绳\n踢毽子\n拔河'],
      ['9.2', '三2', '跑步\n\n拔河'],
    ]
    const written = rows.map(row => row.map(text => (text.includes('\n') ? `"${text}"` : text)).join(','))

    expect(await texts(Buffer.from(written.join('\n')))).toEqual(rows)
  })

  test('CSV and HTML in GB18030, whatever the HTML says', async () => {
    const bytes = Buffer.from([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xb0, 0xe0, 0x0a, 0x31, 0x2c, 0x32, 0x0a])
    const page = Buffer.concat([
      Buffer.from('<html><meta charset="gb2312"><table><tr><td>'),
      Buffer.from([0xc8, 0xd5, 0xc6, 0xda]),
      Buffer.from('</td></tr></table>'),
    ])

    expect(await texts(bytes)).toEqual([
      ['日期', '班'],
      ['1', '2'],
    ])
    expect(await texts(page)).toEqual([['日期']])
  })

  function html(charset: string): string {
    const rows = table.map(row => `<tr>${row.map(text => `<td>${text}</td>`).join('')}</tr>`).join('\n')
    return `<html><head><meta charset="${charset}"></head><body><table border=1>${rows}</table></body></html>`
  }

  function mhtml(): string {
    const body = Buffer.from(html('utf-8')).toString('base64')
    return `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--`
  }
})

describe('values are what the workbook stores', () => {
  test('text, numbers with their formats, booleans and errors', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('S')
    sheet.addRow([
      '00123',
      0.5,
      true,
      { error: '#DIV/0!' },
      45901,
      '  ',
      null,
      { richText: [{ text: '三' }, { text: '1班' }] },
    ])
    sheet.getCell('B1').numFmt = 'h:mm'
    sheet.getCell('E1').numFmt = 'yyyy"年"m"月"d"日"'

    const opened = await openWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()))

    expect(opened.ok && opened.grids[0]?.rows[0]).toEqual([
      { type: 'text', text: '00123' },
      { type: 'number', value: 0.5, format: 'h:mm' },
      { type: 'boolean', value: true },
      { type: 'error', text: '#DIV/0!' },
      { type: 'number', value: 45901, format: 'yyyy"年"m"月"d"日"' },
      undefined,
      undefined,
      { type: 'text', text: '三1班' },
    ])
  })

  test('a Chinese date format that is named by its number alone is a date', async () => {
    const styles =
      '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="200"/></cellXfs><numFmts count="1"><numFmt numFmtId="200" formatCode="[h]&quot;小时&quot;"/></numFmts></styleSheet>'
    const rows = '<row r="1"><c r="A1" s="1"><v>45901</v></c><c r="B1" s="2"><v>1</v></c></row>'

    const opened = await openWorkbook(zipOf(workbookParts(sheetXml(rows), { 'xl/styles.xml': styles })))

    expect(opened.ok && opened.grids[0]?.rows[0]).toEqual([
      { type: 'number', value: 45901, format: 'yyyy"年"m"月"d"日"' },
      { type: 'number', value: 1, format: '[h]"小时"' },
    ])
  })

  test('a formula gives its cached value, and without one it is an error that shows the formula', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(A1:A9)</f></c><c r="C1" t="str"><f>IF(A1,"")</f><v></v></c><c r="D1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>'

    const opened = await openWorkbook(workbookOf(rows))

    expect(opened.ok && opened.grids[0]?.rows[0]).toEqual([
      { type: 'number', value: 2, format: 'General' },
      { type: 'error', text: '=SUM(A1:A9)' },
      undefined,
      { type: 'text', text: 'ab' },
    ])
  })

  test('inline text, entities, line breaks, phonetic marks, ISO dates and prefixed names are understood', async () => {
    const rows =
      '<x:row><x:c t="inlineStr"><x:is><x:t>a&lt;b&#x597D;_x000D_</x:t></x:is></x:c><x:c t="d"><x:v>2025-09-01T12:00:00</x:v></x:c><x:c t="s"><x:v>0</x:v></x:c></x:row>'
    const sheet = `<x:worksheet xmlns:x="m"><!-- <row> --><x:sheetData>${rows}</x:sheetData></x:worksheet>`
    const strings =
      '<sst><si><r><t>三</t></r><rPh sb="0" eb="1"><t>sān</t></rPh><r><t xml:space="preserve"> 班</t></r></si></sst>'

    const opened = await openWorkbook(zipOf(workbookParts(sheet, { 'xl/sharedStrings.xml': strings })))

    expect(opened.ok && opened.grids[0]?.rows[0]).toEqual([
      { type: 'text', text: 'a<b好\n' },
      { type: 'number', value: 45901.5, format: 'yyyy-mm-dd' },
      { type: 'text', text: '三 班' },
    ])
  })

  test('whatever another writer puts into cells is read back', async () => {
    const value = fc.oneof(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter(text => text.trim() !== '' && !/[\uFFFE\uFFFF\r]/.test(text)),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map(number => number || 0),
      fc.boolean(),
    )
    const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })

    await fc.assert(
      fc.asyncProperty(rows, async given => {
        const opened = await openWorkbook(bySheetJs('xlsx', given))

        expect(opened.ok && opened.grids[0]?.rows.map(row => row.map(rawOf))).toEqual(
          given.map(row => row.map(String)),
        )
      }),
      { numRuns: 100 },
    )
  })
})

describe('what is no workbook is refused with one sentence', () => {
  test.each([
    ['nothing', Buffer.alloc(0), '文件是空的，请重新选择文件后上传。'],
    [
      'a PDF',
      Buffer.from('%PDF-1.7\n…'),
      '该文件是PDF 文档，不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。',
    ],
    [
      'a PNG',
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      '该文件是图片，不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。',
    ],
    [
      'a JPEG',
      Buffer.from('ffd8ffe000104a464946', 'hex'),
      '该文件是图片，不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。',
    ],
    [
      'a Word document',
      zipOf({ 'word/document.xml': '<w/>' }),
      '该文件是Word 文档，不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。',
    ],
    [
      'slides',
      zipOf({ 'ppt/presentation.xml': '<p/>' }),
      '该文件是演示文稿，不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。',
    ],
    ['a zip of workbooks', zipOf({ '9月.xlsx': 'x' }), '这是压缩包，请解压后逐个上传其中的表格。'],
    ['a RAR', Buffer.from('526172211a0700', 'hex'), '这是压缩包，请解压后逐个上传其中的表格。'],
    ['a 7z', Buffer.from('377abcaf271c0004', 'hex'), '这是压缩包，请解压后逐个上传其中的表格。'],
    [
      'OpenDocument',
      zipOf({ mimetype: 'x', 'content.xml': '<o/>' }),
      '不支持这种表格格式，请用 Excel 或 WPS 另存为 .xlsx 后上传。',
    ],
    [
      'prose',
      Buffer.from('关于做好体育活动的通知\n各学校：\n请于本周五前上报，谢谢。'),
      '该文件是纯文字，不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。',
    ],
    [
      'a page without a table',
      Buffer.from('<html><p>登录超时</p></html>'),
      '该文件不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。',
    ],
    [
      'random bytes',
      Buffer.from('00ff13a7009c0be1000000ff07', 'hex'),
      '该文件不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。',
    ],
    [
      'a compound file cut short',
      bySheetJs('biff8').subarray(0, 700),
      '文件已损坏或不完整，请用 Excel 或 WPS 打开并另存为 .xlsx 后上传。',
    ],
    ['a workbook of blank cells', bySheetJs('xlsx', [['', null], ['  ']]), '表格里没有内容，请填写后上传。'],
  ])('%s', async (_, bytes, sentence) => {
    const opened = await openWorkbook(bytes)

    expect(opened.ok ? 'opened' : refusalMessage('zh-CN', opened)).toBe(sentence)
    expect(opened.ok ? '' : refusalMessage('en', opened)).toMatch(/^[\x20-\x7E]+\.$/)
  })

  test('an encrypted workbook asks for the password to be removed', async () => {
    const bytes = officeCrypto.encrypt(bySheetJs('xlsx'), { password: '123456' })

    expect(await texts(bytes)).toBe('encrypted')
  })
})

test('a 2,000-row workbook leaves the calling thread free and keeps its order', async () => {
  const rows = Array.from({ length: 2_000 }, (_, index) =>
    Array.from({ length: 10 }, (_, c) => `${index}-${c}`),
  )

  expect(await texts(bySheetJs('xlsx', rows))).toEqual(rows)
})
