import { expect, test } from 'vitest'
import { addDays, openEnd } from '#app/calendar-day.ts'
import {
  owesReport,
  reportProblems,
  reportReminder,
  reportYearOn,
  reportYears,
} from '#app/features/reevaluation/report.rule.ts'
import { readPoints, untilProblem, whyNoRenewal } from '#app/features/reevaluation/review.rule.ts'
import { type LivingTitle, renewalReminder, stageOf } from '#app/features/reevaluation/title-life.rule.ts'
import { type ReceivingSchool, whyNoTransfer } from '#app/features/reevaluation/transfer.rule.ts'

const title: LivingTitle = {
  validFrom: '2024-09-01',
  validTo: '2028-08-31',
  endKind: '',
  suspensions: [],
  closedOn: openEnd,
  isFollowed: false,
  isLeft: false,
}

test.each([
  ['2024-08-31', 'SOON'],
  ['2024-09-01', 'IN_FORCE'],
  ['2028-03-03', 'IN_FORCE'],
  ['2028-03-04', 'RENEWAL_DUE'],
  ['2028-08-31', 'RENEWAL_DUE'],
  ['2028-09-01', 'RUN_OUT'],
  ['2029-02-27', 'RUN_OUT'],
  ['2029-02-28', 'OVER'],
])('on %s a title is %s', (day, stage) => {
  expect(stageOf(title, day)).toBe(stage)
})

test('a suspended title is due all the same, also when it runs out while it is suspended', () => {
  const suspended = { ...title, suspensions: [{ validFrom: '2026-01-01', validTo: openEnd }] }

  expect(stageOf(suspended, '2026-02-01')).toBe('SUSPENDED')
  expect(stageOf(suspended, '2028-08-01')).toBe('SUSPENDED_DUE')
  expect(stageOf(suspended, '2028-09-10')).toBe('SUSPENDED_DUE')
})

test('what was decided comes before what is due', () => {
  expect(stageOf({ ...title, endKind: 'REVOKED' }, '2028-08-01')).toBe('ENDED')
  expect(stageOf({ ...title, isFollowed: true }, '2028-08-01')).toBe('FOLLOWED')
  expect(stageOf({ ...title, isLeft: true }, '2028-08-01')).toBe('LEFT')
})

test('a title that outlives its school waits for a decision until its own last day', () => {
  const closing = { ...title, closedOn: '2026-09-01', isFollowed: true }

  expect(stageOf(closing, '2026-07-01')).toBe('ORPHANED')
  expect(stageOf(closing, '2028-08-31')).toBe('ORPHANED')
  expect(stageOf(closing, '2028-09-01')).toBe('OVER')
  expect(stageOf({ ...title, closedOn: '2028-09-01' }, '2028-08-31')).toBe('RENEWAL_DUE')
  expect(stageOf({ ...title, closedOn: '2028-09-01' }, '2028-09-01')).toBe('OVER')
})

test('reminders come 180, 60 and 7 days before the last day, and none after it', () => {
  const at = (days: number) => renewalReminder(title.validTo, addDays(title.validTo, -days))

  expect([181, 180, 61, 60, 8, 7, 0, -1].map(at)).toEqual([null, 180, 180, 60, 60, 7, 7, null])
})

test('the report of a school year opens on 1 May and may be written from then on', () => {
  expect(reportYearOn('2026-04-30')).toBe(2024)
  expect(reportYearOn('2026-05-01')).toBe(2025)
  expect(reportYearOn('2026-09-01')).toBe(2025)
  expect(reportYears(title, '2026-06-01')).toEqual([2025, 2024])
})

test('a title owes the report of a year through whose spring it held', () => {
  expect(owesReport({ ...title, validFrom: '2026-03-01' }, 2025)).toBe(true)
  expect(owesReport({ ...title, validFrom: '2026-03-02' }, 2025)).toBe(false)
  expect(owesReport({ ...title, validTo: '2026-06-29' }, 2025)).toBe(false)
  expect(owesReport({ ...title, endKind: 'REVOKED' }, 2025)).toBe(false)
  expect(owesReport({ ...title, closedOn: '2026-06-30' }, 2025)).toBe(false)
})

