import { expect, test } from 'vitest'
import { type Assigned, assign, isBetter } from '#app/features/matching/assignment.rule.ts'
import type {
  Assignment,
  Option,
  Situation,
  Worker,
  Worth,
} from '#app/features/matching/assignment-flow.rule.ts'
import { fc } from '#test/support/laws.ts'

const enough = 10_000

const coach = (id: string, room: number): Worker => ({ id, person: id, by: 'register', room, seat: null })
const applicant = (person: string, post: string, room: number): Worker => ({
  id: `${person} ${post}`,
  person,
  by: post,
  room,
  seat: post,
})

function situationOf(given: {
  workers: Worker[]
  /** Vacancies and their cells. */
  vacancies: Record<string, string>
  options: [worker: string, vacancy: string, cost: number][]
  needs: Record<string, number>
  seats?: Record<string, number>
}): Situation {
  return {
    workers: given.workers,
    vacancies: Object.entries(given.vacancies).map(([id, cell]) => ({ id, cell })),
    options: given.options.map(([worker, vacancy, cost]) => ({ worker, vacancy, cost })),
    needs: new Map(Object.entries(given.needs)),
    seats: new Map(Object.entries(given.seats ?? {})),
  }
}

const inWords = ({ assignments }: Assigned) =>
  assignments.map(({ worker, vacancy }) => `${worker} at ${vacancy}`).sort()

test('whoever can take only one place gets it, and the other takes what is left', () => {
  const situation = situationOf({
    workers: [coach('both', 1), coach('football only', 1)],
    vacancies: { A: 'football', B: 'judo' },
    options: [
      ['both', 'A', 0],
      ['both', 'B', 50],
      ['football only', 'A', 10],
    ],
    needs: { football: 1, judo: 1 },
  })

  expect(inWords(assign(situation, enough))).toEqual(['both at B', 'football only at A'])
})

test('one cell is completed before two are half filled, though the halves suit better', () => {
  const situation = situationOf({
    workers: [coach('wang', 1), coach('chen', 1)],
    vacancies: { A: 'football', B: 'football', C: 'judo', D: 'judo' },
    options: [
      ['wang', 'A', 0],
      ['wang', 'C', 40],
      ['chen', 'C', 0],
      ['chen', 'D', 50],
    ],
    needs: { football: 2, judo: 2 },
  })

  const found = assign(situation, enough)

  expect(found.worth).toEqual({ cells: 1, filled: 2, cost: 90 })
  expect(inWords(found)).toEqual(['chen at D', 'wang at C'])
})

test('a cell that has enough takes nobody more', () => {
  const situation = situationOf({
    workers: [coach('chen', 2)],
    vacancies: { A: 'football', B: 'football' },
    options: [
      ['chen', 'A', 0],
      ['chen', 'B', 1],
    ],
    needs: { football: 1 },
  })

  expect(inWords(assign(situation, enough))).toEqual(['chen at A'])
})

test('nobody takes more than the hours allow', () => {
  const situation = situationOf({
    workers: [coach('chen', 2)],
    vacancies: { A: 'a', B: 'b', C: 'c' },
    options: [
      ['chen', 'A', 1],
      ['chen', 'B', 1],
      ['chen', 'C', 1],
    ],
    needs: { a: 1, b: 1, c: 1 },
  })

  expect(assign(situation, enough).assignments).toHaveLength(2)
})

test('a post brings no more people than it has free places, whoever takes more vacancies first', () => {
  const situation = situationOf({
    workers: [applicant('wang', 'P1', 1), applicant('chen', 'P1', 2)],
    vacancies: { A: 'football', B: 'football', C: 'football' },
    options: ['A', 'B', 'C'].flatMap(vacancy => [
      ['wang P1', vacancy, 0] as [string, string, number],
      ['chen P1', vacancy, 9] as [string, string, number],
    ]),
    needs: { football: 3 },
    seats: { P1: 1 },
  })

  expect(assign(situation, enough).assignments.map(one => one.worker)).toEqual(['chen P1', 'chen P1'])
  expect(assign({ ...situation, seats: new Map() }, enough).assignments).toEqual([])
})

test('nobody comes by two posts at once', () => {
  const situation = situationOf({
    workers: [applicant('chen', 'P1', 1), applicant('chen', 'P2', 1)],
    vacancies: { A: 'football', B: 'judo' },
    options: [
      ['chen P1', 'A', 5],
      ['chen P2', 'B', 3],
    ],
    needs: { football: 1, judo: 1 },
    seats: { P1: 1, P2: 1 },
  })

  expect(inWords(assign(situation, enough))).toEqual(['chen P2 at B'])
})

test('where nobody suits, nothing is proposed', () => {
  const situation = situationOf({
    workers: [coach('chen', 2)],
    vacancies: { A: 'a' },
    options: [],
    needs: { a: 1 },
  })

  expect(assign(situation, enough)).toEqual({
    assignments: [],
    worth: { cells: 0, filled: 0, cost: 0 },
    isBest: true,
  })
})

