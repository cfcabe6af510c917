import { type Day, openEnd } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'

interface Days {
  validFrom: Day
  validTo: Day
}

export type TransferRefusal =
  | 'same-school'
  | 'before-its-start'
  | 'after-its-end'
  | 'school-not-open'
  | 'no-stage-in-common'
  | 'slot-taken'

/** A school that is asked to go on with a title. */
export interface ReceivingSchool {
  id: string
  openedOn: Day
  closedOn: Day
  stages: readonly Stage[]
  /** Its own titles of the level and sport. */
  titles: readonly Days[]
}

/**
 * Why a title cannot go to a school from a day on; null when it can. The pupils move within their stages: a school that
 * runs none of those of the closed one does not go on with what it did.
 */
export function whyNoTransfer(
  title: Days & { schoolId: string; stages: readonly Stage[] },
  to: ReceivingSchool,
  from: Day,
): TransferRefusal | null {
  if (to.id === title.schoolId) return 'same-school'
  if (from < title.validFrom) return 'before-its-start'
  if (from > title.validTo) return 'after-its-end'
  if (from < to.openedOn || to.closedOn !== openEnd) return 'school-not-open'
  if (!to.stages.some(stage => title.stages.includes(stage))) return 'no-stage-in-common'
  const isTaken = to.titles.some(
    one => one.validFrom === from || (one.validFrom <= title.validTo && from <= one.validTo),
  )
  return isTaken ? 'slot-taken' : null
}
