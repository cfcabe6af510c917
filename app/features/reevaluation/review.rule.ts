import { addYears, type Day } from '#app/calendar-day.ts'

/** Points × 100: below them a re-evaluation is failed (domain.md 3.3). */
const passScore = 60_00
const fullScore = 100_00

/** A renewal holds for so many years at most: cycles are of two to four (domain.md 3.1). */
const mostYears = 6

/** Points × 100 of what was typed; null where nothing was, undefined for what is no score of 0 to 100. */
export function readPoints(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return points > fullScore ? undefined : points
}

/** '85.50' */
export function pointsText(points: number): string {
  return `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`
}

export type RenewalRefusal = 'score-too-low' | 'score-missing' | 'spot-check-needed'

/**
 * Why a title cannot be renewed on what its re-evaluation found; null when it can. Without a single confirmed report of
 * its term nothing speaks for it but the re-evaluation itself, which must then have looked on the spot and given a score.
 */
export function whyNoRenewal(found: {
  score: number | null
  isSpotChecked: boolean
  confirmedReports: number
}): RenewalRefusal | null {
  const { score } = found
  if (score !== null && score < passScore) return 'score-too-low'
  if (found.confirmedReports > 0) return null
  if (!found.isSpotChecked) return 'spot-check-needed'
  return score === null ? 'score-missing' : null
}

/** What speaks against the last day of a renewal; null when nothing does. */
export function untilProblem(from: Day, until: Day): 'ends-before-start' | 'too-long' | null {
  if (until < from) return 'ends-before-start'
  return until >= addYears(from, mostYears) ? 'too-long' : null
}
