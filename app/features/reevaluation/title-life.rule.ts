import { addDays, type Day, openEnd } from '#app/calendar-day.ts'

/** How a title stands in its life on a day, for whoever has to decide what becomes of it. */
export const titleStages = [
  'SOON',
  'IN_FORCE',
  'RENEWAL_DUE',
  'SUSPENDED',
  /** Suspended, and to be re-evaluated besides. */
  'SUSPENDED_DUE',
  /** Its days are over, and it may still be re-evaluated. */
  'RUN_OUT',
  /** A later title of the same school, level and sport stands. */
  'FOLLOWED',
  /** It was decided to let it run out. */
  'LEFT',
  'OVER',
  /** Its school closes, or is closed: somebody must transfer or end it (domain.md 3.2). */
  'ORPHANED',
  'ENDED',
] as const

export type TitleStage = (typeof titleStages)[number]

/** A title is due for re-evaluation so many days before its last one, and may be re-evaluated as long after it. */
const renewalDays = 180

/** Days before the last one on which school, unit and city are reminded. */
const reminderDays = [180, 60, 7] as const

interface Days {
  validFrom: Day
  validTo: Day
}

/** All that decides on how a title stands. */
export interface LivingTitle extends Days {
  endKind: string
  suspensions: readonly Days[]
  /** The first day on which its school is no longer open. */
  closedOn: Day
  isFollowed: boolean
  /** A re-evaluation ended in letting it run out. */
  isLeft: boolean
}

export function stageOf(title: LivingTitle, day: Day): TitleStage {
  const { validFrom, validTo, closedOn } = title
  if (title.endKind !== '') return 'ENDED'
  if (closedOn !== openEnd && closedOn <= validTo) return day <= validTo ? 'ORPHANED' : 'OVER'
  if (day >= closedOn) return 'OVER'
  if (title.isFollowed) return 'FOLLOWED'
  if (title.isLeft) return 'LEFT'
  if (day < validFrom) return 'SOON'
  if (day > addDays(validTo, renewalDays)) return 'OVER'
  const isDue = day >= addDays(validTo, -renewalDays)
  const last = day < validTo ? day : validTo
  if (title.suspensions.some(one => one.validFrom <= last && last <= one.validTo))
    return isDue ? 'SUSPENDED_DUE' : 'SUSPENDED'
  if (day > validTo) return 'RUN_OUT'
  return isDue ? 'RENEWAL_DUE' : 'IN_FORCE'
}

/** The stages in which a title waits for its re-evaluation. */
export const dueStages: readonly TitleStage[] = ['RENEWAL_DUE', 'SUSPENDED_DUE', 'RUN_OUT']

/**
 * The last reminder that has come due by the day: 180, 60 or 7 days before the last one; null before the first and once
 * the title has run out. Whoever sends each but once misses none, also when nothing ran on the day itself.
 */
export function renewalReminder(validTo: Day, day: Day): number | null {
  if (day > validTo) return null
  return reminderDays.findLast(days => day >= addDays(validTo, -days)) ?? null
}
