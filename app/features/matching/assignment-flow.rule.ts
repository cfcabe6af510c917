import { connect, flood, networkOf } from './flow.rule.ts'

/** Somebody as they come by one way: from the register, or by one of the posts to which they applied. */
export interface Worker {
  id: string
  person: string
  /** 'register' or a post; a person comes by one of them only. */
  by: string
  /** How many placements the hours of the week allow. */
  room: number
  /** The post of whose free places this takes one; null where it takes none. */
  seat: string | null
}

/** A placement that is on paper only, and the 5621 cell (unit × sport × stage) that it would help to complete. */
export interface Vacancy {
  id: string
  cell: string
}

/** A worker may take a vacancy; the smaller the cost, the better it suits. Whole numbers of at least 0. */
export interface Option {
  worker: string
  vacancy: string
  cost: number
}

export interface Assignment {
  worker: string
  vacancy: string
}

export interface Situation {
  workers: readonly Worker[]
  vacancies: readonly Vacancy[]
  options: readonly Option[]
  /** How many living schools a cell still lacks; it takes no more, and one not named takes none. */
  needs: ReadonlyMap<string, number>
  /** Free places of the posts; a post not named has none. */
  seats: ReadonlyMap<string, number>
}

/** What is compared, from left to right: complete cells (more), filled vacancies (more), cost (less). */
export interface Worth {
  cells: number
  filled: number
  cost: number
}

export interface Taken {
  assignments: Assignment[]
  worth: Worth
}

/** What is settled already at a point of the search: cells to be completed or given up, ways to be gone or not. */
export interface Settled {
  cells: ReadonlyMap<string, 'complete' | 'given-up'>
  ways: ReadonlyMap<string, 'gone' | 'not-gone'>
}

/** What flows when of all that is not settled only part is asked for: never worse than any assignment below it. */
export interface Flow extends Taken {
  inCell: ReadonlyMap<string, number>
  inWay: ReadonlyMap<string, number>
}

/** What can be had at best: promised cells before all else, each cell not settled in parts of it, at whatever cost. */
export function hopedFlow(situation: Situation, settled: Settled): Flow {
  return flowOf(situation, settled, weightsOfHope(situation, settled))
}

/** The flow of least cost among those that fill most, the promised cells before all else. */
export function promisedFlow(situation: Situation, settled: Settled): Flow {
  return flowOf(situation, settled, weightsOfPromise(situation, promisedOf(settled)))
}

export function promisedOf({ cells }: Settled): string[] {
  return [...cells].filter(([, as]) => as === 'complete').map(([cell]) => cell)
}

/** What a unit of flow into a cell is worth beside the cost of an option. */
type Weights = { ofCell: (cell: string) => number; ofOption: 0 | 1 }

/** A cell not settled counts in equal parts, so that six sixths make one. */
function weightsOfHope({ needs }: Situation, { cells }: Settled): Weights {
  const whole = wholeOf(needs)
  const promised = whole * (needs.size + 1)
  const ofCell = (cell: string) => {
    if (cells.get(cell) === 'complete') return promised
    return cells.has(cell) ? 0 : whole / (needs.get(cell) ?? 1)
  }
  return { ofCell, ofOption: 0 }
}

function weightsOfPromise({ options }: Situation, promised: readonly string[]): Weights {
  const above = 1 + options.reduce((sum, { cost }) => sum + cost, 0)
  return { ofCell: cell => (promised.includes(cell) ? above : 0), ofOption: 1 }
}

/** A number that every need divides: parts of cells are whole numbers of it. */
function wholeOf(needs: Situation['needs']): number {
  return [...needs.values()].filter(need => need > 0).reduce(leastCommonMultiple, 1)
}

function leastCommonMultiple(one: number, other: number): number {
  const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b))
  return (one / greatestCommon(one, other)) * other
}

/** Cells not settled that could be complete if parts of them made whole ones. */
export function hopedCells({ needs }: Situation, { cells }: Settled, { inCell }: Flow): number {
  const whole = wholeOf(needs)
  const parts = [...inCell]
    .filter(([cell]) => !cells.has(cell))
    .reduce((sum, [cell, filled]) => sum + (filled * whole) / (needs.get(cell) ?? 1), 0)
  return parts / whole
}

/** A person and what they come by. */
export function wayOf({ person, by }: Worker): string {
  return `${person} ${by}`
}

function flowOf(situation: Situation, { ways }: Settled, weights: Weights): Flow {
  const { vacancies, options, needs, seats } = situation
  const workers = situation.workers.filter(worker => ways.get(wayOf(worker)) !== 'not-gone')
  const posts = [...new Set(workers.map(worker => worker.seat))].filter(seat => seat !== null)
  const cells = [...new Set(vacancies.map(({ cell }) => cell))].filter(cell => (needs.get(cell) ?? 0) > 0)
  const nodes = numbered([
    'source',
    'sink',
    ...posts.map(post => `p ${post}`),
    ...workers.map(({ id }) => `w ${id}`),
    ...vacancies.map(({ id }) => `v ${id}`),
    ...cells.map(cell => `c ${cell}`),
  ])
  const network = networkOf(nodes.size)
  const join = (from: string, to: string, room: number, cost: number) =>
    connect(network, nodes.get(from)!, nodes.get(to)!, room, cost)
  for (const post of posts) join('source', `p ${post}`, roomOf(post, workers, seats.get(post) ?? 0), 0)
  for (const { id, seat, room } of workers) join(seat === null ? 'source' : `p ${seat}`, `w ${id}`, room, 0)
  const taken = options
    .filter(({ worker, vacancy }) => nodes.has(`w ${worker}`) && nodes.has(`v ${vacancy}`))
    .map(option => ({
      option,
      edge: join(`w ${option.worker}`, `v ${option.vacancy}`, 1, weights.ofOption * option.cost),
    }))
  for (const { id, cell } of vacancies) if (nodes.has(`c ${cell}`)) join(`v ${id}`, `c ${cell}`, 1, 0)
  for (const cell of cells) join(`c ${cell}`, 'sink', needs.get(cell)!, -weights.ofCell(cell))
  flood(network, nodes.get('source')!, nodes.get('sink')!)
  return measured(
    situation,
    taken.filter(({ edge }) => edge.room === 0).map(({ option }) => option),
  )
}

/** At most so much gets through a post: what the people with most hours could take, as many as it has places. */
function roomOf(post: string, workers: readonly Worker[], places: number): number {
  const rooms = new Map<string, number>()
  for (const { person, seat, room } of workers)
    if (seat === post) rooms.set(person, (rooms.get(person) ?? 0) + room)
  return [...rooms.values()]
    .sort((one, other) => other - one)
    .slice(0, places)
    .reduce((sum, room) => sum + room, 0)
}

function measured({ workers, vacancies, needs }: Situation, taken: readonly Option[]): Flow {
  const cells = new Map(vacancies.map(({ id, cell }) => [id, cell]))
  const ways = new Map(workers.map(worker => [worker.id, wayOf(worker)]))
  const inCell = tally(taken.map(({ vacancy }) => cells.get(vacancy)!))
  const complete = [...needs].filter(([cell, need]) => need > 0 && inCell.get(cell) === need)
  return {
    assignments: taken.map(({ worker, vacancy }) => ({ worker, vacancy })),
    worth: {
      cells: complete.length,
      filled: taken.length,
      cost: taken.reduce((sum, { cost }) => sum + cost, 0),
    },
    inCell,
    inWay: tally(taken.map(({ worker }) => ways.get(worker)!)),
  }
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function numbered(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, index) => [name, index]))
}
