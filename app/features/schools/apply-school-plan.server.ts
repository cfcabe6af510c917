import type { Day } from '#app/calendar-day.ts'
import type { Json } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import type { SchoolPlan, StandingSchool } from './plan-school.rule.ts'
import { changeFrom } from './profile-timeline.rule.ts'
import {
  addAliases,
  applyTimelineChange,
  insertSchoolRow,
  profilesOf,
  setStagesFrom,
  updateDetails,
} from './profiles.queries.server.ts'
import { moveOpening } from './registry.queries.server.ts'

/** What an import wrote of one school, for its history. */
export type SchoolWritten = { [key: string]: Json } & { kind: 'school.create' | 'school.change'; id: string }

/** Writes what an import makes of one school, from today on; answers what was before and after. */
export async function applySchoolPlan(
  tx: Tx,
  standing: StandingSchool | undefined,
  plan: SchoolPlan,
  today: Day,
): Promise<SchoolWritten> {
  const { facts, details, addedNames } = plan
  const after = { ...facts, ...details }
  if (standing === undefined) {
    const id = await insertSchoolRow(tx, facts, { ...details, stages: plan.stages ?? [], today })
    await addAliases(tx, id, addedNames)
    return { kind: 'school.create', id, after, names: addedNames }
  }
  if (details.openedOn !== standing.openedOn) {
    await moveOpening(tx, standing.id, standing.openedOn, details.openedOn)
  }
  await applyTimelineChange(tx, standing.id, changeFrom(await profilesOf(tx, standing.id), today, facts))
  if (plan.stages !== null) await setStagesFrom(tx, standing.id, plan.stages, today)
  await updateDetails(tx, standing.id, details)
  await addAliases(tx, standing.id, addedNames)
  const { stages: _, aliases: __, formerNames: ___, id, ...before } = standing
  return { kind: 'school.change', id, before: { ...before }, after, names: addedNames }
}
