import { describe, expect, test } from 'vitest'
import {
  type CountRule,
  countedOn,
  countRuleOn,
  holdsOn,
  leavingUntil,
  schoolsBy,
  schoolsOf,
  type Title,
  trajectoryOf,
  whyHollow,
} from '#app/features/designation/count.rule.ts'

const rule: CountRule = {
  validFrom: '2023-01-01',
  leastLevel: 'CITY',
  target: 100,
  teamDays: 1,
  source: '通知',
}

let made = 0
function title(given: Partial<Title> = {}): Title {
  made += 1
  return {
    id: `T${made}`,
    schoolId: 'S1',
    level: 'CITY',
    sport: 'football',
    validFrom: '2024-09-01',
    validTo: '2028-08-31',
    suspensions: [],
    openedOn: '2000-01-01',
    closedOn: '9999-12-31',
    ...given,
  }
}

test.each<[string, Partial<Title>, string, boolean]>([
  ['on the eve of its first day', {}, '2024-08-31', false],
  ['on its first day', {}, '2024-09-01', true],
  ['on its last day', {}, '2028-08-31', true],
  ['on the day after, without anybody striking it off', {}, '2028-09-01', false],
  ['on the last day of its school', { closedOn: '2026-07-01' }, '2026-06-30', true],
  ['on the day on which its school is closed', { closedOn: '2026-07-01' }, '2026-07-01', false],
  ['before its school opened', { openedOn: '2025-09-01' }, '2025-08-31', false],
  [
    'while suspended',
    { suspensions: [{ validFrom: '2025-03-01', validTo: '2025-08-31' }] },
    '2025-08-31',
    false,
  ],
  ['once resumed', { suspensions: [{ validFrom: '2025-03-01', validTo: '2025-08-31' }] }, '2025-09-01', true],
])('a title %s holds or not', (_when, given, day, holds) => {
  expect(holdsOn(title(given), day)).toBe(holds)
})

describe('the count', () => {
  test('is of distinct schools, whatever they hold', () => {
    const titles = [
      title(),
      title({ sport: 'wushu' }),
      title({ level: 'NATIONAL' }),
      title({ schoolId: 'S2' }),
    ]

    expect(schoolsOf(countedOn(titles, rule, '2025-09-01'))).toBe(2)
  })

  test('leaves out titles below the level that counts, unless the switch says so', () => {
    const titles = [title({ level: 'COUNTY' })]

    expect(countedOn(titles, rule, '2025-09-01')).toEqual([])
    expect(countedOn(titles, { ...rule, leastLevel: 'COUNTY' }, '2025-09-01')).toHaveLength(1)
  })

  test('puts a school into each group of its titles, once', () => {
    const titles = [
      title(),
      title({ sport: 'wushu' }),
      title({ schoolId: 'S2' }),
      title({ level: 'NATIONAL' }),
    ]

    expect(schoolsBy(titles, one => [one.sport])).toEqual(
      new Map([
        ['football', 2],
        ['wushu', 1],
      ]),
    )
  })

  test('of a day follows the rule of that day', () => {
    const later = { ...rule, validFrom: '2026-01-01', target: 120, leastLevel: 'COUNTY' as const }

    expect(countRuleOn([later, rule], '2025-12-31')).toEqual(rule)
    expect(countRuleOn([later, rule], '2026-01-01')).toEqual(later)
    expect(countRuleOn([later, rule], '2020-01-01')).toEqual(rule)
    const points = trajectoryOf(
      [title({ level: 'COUNTY' })],
      [rule, later],
      ['2025-12-31', '2026-01-01', '2028-09-01'],
    )
    expect(points).toEqual([
      { day: '2025-12-31', schools: 0, target: 100 },
      { day: '2026-01-01', schools: 1, target: 120 },
      { day: '2028-09-01', schools: 0, target: 120 },
    ])
  })
})

test('a school leaves the count with its last title only', () => {
  const short = title({ validTo: '2026-06-30' })
  const renewed = [
    title({ schoolId: 'S2', validTo: '2026-06-30' }),
    title({ schoolId: 'S2', validFrom: '2026-07-01' }),
  ]
  const another = title({ schoolId: 'S3', validTo: '2026-03-31' })

  const leaving = leavingUntil([short, ...renewed, another], rule, {
    from: '2026-01-01',
    until: '2027-01-02',
  })

  expect(leaving.map(one => one.id)).toEqual([another.id, short.id])
})

test.each([
  [{ loggedDays: 4, teamDays: 1 }, []],
  [{ loggedDays: 0, teamDays: 0 }, [{ code: 'no-logs' }, { code: 'no-team', days: 0 }]],
  [{ loggedDays: 3, teamDays: 2 }, [{ code: 'few-logs', days: 3 }]],
  [{ loggedDays: 9, teamDays: 0 }, [{ code: 'no-team', days: 0 }]],
])('%j of the sport is as hollow as %j', (practice, why) => {
  expect(whyHollow(practice, { loggedDays: 4, teamDays: 1 })).toEqual(why)
})
