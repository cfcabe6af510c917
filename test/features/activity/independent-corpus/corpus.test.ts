import { describe, expect, test } from 'vitest'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { randomFrom } from '../generated/random.ts'
import { sampleContext } from '../sample-context.ts'
import { clerkOf } from './clerk.ts'
import { keepDiary } from './diary.ts'
import * as forms from './forms.ts'
import * as lists from './lists.ts'
import { bytesOf, type Format, type Page } from './pages.ts'

const layouts = Object.entries({ ...forms, ...lists })
const seeds = [1, 2, 3, 4]

/** Text and HTML hold one sheet without a name, text no merged cells. */
function formatsOf(pages: Page[]): Format[] {
  if (pages.some(({ name }) => name !== 'Sheet1')) return ['xlsx', 'xlsx-sheetjs', 'xls']
  if (pages.some(({ merges }) => merges.length > 0)) return ['xlsx', 'xlsx-sheetjs', 'xls', 'html']
  return ['xlsx', 'xlsx-sheetjs', 'xls', 'html', 'csv', 'gb18030', 'tsv']
}

describe.each(layouts)('%s', (_name, layout) => {
  test.each(seeds)('reads from its bytes as a careful clerk would, seed %i', async seed => {
    const random = randomFrom(seed * 7 + 1)
    const bad = seed % 2 === 0 ? 0.05 : 0
    const diary = keepDiary(random, { blank: 0.08, bad })
    const clerk = clerkOf(diary, bad)
    const pages = layout(diary, clerk)

    const opened = await openWorkbook(await bytesOf(pages, random.pick(formatsOf(pages))))
    if (!opened.ok) throw new Error(opened.refusal)
    const reading = readActivityGrids(opened.grids, sampleContext())

    const rows = reading.rows.map(
      row => `${row.classKey} ${row.day} ${row.kind.replace(/_(AM|PM)$/, '')} ${row.minutes}`,
    )
    const flagged = reading.problems
      .filter(({ reading }) => reading !== 'warn')
      .map(({ sheet, cell }) => `${sheet}!${cell}`)
    expect([...clerk.rows].filter(row => !rows.includes(row))).toEqual([])
    expect(rows.filter(row => !clerk.rows.has(row))).toEqual([])
    expect([...new Set(flagged)].sort()).toEqual([...clerk.flagged].sort())
  })
})
