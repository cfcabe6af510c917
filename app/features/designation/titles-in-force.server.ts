import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { type Designation, designationsOfSchools } from './designations.queries.server.ts'
import { slotOf, type TitledSchool } from './plan-designation.rule.ts'

/** Everything against which rows of the sheet of titles are judged. */
export interface TitlesInForce {
  /** The scope's schools by code. */
  schools: ReadonlyMap<string, TitledSchool>
  /** Every title, ever, by slotOf. */
  bySlot: ReadonlyMap<string, readonly Designation[]>
}

export async function loadTitlesInForce(
  db: Db,
  { scope, today }: { scope: Scope; today: Day },
): Promise<TitlesInForce> {
  const schools = await listSchools(db, scope, { asOf: today })
  const titles = await designationsOfSchools(
    db,
    schools.map(school => school.id),
  )
  const bySlot = new Map<string, Designation[]>()
  for (const title of titles) bySlot.set(slotOf(title), [...(bySlot.get(slotOf(title)) ?? []), title])
  const byCode = schools.flatMap(({ id, code, openedOn, closedOn, unitCode }) =>
    code === null ? [] : [[code, { id, openedOn, closedOn, unitCode }] as const],
  )
  return { schools: new Map(byCode), bySlot }
}
