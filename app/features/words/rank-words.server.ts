import { rankCandidates } from './rank-candidates.rule.ts'
import { spellingOf } from './sound-of.server.ts'
import { keyOfWord } from './word-key.ts'

/**
 * Ranks what an unknown word may mean among values with their names. The names are sounded when the first unknown
 * word comes, and each word is ranked once: the same one stands in a column a thousand times.
 */
export function rankerOf(
  values: readonly { code: string; names: readonly string[] }[],
  uses?: ReadonlyMap<string, number>,
): (word: string) => string[] {
  const sounded = remembered(() => values.map(({ code, names }) => ({ code, names: names.map(spellingOf) })))
  const ranked = new Map<string, string[]>()
  return word => {
    const key = keyOfWord(word)
    const known = ranked.get(key) ?? rankCandidates(spellingOf(word), sounded(), uses)
    ranked.set(key, known)
    return known
  }
}

function remembered<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
