import { afterAll, expect, test } from 'vitest'
import { numberCell, shareCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import type { Report } from '#app/spreadsheet/write-report.server.ts'
import { writeReport } from '#app/spreadsheet/write-report.server.ts'

afterAll(closeReader)

const report: Report = {
  title: '连云港市“5621”布点情况',
  subtitle: '截至 2025-11-23',
  columns: [
    { levels: ['单位'], width: 16 },
    { levels: ['足球', '小学'], width: 8 },
    { levels: ['足球', '初中'], width: 8 },
    { levels: ['篮球', '小学'], width: 8 },
    { levels: ['比例'], width: 10 },
  ],
  rows: [[textCell('东海县'), numberCell(6), numberCell(2), undefined, shareCell(0.9286)]],
  totals: [textCell('合计'), numberCell(6), numberCell(2), numberCell(0), undefined],
  footer: ['填表人：'],
}

async function open(...reports: Report[]) {
  const opened = await openWorkbook(await writeReport(...reports))
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.grids
}

test('title, as-of line, header, rows, total and notes stand below each other', async () => {
  const [grid] = await open(report)

  expect(grid?.rows.map(row => Array.from(row, rawOf).filter(text => text !== ''))).toEqual([
    ['连云港市“5621”布点情况'],
    ['截至 2025-11-23'],
    ['单位', '足球', '篮球', '比例'],
    ['小学', '初中', '小学'],
    ['东海县', '6', '2', '0.9286'],
    ['合计', '6', '2', '0'],
    ['填表人：'],
  ])
  expect(grid?.rows[4]?.[4]).toEqual({ type: 'number', value: 0.9286, format: '0.00%' })
  expect(grid?.rows[4]?.[3]).toBeUndefined()
})

test('groups are merged to the right and single headers down', async () => {
  const [grid] = await open(report)

  expect(grid?.merges).toHaveLength(5)
  expect(grid?.merges).toEqual(
    expect.arrayContaining([
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 2, right: 2 },
      { top: 2, left: 4, bottom: 3, right: 4 },
    ]),
  )
})

test('several reports make one workbook', async () => {
  const grids = await open(report, { ...report, sheetName: '按项目[1]' })

  expect(grids.map(({ name }) => name)).toEqual(['连云港市“5621”布点情况', '按项目 1'])
})
