import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

/** Kinds of activity; which of them count is decided elsewhere. */
export const activityKinds = [
  'PE_LESSON',
  'BIG_BREAK_AM',
  'BIG_BREAK_PM',
  'MORNING_EXERCISE',
  'COLLECTIVE_EXERCISE',
  'AFTER_SCHOOL_SPORT',
  'COMPETITION',
  'SHORT_BREAK',
  'CLUB',
  'TEAM_TRAINING',
  'EYE_EXERCISE',
  'HOME_EXERCISE',
  'OTHER',
] as const

export type ActivityKind = (typeof activityKinds)[number]

export function readKind(_cell: Cell | undefined): Reading<ActivityKind> {
  return reject('cell.not-understood')
}

/** The kind that a column header names ('体育课(分钟)', '上午大课间时长'); null when it names none. */
export function kindOfHeader(_text: string): ActivityKind | null {
  return null
}
