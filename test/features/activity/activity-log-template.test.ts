import { expect, test } from 'vitest'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { activityLogSheet } from '#app/features/imports/activity-log.sheet.ts'
import { activityKinds } from '#app/spreadsheet/cells/kind.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { writeTable } from '#app/spreadsheet/write-table.server.ts'
import { writeTemplate } from '#app/spreadsheet/write-template.server.ts'
import { sampleContext } from './sample-context.ts'

const given = activityKinds.map((kind, index) => ({
  code: '2132900001',
  date: '2025-09-08',
  grade: '三年级',
  className: '三(2)班',
  kind,
  sport: index === 0 ? '足球' : null,
  startsAt: index === 1 ? '09:20' : null,
  minutes: 10 + index,
  participants: index === 2 ? 44 : null,
  teacher: '王老师',
  note: index === 3 ? '雨天室内' : null,
}))

async function readingOf(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.refusal)
  return readActivityGrids(opened.grids, sampleContext())
}

test.each(['zh-CN', 'en'] as const)(
  'the log template of %s, filled in as it stands, reads back whole',
  async locale => {
    const reading = await readingOf(await writeTemplate(activityLogSheet, { locale, rows: given }))

    expect(reading.problems.filter(({ code }) => code !== 'activity.long-day')).toEqual([])
    expect(reading.rows.map(({ classKey, day, kind, minutes }) => [classKey, day, kind, minutes])).toEqual(
      given.map(({ date, kind, minutes }) => ['G3#2', date, kind, minutes]),
    )
    expect(reading.rows[0]).toMatchObject({ sportCode: 'football', startsAt: '', teacher: '王老师' })
    expect(reading.rows[1]).toMatchObject({ startsAt: '09:20' })
    expect(reading.rows[2]).toMatchObject({ participants: 44 })
    expect(reading.rows[3]).toMatchObject({ note: '雨天室内' })
  },
)

test.each(['zh-CN', 'en'] as const)('an exported log of %s reads back whole', async locale => {
  const reading = await readingOf(
    await writeTable(activityLogSheet, given, { locale, note: '截至 2025-10-15' }),
  )

  expect(reading.rows).toHaveLength(given.length)
  expect(reading.problems.filter(({ code }) => code !== 'activity.long-day')).toEqual([])
})

test('an empty template says nothing', async () => {
  const rows = given.map(({ code, date, grade, className, kind }) => ({ code, date, grade, className, kind }))

  const reading = await readingOf(await writeTemplate(activityLogSheet, { locale: 'zh-CN', rows }))

  expect(reading.problems).toEqual([])
  expect(reading.rows).toEqual([])
})
