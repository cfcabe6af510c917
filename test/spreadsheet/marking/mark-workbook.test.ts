import { readdirSync, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { cellAddress, type Grid } from '#app/spreadsheet/grid.ts'
import { markWorkbook } from '#app/spreadsheet/marking/mark-workbook.server.ts'
import {
  type CellMark,
  markColours,
  type RowMark,
  type WorkbookMarks,
} from '#app/spreadsheet/marking/marks.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { fc } from '#test/support/laws.ts'
import { bySheetJs, longWorkbook, partsOf, strict, unaddressed } from './other-workbooks.ts'
import { schoolMarks, schoolWorkbook } from './workbooks.ts'

afterAll(closeReader)

async function marked(bytes: Uint8Array, marks: WorkbookMarks) {
  const answer = await markWorkbook(bytes, marks)
  if (!answer.ok) throw new Error('It was not marked')
  return answer
}

async function gridsOf(bytes: Uint8Array): Promise<Grid[]> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.grids
}

async function byExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  return workbook
}

function noteIn(sheet: ExcelJS.Worksheet | undefined, address: string): string {
  const note = sheet?.getCell(address).note
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')
}

function fillIn(sheet: ExcelJS.Worksheet | undefined, address: string): string | undefined {
  const fill = sheet?.getCell(address).fill
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
}

