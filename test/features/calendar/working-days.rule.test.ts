import { expect, test } from 'vitest'
import { isWorkingDay, workingDaysAfter } from '#app/features/calendar/working-days.rule.ts'

const holidays = new Map([
  ['2026-10-01', 'free'],
  ['2026-10-02', 'free'],
  ['2026-10-05', 'free'],
  ['2026-10-06', 'free'],
  ['2026-10-07', 'free'],
  ['2026-10-10', 'worked'],
] as const)
const plain = { special: new Map(), years: [2026] }

test('seven working days are whole ones, from the next one on', () => {
  const from26 = workingDaysAfter('2026-11-26', 7, plain)
  const from28 = workingDaysAfter('2026-11-28', 7, plain)

  expect(from26).toEqual({ ok: true, from: '2026-11-27', to: '2026-12-07' })
  expect(from28).toEqual({ ok: true, from: '2026-11-30', to: '2026-12-08' })
})

test('holidays do not count, a make-up Saturday does', () => {
  const counted = workingDaysAfter('2026-09-29', 7, { special: holidays, years: [2026] })

  expect(counted).toEqual({ ok: true, from: '2026-09-30', to: '2026-10-14' })
  expect(isWorkingDay('2026-10-10', holidays)).toBe(true)
  expect(isWorkingDay('2026-10-11', holidays)).toBe(false)
})

test('a year whose holidays are not published is not taken for one without any', () => {
  expect(workingDaysAfter('2026-12-22', 7, plain)).toMatchObject({ ok: true, to: '2026-12-31' })
  expect(workingDaysAfter('2026-12-23', 7, plain)).toEqual({ ok: false, refusal: 'holidays-unknown' })
  expect(workingDaysAfter('2026-12-23', 7, { ...plain, years: [2026, 2027] })).toMatchObject({
    ok: true,
    to: '2027-01-01',
  })
})
