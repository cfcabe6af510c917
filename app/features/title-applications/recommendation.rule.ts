import type { Day } from '#app/calendar-day.ts'
import type { Recommendation } from './title-applications.queries.server.ts'

export type RecommendationRefusal =
  | 'opinion-missing'
  | 'bureaus-missing'
  | 'position-missing'
  | 'position-taken'
  | 'beyond-the-quota'
  | 'day-ahead'

/**
 * Why a unit cannot recommend a school so: both bureaus answer for it (domain.md 3.2), its place among the unit's schools
 * is its own, and no place lies beyond the unit's quota. `quota` null for none set.
 */
export function whyNotRecommended(
  given: Partial<Recommendation>,
  at: { quota: number | null; taken: readonly number[]; today: Day },
): RecommendationRefusal | null {
  const { position, opinion = '', educationBy = '', educationOn, sportsBy = '', sportsOn } = given
  if (opinion.trim() === '') return 'opinion-missing'
  if (educationBy.trim() === '' || sportsBy.trim() === '') return 'bureaus-missing'
  if (educationOn === undefined || sportsOn === undefined) return 'bureaus-missing'
  if (educationOn > at.today || sportsOn > at.today) return 'day-ahead'
  if (position === undefined || !Number.isInteger(position) || position < 1) return 'position-missing'
  if (at.quota !== null && (position > at.quota || at.taken.length >= at.quota)) return 'beyond-the-quota'
  return at.taken.includes(position) ? 'position-taken' : null
}
