import { expect, test } from 'vitest'
import {
  isInTime,
  type TitleStanding,
  titleActions,
  titleActionsOn,
  titleApplicationStates,
  titleWayOf,
} from '#app/features/title-applications/title-way.rule.ts'
import { theWay } from './the-way.ts'

const standings: TitleStanding[] = ['school', 'unit', 'city', 'none']

const everything = titleApplicationStates.flatMap(state =>
  titleActions.flatMap(action => standings.map(standing => [state, action, standing] as const)),
)

test.each(everything)('from %s, %s by %s leads where the way says, or nowhere', (state, action, standing) => {
  const step = theWay.find(([from, what, who]) => from === state && what === action && who === standing)
  const isKnown = theWay.some(([from, what]) => from === state && what === action)

  const found = titleWayOf(state, action, [standing])

  if (step !== undefined) expect(found).toMatchObject({ ok: true, to: step[3] })
  else expect(found).toEqual({ ok: false, refusal: isKnown ? 'not-allowed' : 'not-from-here' })
})

test('what a batch does at once is offered on no single application', () => {
  expect(titleActionsOn('SHORTLISTED', ['city'])).toEqual(['reject'])
  expect(titleActionsOn('PUBLICITY', ['city'])).toEqual(['reject'])
})

test('for a school directly under the city the city is unit and city in one', () => {
  expect(titleActionsOn('SUBMITTED', ['unit', 'city'])).toEqual(['return', 'recommend', 'decline'])
  expect(titleActionsOn('RECOMMENDED', ['unit', 'city'])).toEqual([
    'return',
    'take-back',
    'pass-material',
    'reject',
  ])
})

const window = { opensAt: '2026-11-02 01:00:00.000', closesAt: '2026-11-30 09:30:00.000', mendUntil: null }

test.each([
  ['before it opens', window, '2026-11-02 00:59:59.999', false],
  ['as it opens', window, '2026-11-02 01:00:00.000', true],
  ['in its last moment', window, '2026-11-30 09:29:59.999', true],
  ['as it closes', window, '2026-11-30 09:30:00.000', false],
  [
    'later, when returned',
    { ...window, mendUntil: '2026-12-05 16:00:00.000' },
    '2026-12-05 15:59:59.999',
    true,
  ],
  [
    'when the day to mend it is over',
    { ...window, mendUntil: '2026-12-05 16:00:00.000' },
    '2026-12-05 16:00:00.000',
    false,
  ],
])('handing in %s', (_when, of, now, isAllowed) => {
  expect(isInTime(of, now)).toBe(isAllowed)
})
