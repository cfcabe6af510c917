import { type Day, openEnd } from '#app/calendar-day.ts'
import { overlaps } from '#app/features/schools/dated.rule.ts'

/** More than a file of one unit plans: rows for whole schools grow by every class and weekday that they name. */
export const mostEntries = 50_000

const minutesOfDay = 1_440

/** What a class has planned for one weekday, by which it is told from everything else at the same time. */
export interface TimetableSlot {
  classId: string
  /** 1 is Monday. */
  weekday: number
  kind: string
  /** 'HH:MM', '' when the time is not known. */
  startsAt: string
}

/** What may change of an entry that stands. */
export interface TimetableValues {
  minutes: number
  /** Code of the sport, null when none is told. */
  sport: string | null
  validTo: Day
}

/** What a row says of one class and weekday; what it leaves unsaid (undefined) stays as it stands. */
export interface TimetableSaid extends TimetableSlot {
  schoolId: string
  minutes: number
  validFrom: Day
  validTo?: Day
  sport?: string | null
}

export type TimetableEntry = TimetableSlot & TimetableValues & { schoolId: string; validFrom: Day }

export type StoredEntry = TimetableEntry & { id: string }

export type TimetablePlan =
  | { verdict: 'new'; after: TimetableEntry }
  | { verdict: 'changed' | 'unchanged'; standing: StoredEntry; after: TimetableEntry }

export interface TimetableRefusal {
  code: 'ends-before-start' | 'no-minutes' | 'past-midnight' | 'summer'
  key: 'validTo' | 'minutes' | 'startsAt' | 'validFrom'
  /** What was meant perhaps. */
  likely?: Day
}

/** Class, weekday, kind and start: what never holds twice on one day. */
export function slotOf({ classId, weekday, kind, startsAt }: TimetableSlot): string {
  return [classId, weekday, kind, startsAt].join(' ')
}

/** Why a row cannot stand for any class; null when it can. */
export function whyNotPlanned(
  said: Pick<TimetableSaid, 'minutes' | 'validFrom' | 'validTo' | 'startsAt'>,
): TimetableRefusal | null {
  const { minutes, validFrom, validTo = openEnd, startsAt } = said
  if (minutes <= 0) return { code: 'no-minutes', key: 'minutes' }
  if (validTo < validFrom) return { code: 'ends-before-start', key: 'validTo' }
  const [year, month = ''] = validFrom.split('-')
  // Who writes in August means the classes of September, whose names are those of other classes until then.
  if (month === '07' || month === '08') return { code: 'summer', key: 'validFrom', likely: `${year}-09-01` }
  const isLate = startsAt !== '' && clockMinutes(startsAt) + minutes > minutesOfDay
  return isLate ? { code: 'past-midnight', key: 'startsAt' } : null
}

/** What the row does: an entry of a slot is known by its first day, minutes, sport and last day may change. */
export function planEntry(said: TimetableSaid, standing: readonly StoredEntry[]): TimetablePlan {
  const known = standing.find(one => one.validFrom === said.validFrom)
  const after: TimetableEntry = {
    ...said,
    validTo: said.validTo ?? known?.validTo ?? openEnd,
    sport: said.sport === undefined ? (known?.sport ?? null) : said.sport,
  }
  if (known === undefined) return { verdict: 'new', after }
  return { verdict: isSameEntry(known, after) ? 'unchanged' : 'changed', standing: known, after }
}

export function isSameEntry(one: TimetableValues, other: TimetableValues): boolean {
  return one.minutes === other.minutes && one.sport === other.sport && one.validTo === other.validTo
}

/** Another entry of the class's weekday beside which the given one is doubtful, and why. */
export function doubtBeside(
  entry: TimetableEntry,
  others: readonly TimetableEntry[],
): { code: 'times-meet' | 'time-missing'; other: TimetableEntry } | null {
  for (const other of others) {
    if (slotOf(other) === slotOf(entry) || !overlaps(entry, other)) continue
    if (entry.startsAt === '' || other.startsAt === '') {
      if (other.kind === entry.kind) return { code: 'time-missing', other }
    } else if (meet(entry, other)) return { code: 'times-meet', other }
  }
  return null
}

function meet(one: TimetableEntry, other: TimetableEntry): boolean {
  const [from, otherFrom] = [clockMinutes(one.startsAt), clockMinutes(other.startsAt)]
  return from < otherFrom + other.minutes && otherFrom < from + one.minutes
}

function clockMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}
