import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Assignment,
  assign,
  type Option,
  type Vacancy,
  type Worker,
} from '#app/features/matching/assignment.rule.ts'

const needs = (entries: Record<string, number>) => new Map(Object.entries(entries))

test('whoever can take only one place gets it, and the other takes what is left', () => {
  const workers = [
    { id: 'both', room: 1 },
    { id: 'football only', room: 1 },
  ]
  const vacancies = [
    { id: 'football at A', cell: 'football' },
    { id: 'judo at B', cell: 'judo' },
  ]
  const options = [
    { worker: 'both', vacancy: 'football at A', cost: 0 },
    { worker: 'both', vacancy: 'judo at B', cost: 50 },
    { worker: 'football only', vacancy: 'football at A', cost: 10 },
  ]

  expect(assign(workers, vacancies, options, needs({ football: 1, judo: 1 }))).toEqual([
    { worker: 'both', vacancy: 'judo at B' },
    { worker: 'football only', vacancy: 'football at A' },
  ])
})

test('a cell that has enough takes nobody more', () => {
  const vacancies = [
    { id: 'A', cell: 'football' },
    { id: 'B', cell: 'football' },
  ]
  const options = vacancies.map(({ id }, cost) => ({ worker: 'coach', vacancy: id, cost }))

  const assignments = assign([{ id: 'coach', room: 2 }], vacancies, options, needs({ football: 1 }))

  expect(assignments).toEqual([{ worker: 'coach', vacancy: 'A' }])
})

test('nobody takes more than the hours allow', () => {
  const vacancies = ['A', 'B', 'C'].map(id => ({ id, cell: id }))
  const options = vacancies.map(({ id }) => ({ worker: 'coach', vacancy: id, cost: 1 }))

  const assignments = assign([{ id: 'coach', room: 2 }], vacancies, options, needs({ A: 1, B: 1, C: 1 }))

  expect(assignments).toHaveLength(2)
})

test('where nobody suits, nothing is proposed', () => {
  expect(assign([{ id: 'coach', room: 2 }], [{ id: 'A', cell: 'A' }], [], needs({ A: 1 }))).toEqual([])
})

interface Small {
  workers: Worker[]
  vacancies: Vacancy[]
  options: Option[]
  needs: Map<string, number>
}

const small: fc.Arbitrary<Small> = fc
  .record({
    rooms: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
    cells: fc.array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 4 }),
    costs: fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { minLength: 12, maxLength: 12 }),
    x: fc.integer({ min: 0, max: 3 }),
    y: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ rooms, cells, costs, x, y }) => ({
    workers: rooms.map((room, n) => ({ id: `w${n}`, room })),
    vacancies: cells.map((cell, n) => ({ id: `v${n}`, cell })),
    options: rooms.flatMap((_room, w) =>
      cells.flatMap((_cell, v) => {
        const cost = costs[w * 4 + v] ?? null
        return cost === null ? [] : [{ worker: `w${w}`, vacancy: `v${v}`, cost }]
      }),
    ),
    needs: needs({ x, y }),
  }))

test('no other assignment makes more places live, nor as many at less cost', () => {
  fc.assert(
    fc.property(small, city => {
      const found = assign(city.workers, city.vacancies, city.options, city.needs)

      expect(isAllowed(found, city)).toBe(true)
      expect(worthOf(found, city)).toEqual(bestWorth(city))
    }),
    { numRuns: 500 },
  )
})

function isAllowed(
  assignments: readonly Assignment[],
  { workers, vacancies, needs: needed }: Small,
): boolean {
  const count = (holds: (one: Assignment) => boolean) => assignments.filter(holds).length
  const cellOf = new Map(vacancies.map(({ id, cell }) => [id, cell]))
  return (
    workers.every(({ id, room }) => count(one => one.worker === id) <= room) &&
    vacancies.every(({ id }) => count(one => one.vacancy === id) <= 1) &&
    [...needed].every(([cell, need]) => count(one => cellOf.get(one.vacancy) === cell) <= need)
  )
}

function worthOf(assignments: readonly Assignment[], { options }: Small) {
  const costs = assignments.map(
    ({ worker, vacancy }) =>
      options.find(one => one.worker === worker && one.vacancy === vacancy)?.cost ?? Number.NaN,
  )
  return { places: assignments.length, cost: costs.reduce((sum, cost) => sum + cost, 0) }
}

/** Tries every set of options. */
function bestWorth(city: Small) {
  let best = { places: 0, cost: 0 }
  for (let chosen = 0; chosen < 2 ** city.options.length; chosen += 1) {
    const set = city.options.filter((_option, n) => (chosen >> n) % 2 === 1)
    if (set.length < best.places || !isAllowed(set, city)) continue
    const worth = worthOf(set, city)
    if (worth.places > best.places || worth.cost < best.cost) best = worth
  }
  return best
}
