import { describe, expect, test } from 'vitest'
import {
  bestSports,
  coverageOfSport,
  coverageOfUnit,
  gapOfUnit,
} from '#app/features/program/coverage.rule.ts'
import { type Living, livingKey } from '#app/features/program/living.rule.ts'
import { stages } from '#app/features/program/program.rule.ts'
import type { PlacedSchool } from '#app/features/program/standing.rule.ts'
import { fc } from '#test/support/laws.ts'
import { placed, sampleRule, schools } from './placed.ts'

const rule = sampleRule()
const traits = new Map([
  ['athletics', { isBase: true, isBall: false }],
  ['football', { isBase: false, isBall: true }],
  ['basketball', { isBase: false, isBall: true }],
])
const nobody: Living = new Map()
const cover = (placements: PlacedSchool[], by = rule) =>
  coverageOfUnit('320722', by, placements, traits, nobody)

describe('a sport', () => {
  test('is met with six primary, two junior schools and one senior school', () => {
    expect(coverageOfSport('football', rule, schools('football', 6, 2, 1), nobody)).toEqual({
      code: 'football',
      met: true,
      gap: 0,
      living: false,
      stages: {
        primary: { have: 6, need: 6, living: 0 },
        junior: { have: 2, need: 2, living: 0 },
        senior: { have: 1, need: 1, living: 0 },
      },
    })
  })

  test('lacks what each stage lacks: surplus in one never fills another', () => {
    expect(coverageOfSport('football', rule, schools('football', 9, 1, 0), nobody)).toMatchObject({
      met: false,
      gap: 2,
    })
  })

  test('lives when the schools where it is done would meet the rule alone', () => {
    const placements = schools('football', 7, 2, 1)
    const teacher = { name: '李老师', kind: 'PE_TEACHER', check: { state: 'none' } } as const
    const alive = { loggedDays: 4, lastLogged: null, instructors: [teacher] }
    const but = (count: number) => new Map(placements.slice(count).map(one => [livingKey(one), alive]))

    expect(coverageOfSport('football', rule, placements, but(1))).toMatchObject({
      living: true,
      stages: { primary: { have: 7, living: 6 } },
    })
    expect(coverageOfSport('football', rule, placements, but(2)).living).toBe(false)
  })
})

test('what is done at a teaching point is done by its school, also where its own placement is dead', () => {
  const parent = { id: 'HOST', type: '211', unitCode: '320722', isOpen: true }
  const host = placed({ schoolId: 'HOST', sport: 'football' })
  const point = placed({ type: '218', parent, sport: 'football' })
  const teacher = { name: '李老师', kind: 'PE_TEACHER', check: { state: 'none' } } as const
  const living: Living = new Map([
    [livingKey(point), { loggedDays: 4, lastLogged: null, instructors: [teacher] }],
  ])

  expect(coverageOfSport('football', rule, [host, point], living).stages.primary).toMatchObject({
    have: 1,
    living: 1,
  })
})

describe('a unit', () => {
  const five = ['athletics', 'football', 'basketball', 'tennis', 'wushu']

  test('is met with five sports that are met', () => {
    const unit = cover(five.flatMap(sport => schools(sport, 6, 2, 1)))

    expect(unit).toMatchObject({ met: true, sportsMet: 5, gap: 0, mix: { base: true, ball: true } })
  })

  test('without any placement lacks five sports of nine', () => {
    expect(cover([])).toEqual({
      code: '320722',
      met: false,
      sportsMet: 0,
      sportsLiving: 0,
      livingMet: false,
      gap: 45,
      mix: { base: false, ball: false },
      sports: [],
    })
  })

  test('counts its gap over its best five sports only', () => {
    const placements = [
      ...five.slice(0, 4).flatMap(sport => schools(sport, 6, 2, 1)),
      ...schools('wushu', 4, 2, 1),
      ...schools('judo', 1, 0, 0),
    ]

    expect(cover(placements)).toMatchObject({ sportsMet: 4, gap: 2 })
    expect(bestSports(rule, cover(placements).sports).map(sport => sport.code)).not.toContain('judo')
  })

  test('lists the sports with a placement in code order, even where none counts', () => {
    const unit = cover([...schools('tennis', 1, 0, 0), placed({ sport: 'athletics', isOpen: false })])

    expect(unit.sports.map(sport => [sport.code, sport.gap])).toEqual([
      ['athletics', 9],
      ['tennis', 8],
    ])
  })

  test('without a base discipline is met when the mix only warns, and not when it gates', () => {
    const placements = ['football', 'basketball', 'tennis', 'wushu', 'judo'].flatMap(sport =>
      schools(sport, 6, 2, 1),
    )

    expect(cover(placements)).toMatchObject({ met: true, mix: { base: false, ball: true } })
    expect(cover(placements, sampleRule({ mix: 'gate' }))).toMatchObject({ met: false, sportsMet: 5, gap: 0 })
  })

  test('takes the mix from sports that are met, not from those merely begun', () => {
    const placements = [...schools('athletics', 5, 2, 1), ...schools('football', 6, 2, 1)]

    expect(cover(placements).mix).toEqual({ base: false, ball: true })
  })
})

