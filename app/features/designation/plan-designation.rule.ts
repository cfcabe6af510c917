import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { DesignationLevel } from '#db/tables.ts'

/** A school as far as a title depends on it. */
export interface TitledSchool {
  id: string
  openedOn: Day
  /** The first day on which it is no longer open. */
  closedOn: Day
  unitCode: string
}

/** What a row says; what it leaves unsaid (undefined) stays as it stands. */
export interface DesignationEntry {
  code: string
  level: DesignationLevel
  sport: string
  validFrom: Day
  validTo: Day
  batch?: string
  document?: string
}

/** A title that stands for the same school, level and sport. */
export interface StandingTitle {
  id: string
  validFrom: Day
  validTo: Day
  batch: string
  document: string
  endKind: string
}

type DesignationAfter = Pick<StandingTitle, 'validFrom' | 'validTo' | 'batch' | 'document'>

export type DesignationPlan =
  | { verdict: 'new'; after: DesignationAfter }
  | { verdict: 'changed' | 'unchanged'; standing: StandingTitle; after: DesignationAfter }

export type DesignationRefusal = {
  code: 'not-allowed' | 'ends-before-start' | 'school-not-open'
  key: 'code' | 'level' | 'validFrom' | 'validTo'
}

/** Whether somebody of the scope enters titles of a level: the city all of them, a unit those it names for its own schools. */
export function mayDesignate(scope: Scope, level: DesignationLevel, school: { unitCode: string }): boolean {
  if (scope.kind === 'city') return true
  return scope.kind === 'unit' && level === 'COUNTY' && scope.unitCode === school.unitCode
}

/** Why a title cannot stand at the school at all; null when it can. */
export function whyNoDesignation(
  entry: DesignationEntry,
  school: TitledSchool,
  scope: Scope,
): DesignationRefusal | null {
  if (!mayDesignate(scope, entry.level, school)) return { code: 'not-allowed', key: 'level' }
  if (entry.validTo < entry.validFrom) return { code: 'ends-before-start', key: 'validTo' }
  const isOpen = school.openedOn <= entry.validFrom && entry.validFrom < school.closedOn
  return isOpen ? null : { code: 'school-not-open', key: 'validFrom' }
}

/** What the row does: a title is known by its first day; one that was ended is not changed by a sheet. */
export function planDesignation(
  entry: DesignationEntry,
  standing: readonly StandingTitle[],
): { ok: true; plan: DesignationPlan } | { ok: false; endKind: string } {
  const known = standing.find(one => one.validFrom === entry.validFrom)
  const after: DesignationAfter = {
    validFrom: entry.validFrom,
    validTo: entry.validTo,
    batch: entry.batch ?? known?.batch ?? '',
    document: entry.document ?? known?.document ?? '',
  }
  if (known === undefined) return { ok: true, plan: { verdict: 'new', after } }
  const isSame =
    known.validTo === after.validTo && known.batch === after.batch && known.document === after.document
  if (!isSame && known.endKind !== '') return { ok: false, endKind: known.endKind }
  return { ok: true, plan: { verdict: isSame ? 'unchanged' : 'changed', standing: known, after } }
}

/** School, level and sport: what a school never holds twice on one day. */
export function slotOf(of: { schoolId: string; level: DesignationLevel; sport: string }): string {
  return `${of.schoolId} ${of.level} ${of.sport}`
}
