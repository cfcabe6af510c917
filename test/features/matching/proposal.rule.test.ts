import { expect, test } from 'vitest'
import {
  cellOf,
  type Helper,
  hoursAPlace,
  type OpenPlace,
  proposalOf,
} from '#app/features/matching/proposal.rule.ts'
import { fc } from '#test/support/laws.ts'

const place = (id: string, sport = 'football'): OpenPlace => ({ id, schoolId: id, sport, stage: 'primary' })
const helper = (id: string, hours: number, points: Record<string, number>): Helper => ({
  id,
  hours,
  places: Object.entries(points).map(([placeId, of]) => ({ placeId, points: of })),
})

test('hours for one place only go to the one that suits best', () => {
  const places = [place('near'), place('far')]
  const helpers = [helper('chen', hoursAPlace, { far: 40, near: 70 })]

  expect(proposalOf(places, helpers, new Map([['football primary', 2]]))).toEqual([
    { helperId: 'chen', placeId: 'near' },
  ])
})

test('a cell that lacks nothing gets nobody, and hours short of one place place nobody', () => {
  const helpers = [helper('chen', hoursAPlace - 1, { one: 50 })]

  expect(proposalOf([place('one')], helpers, new Map([['football primary', 1]]))).toEqual([])
  expect(proposalOf([place('one')], [helper('wang', 40, { one: 50 })], new Map())).toEqual([])
})

interface Small {
  places: OpenPlace[]
  helpers: Helper[]
  lacking: Map<string, number>
}

const small: fc.Arbitrary<Small> = fc
  .record({
    sports: fc.array(fc.constantFrom('football', 'judo'), { minLength: 1, maxLength: 4 }),
    hours: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 3 }),
    points: fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 12, maxLength: 12 }),
    football: fc.nat(3),
    judo: fc.nat(3),
  })
  .map(({ sports, hours, points, football, judo }) => {
    const places = sports.map((sport, at) => place(`p${at}`, sport))
    const helpers = hours.map((of, row) => {
      const offered = places.flatMap(({ id }, at) => {
        const given = points[row * 4 + at] ?? null
        return given === null ? [] : [[id, given] as const]
      })
      return helper(`h${row}`, of, Object.fromEntries(offered))
    })
    return {
      places,
      helpers,
      lacking: new Map([
        ['football primary', football],
        ['judo primary', judo],
      ]),
    }
  })

/** The best of every way to give each place to nobody or to one of its helpers: most places, then most points. */
function best({ places, helpers, lacking }: Small): number {
  const given = new Map<string, number>()
  const filled = new Map<string, number>()
  const bestFrom = (at: number): number => {
    const here = places[at]
    if (here === undefined) return 0
    let most = bestFrom(at + 1)
    for (const { id, hours, places: offered } of helpers) {
      const points = offered.find(one => one.placeId === here.id)?.points
      const [taken, inCell] = [given.get(id) ?? 0, filled.get(cellOf(here)) ?? 0]
      if (points === undefined || (taken + 1) * hoursAPlace > hours) continue
      if (inCell >= (lacking.get(cellOf(here)) ?? 0)) continue
      given.set(id, taken + 1)
      filled.set(cellOf(here), inCell + 1)
      most = Math.max(most, 1000 + points + bestFrom(at + 1))
      given.set(id, taken)
      filled.set(cellOf(here), inCell)
    }
    return most
  }
  return bestFrom(0)
}

test('the proposal is the best of all there are: most places within hours and wishes, then most suitable', () => {
  fc.assert(
    fc.property(small, given => {
      const proposal = proposalOf(given.places, given.helpers, given.lacking)
      const points = proposal.map(({ helperId, placeId }) => {
        const by = given.helpers.find(one => one.id === helperId)
        return by?.places.find(one => one.placeId === placeId)?.points ?? Number.NaN
      })

      expect(points.reduce((sum, one) => sum + 1000 + one, 0)).toBe(best(given))
      expect(new Set(proposal.map(one => one.placeId)).size).toBe(proposal.length)
      for (const { id, hours } of given.helpers)
        expect(proposal.filter(one => one.helperId === id).length * hoursAPlace).toBeLessThanOrEqual(hours)
    }),
    { numRuns: 300 },
  )
})
