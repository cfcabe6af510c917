import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { usualKinds, writeActivityWeek } from '#app/features/activity/write-activity-week.server.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleContext } from './sample-context.ts'

const days = ['2025-09-22', '2025-09-23', '2025-09-24', '2025-09-25', '2025-09-26', '2025-09-28']
const classes = ['三(1)班', '三(2)班', '三(3)班', '四(1)班'].map(name => ({ name, days }))
const week = { school: { code: '2132900001', name: '东海县试验小学' }, classes, kinds: usualKinds }

async function readingOf(bytes: Uint8Array, today = '2025-10-15') {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.refusal)
  return { reading: readActivityGrids(opened.grids, sampleContext({ today })), mark: opened.mark }
}

test.each(['zh-CN', 'en'] as const)(
  'the week template of %s, filled in as it stands, reads back whole',
  async locale => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await writeActivityWeek({ ...week, locale })).buffer as ArrayBuffer)
    const page = workbook.worksheets[0]!
    classes.forEach((_, row) => {
      for (let column = 0; column < days.length * usualKinds.length; column += 1) {
        page.getCell(5 + row, 2 + column).value = 20 + column
      }
    })

    const { reading, mark } = await readingOf(new Uint8Array(await workbook.xlsx.writeBuffer()))

    expect(reading.problems).toEqual([])
    expect(reading.rows).toHaveLength(classes.length * days.length * usualKinds.length)
    expect(reading.rows[0]).toMatchObject({
      classKey: 'G3#1',
      day: '2025-09-22',
      kind: 'PE_LESSON',
      minutes: 20,
    })
    expect(reading.rows.at(-1)).toMatchObject({ classKey: 'G4#1', day: '2025-09-28', minutes: 43 })
    expect(reading.sheet).toBe('activity-week')
    expect(mark).toEqual({ sheet: 'activity-week', version: 1, school: '2132900001' })
  },
)

test('an empty template of the coming week says nothing', async () => {
  const { reading } = await readingOf(await writeActivityWeek({ ...week, locale: 'zh-CN' }), '2025-09-19')

  expect(reading.problems).toEqual([])
  expect(reading.rows).toEqual([])
})

test('a day on which a class has no school stays out', async () => {
  const some = classes.map((one, index) => ({ ...one, days: index === 0 ? days.slice(0, 5) : days }))

  const { reading } = await readingOf(await writeActivityWeek({ ...week, classes: some, locale: 'zh-CN' }))

  expect(reading.problems).toEqual([])
})