test('a school is reminded 30 and 7 days before its report is due, and once it is late', () => {
  const at = (day: string) => reportReminder(2025, day)

  expect(['2026-05-30', '2026-05-31', '2026-06-23', '2026-06-30', '2026-07-01'].map(at)).toEqual([
    null,
    30,
    7,
    7,
    0,
  ])
})

test('a draft may have gaps; neither draft nor report holds a number or too many words', () => {
  const words = { training: '无', competitions: '', participation: '', problems: '', plan: '' }

  expect(reportProblems(words, true)).toEqual({})
  expect(Object.values(reportProblems(words, false))).toEqual(Array(4).fill('missing'))
  expect(reportProblems({ ...words, plan: '联系 13800005678' }, true)).toEqual({ plan: 'holds-number' })
  expect(reportProblems({ ...words, training: '练'.repeat(1001) }, true)).toEqual({ training: 'too-long' })
})

test.each([
  ['', null],
  ['0', 0],
  ['85.5', 8550],
  ['100', 10_000],
  ['100.01', undefined],
  ['59.995', undefined],
  ['八十', undefined],
  ['-3', undefined],
])('the score %s is read as %s', (typed, points) => {
  expect(readPoints(typed)).toBe(points)
})

test('below sixty points nothing is renewed; without a report it is looked at on the spot and scored', () => {
  const found = { score: null, isSpotChecked: false, confirmedReports: 1 }

  expect(whyNoRenewal(found)).toBeNull()
  expect(whyNoRenewal({ ...found, score: 5999 })).toBe('score-too-low')
  expect(whyNoRenewal({ ...found, score: 6000 })).toBeNull()
  const bare = { ...found, confirmedReports: 0 }
  expect(whyNoRenewal(bare)).toBe('spot-check-needed')
  expect(whyNoRenewal({ ...bare, isSpotChecked: true })).toBe('score-missing')
  expect(whyNoRenewal({ ...bare, isSpotChecked: true, score: 6000 })).toBeNull()
  expect(whyNoRenewal({ ...bare, isSpotChecked: true, score: 4000 })).toBe('score-too-low')
})

test('a renewal ends after it begins, and within six years', () => {
  expect(untilProblem('2028-09-01', '2028-08-31')).toBe('ends-before-start')
  expect(untilProblem('2028-09-01', '2034-08-31')).toBeNull()
  expect(untilProblem('2028-09-01', '2034-09-01')).toBe('too-long')
})

test('a title goes to an open school with a stage of the old one and room for it', () => {
  const from = { ...title, schoolId: 'old', stages: ['primary'] as const }
  const to: ReceivingSchool = {
    id: 'new',
    openedOn: '2000-09-01',
    closedOn: openEnd,
    stages: ['primary', 'junior'],
    titles: [],
  }
  const day = '2026-09-01'

  expect(whyNoTransfer(from, to, day)).toBeNull()
  expect(whyNoTransfer(from, { ...to, id: 'old' }, day)).toBe('same-school')
  expect(whyNoTransfer(from, to, '2024-08-31')).toBe('before-its-start')
  expect(whyNoTransfer(from, to, '2028-09-01')).toBe('after-its-end')
  expect(whyNoTransfer(from, { ...to, openedOn: '2026-09-02' }, day)).toBe('school-not-open')
  expect(whyNoTransfer(from, { ...to, closedOn: '2027-09-01' }, day)).toBe('school-not-open')
  expect(whyNoTransfer(from, { ...to, stages: ['senior'] }, day)).toBe('no-stage-in-common')
  const taken = [{ validFrom: '2028-08-31', validTo: '2030-08-31' }]
  expect(whyNoTransfer(from, { ...to, titles: taken }, day)).toBe('slot-taken')
  const before = [{ validFrom: '2020-09-01', validTo: '2026-08-31' }]
  expect(whyNoTransfer(from, { ...to, titles: before }, day)).toBeNull()
})
