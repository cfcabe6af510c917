import { expect, test } from 'vitest'
import type { CheckState } from '#app/features/instructors/entry-check.rule.ts'
import { lifeOf, nothingKnown, type StandingInstructor } from '#app/features/program/living.rule.ts'

const clear: CheckState = { state: 'clear', on: '2026-09-01', dueOn: '2027-09-01' }
const coach = (check: CheckState): StandingInstructor => ({ name: '王教练', kind: 'COACH', check })
const teacher = (check: CheckState): StandingInstructor => ({ name: '李老师', kind: 'PE_TEACHER', check })

test('logged often enough, with a coach whose check is valid: it lives', () => {
  expect(lifeOf({ ...nothingKnown, loggedDays: 4, instructors: [coach(clear)] }, 4)).toEqual({
    lives: true,
    why: [],
  })
})

test('a named PE teacher stands behind it as well', () => {
  expect(
    lifeOf({ ...nothingKnown, loggedDays: 20, instructors: [teacher({ state: 'none' })] }, 4).lives,
  ).toBe(true)
})

test.each<[string, StandingInstructor[], object]>([
  ['nobody', [], { code: 'no-instructor' }],
  ['a coach nobody checked', [coach({ state: 'none' })], { code: 'check-none' }],
  [
    'a coach whose check ran out',
    [coach({ state: 'expired', on: '2026-11-26' })],
    { code: 'check-expired', on: '2026-11-26' },
  ],
  [
    'a coach still being checked',
    [coach({ state: 'pending', on: '2026-11-20', overOn: null })],
    { code: 'check-pending', on: '2026-11-20' },
  ],
  [
    'a teacher found not clear',
    [teacher({ state: 'not-clear', on: '2026-11-26' })],
    { code: 'check-not-clear', on: '2026-11-26' },
  ],
  [
    'two: the obstacle sooner out of the way is told',
    [coach({ state: 'none' }), coach({ state: 'pending', on: '2026-11-20', overOn: null })],
    { code: 'check-pending', on: '2026-11-20' },
  ],
])('without logs and with %s, both reasons are told', (_what, instructors, reason) => {
  expect(lifeOf({ ...nothingKnown, loggedDays: 3, instructors }, 4)).toEqual({
    lives: false,
    why: [{ code: 'few-logs', days: 3 }, reason],
  })
})

test('one who may work is enough, whoever else is there', () => {
  expect(
    lifeOf({ ...nothingKnown, loggedDays: 4, instructors: [coach({ state: 'none' }), coach(clear)] }, 4)
      .lives,
  ).toBe(true)
})

test('without any log the last day with one is told', () => {
  const facts = { ...nothingKnown, instructors: [coach(clear)] }

  expect(lifeOf({ ...facts, lastLogged: '2026-09-30' }, 4).why).toEqual([
    { code: 'no-logs', since: '2026-09-30' },
  ])
  expect(lifeOf(facts, 4).why).toEqual([{ code: 'no-logs', since: null }])
})
