import { describe, expect, test } from 'vitest'
import { indicatorFigures, type LiveFigure } from '#app/features/designation/indicator.rule.ts'
import { peLessonsAWeek, peLessonsOf } from '#app/features/designation/pe-lessons.rule.ts'
import {
  lastTwelveMonths,
  perMille,
  pupilsIn,
  suggestedPoints,
  trainingRange,
  weeksOf,
} from '#app/features/designation/school-figures.rule.ts'
import { fc } from '#test/support/laws.ts'

const days = { from: '2025-10-14', asOf: '2026-10-13' }

describe('the points that a figure suggests', () => {
  test.each<[LiveFigure, number, number, number, number]>([
    ['daily_hour', 1000, 8000, 10, 1000],
    ['daily_hour', 950, 8000, 10, 1000],
    ['daily_hour', 949, 8000, 10, 997],
    ['daily_hour', 775, 8000, 10, 500],
    ['daily_hour', 600, 8000, 10, 0],
    ['daily_hour', 0, 8000, 10, 0],
    ['pe_lessons', 1000, 4000, 10, 1000],
    ['pe_lessons', 950, 4000, 10, 875],
    ['pe_lessons', 599, 4000, 10, 0],
    ['participation', 800, 900, 8, 800],
    ['participation', 799, 900, 8, 799],
    ['participation', 1, 900, 8, 1],
    ['team_days', 30, 10, 8, 800],
    ['team_days', 50, 10, 8, 800],
    ['team_days', 29, 10, 8, 773],
    ['team_days', 0, 10, 8, 0],
    ['coaches', 3, 900, 10, 1000],
    ['coaches', 2, 900, 10, 667],
    ['coaches', 1, 299, 10, 1000],
    ['coaches', 0, 900, 10, 0],
    ['placements', 1, 2, 5, 250],
    ['placements', 2, 2, 5, 500],
    ['daily_hour', 1000, 8000, 0, 0],
  ])('%s %i of %i gives of %i points %i hundredths', (figure, value, of, most, points) => {
    expect(suggestedPoints({ figure, value, of, ...days }, most)).toBe(points)
  })

  test('are whole hundredths, never negative, never above the most, and never fewer for a better figure', () => {
    const figure = fc.constantFrom(...indicatorFigures.filter(one => one !== ''))
    const count = fc.nat({ max: 20_000 })
    const of = fc.integer({ min: 1, max: 20_000 })
    const most = fc.nat({ max: 100 })
    fc.assert(
      fc.property(figure, count, count, of, most, (name, value, more, whole, points) => {
        const given = { figure: name, of: whole, ...days }
        const suggested = suggestedPoints({ ...given, value }, points)
        expect(Number.isInteger(suggested)).toBe(true)
        expect(suggested).toBeGreaterThanOrEqual(0)
        expect(suggested).toBeLessThanOrEqual(points * 100)
        expect(suggestedPoints({ ...given, value: value + more }, points)).toBeGreaterThanOrEqual(suggested)
      }),
    )
  })

  test('a figure of nothing is a mistake, not zero points', () => {
    expect(() => suggestedPoints({ figure: 'coaches', value: 3, of: 0, ...days }, 10)).toThrow(RangeError)
  })
})

test('a share is rounded half up', () => {
  expect([perMille(1, 2000), perMille(1, 2001), perMille(2, 3)]).toEqual([1, 0, 667])
})

describe('the days of a figure', () => {
  test('are the last twelve months, or those since the school opened', () => {
    expect(lastTwelveMonths('2026-10-13', '2000-09-01')).toEqual({ from: '2025-10-14', to: '2026-10-13' })
    expect(lastTwelveMonths('2026-10-13', '2026-09-01')).toEqual({ from: '2026-09-01', to: '2026-10-13' })
  })

  const terms = [
    { id: '2', schoolYear: 2025, number: 2, firstDay: '2026-03-02', lastDay: '2026-06-30' },
    { id: '1', schoolYear: 2025, number: 1, firstDay: '2025-09-01', lastDay: '2026-01-30' },
  ]

  test.each<[string, string, string]>([
    ['2026-05-11', '2026-03-02', '2026-05-11'],
    ['2026-08-01', '2026-03-02', '2026-06-30'],
    // The term is four weeks old on the 30th.
    ['2026-03-29', '2025-09-01', '2026-01-30'],
    ['2026-03-30', '2026-03-02', '2026-03-30'],
    ['2025-09-10', '2025-09-01', '2025-09-10'],
  ])('on %s training is looked at from %s to %s', (day, from, to) => {
    expect(trainingRange(terms, day)).toEqual({ from, to })
  })

  test('before all terms there are none', () => {
    expect(trainingRange(terms, '2025-08-31')).toBeNull()
  })

  test('weeks begin on Monday', () => {
    expect(weeksOf(['2026-05-08', '2026-05-11', '2026-05-15'])).toBe(2)
  })
})

test.each([
  [{ days: 3, whole: true, most: 40 }, 0],
  [{ days: 4, whole: true, most: 20 }, 45],
  [{ days: 4, whole: false, most: 20 }, 20],
  [{ days: 4, whole: false, most: 60 }, 45],
  [{ days: 4, whole: false, most: null }, 0],
])('of a class of 45 that logged %j, %i pupils do the sport', (logged, pupils) => {
  expect(pupilsIn(logged, 45)).toBe(pupils)
})

describe('PE lessons', () => {
  test.each([
    [1, '2025-08-31', 4],
    [2, '2025-09-01', 5],
    [3, '2025-08-31', 3],
    [6, '2025-09-01', 5],
    [7, '2026-08-31', 3],
    [9, '2026-09-01', 5],
    [10, '2026-09-01', 2],
    [1, '2007-05-24', 0],
  ])('grade %i is to have on %s %i a week', (grade, day, lessons) => {
    expect(peLessonsAWeek(grade, day)).toBe(lessons)
  })

  const week = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15']
  const life = { openedOn: '2000-09-01', closedOn: '9999-12-31' }
  const third = (id: string) => ({
    ...{ id, stage: 'primary' as const, entryYear: 2023 },
    ...{ validFrom: '2023-09-01', validTo: '9999-12-31' },
  })
  const lessons = (given: Partial<Parameters<typeof peLessonsOf>[0]>) =>
    peLessonsOf({
      ...{ classes: [third('a'), third('b')], life, exemptions: [], schoolDays: () => week },
      ...{ heldOn: () => 1, ...given },
    })

  test('a lesson a day is all that is laid down for the third grade', () => {
    expect(lessons({})).toEqual({ held: 50, due: 50 })
  })

  test('what one class has above its due does not make up for another', () => {
    expect(lessons({ heldOn: id => (id === 'a' ? 2 : 0) })).toEqual({ held: 25, due: 50 })
  })

  test('an exempt day, and days before the class was there, ask for nothing and give nothing', () => {
    const exemptions = [{ grade: 3, classId: '', firstDay: '2026-05-11', lastDay: '2026-05-12' }]
    expect(lessons({ exemptions })).toEqual({ held: 30, due: 30 })
    const classes = [{ ...third('a'), validFrom: '2026-05-15' }]
    expect(lessons({ classes })).toEqual({ held: 5, due: 5 })
  })

  test('a senior class owes two a week, on whichever days it has them', () => {
    const classes = [{ ...third('a'), stage: 'senior' as const, entryYear: 2025 }]
    const heldOn = (_id: string, day: string) => (day <= '2026-05-12' ? 1 : 0)
    expect(lessons({ classes, heldOn })).toEqual({ held: 10, due: 10 })
  })
})