describe('an .xlsx', () => {
  test('has its bad cells coloured and commented, rows shown, and the person’s own comments kept', async () => {
    const { bytes, isRebuilt } = await marked(await schoolWorkbook(), schoolMarks())

    const workbook = await byExcelJs(bytes)
    const sheet = workbook.getWorksheet('9月')
    expect(isRebuilt).toBe(false)
    const fills = ['A3', 'C4', 'D4', 'D5', 'B5', 'A6', 'A7', 'G30', 'D3'].map(cell => fillIn(sheet, cell))
    const { accepted, ask, reject, warn, ignored } = markColours
    expect(fills).toEqual([accepted, ask, reject, reject, warn, accepted, ignored, ask, undefined])
    expect(noteIn(sheet, 'D4')).toBe(
      '【导入检查】\n不能接受\n原内容：达标\n请填写分钟数，如 40。\n【检查完】',
    )
    expect(noteIn(sheet, 'C4')).toBe(
      '王老师:\n这是校足球队\n【导入检查】\n请确认\n原内容：校足\n可以填：足球 / 校园足球\n【检查完】',
    )
    expect(noteIn(sheet, 'B5')).toContain('从上面的合并单元格取得班级')
    expect(noteIn(sheet, 'E3')).toBe('与本表无关的批注')
    expect(noteIn(sheet, 'G30')).toContain('表外的单元格 <&>')
    expect(noteIn(workbook.getWorksheet('说明'), 'B2')).toContain('这张表没有读取')
  })

  test('changes nothing but styles of marked cells, comments and what a new sheet needs', async () => {
    const original = await schoolWorkbook()
    const { bytes } = await marked(original, schoolMarks())

    const [before, after] = [partsOf(original), partsOf(bytes)]
    const touched = Object.keys(before).filter(name => !before[name]?.equals(after[name] ?? Buffer.alloc(0)))
    expect(touched.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
    const unstyled = (part: Buffer | undefined) => String(part).replace(/ s="\d+"/g, '')
    const withoutAdded = unstyled(after['xl/worksheets/sheet1.xml'])
      .replace('<c r="D5"/>', '')
      .replace('<row r="30"><c r="G30"/></row>', '')
    expect(withoutAdded).toBe(unstyled(before['xl/worksheets/sheet1.xml']).replace('<c r="D5"/>', ''))
  })

  test('keeps a marked cell’s own style in all but its fill', async () => {
    const original = await schoolWorkbook()
    const [before, after] = [
      await byExcelJs(original),
      await byExcelJs((await marked(original, schoolMarks())).bytes),
    ]

    for (const address of ['A3', 'D4', 'A1', 'A2']) {
      const [one, other] = [before, after].map(book => book.getWorksheet('9月')?.getCell(address).style)
      expect({ ...other, fill: null }).toEqual({ ...one, fill: null })
    }
    const sheet = after.getWorksheet('9月')
    expect(sheet?.getCell('C3').dataValidation?.formulae).toEqual(['"体育课,大课间,课后"'])
    expect(sheet?.getCell('E3').formula).toBe('D3*2')
    expect(sheet?.getColumn(3).width).toBe(16)
    expect(sheet?.model.merges).toEqual(['A1:E1', 'B5:B6'])
  })

  test('marked again shows the new marks only, gives cells their own colours back and keeps what people wrote', async () => {
    const first = await marked(await schoolWorkbook(), schoolMarks())
    const one: CellMark = { sheet: '9月', cell: 'D5', mark: 'warn', note: '现在只差这一处' }

    const { bytes } = await marked(first.bytes, schoolMarks({ cells: [one], rows: [] }))

    const sheet = (await byExcelJs(bytes)).getWorksheet('9月')
    const before = (await byExcelJs(await schoolWorkbook())).getWorksheet('9月')
    expect(fillIn(sheet, 'D5')).toBe(markColours.warn)
    expect(fillIn(sheet, 'A3')).toBeUndefined()
    expect(sheet?.getCell('D4').fill).toMatchObject({
      fgColor: before?.getCell('D4').fill.type === 'pattern' ? { theme: 4 } : {},
    })
    expect(noteIn(sheet, 'D5')).toBe('【导入检查】\n现在只差这一处\n【检查完】')
    expect(noteIn(sheet, 'C4')).toBe('王老师:\n这是校足球队')
    expect(noteIn(sheet, 'D4')).toBe('')
    const shapes = String(partsOf(bytes)['xl/drawings/vmlDrawing1.vml'])
    expect(shapes.match(/<v:shape /g)).toHaveLength(3)
    expect((await byExcelJs(bytes)).worksheets.map(({ name }) => name)).toEqual([
      '9月',
      '说明',
      '字典',
      '导入检查结果',
    ])
  })

  test('a comment that somebody went on writing in keeps their words', async () => {
    const workbook = await byExcelJs((await marked(await schoolWorkbook(), schoolMarks())).bytes)
    const cell = workbook.getWorksheet('9月')?.getCell('D4')
    if (cell !== undefined) cell.note = `${noteIn(workbook.getWorksheet('9月'), 'D4')}\n已问过班主任`

    const { bytes } = await marked(
      new Uint8Array(await workbook.xlsx.writeBuffer()),
      schoolMarks({ cells: [] }),
    )

    expect(noteIn((await byExcelJs(bytes)).getWorksheet('9月'), 'D4').trim()).toBe('已问过班主任')
  })

  test('the list of problems names and links every cell, is text, and our reader passes it over', async () => {
    const { bytes } = await marked(await schoolWorkbook(), schoolMarks())

    const list = XLSX.read(bytes).Sheets.导入检查结果 as XLSX.WorkSheet
    expect(list.A1.v).toContain('再次上传时不会读取')
    expect(list.B7).toMatchObject({ v: 'D4', l: { Target: "#'9月'!D4" } })
    expect(list.D7).toMatchObject({ t: 's', v: '=1+1' })
    expect(list.D7.f).toBeUndefined()
    expect(list.B9.l).toBeUndefined()
    expect((await gridsOf(bytes)).map(({ name }) => name)).toEqual(['9月', '说明', '字典'])
  })

  test('in the strict dialect gets comments in that dialect', async () => {
    const original = strict(await schoolWorkbook())
    const { bytes, isRebuilt } = await marked(original, schoolMarks())

    const parts = partsOf(bytes)
    expect(isRebuilt).toBe(false)
    expect(String(parts['xl/comments2.xml'])).toContain('purl.oclc.org/ooxml/spreadsheetml/main')
    expect(String(parts['xl/worksheets/_rels/sheet2.xml.rels'])).not.toContain(
      'schemas.openxmlformats.org/office',
    )
    expect(await gridsOf(bytes)).toEqual(await gridsOf(original))
  })

  test('without addresses and with prefixes is marked in place, after what must come before a comment', async () => {
    const original = unaddressed()
    const cells: CellMark[] = ['A1', 'C4', 'D4', 'B5', 'C7'].map(cell => ({
      sheet: '9月',
      cell,
      mark: 'ask',
      note: cell,
    }))

    const { bytes, isRebuilt } = await marked(original, schoolMarks({ cells, rows: [] }))

    const xml = String(partsOf(bytes)['xl/worksheets/sheet1.xml'])
    expect(isRebuilt).toBe(false)
    expect(await gridsOf(bytes)).toEqual(await gridsOf(original))
    expect(xml).toMatch(/<\/x:dataValidations><x:legacyDrawing xmlns:r="[^"]+" r:id="rId2"\/><x:extLst>/)
    expect(xml).toContain('<x:row r="7"><x:c r="C7" s="3"/></x:row>')
    const sheet = (XLSX.read(bytes, { cellStyles: true }).Sheets['9月'] ?? {}) as XLSX.WorkSheet
    expect(['A1', 'C4', 'D4', 'B5', 'C7'].map(cell => sheet[cell]?.c?.[0]?.t ?? '')).toEqual(
      ['A1', 'C4', 'D4', 'B5', 'C7'].map(cell => expect.stringContaining(`\n${cell}\n`)),
    )
  })

  test('with thousands of problems is coloured everywhere, commented up to a limit, and stays quick to make', async () => {
    const cells: CellMark[] = Array.from({ length: 6_000 }, (_, row) => ({
      sheet: '台账',
      cell: `B${row + 2}`,
      mark: 'reject',
      note: `第 ${row} 次`,
    }))

    const { bytes } = await marked(await longWorkbook(6_000), schoolMarks({ cells, rows: [] }))

    const parts = partsOf(bytes)
    expect(String(parts['xl/comments1.xml']).match(/<comment /g)).toHaveLength(2_000)
    expect(String(parts['xl/drawings/vmlDrawing1.vml']).match(/<v:shape /g)).toHaveLength(2_000)
    expect(String(parts['xl/worksheets/sheet1.xml']).match(/<c r="B\d+" t="s" s="1"/g)).toHaveLength(6_000)
  })
})

const fixtures = '../shared/fixtures/workbooks'
const others: [string, () => Uint8Array | Promise<Uint8Array>][] = [
  ['exceljs', schoolWorkbook],
  ['strict OOXML', async () => strict(await schoolWorkbook())],
  ['SheetJS', () => bySheetJs('xlsx')],
  ['SheetJS with shared strings', () => bySheetJs('xlsx', { bookSST: true, compression: true })],
  ['no addresses', unaddressed],
  ['.xls', () => bySheetJs('biff8')],
  ['.xls of 1995', () => bySheetJs('biff5')],
  ['XML of 2003', () => bySheetJs('xlml')],
  ['HTML', () => bySheetJs('html')],
  ...readdirSync(fixtures)
    .filter(file => /\.(xlsx?|csv|tsv)$/.test(file))
    .map((file): [string, () => Uint8Array] => [file, () => readFileSync(`${fixtures}/${file}`)]),
]

test.each(others)(
  '%s: whatever is marked, it reads as the original and SheetJS and exceljs open it',
  async (name, make) => {
    const original = await make()
    const grids = await gridsOf(original)
    const spots = grids.flatMap(({ name: sheet, rows }) =>
      rows.flatMap((row, at) =>
        [...row.keys(), row.length + 1].map(column => ({
          sheet,
          row: at + 1,
          cell: cellAddress(at, column),
        })),
      ),
    )
    const cell = fc.record({
      place: fc.constantFrom(...spots),
      mark: fc.constantFrom('reject', 'ask', 'warn'),
      note: fc.string({ unit: 'grapheme', maxLength: 30 }),
    })
    const row = fc.record({
      place: fc.constantFrom(...spots),
      mark: fc.constantFrom('accepted', 'rejected', 'ignored'),
    })

    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { maxLength: 12 }),
        fc.array(row, { maxLength: 12 }),
        async (cells, rows) => {
          const marks = schoolMarks({
            cells: cells.map(({ place, mark, note }): CellMark => ({ ...place, mark, note })),
            rows: rows.map(({ place, mark }): RowMark => ({ ...place, mark })),
          })

          const first = await marked(original, marks)
          const second = await marked(first.bytes, schoolMarks({ cells: [], rows: [] }))

          expect(await gridsOf(first.bytes)).toEqual(withPlainLines(grids))
          expect(await gridsOf(second.bytes)).toEqual(withPlainLines(grids))
          expect(XLSX.read(first.bytes).SheetNames.slice(0, grids.length)).toHaveLength(grids.length)
          // It reads no elements with prefixes, in the original either.
          if (name !== 'no addresses') {
            expect((await byExcelJs(first.bytes)).worksheets.length).toBeGreaterThan(grids.length)
          }
        },
      ),
      { numRuns: 5 },
    )
  },
)

/** CSV may break lines within a cell as it likes; a workbook has one way. */
function withPlainLines(grids: Grid[]): Grid[] {
  return JSON.parse(JSON.stringify(grids).replaceAll('\\r\\n', '\\n'), (_, value) => value ?? undefined)
}
