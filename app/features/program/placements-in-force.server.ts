import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import { groupBy } from '#app/group-by.ts'
import type { Db } from '#db/tables.ts'
import { mayPlaceAt } from './placement-permission.rule.ts'
import { type Placement, placementsOfSchools, stageDaysOf } from './placements.queries.server.ts'
import type { PlanSchool } from './plan-placement.rule.ts'

/** Everything against which rows of the sheet of placements are judged. */
export interface PlacementsInForce {
  /** The scope's schools by code. */
  schools: Map<string, PlanSchool>
  /** Every placement, ever, by slotOf. */
  bySlot: Map<string, Placement[]>
}

/** School, sport and stage: what never stands twice at once. */
export function slotOf(of: { schoolId: string; sport: string; stage: string }): string {
  return `${of.schoolId} ${of.sport} ${of.stage}`
}

export async function loadPlacementsInForce(
  db: Db,
  { scope, today }: { scope: Scope; today: Day },
): Promise<PlacementsInForce> {
  const schools = await listSchools(db, scope, { asOf: today })
  const ids = schools.map(school => school.id)
  const stageDays = groupBy(await stageDaysOf(db, ids), one => one.schoolId)
  const bySlot = groupBy(await placementsOfSchools(db, ids), slotOf)
  const byCode = schools.flatMap(school => {
    if (school.code === null) return []
    const { id, code, openedOn, closedOn, countsUnitCode } = school
    const stages = stageDays.get(id) ?? []
    const isYours = mayPlaceAt(scope, school)
    return [[code, { id, openedOn, closedOn, stages, countsUnitCode, isYours }] as const]
  })
  return { schools: new Map(byCode), bySlot }
}
