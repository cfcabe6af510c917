/** One direction of an edge of a network. */
export interface Edge {
  to: number
  room: number
  cost: number
  /** The same edge seen from its other end. */
  back: Edge
}

export type Network = Edge[][]

/** A network of so many nodes and no edge yet. */
export function networkOf(size: number): Network {
  return Array.from({ length: size }, () => [])
}

export function connect(network: Network, from: number, to: number, room: number, cost: number): Edge {
  const edge = { to, room, cost } as Edge
  const back: Edge = { to: from, room: 0, cost: -cost, back: edge }
  edge.back = back
  network[from]!.push(edge)
  network[to]!.push(back)
  return edge
}

/**
 * As much as gets from the source to the sink, at the least cost, one unit along one cheapest path at a time, which is
 * exact. The edges keep what flows: `room` is what is left. Costs may be negative where no circle is.
 */
export function flood(network: Network, source: number, sink: number): void {
  while (pushAlongCheapest(network, source, sink));
}

/** Bellman and Ford with a queue: edges turned back have negative costs. False when nothing more gets through. */
function pushAlongCheapest(network: Network, source: number, sink: number): boolean {
  const costs = network.map(() => Number.POSITIVE_INFINITY)
  const through: (Edge | undefined)[] = []
  const isQueued = network.map(() => false)
  costs[source] = 0
  const queue = [source]
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at]!
    isQueued[node] = false
    for (const edge of network[node]!) {
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
