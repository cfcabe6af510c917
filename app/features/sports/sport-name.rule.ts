export interface NamedSport {
  code: string
  name: string
  /** Further names, as people write them. */
  aliases: string[]
  /** Code, name and aliases as they are compared (aliasKey). */
  keys: string[]
}

/** The sport that a name or code means; `key` is the text as aliasKey makes it. None is ever guessed or created. */
export function resolveSport(sports: readonly NamedSport[], key: string): NamedSport | undefined {
  return sports.find(sport => sport.keys.includes(key))
}

/** What a school, a unit or the city has taught: which sport a word means. */
export interface TaughtSport {
  word: string
  key: string
  meaning: string
}

/** The catalogue with the words that were taught. A word takes an alias from another sport, a name or a code never. */
export function withWords(sports: readonly NamedSport[], words: readonly TaughtSport[]): NamedSport[] {
  const fixed = new Set(sports.flatMap(fixedKeysOf))
  const codes = new Set(sports.map(sport => sport.code))
  const taught = words.filter(({ key, meaning }) => codes.has(meaning) && !fixed.has(key))
  const moved = new Set(taught.map(({ key }) => key))
  return sports.map(sport => {
    const own = taught.filter(({ meaning }) => meaning === sport.code)
    return {
      ...sport,
      aliases: [...sport.aliases, ...own.map(({ word }) => word)],
      keys: [...sport.keys.filter(key => !moved.has(key)), ...own.map(({ key }) => key)],
    }
  })
}

/** Code and name, which `keys` begins with: no word may mean another sport by them. */
export function fixedKeysOf(sport: NamedSport): string[] {
  return sport.keys.slice(0, 2)
}
