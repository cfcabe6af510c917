import type { DesignationLevel } from '#db/tables.ts'

/** The levels of a title, the highest first (domain.md 3.1). */
export const levels: readonly DesignationLevel[] = ['NATIONAL', 'PROVINCIAL', 'CITY', 'COUNTY']

/** Whether a title is of a level or of a higher one. */
export function isAtLeast(level: DesignationLevel, least: DesignationLevel): boolean {
  return levels.indexOf(level) <= levels.indexOf(least)
}
