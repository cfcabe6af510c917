/** Somebody who could stand behind placements. */
export interface Worker {
  id: string
  /** How many placements the hours of the week allow. */
  room: number
}

/** A placement that is on paper only, and the 5621 cell (unit × sport × stage) that it would make live. */
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

interface Edge {
  to: number
  room: number
  cost: number
  /** The same edge seen from its other end. */
  back: Edge
}

/**
 * Who takes which vacancy so that as many places of cells as possible come alive, and among those the ones that suit
 * best together: a flow of least cost from workers (their room) over vacancies (one each) to cells (what they still
 * need), raised by one cheapest path at a time, which is exact. A cell that has enough takes no more. The order in
 * which things are given decides between equals.
 */
export function assign(
  workers: readonly Worker[],
  vacancies: readonly Vacancy[],
  options: readonly Option[],
  needs: ReadonlyMap<string, number>,
): Assignment[] {
  const nodes = numbered([
    'source',
    'sink',
    ...ids('w', workers),
    ...ids('v', vacancies),
    ...cellsOf(vacancies),
  ])
  const graph: Edge[][] = Array.from({ length: nodes.size }, () => [])
  const at = (name: string) => nodes.get(name) as number
  for (const { id, room } of workers) connect(graph, at('source'), at(`w ${id}`), room, 0)
  const taken = options
    .filter(option => nodes.has(`w ${option.worker}`) && nodes.has(`v ${option.vacancy}`))
    .map(option => ({
      option,
      edge: connect(graph, at(`w ${option.worker}`), at(`v ${option.vacancy}`), 1, option.cost),
    }))
  for (const { id, cell } of vacancies) connect(graph, at(`v ${id}`), at(`c ${cell}`), 1, 0)
  for (const cell of cellsOf(vacancies))
    connect(graph, at(cell), at('sink'), needs.get(cell.slice(2)) ?? 0, 0)
  while (pushAlongCheapest(graph, at('source'), at('sink')));
  return taken
    .filter(({ edge }) => edge.room === 0)
    .map(({ option: { worker, vacancy } }) => ({ worker, vacancy }))
}

function ids(kind: string, things: readonly { id: string }[]): string[] {
  return things.map(({ id }) => `${kind} ${id}`)
}

function cellsOf(vacancies: readonly Vacancy[]): string[] {
  return [...new Set(vacancies.map(({ cell }) => `c ${cell}`))]
}

function numbered(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, index) => [name, index]))
}

function connect(graph: Edge[][], from: number, to: number, room: number, cost: number): Edge {
  const edge = { to, room, cost } as Edge
  const back: Edge = { to: from, room: 0, cost: -cost, back: edge }
  edge.back = back
  graph[from]!.push(edge)
  graph[to]!.push(back)
  return edge
}

/** Bellman and Ford with a queue: edges turned back have negative costs. False when nothing more gets through. */
function pushAlongCheapest(graph: Edge[][], source: number, sink: number): boolean {
  const costs = graph.map(() => Number.POSITIVE_INFINITY)
  const through: (Edge | undefined)[] = []
  const isQueued = graph.map(() => false)
  costs[source] = 0
  const queue = [source]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    isQueued[node] = false
    for (const edge of graph[node]!) {
      const cost = costs[node]! + edge.cost
      if (edge.room === 0 || cost >= costs[edge.to]!) continue
      costs[edge.to] = cost
      through[edge.to] = edge
      if (isQueued[edge.to]) continue
      isQueued[edge.to] = true
      queue.push(edge.to)
    }
  }
  if (through[sink] === undefined) return false
  for (let edge: Edge | undefined = through[sink]; edge !== undefined; edge = through[edge.back.to]) {
    edge.room -= 1
    edge.back.room += 1
  }
  return true
}