describe('laws', () => {
  const placement = fc
    .record({
      sport: fc.constantFrom('athletics', 'football', 'basketball'),
      stage: fc.constantFrom(...stages),
      schoolId: fc.integer({ min: 1, max: 7 }).map(school => `S${school}`),
      isOpen: fc.boolean(),
      runsStage: fc.boolean(),
    })
    .map(given => placed({ type: '345', ...given }))
  const placements = fc.array(placement, { maxLength: 40 })
  const rules = fc
    .record({
      sports: fc.integer({ min: 1, max: 4 }),
      primary: fc.integer({ min: 1, max: 4 }),
      junior: fc.nat(3),
      senior: fc.nat(2),
      oneStagePerSchool: fc.boolean(),
    })
    .map(sampleRule)

  test('one more placement never raises the gap and never unmakes success', () => {
    fc.assert(
      fc.property(placements, placement, rules, (all, more, by) => {
        const before = cover(all, by)
        const after = cover([...all, more], by)

        expect(after.gap).toBeLessThanOrEqual(before.gap)
        expect(after.sportsMet).toBeGreaterThanOrEqual(before.sportsMet)
        if (before.met) expect(after.met).toBe(true)
      }),
    )
  })

  test('the order of the placements changes no figure of the unit', () => {
    fc.assert(
      fc.property(placements, rules, (all, by) => {
        const { gap, met, sportsMet } = cover(all, by)

        expect(cover([...all].reverse(), by)).toMatchObject({ gap, met, sportsMet })
      }),
    )
  })

  test('surplus in a stage helps no other stage', () => {
    fc.assert(
      fc.property(placements, rules, fc.constantFrom(...stages), (all, by, stage) => {
        const plain = { ...by, oneStagePerSchool: false }
        const before = coverageOfSport('football', plain, all, nobody)
        const surplus = Array.from({ length: 9 }, () => placed({ type: '345', stage }))
        const after = coverageOfSport('football', plain, [...all, ...surplus], nobody)

        for (const other of stages) {
          if (other !== stage) expect(after.stages[other]).toEqual(before.stages[other])
        }
      }),
    )
  })

  test('a unit is met exactly when it lacks nothing, while the mix does not gate', () => {
    fc.assert(
      fc.property(placements, rules, (all, by) => {
        const unit = cover(all, by)

        if (unit.met) expect(unit.gap).toBe(0)
        if (unit.gap > 0) expect(unit.sportsMet).toBeLessThan(by.sports)
      }),
    )
  })

  test('the gap is the least sum over any choice of as many sports', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), (gaps, sports) => {
        const by = sampleRule({ sports })
        const filled = [...gaps, ...Array<number>(sports).fill(9)]

        expect(gapOfUnit(by, gaps)).toBe(leastSum(filled, sports))
      }),
    )

    function leastSum(gaps: number[], count: number): number {
      if (count === 0) return 0
      return Math.min(...gaps.map((gap, at) => gap + leastSum(gaps.slice(at + 1), count - 1)), Infinity)
    }
  })

  test('as many placements as the gap says make the unit whole, and one fewer does not', () => {
    fc.assert(
      fc.property(placements, rules, (all, by) => {
        const plain = { ...by, oneStagePerSchool: false }
        const missing = missingPlacements(all, plain)
        const unit = cover(all, plain)

        expect(missing).toHaveLength(unit.gap)
        expect(cover([...all, ...missing], plain)).toMatchObject({ gap: 0, met: true })
        if (missing.length > 0) expect(cover([...all, ...missing.slice(1)], plain).gap).toBe(1)
      }),
    )

    function missingPlacements(all: PlacedSchool[], by: typeof rule): PlacedSchool[] {
      const placedSports = bestSports(by, cover(all, by).sports)
      const unplaced = Array.from({ length: by.sports - placedSports.length }, (_, at) =>
        coverageOfSport(`further-${at}`, by, [], nobody),
      )
      return [...placedSports, ...unplaced].flatMap(sport =>
        stages.flatMap(stage =>
          Array.from({ length: Math.max(0, by[stage] - sport.stages[stage].have) }, () =>
            placed({ type: '345', sport: sport.code, stage }),
          ),
        ),
      )
    }
  })
})
