/** A small generator of numbers that is the same for the same seed. */
export interface Random {
  below: (count: number) => number
  pick: <T>(values: readonly T[]) => T
  chance: (share: number) => boolean
}

export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    pick: values => values[below(values.length)]!,
    chance: share => next() < share,
  }
}
