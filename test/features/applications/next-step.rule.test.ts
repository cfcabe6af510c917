import { expect, test } from 'vitest'
import { documentsFor } from '#app/features/applications/documents.rule.ts'
import { type NextFacts, nextStepOf } from '#app/features/applications/next-step.rule.ts'

const facts: NextFacts = {
  state: 'SUBMITTED',
  stateAt: '2026-12-01 02:00:00.000',
  opensAt: '2026-11-02 01:00:00.000',
  closesAt: '2026-12-11 09:30:00.000',
  publicityTo: '2027-02-04',
  probationMonths: 6,
  contractFrom: null,
  interviewAt: null,
}
const now = '2026-12-01 03:00:00.000'

test.each<[string, Partial<NextFacts>, string | null]>([
  ['DRAFT', { state: 'DRAFT' }, '2026-12-11 09:30:00.000'],
  ['DRAFT_SOON', { state: 'DRAFT', opensAt: '2026-12-02 01:00:00.000' }, '2026-12-02 01:00:00.000'],
  ['DRAFT_LAPSED', { state: 'DRAFT', closesAt: now }, null],
  ['SUBMITTED', {}, '2026-12-18 09:30:00.000'],
  ['SUBMITTED', { stateAt: '2026-12-13 01:00:00.000' }, '2026-12-20 01:00:00.000'],
  ['RETURNED', { state: 'RETURNED' }, '2026-12-11 09:30:00.000'],
  ['RETURNED', { state: 'RETURNED', stateAt: '2026-12-11 02:00:00.000' }, '2026-12-14 02:00:00.000'],
  ['SKILL_TEST', { state: 'SKILL_TEST' }, null],
  [
    'SKILL_TEST_AT',
    { state: 'SKILL_TEST', interviewAt: '2027-01-09 01:00:00.000' },
    '2027-01-09 01:00:00.000',
  ],
  ['PUBLICITY', { state: 'PUBLICITY' }, '2027-02-04'],
  ['PROBATION', { state: 'PROBATION', stateAt: '2027-03-01 02:00:00.000' }, '2027-08-31'],
  ['PROBATION', { state: 'PROBATION', stateAt: '2027-02-28 16:30:00.000' }, '2027-08-31'],
  [
    'PROBATION',
    { state: 'PROBATION', stateAt: '2027-03-01 02:00:00.000', contractFrom: '2027-04-01' },
    '2027-09-30',
  ],
  ['QUALIFIED', { state: 'QUALIFIED' }, null],
])('after %s (%j): by %s', (code, given, by) => {
  expect(nextStepOf({ ...facts, ...given }, now)).toEqual({ code, by })
})

test('only what proves a rule is asked for, and what is there is told', () => {
  expect(documentsFor(['grade-held', 'certificate-later', 'age-within'], ['PHOTO', 'MEDICAL'])).toEqual([
    { kind: 'ID_FRONT', isHeld: false },
    { kind: 'ID_BACK', isHeld: false },
    { kind: 'PHOTO', isHeld: true },
    { kind: 'GRADE', isHeld: false },
  ])
})
