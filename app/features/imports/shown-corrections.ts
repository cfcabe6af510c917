import type { KeptCorrection } from './corrections.queries.server.ts'
import { standingCorrections } from './corrections.rule.ts'

/** An answer in the history of an import. */
export interface ShownCorrection extends KeptCorrection {
  /** Whether it holds: no later answer took its place. */
  isStanding: boolean
}

const mostShown = 200

/** Who answered what and when, the latest first. */
export function shownCorrections(given: readonly KeptCorrection[]): {
  corrections: ShownCorrection[]
  correctionCount: number
} {
  const standing = new Set(standingCorrections(given).map(({ position }) => position))
  const latest = given.toReversed().slice(0, mostShown)
  return {
    correctionCount: given.length,
    corrections: latest.map(one => ({ ...one, isStanding: standing.has(one.position) })),
  }
}
