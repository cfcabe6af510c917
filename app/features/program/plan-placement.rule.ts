import { type Day, openEnd } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'

/** A school as far as a placement depends on it. */
export interface PlanSchool {
  id: string
  openedOn: Day
  closedOn: Day
  stages: readonly { stage: Stage; validFrom: Day; validTo: Day }[]
  countsUnitCode: string
  /** Whether whoever asks may place sports there. */
  isYours: boolean
}

/** What a row says; what it leaves unsaid (undefined) stays as it stands. */
export interface PlacementEntry {
  code: string
  sport: string
  stage: Stage
  validFrom: Day
  validTo?: Day
  role?: 'leader' | 'member'
  document?: string
}

/** A placement that stands for the same school, sport and stage. */
export interface Standing {
  id: string
  validFrom: Day
  validTo: Day
  role: 'leader' | 'member'
  document: string
}

export type PlacementRefusal =
  | {
      code: 'placement.not-allowed' | 'placement.school-not-open' | 'placement.stage-not-run'
      key: PlacementColumn
    }
  | { code: 'placement.ends-before-start'; key: PlacementColumn }

type PlacementColumn = 'code' | 'stage' | 'validFrom' | 'validTo'

type PlacementAfter = Omit<Standing, 'id'>

export type PlacementPlan =
  | { verdict: 'new'; after: PlacementAfter }
  | { verdict: 'changed' | 'unchanged'; standing: Standing; after: PlacementAfter }

/** Why a placement cannot stand at the school at all; null when it can. */
export function whyNoPlacement(entry: PlacementEntry, school: PlanSchool): PlacementRefusal | null {
  const { stage, validFrom, validTo = openEnd } = entry
  if (!school.isYours) return { code: 'placement.not-allowed', key: 'code' }
  if (validTo < validFrom) return { code: 'placement.ends-before-start', key: 'validTo' }
  if (validFrom < school.openedOn || validFrom >= school.closedOn)
    return { code: 'placement.school-not-open', key: 'validFrom' }
  const runs = school.stages.some(
    one => one.stage === stage && one.validFrom <= validFrom && validFrom <= one.validTo,
  )
  return runs ? null : { code: 'placement.stage-not-run', key: 'stage' }
}

/** What the row does: a placement is known by its first day, all else may change. */
export function planPlacement(entry: PlacementEntry, standing: readonly Standing[]): PlacementPlan {
  const known = standing.find(one => one.validFrom === entry.validFrom)
  const after: PlacementAfter = {
    validFrom: entry.validFrom,
    validTo: entry.validTo ?? known?.validTo ?? openEnd,
    role: entry.role ?? known?.role ?? 'member',
    document: entry.document ?? known?.document ?? '',
  }
  if (known === undefined) return { verdict: 'new', after }
  const isSame =
    known.validTo === after.validTo && known.role === after.role && known.document === after.document
  return { verdict: isSame ? 'unchanged' : 'changed', standing: known, after }
}
