import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { ProgramRule } from './program.rule.ts'

/** Every version of every rule, the city's first, then by unit and day. */
export async function listRules(db: Db): Promise<ProgramRule[]> {
  const rows = await db
    .selectFrom('program_rule')
    .select([
      'id',
      'unit_code as unitCode',
      'valid_from as validFrom',
      'valid_to as validTo',
      'sports',
      'primary_schools as primary',
      'junior_schools as junior',
      'senior_schools as senior',
      'mix',
      'one_stage_per_school as oneStagePerSchool',
      'vocational_counts as vocationalCounts',
      'living_window as livingWindow',
      'living_days as livingDays',
      'source',
    ])
    .orderBy('unit_code')
    .orderBy('valid_from')
    .execute()
  return rows.map(row => ({
    ...row,
    oneStagePerSchool: row.oneStagePerSchool === 1,
    vocationalCounts: row.vocationalCounts === 1,
  }))
}

/** Throws a unique violation when the unit already has a version beginning on that day. */
export async function insertRule(tx: Tx, rule: Omit<ProgramRule, 'id'>): Promise<string> {
  const id = newId()
  await insertAll(tx, 'program_rule', [
    {
      id,
      unit_code: rule.unitCode,
      valid_from: rule.validFrom,
      valid_to: rule.validTo,
      sports: rule.sports,
      primary_schools: rule.primary,
      junior_schools: rule.junior,
      senior_schools: rule.senior,
      mix: rule.mix,
      one_stage_per_school: rule.oneStagePerSchool ? 1 : 0,
      vocational_counts: rule.vocationalCounts ? 1 : 0,
      living_window: rule.livingWindow,
      living_days: rule.livingDays,
      source: rule.source,
    },
  ])
  return id
}

export async function endRule(tx: Tx, id: string, on: Day): Promise<void> {
  await tx.updateTable('program_rule').set({ valid_to: on }).where('id', '=', id).execute()
}
