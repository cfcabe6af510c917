import { expect, test } from 'vitest'
import { elapsedPart, periodOf } from '#app/features/compliance/period.rule.ts'
import { terms } from '#db/reference/calendar.ts'

test.each([
  ['day', '2026-02-28', '2026-02-28', '2026-02-28'],
  ['week', '2026-03-01', '2026-02-23', '2026-03-01'],
  ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['month', '2025-12-31', '2025-12-01', '2025-12-31'],
  ['term', '2025-11-11', '2025-09-01', '2026-01-30'],
  ['term', '2026-02-10', '2025-09-01', '2026-01-30'],
] as const)('the %s of %s is %s to %s', (kind, day, from, to) => {
  expect(periodOf(kind, day, terms)).toMatchObject({ kind, from, to })
})

test('one step back and one forward reach the neighbouring periods', () => {
  const month = periodOf('month', '2025-10-15', terms)
  const term = periodOf('term', '2025-10-15', terms)

  expect(periodOf('month', month.before, terms).from).toBe('2025-09-01')
  expect(periodOf('month', month.after, terms).from).toBe('2025-11-01')
  expect(periodOf('term', term.before, terms).termId).toBe('2024-2025-2')
  expect(periodOf('term', term.after, terms).termId).toBe('2025-2026-2')
})

test('what lies ahead is left out', () => {
  expect(elapsedPart({ from: '2025-09-01', to: '2025-09-30' }, '2025-09-10')?.to).toBe('2025-09-10')
  expect(elapsedPart({ from: '2025-09-01', to: '2025-09-30' }, '2025-10-10')?.to).toBe('2025-09-30')
  expect(elapsedPart({ from: '2025-09-01', to: '2025-09-30' }, '2025-08-31')).toBeNull()
})
