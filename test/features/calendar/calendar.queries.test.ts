import { expect, test } from 'vitest'
import { loadCalendar, publishedYears } from '#app/features/calendar/calendar.queries.server.ts'
import { schoolDaysOf, termOf } from '#app/features/calendar/calendar.rule.ts'
import { useDatabase } from '#test/support/database.ts'

const database = useDatabase()
const place = { schoolId: 'S1', unitCode: '320722' }

test('the seeded calendar gives 23 school days to September 2025', async () => {
  const calendar = await loadCalendar(database.db, { from: '2025-09-01', to: '2025-09-30' })

  expect(schoolDaysOf(calendar, place, 'primary', '2025-09-01', '2025-09-30')).toHaveLength(23)
  expect(termOf(calendar, '2025-09-30')).toEqual({
    id: '2025-2026-1',
    schoolYear: 2025,
    number: 1,
    firstDay: '2025-09-01',
    lastDay: '2026-01-30',
  })
})

test('the seeded holidays are those of 2024 to 2026', async () => {
  expect(await publishedYears(database.db)).toEqual([2024, 2025, 2026])
})
