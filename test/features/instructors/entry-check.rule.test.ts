import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/calendar-day.ts'
import {
  checkStateOn,
  dueOn,
  type EntryCheck,
  mayBeEngaged,
  mayWork,
  type NewCheck,
  reminderBy,
  urgencyOf,
  whyNoCheck,
} from '#app/features/instructors/entry-check.rule.ts'

const clear = (queriedOn: string): EntryCheck => ({ queriedOn, result: 'CLEAR' })
const notClear = (queriedOn: string): EntryCheck => ({ queriedOn, result: 'NOT_CLEAR' })
const pending = (queriedOn: string): EntryCheck => ({ queriedOn, result: 'PENDING' })

test.each<[string, EntryCheck[], string, string, string?]>([
  ['nobody asked', [], '2026-11-26', 'none'],
  ['asked today, clear', [clear('2026-11-26')], '2026-11-26', 'clear', '2026-11-26'],
  ['the last day of its year', [clear('2025-11-27')], '2026-11-26', 'clear', '2025-11-27'],
  ['a year after', [clear('2025-11-26')], '2026-11-26', 'expired', '2026-11-26'],
  ['a result of a later day', [clear('2026-11-27')], '2026-11-26', 'none'],
  [
    'not clear, on its own day',
    [clear('2026-09-01'), notClear('2026-11-26')],
    '2026-11-26',
    'not-clear',
    '2026-11-26',
  ],
  [
    'the day before it was not clear',
    [clear('2026-09-01'), notClear('2026-11-26')],
    '2026-11-25',
    'clear',
    '2026-09-01',
  ],
  [
    'clear and not clear on one day',
    [clear('2026-11-26'), notClear('2026-11-26')],
    '2026-11-26',
    'not-clear',
    '2026-11-26',
  ],
  [
    'clear again after a mistake',
    [notClear('2026-09-01'), clear('2026-09-03')],
    '2026-11-26',
    'clear',
    '2026-09-03',
  ],
  [
    'asked anew while the old one holds',
    [clear('2026-01-01'), pending('2026-11-20')],
    '2026-11-26',
    'clear',
    '2026-01-01',
  ],
  [
    'asked anew when the old one is over',
    [clear('2025-01-01'), pending('2026-11-20')],
    '2026-11-26',
    'pending',
    '2026-11-20',
  ],
  [
    'asked anew after not clear',
    [notClear('2026-09-01'), pending('2026-11-20')],
    '2026-11-26',
    'not-clear',
    '2026-09-01',
  ],
])('%s: %#', (_what, checks, day, state, on) => {
  expect(checkStateOn(checks, day)).toMatchObject(on === undefined ? { state } : { state, on })
})

test('a check of 29 February is due on 1 March', () => {
  expect(dueOn('2024-02-29')).toBe('2025-03-01')
})

test('nobody is engaged on an answer older than thirty days, though it still holds', () => {
  expect(mayBeEngaged([clear('2026-10-27')], '2026-11-26')).toBe(true)
  expect(mayBeEngaged([clear('2026-10-26')], '2026-11-26')).toBe(false)
  expect(mayBeEngaged([pending('2026-11-26')], '2026-11-26')).toBe(false)
})

test('a coach needs a valid answer, a PE teacher is stopped by NOT_CLEAR alone', () => {
  expect(mayWork('COACH', { state: 'none' })).toBe(false)
  expect(mayWork('SPORTS_INSTRUCTOR', { state: 'expired', on: '2026-11-26' })).toBe(false)
  expect(mayWork('PE_TEACHER', { state: 'none' })).toBe(true)
  expect(mayWork('PE_TEACHER', { state: 'not-clear', on: '2026-11-26' })).toBe(false)
})

test('reminders come due 60, 30 and 7 days before a check, and once it is over', () => {
  const days = ['2026-10-31', '2026-11-01', '2026-12-01', '2026-12-02', '2026-12-24', '2026-12-31']

  expect(days.map(day => reminderBy('2026-12-31', day))).toEqual([null, 60, 30, 30, 7, 0])
})

test('a check asks for something at once when it lets nobody work, soon when it is due within 60 days', () => {
  const due = { state: 'clear', on: '2025-12-31', dueOn: '2026-12-31' } as const

  expect(urgencyOf(due, '2026-10-31')).toBe('later')
  expect(urgencyOf(due, '2026-11-01')).toBe('soon')
  expect(urgencyOf({ state: 'none' }, '2026-11-01')).toBe('now')
  expect(urgencyOf({ state: 'not-clear', on: '2026-11-01' }, '2026-11-01')).toBe('now')
})

test.each<[string, Partial<NewCheck>, string | null]>([
  ['of today with its number', {}, null],
  ['under way, without a number yet', { result: 'PENDING', reference: '' }, null],
  ['of tomorrow', { queriedOn: '2026-11-27' }, 'day-to-come'],
  ['of a year ago', { queriedOn: '2025-11-26' }, 'day-too-old'],
  ['without the number under which it is found again', { reference: '  ' }, 'reference-missing'],
  ['with an ID number in it', { reference: '320706 19990101 001X' }, 'reference-personal'],
  ['with a mobile number in it', { reference: '联系 138 0000 5678' }, 'reference-personal'],
  ['with the number of a letter', { reference: '东教体查〔２０２６〕第118号' }, null],
  ['with words instead of a number', { reference: '见纸质回执' }, 'reference-words'],
  ['with a sentence around the number', { reference: '2019年在外地学校工作时受过处理' }, 'reference-words'],
  ['with a sentence in English', { reference: 'convicted in another city in 2019' }, 'reference-words'],
  ['with the name of what was found', { reference: '猥亵2019-3' }, 'reference-words'],
  ['under way, with words', { result: 'PENDING', reference: '等派出所回复' }, 'reference-words'],
])('an answer %s', (_what, change, refusal) => {
  const answer: NewCheck = { queriedOn: '2026-11-26', result: 'CLEAR', reference: '查询2026-118' }

  expect(whyNoCheck({ ...answer, ...change }, '2026-11-26')).toBe(refusal)
})

const anyDay = fc.integer({ min: 0, max: 900 }).map(days => addDays('2025-01-01', days))
const anyChecks = fc.array(
  fc.record({
    queriedOn: anyDay,
    result: fc.constantFrom<EntryCheck['result']>('CLEAR', 'NOT_CLEAR', 'PENDING'),
  }),
)

test('the order in which answers were entered changes nothing', () => {
  fc.assert(
    fc.property(anyChecks, anyDay, (checks, day) => {
      expect(checkStateOn([...checks].reverse(), day)).toEqual(checkStateOn(checks, day))
    }),
  )
})

test('whoever stands clear was found clear within the year, and not otherwise since', () => {
  fc.assert(
    fc.property(anyChecks, anyDay, (checks, day) => {
      if (checkStateOn(checks, day).state !== 'clear') return
      const known = checks.filter(check => check.queriedOn <= day)
      const last =
        known
          .filter(check => check.result === 'CLEAR')
          .map(check => check.queriedOn)
          .sort()
          .at(-1) ?? ''

      expect(day < dueOn(last)).toBe(true)
      expect(known.some(check => check.result === 'NOT_CLEAR' && check.queriedOn >= last)).toBe(false)
    }),
  )
})
