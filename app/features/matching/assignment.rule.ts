import {
  type Flow,
  hopedCells,
  hopedFlow,
  promisedFlow,
  promisedOf,
  type Settled,
  type Situation,
  type Taken,
  type Worker,
  type Worth,
  wayOf,
} from './assignment-flow.rule.ts'

export interface Assigned extends Taken {
  /** Whether nothing better can be; false where the search was broken off. */
  isBest: boolean
}

/**
 * Who takes which vacancy so that the most cells become complete, then the most vacancies are filled, then they suit
 * best together; nobody beyond their room, nobody by two ways at once, no post beyond its free places. Branch and bound:
 * at each point a flow of least cost from workers over vacancies to cells, in which a cell may be complete in part and
 * a post hands out its places in part, says what can be had at best. What is settled one by one is whether a cell gets
 * complete and whether somebody comes by a post. After `mostNodes` points the best found so far is the answer. The
 * order in which things are given decides between equals.
 */
export function assign(situation: Situation, mostNodes: number): Assigned {
  const open: Settled[] = [{ cells: hopelessOf(situation), ways: new Map() }]
  let best: Taken = { assignments: [], worth: { cells: 0, filled: 0, cost: 0 } }
  for (let nodes = 0; open.length > 0 && nodes < mostNodes; nodes += 1) {
    const { found, branches } = searchAt(situation, open.pop()!, best.worth)
    if (found !== null && isBetter(found.worth, best.worth)) best = found
    open.push(...branches)
  }
  return { assignments: best.assignments, worth: best.worth, isBest: open.length === 0 }
}

export function isBetter(one: Worth, other: Worth): boolean {
  if (one.cells !== other.cells) return one.cells > other.cells
  if (one.filled !== other.filled) return one.filled > other.filled
  return one.cost < other.cost
}

interface Searched {
  found: Taken | null
  /** Where to search on below, the most hopeful last. */
  branches: Settled[]
}

/** What there is at a point, and the points below it; nothing where nothing better than `least` can be. */
function searchAt(situation: Situation, settled: Settled, least: Worth): Searched {
  const nothing = { found: null, branches: [] }
  const hope = hopedFlow(situation, settled)
  const promised = promisedOf(settled)
  if (promised.some(cell => !isComplete(situation, hope, cell))) return nothing
  const bound = {
    cells: promised.length + Math.floor(hopedCells(situation, settled, hope)),
    filled: hope.worth.filled,
  }
  if (!isBetter({ ...bound, cost: 0 }, least)) return nothing
  const flow = promisedFlow(situation, settled)
  if (!isBetter({ ...bound, cost: flow.worth.cost }, least)) return nothing
  const crossed = crossedWay(situation, settled, flow)
  if (crossed !== null) {
    const withIt = { ...settled, ways: goneBy(situation, settled.ways, crossed) }
    const withoutIt = { ...settled, ways: new Map(settled.ways).set(crossed, 'not-gone' as const) }
    return { found: promisedFlow(situation, kept(situation, settled, flow)), branches: [withoutIt, withIt] }
  }
  const next = flow.worth.cells >= bound.cells ? null : mostHoped(situation, settled, hope)
  if (next === null) return { found: flow, branches: [] }
  const branches = (['given-up', 'complete'] as const).map(as => ({
    ...settled,
    cells: new Map(settled.cells).set(next, as),
  }))
  return { found: flow, branches }
}

/** Cells that lack nothing, or more than there are vacancies: nothing completes them. */
function hopelessOf({ needs, vacancies, options }: Situation): Settled['cells'] {
  const within = new Set(options.map(option => option.vacancy))
  const room = (cell: string) => vacancies.filter(one => one.cell === cell && within.has(one.id)).length
  return new Map(
    [...needs]
      .filter(([cell, need]) => need === 0 || room(cell) < need)
      .map(([cell]) => [cell, 'given-up' as const]),
  )
}

function isComplete({ needs }: Situation, { inCell }: Flow, cell: string): boolean {
  const need = needs.get(cell) ?? 0
  return need > 0 && inCell.get(cell) === need
}

/** The cell not settled of which the hope fills most. */
function mostHoped({ needs }: Situation, { cells }: Settled, { inCell }: Flow): string | null {
  const share = (cell: string) => (inCell.get(cell) ?? 0) / (needs.get(cell) ?? 1)
  return [...needs.keys()]
    .filter(cell => !cells.has(cell))
    .reduce<string | null>((most, cell) => (most === null || share(cell) > share(most) ? cell : most), null)
}

/** A way not yet settled that is gone beside another of the person, or by more people than the post has places. */
function crossedWay({ workers, seats }: Situation, { ways }: Settled, { inWay }: Flow): string | null {
  const used = distinctWays(workers).filter(worker => (inWay.get(wayOf(worker)) ?? 0) > 0)
  const isCrossed = (worker: Worker) =>
    used.some(one => one.person === worker.person && one.by !== worker.by) ||
    (worker.seat !== null &&
      used.filter(one => one.seat === worker.seat).length > (seats.get(worker.seat) ?? 0))
  const crossed = used.filter(worker => !ways.has(wayOf(worker)) && isCrossed(worker))
  const most = crossed.reduce<Worker | null>(
    (top, one) => (top === null || inWay.get(wayOf(one))! > inWay.get(wayOf(top))! ? one : top),
    null,
  )
  return most === null ? null : wayOf(most)
}

function distinctWays(workers: readonly Worker[]): Worker[] {
  return [...new Map(workers.map(worker => [wayOf(worker), worker])).values()]
}

/** The way is gone, and with it no other way of the person; the last place of a post leaves nobody else to come by it. */
function goneBy({ workers, seats }: Situation, ways: Settled['ways'], way: string): Settled['ways'] {
  const after = new Map(ways).set(way, 'gone')
  const all = distinctWays(workers)
  const gone = all.filter(one => after.get(wayOf(one)) === 'gone')
  for (const one of all) {
    if (after.has(wayOf(one))) continue
    const isTwice = gone.some(other => other.person === one.person)
    const isFull =
      one.seat !== null && gone.filter(other => other.seat === one.seat).length >= (seats.get(one.seat) ?? 0)
    if (isTwice || isFull) after.set(wayOf(one), 'not-gone')
  }
  return after
}

/** Settled so that the flow can be had after all: the ways that it uses most, one by one, as long as there is a place. */
function kept(situation: Situation, settled: Settled, { inWay }: Flow): Settled {
  const used = distinctWays(situation.workers)
    .map(wayOf)
    .sort((one, other) => (inWay.get(other) ?? 0) - (inWay.get(one) ?? 0))
  const ways = used.reduce<Settled['ways']>(
    (sofar, way) => (sofar.has(way) ? sofar : goneBy(situation, sofar, way)),
    settled.ways,
  )
  return { ...settled, ways }
}
