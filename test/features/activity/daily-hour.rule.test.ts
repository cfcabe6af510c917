import { describe, expect, test } from 'vitest'
import {
  countedMinutes,
  countingKindsOf,
  meets,
  requirementOn,
} from '#app/features/activity/daily-hour.rule.ts'
import { activityKinds, activityPolicies } from '#db/reference/activity.ts'
import { fc } from '#test/support/laws.ts'

const counting = countingKindsOf(
  activityKinds.map(one => ({ kind: one.kind, counts: one.counts === 1, never: one.never === 1 })),
)

function row(kind: string, minutes: number, startsAt = '') {
  return { kind, minutes, startsAt }
}

describe('which minutes count', () => {
  test.each([
    'PE_LESSON',
    'BIG_BREAK_AM',
    'BIG_BREAK_PM',
    'MORNING_EXERCISE',
    'COLLECTIVE_EXERCISE',
    'AFTER_SCHOOL_SPORT',
    'COMPETITION',
  ])('%s counts', kind => {
    expect(countedMinutes([row(kind, 40)], counting)).toBe(40)
  })

  test.each(['SHORT_BREAK', 'CLUB', 'TEAM_TRAINING', 'OTHER', 'EYE_EXERCISE', 'HOME_EXERCISE'])(
    '%s does not count by default',
    kind => {
      expect(countedMinutes([row(kind, 40)], counting)).toBe(0)
    },
  )

  test('a setting may count the clubs, but never the eye exercise', () => {
    const set = countingKindsOf([
      { kind: 'CLUB', counts: true, never: false },
      { kind: 'EYE_EXERCISE', counts: true, never: true },
    ])

    expect(countedMinutes([row('CLUB', 30), row('EYE_EXERCISE', 10)], set)).toBe(30)
  })
})

describe('how minutes add up', () => {
  test('rows without a start time add up', () => {
    expect(countedMinutes([row('PE_LESSON', 40), row('BIG_BREAK_AM', 30)], counting)).toBe(70)
  })

  test('overlapping intervals count once', () => {
    const rows = [row('PE_LESSON', 40, '09:00'), row('BIG_BREAK_AM', 30, '09:20')]

    expect(countedMinutes(rows, counting)).toBe(50)
  })

  test('an interval inside another adds nothing', () => {
    const rows = [row('COMPETITION', 120, '13:00'), row('PE_LESSON', 40, '13:30')]

    expect(countedMinutes(rows, counting)).toBe(120)
  })

  test('intervals that touch add up', () => {
    const rows = [row('PE_LESSON', 40, '09:00'), row('BIG_BREAK_AM', 30, '09:40')]

    expect(countedMinutes(rows, counting)).toBe(70)
  })

  test('an uncounted row between two counted ones does not bridge them', () => {
    const rows = [row('PE_LESSON', 40, '09:00'), row('CLUB', 60, '09:00'), row('BIG_BREAK_AM', 30, '10:00')]

    expect(countedMinutes(rows, counting)).toBe(70)
  })

  test('timed and untimed rows add up, at most 480 minutes a day', () => {
    const rows = [row('COMPETITION', 300, '08:00'), row('AFTER_SCHOOL_SPORT', 240)]

    expect(countedMinutes(rows, counting)).toBe(480)
  })

  test('an interval ends with its day', () => {
    expect(countedMinutes([row('COMPETITION', 120, '23:30')], counting)).toBe(30)
  })

  const anyRow = fc.record({
    kind: fc.constantFrom(...activityKinds.map(one => one.kind)),
    minutes: fc.integer({ min: 0, max: 300 }),
    startsAt: fc.oneof(
      fc.constant(''),
      fc
        .integer({ min: 0, max: 1439 })
        .map(at => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`),
    ),
  })

  test('the minutes counted never exceed the sum of the rows that count, nor 480, nor fall below zero', () => {
    fc.assert(
      fc.property(fc.array(anyRow), rows => {
        const sum = rows.filter(one => counting.has(one.kind)).reduce((all, one) => all + one.minutes, 0)
        const counted = countedMinutes(rows, counting)
        expect(counted).toBeGreaterThanOrEqual(0)
        expect(counted).toBeLessThanOrEqual(Math.min(sum, 480))
      }),
    )
  })

  test('the union is the number of minutes covered, counted one by one', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), rows => {
        const covered = new Set<number>()
        let untimed = 0
        for (const one of rows.filter(each => counting.has(each.kind))) {
          if (one.startsAt === '') untimed += one.minutes
          const start = Number(one.startsAt.slice(0, 2)) * 60 + Number(one.startsAt.slice(3))
          if (one.startsAt !== '')
            for (let at = start; at < Math.min(1440, start + one.minutes); at += 1) covered.add(at)
        }
        expect(countedMinutes(rows, counting)).toBe(Math.min(480, untimed + covered.size))
      }),
    )
  })

  test('the order of the rows makes no difference', () => {
    const shuffled = fc.array(anyRow).chain(rows =>
      fc.record({
        rows: fc.constant(rows),
        other: fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ rows, other }) => {
        expect(countedMinutes(other, counting)).toBe(countedMinutes(rows, counting))
      }),
    )
  })

  test('a further row never lowers the minutes', () => {
    fc.assert(
      fc.property(fc.array(anyRow), anyRow, (rows, more) => {
        expect(countedMinutes([...rows, more], counting)).toBeGreaterThanOrEqual(
          countedMinutes(rows, counting),
        )
      }),
    )
  })
})

describe('what is asked of a class', () => {
  const policies = activityPolicies.map(one => ({ ...one, validTo: '9999-12-31' }))

  test.each([
    ['primary', '2022-12-31', null, null],
    ['primary', '2023-01-01', 60, null],
    ['junior', '2025-02-16', 60, null],
    ['junior', '2025-02-17', 60, 120],
    ['primary', '2026-03-02', 60, 120],
    ['senior', '2026-03-02', 60, null],
  ] as const)('%s on %s: floor %s, target %s', (stage, day, floor, target) => {
    expect(requirementOn(policies, stage, day)).toEqual({ floor, target })
  })

  test("a stage's own rule wins over the one for all, until its last day", () => {
    const own = {
      stage: 'senior' as const,
      purpose: 'floor' as const,
      minutes: 45,
      validFrom: '2025-09-01',
      validTo: '2025-12-31',
    }

    expect(requirementOn([...policies, own], 'senior', '2025-12-31').floor).toBe(45)
    expect(requirementOn([own, ...policies], 'senior', '2026-01-01').floor).toBe(60)
  })

  test('exactly the minutes asked are enough; where nothing is asked nothing is met', () => {
    expect(meets(60, 60)).toBe(true)
    expect(meets(59, 60)).toBe(false)
    expect(meets(480, null)).toBe(false)
  })
})
