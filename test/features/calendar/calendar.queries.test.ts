import chineseDays from 'chinese-days'
import { expect, test } from 'vitest'
import { daysBetween, weekdayOf } from '#app/calendar-day.ts'
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

test('every day of 2024 to 2026 is worked or free as the State Council published it', async () => {
  const calendar = await loadCalendar(database.db, { from: '2024-01-01', to: '2026-12-31' })

  const wrong = daysBetween('2024-01-01', '2026-12-31').filter(day => {
    const kind = calendar.layers.get('national')?.get(day)?.kind
    const isWorked = kind === undefined ? weekdayOf(day) <= 5 : kind === 'makeup'
    return isWorked !== chineseDays.isWorkday(day)
  })

  expect(wrong).toEqual([])
})

test('the seeded holidays are those of 2024 to 2026', async () => {
  expect(await publishedYears(database.db)).toEqual([2024, 2025, 2026])
})
