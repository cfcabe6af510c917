import { afterAll, expect, test } from 'vitest'
import { type LongMarks, markLongFile } from '#app/spreadsheet/marking/mark-long-file.server.ts'
import { markWorkbook } from '#app/spreadsheet/marking/mark-workbook.server.ts'
import { mostNotes, type WorkbookMarks } from '#app/spreadsheet/marking/marks.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'
import { bySheetJs, longWorkbook, partsOf, strict, unaddressed } from './other-workbooks.ts'
import { schoolMarks, schoolWorkbook } from './workbooks.ts'

afterAll(closeReader)

function inNumbers({ rows, ...marks }: WorkbookMarks): LongMarks {
  return {
    ...marks,
    rows: rows.map(({ sheet, row, mark }) => ({ sheet, mark, numbers: Uint32Array.of(row) })),
  }
}

async function markedLong(bytes: Uint8Array, marks: LongMarks) {
  const made = await markLongFile(Buffer.from(bytes), streamLimits, marks)
  if (made === undefined) throw new Error('It was not marked')
  return made
}

test('a file marked in pieces has the very parts that it has when it is marked whole', async () => {
  const school = await schoolWorkbook()
  const marks = schoolMarks()
  const first = await markWorkbook(school, marks)
  const files = {
    'of a school': school,
    'in the strict dialect': strict(school),
    'without addresses': unaddressed(),
    'by SheetJS': bySheetJs('xlsx'),
    'that was marked before': first.ok ? first.bytes : school,
  }
  for (const [which, bytes] of Object.entries(files)) {
    const whole = await markWorkbook(bytes, marks)
    const inPieces = await markedLong(bytes, inNumbers(marks))

    if (!whole.ok) throw new Error(which)
    expect(inPieces.isRebuilt, which).toBe(whole.isRebuilt)
    const [parts, others] = [partsOf(whole.bytes), partsOf(inPieces.bytes)]
    expect(Object.keys(others).sort(), which).toEqual(Object.keys(parts).sort())
    for (const name of Object.keys(parts))
      if (!/styles|worksheets\/sheet/.test(name))
        expect(String(others[name]), `${which} ${name}`).toBe(String(parts[name]))
    const unstyled = (part: Buffer | undefined) => String(part).replace(/ s="\d+"/g, '')
    for (const name of Object.keys(parts).filter(one => one.includes('worksheets/sheet')))
      expect(unstyled(others[name]), `${which} ${name}`).toBe(unstyled(parts[name]))
  }
})

test('the cells have the same fills as when the file is marked whole', async () => {
  const school = await schoolWorkbook()
  const [whole, inPieces] = [
    await markWorkbook(school, schoolMarks()),
    await markedLong(school, inNumbers(schoolMarks())),
  ]
  if (!whole.ok) throw new Error('It was not marked')
  const fillsOf = async (bytes: Uint8Array) => {
    const { default: ExcelJS } = await import('exceljs')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as never)
    const fills: Record<string, string | undefined> = {}
    for (const sheet of book.worksheets)
      sheet.eachRow({ includeEmpty: true }, row =>
        row.eachCell({ includeEmpty: true }, cell => {
          const { fill } = cell
          if (fill?.type === 'pattern') fills[`${sheet.name} ${cell.address}`] = fill.fgColor?.argb
        }),
      )
    return fills
  }
  expect(await fillsOf(inPieces.bytes)).toEqual(await fillsOf(whole.bytes))
})

test('a long file has every row and every bad cell coloured, and as many cells commented as any', async () => {
  const rows = 9_000
  const bytes = await longWorkbook(rows)
  const opened = await openWorkbook(bytes)
  const sheet = opened.ok ? (opened.grids[0]?.name ?? '') : ''
  const numbers = Uint32Array.from({ length: rows }, (_, at) => at + 2)
  const cells = Array.from(numbers.subarray(0, 3_000), row => ({
    ...{ sheet, cell: `B${row}`, mark: 'reject' as const, note: `第 ${row} 行不对` },
  }))
  const made = await markedLong(bytes, {
    ...schoolMarks(),
    cells,
    rows: [{ sheet, mark: 'accepted', numbers: numbers.subarray(3_000) }],
  })

  const parts = partsOf(made.bytes)
  expect(String(parts['xl/comments1.xml']).match(/<comment /g)).toHaveLength(mostNotes)
  const xml = String(parts['xl/worksheets/sheet1.xml'])
  const styleOf = (cell: string) => new RegExp(`<c r="${cell}"[^>]*? s="(\\d+)"`).exec(xml)?.[1]
  expect(styleOf('B2')).toBe(styleOf('B3001'))
  expect(styleOf('B2')).not.toBe(styleOf('B3002'))
  expect(styleOf('A3002')).toBe(styleOf(`A${rows + 1}`))
  expect(styleOf('A3002')).not.toBe(styleOf('A3001'))
})

test('a text file comes back as an .xlsx with the same cells, whatever their number', async () => {
  const lines = Array.from({ length: 6_000 }, (_, at) => `0${at},"三(1)班\r\n二",${at % 7 === 0 ? '' : '40'}`)
  const bytes = new TextEncoder().encode(['编号,班级,时长', ...lines, ''].join('\r\n'))
  const rows = [{ sheet: 'Sheet1', mark: 'accepted' as const, numbers: Uint32Array.of(2, 3) }]
  const made = await markedLong(bytes, { ...schoolMarks(), cells: [], rows })

  expect(made.isRebuilt).toBe(true)
  const [before, after] = [await openWorkbook(bytes), await openWorkbook(made.bytes)]
  if (!before.ok || !after.ok) throw new Error('It does not open')
  expect(after.format).toBe('xlsx')
  expect(after.grids[0]?.rows.length).toBe(before.grids[0]?.rows.length)
  expect(after.grids[0]?.rows[5]).toEqual([
    { type: 'text', text: '04' },
    { type: 'text', text: '三(1)班\n二' },
    { type: 'text', text: '40' },
  ])
})

test('a file that does not open is not marked', async () => {
  const marks = inNumbers(schoolMarks())
  expect(await markLongFile(Buffer.from('PK\u0003\u0004 no workbook'), streamLimits, marks)).toBeUndefined()
})
