import { describe, expect, test } from 'vitest'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { type ExpectedRow, expectedWorkbooks, fixtureGrids } from './fixture-workbooks.ts'
import { juniorContext, sampleContext } from './sample-context.ts'

const keyOf = (row: ExpectedRow) =>
  `${row.class} ${row.date} ${row.kind.replace(/^BIG_BREAK_(AM|PM)$/, 'BIG_BREAK')} ${row.minutes}`

const workbooks = await Promise.all(
  Object.entries(expectedWorkbooks).map(async ([file, expected]) => ({
    file,
    expected,
    grids: await fixtureGrids(file),
  })),
)

describe.each(workbooks)('$file', ({ file, expected, grids }) => {
  const context = {
    ...(expected.school === '2132900001' ? sampleContext() : juniorContext()),
    fileName: file,
  }
  const reading = readActivityGrids(grids, context)
  const rows = reading.rows.map(row =>
    keyOf({ class: row.classKey, date: row.day, kind: row.kind, minutes: row.minutes }),
  )
  const exact = reading.rows.map(row => `${row.classKey} ${row.day} ${row.kind} ${row.startsAt}`)
  const flagged = reading.problems
    .filter(({ reading }) => reading !== 'warn')
    .map(({ sheet, cell }) => `${sheet}!${cell}`)

  test('yields the rows that a careful clerk would read and no others', () => {
    const wanted = expected.rows.map(keyOf)
    const optional = new Set((expected.optional ?? []).map(keyOf))

    expect(wanted.filter(key => !rows.includes(key))).toEqual([])
    expect(rows.filter(key => !wanted.includes(key) && !optional.has(key))).toEqual([])
    expect(new Set(exact).size).toBe(exact.length)
    expect(reading.sheet).toBe(expected.sheet)
  })

  test('says 上午 or 下午 of a 大课间 as the workbook does', () => {
    const exact = (kind: string) => kind === 'BIG_BREAK_AM' || kind === 'BIG_BREAK_PM'
    const wanted = expected.rows
      .filter(({ kind }) => exact(kind))
      .map(row => `${row.class} ${row.date} ${row.kind}`)

    const read = new Set(reading.rows.map(row => `${row.classKey} ${row.day} ${row.kind}`))

    expect(wanted.filter(key => !read.has(key))).toEqual([])
  })

  test('asks about or refuses exactly the cells that cannot be read', () => {
    const wanted = (expected.flagged ?? []).map(({ sheet, cell }) => `${sheet}!${cell}`)

    expect([...new Set(flagged)].sort()).toEqual(wanted.sort())
  })

  test('counts every row once', () => {
    const { read, accepted, rejected, ignored } = reading.counts

    expect(read).toBe(accepted + rejected + ignored)
    expect(accepted).toBe(reading.rows.length)
  })
})
