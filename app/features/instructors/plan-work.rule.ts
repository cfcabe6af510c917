import { type Day, openEnd } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'
import type { CoachWork } from './coach-placement.rule.ts'
import type { WeeklyTime } from './weekly-time.rule.ts'

/** What a row of the sheet of coaches' work says; what it leaves unsaid (undefined) stays as it stands. */
export interface WorkEntry {
  schoolCode: string
  /** Where the coach belongs: a school, else a unit, else ('' and null) the school of the work. */
  homeCode: string | null
  homeUnit: string
  name: string
  namesake: number
  sport: string
  stages: Stage[]
  hoursWeek: number
  validFrom: Day
  times?: WeeklyTime[]
  /** The open end is that of the contract. */
  validTo?: Day
  endReason?: string
  note?: string
}

/** All that a placement says, as it stands or will stand. */
export interface WorkState extends CoachWork {
  note: string
  endReason: string
}

export type WorkPlan<S extends WorkState> =
  | { verdict: 'new'; after: WorkState }
  | { verdict: 'changed' | 'unchanged'; standing: S; after: WorkState }

/** What the row does: work is known by its coach, school, sport and first day, all else may change. */
export function planWork<S extends WorkState>(
  entry: WorkEntry,
  at: { instructorId: string; schoolId: string; contractEnds: Day },
  standing: readonly S[],
): WorkPlan<S> {
  const alike = standing.filter(
    one => one.schoolId === at.schoolId && one.sport === entry.sport && one.validFrom === entry.validFrom,
  )
  // Work that ends before it begins was never held: what was put in its place is meant.
  const known = alike.find(one => one.validFrom <= one.validTo) ?? alike[0]
  const said = entry.validTo === openEnd ? at.contractEnds : entry.validTo
  const after: WorkState = {
    instructorId: known?.instructorId ?? at.instructorId,
    schoolId: at.schoolId,
    sport: entry.sport,
    stages: entry.stages,
    hoursWeek: entry.hoursWeek,
    times: entry.times ?? known?.times ?? [],
    validFrom: entry.validFrom,
    validTo: said ?? known?.validTo ?? at.contractEnds,
    endReason: entry.endReason ?? known?.endReason ?? '',
    note: entry.note ?? known?.note ?? '',
  }
  if (known === undefined) return { verdict: 'new', after }
  return { verdict: isSameWork(known, after) ? 'unchanged' : 'changed', standing: known, after }
}

export function isSameWork(one: WorkState, other: WorkState): boolean {
  return JSON.stringify(workState(one)) === JSON.stringify(workState(other))
}

/** What a placement says and nothing else, stages and times in one order. */
export function workState(of: WorkState): WorkState {
  const times = of.times.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt }))
  return {
    instructorId: of.instructorId,
    schoolId: of.schoolId,
    sport: of.sport,
    stages: [...of.stages].sort(),
    hoursWeek: of.hoursWeek,
    times: times.sort((one, two) => one.weekday - two.weekday || (one.startsAt < two.startsAt ? -1 : 1)),
    validFrom: of.validFrom,
    validTo: of.validTo,
    endReason: of.endReason,
    note: of.note,
  }
}
