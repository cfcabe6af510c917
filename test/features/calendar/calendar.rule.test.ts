import { describe, expect, test } from 'vitest'
import { daysBetween, weekdayOf } from '#app/calendar-day.ts'
import {
  type CalendarEntry,
  calendarOf,
  dayKindOf,
  followedWeekday,
  isSchoolDay,
  schoolDaysOf,
  termOf,
  unpublishedYearsOf,
} from '#app/features/calendar/calendar.rule.ts'
import { holidays, terms } from '#db/reference/calendar.ts'
import { fc } from '#test/support/laws.ts'

const place = { schoolId: 'S1', unitCode: '320722' }
const neighbour = { schoolId: 'S2', unitCode: '320722' }
const elsewhere = { schoolId: 'S3', unitCode: '320706' }

function national(): CalendarEntry[] {
  return Object.entries(holidays).flatMap(([year, { off, work }]) => [
    ...off.split(' ').map(day => entry({ scope: 'national', day: `${year}-${day}`, kind: 'holiday' })),
    ...work.split(' ').map(day => entry({ scope: 'national', day: `${year}-${day}`, kind: 'makeup' })),
  ])
}

function entry(given: Partial<CalendarEntry> & Pick<CalendarEntry, 'scope' | 'day' | 'kind'>): CalendarEntry {
  return { stage: '', followsWeekday: null, note: '', ...given }
}

function calendarWith(...entries: CalendarEntry[]) {
  return calendarOf({ from: '2024-09-01', to: '2027-08-31', terms, entries: [...national(), ...entries] })
}

describe('the plain week, terms and public holidays', () => {
  test('September 2025 has 23 school days: 22 weekdays and the make-up Sunday', () => {
    const days = schoolDaysOf(calendarWith(), place, 'primary', '2025-09-01', '2025-09-30')

    expect(days).toHaveLength(23)
    expect(days).toContain('2025-09-28')
  })

  test.each([
    ['2025-09-06', 'weekend'],
    ['2025-10-01', 'holiday'],
    ['2025-10-11', 'makeup'],
    ['2025-07-15', 'vacation'],
    ['2026-01-30', 'school_day'],
    ['2026-01-31', 'vacation'],
  ] as const)('%s is a %s', (day, kind) => {
    expect(dayKindOf(calendarWith(), place, 'primary', day)).toBe(kind)
  })

  test('a make-up day follows the weekday that the calendar says, where there is school', () => {
    const wednesday = { kind: 'makeup' as const, followsWeekday: 3 }
    const calendar = calendarWith(
      entry({ scope: 'city', day: '2025-10-11', ...wednesday }),
      entry({ scope: 'city', day: '2026-02-14', ...wednesday }),
    )

    expect(followedWeekday(calendar, place, 'primary', '2025-10-11')).toBe(3)
    expect(followedWeekday(calendar, place, 'primary', '2026-02-14')).toBeNull()
    expect(followedWeekday(calendarWith(), place, 'primary', '2025-10-11')).toBeNull()
    expect(followedWeekday(calendar, place, 'primary', '2025-10-13')).toBeNull()
  })

  test('a make-up day between two terms is no school day', () => {
    const calendar = calendarWith()

    expect(dayKindOf(calendar, place, 'junior', '2026-02-14')).toBe('vacation')
    expect(isSchoolDay(calendar, place, 'junior', '2025-02-08')).toBe(false)
    expect(termOf(calendar, '2025-02-08')).toBeNull()
  })

  test('no entry makes a school day outside a term', () => {
    const calendar = calendarWith(entry({ scope: 'S1', day: '2025-07-15', kind: 'school_day' }))

    expect(isSchoolDay(calendar, place, 'primary', '2025-07-15')).toBe(false)
  })
})

describe('layers', () => {
  const day = '2025-11-12'

  test('a later layer wins over an earlier one', () => {
    const calendar = calendarWith(
      entry({ scope: 'national', day, kind: 'holiday' }),
      entry({ scope: 'city', day, kind: 'school_day' }),
      entry({ scope: '320722', day, kind: 'season_break' }),
      entry({ scope: 'S1', day, kind: 'exam' }),
    )

    expect(dayKindOf(calendar, place, 'primary', day)).toBe('exam')
    expect(dayKindOf(calendar, neighbour, 'primary', day)).toBe('season_break')
    expect(dayKindOf(calendar, elsewhere, 'primary', day)).toBe('school_day')
  })

  test('on one layer a row for the stage wins over one for all, and touches no other stage', () => {
    const calendar = calendarWith(
      entry({ scope: 'city', day, kind: 'suspended' }),
      entry({ scope: 'city', day, kind: 'school_day', stage: 'senior' }),
    )

    expect(dayKindOf(calendar, place, 'senior', day)).toBe('school_day')
    expect(dayKindOf(calendar, place, 'junior', day)).toBe('suspended')
  })

  test('a row for all on a later layer wins over a row for the stage on an earlier one', () => {
    const calendar = calendarWith(
      entry({ scope: 'city', day, kind: 'exam', stage: 'junior' }),
      entry({ scope: '320722', day, kind: 'school_day' }),
    )

    expect(dayKindOf(calendar, place, 'junior', day)).toBe('school_day')
  })

  test.each(['exam', 'suspended', 'season_break', 'vacation', 'holiday', 'weekend'] as const)(
    'a day marked %s inside a term is no school day',
    kind => {
      const calendar = calendarWith(entry({ scope: 'S1', day, kind }))

      expect(isSchoolDay(calendar, place, 'primary', day)).toBe(false)
      expect(isSchoolDay(calendar, neighbour, 'primary', day)).toBe(true)
    },
  )

  test('the list of school days holds exactly the days that are one, for every place', () => {
    const kinds = ['school_day', 'holiday', 'makeup', 'exam', 'suspended'] as const
    const anyEntry = fc.record({
      scope: fc.constantFrom('city', '320722', 'S1'),
      stage: fc.constantFrom('' as const, 'primary' as const, 'junior' as const),
      day: fc.constantFrom(...daysBetween('2026-01-19', '2026-03-10')),
      kind: fc.constantFrom(...kinds),
    })
    fc.assert(
      fc.property(fc.array(anyEntry), entries => {
        const calendar = calendarWith(...entries.map(entry))
        for (const where of [place, neighbour, elsewhere]) {
          const days = schoolDaysOf(calendar, where, 'primary', '2026-01-19', '2026-03-10')
          const expected = daysBetween('2026-01-19', '2026-03-10').filter(
            day =>
              calendar.terms.some(term => term.firstDay <= day && day <= term.lastDay) &&
              ['school_day', 'makeup'].includes(dayKindOf(calendar, where, 'primary', day)),
          )
          expect(days).toEqual(expected)
        }
      }),
    )
  })
})

test('without entries the school days of a term are its Mondays to Fridays', () => {
  const calendar = calendarOf({ from: '2025-09-01', to: '2026-01-30', terms, entries: [] })

  const days = schoolDaysOf(calendar, place, 'senior', '2025-09-01', '2026-01-30')

  expect(days).toEqual(daysBetween('2025-09-01', '2026-01-30').filter(day => weekdayOf(day) <= 5))
})

test('asking for a day that was not loaded is a mistake, never a silent school day', () => {
  const calendar = calendarOf({ from: '2025-09-01', to: '2025-09-30', terms, entries: [] })

  expect(() => isSchoolDay(calendar, place, 'primary', '2025-10-09')).toThrow(/outside/)
})

test('a year without published holidays is named', () => {
  expect(unpublishedYearsOf([2025, 2026], '2026-09-01', '2027-01-29')).toEqual([2027])
})
