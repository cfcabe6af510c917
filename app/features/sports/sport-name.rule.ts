export interface NamedSport {
  code: string
  name: string
  /** Further names, as people write them. */
  aliases: string[]
  /** Code, name and aliases as they are compared (aliasKey). */
  keys: string[]
}

export type ResolvedSport = { ok: true; code: string } | { ok: false; candidates: NamedSport[] }

const mostCandidates = 5

/**
 * The sport that a name or code means; an unknown one is asked back with the sports that come close, never created.
 * `key` is the text as aliasKey makes it.
 */
export function resolveSport(sports: readonly NamedSport[], key: string): ResolvedSport {
  const found = sports.find(sport => sport.keys.includes(key))
  if (found !== undefined) return { ok: true, code: found.code }
  const close = sports
    .map(sport => ({ sport, distance: Math.min(...sport.keys.map(known => distance(known, key))) }))
    .filter(one => one.distance < far)
    .sort((one, other) => one.distance - other.distance)
  return { ok: false, candidates: close.slice(0, mostCandidates).map(one => one.sport) }
}

const far = 3

/** 1 where a sign was mistyped, 2 where one holds the other, else far. */
function distance(known: string, key: string): number {
  if (key.length < 2 || known.length < 2) return far
  if (isOneSignAway(known, key)) return 1
  return known.includes(key) || key.includes(known) ? 2 : far
}

function isOneSignAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1
  const skipOne = one.slice(start + (one.length >= other.length ? 1 : 0))
  const skipOther = other.slice(start + (other.length >= one.length ? 1 : 0))
  return skipOne === skipOther
}
