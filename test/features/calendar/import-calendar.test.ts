import { afterEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { dayKindOf } from '#app/features/calendar/calendar.rule.ts'
import { calendarSheet } from '#app/features/calendar/calendar.sheet.ts'
import { calendarRecords } from '#app/features/calendar/export-calendar.server.ts'
import { calendarImport } from '#app/features/calendar/import-calendar.server.ts'
import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { writeTable } from '#app/spreadsheet/write-table.server.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { sketch } from '#test/spreadsheet/sketch.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()
const header = ['范围', '学段', '日期', '类型', '课表按星期', '说明']

afterEach(async () => {
  await database.db.deleteFrom('calendar_entry').where('scope', '!=', 'national').execute()
})

function contextFor(scope: Scope = { kind: 'city' }): ImportContext {
  return {
    importId: newId(),
    fileName: '校历.xlsx',
    today: '2025-11-01',
    now: '2025-11-01 08:00:00.000',
    scope,
    actor: { id: null, name: '李主任' },
    schoolId: null,
  }
}

function stage(rows: (string | number | null)[][], scope?: Scope) {
  return calendarImport.stage(database.db, [sketch([header, ...rows])], contextFor(scope))
}

describe('reading a calendar', () => {
  test('days are committed on the layer that the row names, in words or codes', async () => {
    const { id } = await insertSchool(database.db)
    const staged = await stage([
      [null, null, '2025-11-12', '停课', null, '台风'],
      ['320722', '初中', '2025-11-13', 'exam', null, null],
      ['2132000001', null, '2025-11-15', '调休上课', '周三', '补10月8日的课'],
    ])

    await inTransaction(database.db, tx => calendarImport.commit(tx, staged.rows, contextFor()))

    expect(staged.rows.map(row => row.verdict)).toEqual(['new', 'new', 'new'])
    const calendar = await loadCalendar(database.db, { from: '2025-11-01', to: '2025-11-30' })
    const place = { schoolId: id, unitCode: '320722' }
    expect(dayKindOf(calendar, place, 'primary', '2025-11-12')).toBe('suspended')
    expect(dayKindOf(calendar, place, 'junior', '2025-11-13')).toBe('exam')
    expect(dayKindOf(calendar, place, 'primary', '2025-11-13')).toBe('school_day')
    expect(calendar.layers.get(id)?.get('2025-11-15')).toMatchObject({ kind: 'makeup', followsWeekday: 3 })
  })

  test('every bad row is told, and none of them is taken', async () => {
    const staged = await stage([
      ['9999999999', null, '2025-11-12', '停课', null, null],
      [null, null, '2025-11-31', '停课', null, null],
      [null, null, '2025-11-14', '随便', null, null],
      [null, null, '2025-11-17', '停课', 3, null],
      [null, null, '2025-11-18', '停课', null, null],
      [null, null, '2025-11-18', '考试', null, null],
    ])

    expect(staged.rows).toEqual([])
    expect(staged.rejected.map(one => one.row)).toEqual([2, 3, 4, 5, 6, 7])
    expect(staged.problems.map(one => one.cell).sort()).toEqual(['A2', 'C3', 'C6', 'C7', 'D4', 'E5'])
  })

  test('the same row twice counts once', async () => {
    const row = [null, null, '2025-11-18', '停课', null, null]

    const staged = await stage([row, row])

    expect(staged.rows).toHaveLength(1)
    expect(staged.ignored).toEqual([{ sheet: 'Sheet1', row: 3, why: 'repeated' }])
  })

  test('a unit imports its own days only', async () => {
    const staged = await stage(
      [
        ['320722', null, '2025-11-12', '停课', null, null],
        [null, null, '2025-11-12', '停课', null, null],
      ],
      { kind: 'unit', unitCode: '320722' },
    )

    expect(staged.rows).toHaveLength(1)
    expect(staged.problems).toMatchObject([{ cell: 'A3', code: 'calendar.scope-not-yours' }])
  })
})

test('only the city may change the national holidays', async () => {
  const row = ['全国', null, '2027-01-01', '节假日', null, '元旦']

  const byUnit = await stage([row], { kind: 'unit', unitCode: '320722' })
  const byCity = await stage([row])

  expect(byUnit.problems).toMatchObject([{ cell: 'A2', code: 'calendar.scope-not-yours' }])
  expect(byCity.rows).toMatchObject([{ verdict: 'new' }])
})

test('an export imported again is unchanged in every row', async () => {
  await insertSchool(database.db)
  const staged = await stage([
    [null, '高中', '2025-11-12', '停课', null, '台风'],
    ['320722', null, '2025-11-13', '春秋假', null, null],
    ['2132000001', null, '2025-11-15', '调休上课', 3, null],
  ])
  await inTransaction(database.db, tx => calendarImport.commit(tx, staged.rows, contextFor()))

  const range = { from: '2025-10-11', to: '2025-11-30', asOf: '2025-11-01' }
  const records = await calendarRecords(database.db, { kind: 'city' }, range)
  const opened = await openWorkbook(await writeTable(calendarSheet, records, { locale: 'zh-CN' }))

  if (!opened.ok) throw new Error(opened.refusal)
  const again = await calendarImport.stage(database.db, opened.grids, contextFor())
  expect(again.rows.map(row => [row.shown.place, row.verdict])).toEqual([
    ['全国', 'unchanged'],
    [null, 'unchanged'],
    ['320722', 'unchanged'],
    ['2132000001', 'unchanged'],
  ])
  expect(await inTransaction(database.db, tx => calendarImport.commit(tx, again.rows, contextFor()))).toEqual(
    [],
  )
})
