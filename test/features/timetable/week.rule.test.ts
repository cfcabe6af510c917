import { expect, test } from 'vitest'
import { lessonRange, lessonsOf, weekdaysOf } from '#app/features/timetable/week.rule.ts'

const lesson = (weekday: number) => ({ weekday, kind: 'PE_LESSON' })
const longBreak = (weekday: number) => ({ weekday, kind: 'BIG_BREAK_AM' })

test('a week has five columns, and those of a weekend on which something is planned', () => {
  expect(weekdaysOf([])).toEqual([1, 2, 3, 4, 5])
  expect(weekdaysOf([{ activities: [lesson(6)] }, { activities: [] }])).toEqual([1, 2, 3, 4, 5, 6])
})

test('no timetable is not the same as no lesson', () => {
  expect(lessonsOf([])).toBeNull()
  expect(lessonsOf([longBreak(1)])).toBe(0)
  expect(lessonsOf([lesson(1), longBreak(1), lesson(3)])).toBe(2)
})

test('the fewest and the most lessons are those of classes with a timetable', () => {
  expect(lessonRange([{ lessons: null }])).toBeNull()
  expect(lessonRange([{ lessons: 5 }, { lessons: null }, { lessons: 2 }])).toEqual({ least: 2, most: 5 })
})
