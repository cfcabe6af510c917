import { expect, test } from 'vitest'
import { isWorkingDay, noticeOf } from '#app/features/applications/notice.rule.ts'

const holidays = new Map([
  ['2026-10-01', 'free'],
  ['2026-10-02', 'free'],
  ['2026-10-05', 'free'],
  ['2026-10-06', 'free'],
  ['2026-10-07', 'free'],
  ['2026-10-10', 'worked'],
] as const)

test('a notice runs seven whole working days, from the next one on', () => {
  expect(noticeOf('2026-11-26', new Map())).toEqual({ from: '2026-11-27', to: '2026-12-07' })
  expect(noticeOf('2026-11-28', new Map())).toEqual({ from: '2026-11-30', to: '2026-12-08' })
})

test('holidays do not count, a make-up Saturday does', () => {
  expect(noticeOf('2026-09-29', holidays)).toEqual({ from: '2026-09-30', to: '2026-10-14' })
  expect(isWorkingDay('2026-10-10', holidays)).toBe(true)
  expect(isWorkingDay('2026-10-11', holidays)).toBe(false)
})