const cells = ['football primary', 'football junior', 'judo primary'] as const

/** Up to three people, who come by the register or by either of two posts, and up to five vacancies. */
const small: fc.Arbitrary<Situation> = fc
  .record({
    ways: fc.array(
      fc.record({ person: fc.nat(2), by: fc.constantFrom('register', 'P1', 'P2'), room: fc.nat(2) }),
      { minLength: 1, maxLength: 4 },
    ),
    cells: fc.array(fc.constantFrom(...cells), { minLength: 1, maxLength: 5 }),
    costs: fc.array(fc.option(fc.nat(9)), { minLength: 20, maxLength: 20 }),
    needs: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
    seats: fc.tuple(fc.nat(2), fc.nat(2)),
  })
  .map(given => ({
    workers: given.ways.map(({ person, by, room }, at) => ({
      id: `w${at}`,
      person: `p${person}`,
      by,
      room,
      seat: by === 'register' ? null : by,
    })),
    vacancies: given.cells.map((cell, at) => ({ id: `v${at}`, cell })),
    options: given.ways.flatMap((_way, w) =>
      given.cells.flatMap((_cell, v) => {
        const cost = given.costs[w * 5 + v] ?? null
        return cost === null ? [] : [{ worker: `w${w}`, vacancy: `v${v}`, cost }]
      }),
    ),
    needs: new Map(cells.map((cell, at) => [cell, given.needs[at]!])),
    seats: new Map(['P1', 'P2'].map((post, at) => [post, given.seats[at]!])),
  }))

test('no other assignment completes more cells, nor fills more with as many, nor costs less with both', () => {
  fc.assert(
    fc.property(small, situation => {
      const found = assign(situation, enough)

      expect(found.isBest).toBe(true)
      expect(isAllowed(found.assignments, situation)).toBe(true)
      expect(worthOf(found.assignments, situation)).toEqual(found.worth)
      expect(found.worth).toEqual(bestWorth(situation))
    }),
    { numRuns: 1000 },
  )
})

test('a search broken off says so, and what it found is allowed all the same', () => {
  fc.assert(
    fc.property(small, situation => {
      const found = assign(situation, 1)
      const best = bestWorth(situation)

      expect(isAllowed(found.assignments, situation)).toBe(true)
      expect(isBetter(found.worth, best)).toBe(false)
      if (isBetter(best, found.worth)) expect(found.isBest).toBe(false)
    }),
    { numRuns: 300 },
  )
})

function isAllowed(assignments: readonly Assignment[], situation: Situation): boolean {
  const workers = new Map(situation.workers.map(worker => [worker.id, worker]))
  const count = (holds: (one: Assignment) => boolean) => assignments.filter(holds).length
  const used = [...new Set(assignments.map(one => workers.get(one.worker)!))]
  const people = (seat: string) => new Set(used.filter(one => one.seat === seat).map(one => one.person))
  return (
    situation.workers.every(({ id, room }) => count(one => one.worker === id) <= room) &&
    situation.vacancies.every(({ id }) => count(one => one.vacancy === id) <= 1) &&
    [...situation.needs].every(([cell, need]) => inCell(assignments, situation, cell) <= need) &&
    used.every(one => used.every(two => one.person !== two.person || one.by === two.by)) &&
    [...situation.seats].every(([post, free]) => people(post).size <= free)
  )
}

function inCell(assignments: readonly Assignment[], { vacancies }: Situation, cell: string): number {
  const within = new Set(vacancies.filter(one => one.cell === cell).map(({ id }) => id))
  return assignments.filter(one => within.has(one.vacancy)).length
}

function worthOf(assignments: readonly Assignment[], situation: Situation): Worth {
  const costOf = ({ worker, vacancy }: Assignment) =>
    situation.options.find((one: Option) => one.worker === worker && one.vacancy === vacancy)?.cost ??
    Number.NaN
  return {
    cells: [...situation.needs].filter(
      ([cell, need]) => need > 0 && inCell(assignments, situation, cell) === need,
    ).length,
    filled: assignments.length,
    cost: assignments.reduce((sum, one) => sum + costOf(one), 0),
  }
}

/** Gives each vacancy to nobody or to one of those who may take it, in every way there is. */
function bestWorth(situation: Situation): Worth {
  let best: Worth = { cells: 0, filled: 0, cost: 0 }
  const tryFrom = (at: number, sofar: Assignment[]): void => {
    const vacancy = situation.vacancies[at]
    if (vacancy === undefined) {
      const worth = worthOf(sofar, situation)
      if (isBetter(worth, best)) best = worth
      return
    }
    tryFrom(at + 1, sofar)
    for (const { worker } of situation.options.filter(one => one.vacancy === vacancy.id)) {
      const next = [...sofar, { worker, vacancy: vacancy.id }]
      if (isAllowed(next, situation)) tryFrom(at + 1, next)
    }
  }
  tryFrom(0, [])
  return best
}
