import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { markWorkbook } from '#app/spreadsheet/marking/mark-workbook.server.ts'
import { markColours } from '#app/spreadsheet/marking/marks.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { savedByLibreOffice } from '#test/support/libreoffice.ts'
import { bySheetJs, partsOf, strict, unaddressed } from './other-workbooks.ts'
import { schoolMarks, schoolWorkbook } from './workbooks.ts'

afterAll(closeReader)

async function marked(bytes: Uint8Array, marks = schoolMarks()) {
  const answer = await markWorkbook(bytes, marks)
  if (!answer.ok) throw new Error('It was not marked')
  return answer
}

async function textsOf(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.grids.map(({ name, rows }) => [
    name,
    rows.map(row =>
      row.map(cell => (cell === undefined || cell.type === 'error' ? null : { ...cell, format: '' })),
    ),
  ])
}

async function sheetOf(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  const sheet = workbook.getWorksheet('9月')
  return {
    fill: (address: string) =>
      (sheet?.getCell(address).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb,
    note: (address: string) => {
      const note = sheet?.getCell(address).note
      return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')
    },
  }
}

test('LibreOffice shows every colour and comment; what it saves reads as before and loses our marks when marked anew', async () => {
  const original = await schoolWorkbook()
  const [saved] = await savedByLibreOffice((await marked(original)).bytes)

  const sheet = await sheetOf(saved!)
  const kinds = ['accepted', 'ask', 'reject', 'reject', 'warn', 'accepted', 'ignored'] as const
  expect(['A3', 'C4', 'D4', 'D5', 'B5', 'A6', 'A7'].map(sheet.fill)).toEqual(
    kinds.map(kind => markColours[kind]),
  )
  expect(sheet.note('D4')).toContain('请填写分钟数，如 40。')
  expect(sheet.note('C4')).toMatch(/王老师:\n这是校足球队\n【导入检查】\n请确认/)
  expect(await textsOf(saved!)).toEqual(await textsOf(original))

  const again = await marked(saved!, schoolMarks({ cells: [], rows: [] }))

  const clean = await sheetOf(again.bytes)
  expect(again.isRebuilt).toBe(false)
  expect(['A3', 'D4', 'A6'].map(clean.fill)).toEqual([undefined, undefined, undefined])
  expect(clean.note('D4')).toBe('')
  expect(clean.note('C4')).toBe('王老师:\n这是校足球队')
}, 120_000)

test('LibreOffice opens workbooks of every origin after they were marked, with all comments', async () => {
  const [ofItsOwn] = await savedByLibreOffice(await schoolWorkbook())
  const originals = [
    ofItsOwn!,
    strict(await schoolWorkbook()),
    bySheetJs('xlsx', { bookSST: true }),
    unaddressed(),
    bySheetJs('biff8'),
  ]
  const made = await Promise.all(originals.map(original => marked(original, schoolMarks({ rows: [] }))))

  const saved = await savedByLibreOffice(...made.map(({ bytes }) => bytes))

  for (const [at, original] of originals.entries()) {
    const texts = await textsOf(original)
    const comments = Object.entries(partsOf(saved[at]!)).filter(([name]) => /^xl\/comments/.test(name))
    const ours = comments.flatMap(([, content]) => String(content).match(/【导入检查】/g) ?? [])
    const wanted = schoolMarks().cells.filter(({ sheet }) => texts.some(([name]) => name === sheet))
    expect(await textsOf(made[at]!.bytes)).toEqual(texts)
    expect((await textsOf(saved[at]!)).map(([name]) => name)).toEqual(texts.map(([name]) => name))
    expect(ours).toHaveLength(wanted.length)
  }
}, 120_000)
