import { expect, test } from 'vitest'
import { printOf } from '#app/features/activity/class-day-print.rule.ts'

const row = {
  ...{ classId: 'a', day: '2025-09-01', kind: 'PE', startsAt: '10:15', minutes: 40, sportCode: 'football' },
  ...{ participants: 40, teacher: '王老师', note: '' },
}
const other = { ...row, kind: 'MORNING_EXERCISE', startsAt: '07:30', minutes: 15, sportCode: null }

test('a class-day has the same print in whatever order its rows come', () => {
  expect(printOf([row, other])).toBe(printOf([other, row]))
})

test('any change of a row, and any row more or less, gives another print', () => {
  const changes = [
    { classId: 'b' },
    { day: '2025-09-02' },
    { kind: 'CLUB' },
    { startsAt: '' },
    { minutes: 41 },
    { sportCode: null },
    { participants: null },
    { participants: 41 },
    { teacher: '王' },
    { note: '雨' },
    { teacher: '', note: '王老师' },
  ]
  const prints = [
    printOf([]),
    printOf([row]),
    printOf([row, row]),
    printOf([row, other]),
    printOf([row, { ...other, minutes: 40 }]),
    printOf([
      { ...row, minutes: 15 },
      { ...other, minutes: 40 },
    ]),
    ...changes.map(change => printOf([{ ...row, ...change }])),
  ]
  expect(new Set(prints).size).toBe(prints.length)
})
