import { expect, test } from 'vitest'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { correctGrids } from '#app/spreadsheet/correct-grids.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { expectedWorkbooks, fixtureGrids } from './fixture-workbooks.ts'
import { cellOf } from './generated/sketch-grid.ts'
import { juniorContext, sampleContext } from './sample-context.ts'

const workbooks = await Promise.all(
  Object.entries(expectedWorkbooks).map(async ([file, { school }]) => ({
    file,
    grids: await fixtureGrids(file),
    context: { ...(school === '2132900001' ? sampleContext() : juniorContext()), fileName: file },
  })),
)

const keyOf = ({ sheet, cell, code }: Problem) => `${sheet}!${cell} ${code}`

function grid(lines: string[], differences: Partial<Grid> = {}): Grid {
  const rows = lines.map(line => line.split('|').map(text => cellOf(text.trim())))
  return { name: 'Sheet1', hidden: false, date1904: false, rows, merges: [], ...differences }
}

test('every suggestion, chosen, settles the cell that it was made for', () => {
  let chosen = 0
  for (const { file, grids, context } of workbooks) {
    const tried = new Set<string>()
    for (const problem of readActivityGrids(grids, context).problems) {
      for (const text of problem.candidates ?? []) {
        const key = [problem.code, problem.raw, text].join(' ')
        if (tried.has(key)) continue
        tried.add(key)
        const cells = [{ sheet: problem.sheet, cell: problem.cell, text }]
        const after = readActivityGrids(correctGrids(grids, { cells, skipped: [] }), context)
        expect([
          file,
          text,
          ...after.problems.filter(one => one.reading !== 'warn').map(keyOf),
        ]).not.toContain(keyOf(problem))
        chosen += 1
      }
    }
  }
  expect(chosen).toBeGreaterThan(10)
})

test('a row left out counts as often as before, whatever the layout, and brings no new row', () => {
  for (const { file, grids, context } of workbooks) {
    const whole = readActivityGrids(grids, context)
    const flagged = whole.rejectedRows.slice(0, 2)
    for (const { sheet, row } of [...flagged, ...whole.rows.slice(0, 1)]) {
      const after = readActivityGrids(correctGrids(grids, { cells: [], skipped: [{ sheet, row }] }), context)
      const known = new Set(whole.rows.map(one => JSON.stringify(one)))
      const ofRow = (one: { sheet: string; row: number }) => one.sheet === sheet && one.row === row

      expect([file, row, after.counts.read]).toEqual([file, row, whole.counts.read])
      expect(after.rows.filter(ofRow)).toEqual([])
      expect(after.rejectedRows.filter(ofRow)).toEqual([])
      expect(after.ignored.filter(ofRow).some(({ why }) => why === 'skipped')).toBe(true)
      expect(after.rows.filter(one => !known.has(JSON.stringify(one)) && !isSettled(one, whole))).toEqual([])
    }
  }
})

/** A row that stood against the one left out is good once that is gone. */
function isSettled(
  one: { sheet: string; cell: string },
  { rejectedRows, ignored }: ReturnType<typeof readActivityGrids>,
): boolean {
  return (
    rejectedRows.some(({ sheet, cell }) => sheet === one.sheet && cell === one.cell) ||
    ignored.some(({ sheet, why }) => sheet === one.sheet && why === 'duplicate')
  )
}

test('同上 below a row left out still says what that row says, and totals are not held against it', () => {
  const given = grid([
    '日期 | 班级 | 活动类型 | 时长(分钟)',
    '2025-09-08 | 三(1)班 | 体育课 | 40',
    '2025-09-09 | 三(2)班 | 体育课 | 很久',
    '同上 | 同上 | 大课间 | 30',
    '合计 | | | 110',
  ])
  const { rows, problems, ignored } = readActivityGrids(
    correctGrids([given], { cells: [], skipped: [{ sheet: 'Sheet1', row: 3 }] }),
    sampleContext(),
  )

  expect(problems.filter(one => one.code !== 'activity.kind-from-title')).toEqual([])
  expect(rows.map(one => `${one.classKey} ${one.day} ${one.minutes}`)).toEqual([
    'G3#1 2025-09-08 40',
    'G3#2 2025-09-09 30',
  ])
  expect(ignored.map(({ row, why }) => `${row} ${why}`)).toEqual(['3 skipped', '5 total'])
})

test('a wrong correction is a problem again', () => {
  const given = grid(['日期 | 班级 | 活动类型 | 时长(分钟)', '2025-09-08 | 三(1)班 | 体育课 | 很久'])
  const with_ = (text: string) =>
    readActivityGrids(
      correctGrids([given], { cells: [{ sheet: 'Sheet1', cell: 'D2', text }], skipped: [] }),
      sampleContext(),
    )

  expect(with_('45').rows.map(row => row.minutes)).toEqual([45])
  expect(with_('更久').problems).toMatchObject([{ cell: 'D2', raw: '更久' }])
  expect(with_('更久').rows).toEqual([])
})
