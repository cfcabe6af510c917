import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { aliasKey, insertAll, lockRow, newId, registerKey } from '#db/write.server.ts'
import type { ContractDays, ContractFacts } from './contract.rule.ts'
import { titleOf } from './title.rule.ts'

export interface NewContract extends ContractFacts {
  /** Null for a person whom the register does not know yet. */
  personId: string | null
  unitCode: string
  /** Null for a pooled instructor of the unit. */
  schoolId: string | null
  validFrom: Day
  validTo: Day
  applicationId: string | null
  /** The contract that this one goes on from. */
  continues: string | null
  createdAt: string
}

/** Throws a unique violation when somebody of the name and number stands at the place from the same day already. */
export async function insertInstructor(tx: Tx, contract: NewContract): Promise<string> {
  const id = newId()
  await insertAll(tx, 'instructor', [
    {
      id,
      person_id: contract.personId ?? id,
      ...placeColumns(contract),
      ...factColumns(contract),
      valid_to: contract.validTo,
      end_reason: '',
      application_id: contract.applicationId,
      continues: contract.continues,
      created_at: contract.createdAt,
    },
  ])
  await insertBranches(tx, id, contract)
  return id
}

/** Rewrites what a contract says; its place and first day stay. */
export async function updateFacts(
  tx: Tx,
  id: string,
  contract: ContractFacts & Pick<NewContract, 'unitCode' | 'schoolId' | 'validFrom'>,
): Promise<void> {
  await tx
    .updateTable('instructor')
    .set({ ...placeColumns(contract), ...factColumns(contract) })
    .where('id', '=', id)
    .execute()
  await deleteBranches(tx, [id])
  await insertBranches(tx, id, contract)
}

export async function updateEnd(tx: Tx, id: string, end: { validTo: Day; endReason: string }): Promise<void> {
  await tx
    .updateTable('instructor')
    .set({ valid_to: end.validTo, end_reason: end.endReason })
    .where('id', '=', id)
    .execute()
}

/** For contracts that an import added and that were never meant to be: those that end are updated. */
export async function deleteInstructors(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('instructor').set({ continues: null }).where('continues', 'in', ids).execute()
  await deleteBranches(tx, ids)
  await tx.deleteFrom('instructor').where('id', 'in', ids).execute()
}

/** Whether one of the contracts is continued by another that is not among them. */
export async function areContinued(db: Db, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false
  const row = await db
    .selectFrom('instructor')
    .where('continues', 'in', ids)
    .where('id', 'not in', ids)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether work hangs on a contract, or training or an entry check on a person who has no other. */
export async function leftTraces(
  db: Db,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  const work = await db
    .selectFrom('coach_placement')
    .where('instructor_id', '=', id)
    .select('id')
    .executeTakeFirst()
  if (work !== undefined) return true
  const others = await db
    .selectFrom('instructor')
    .where('person_id', '=', personId)
    .where('id', '<>', id)
    .select('id')
    .executeTakeFirst()
  if (others !== undefined) return false
  const training = await db
    .selectFrom('coach_training')
    .where('person_id', '=', personId)
    .select('id')
    .executeTakeFirst()
  const check = await db
    .selectFrom('entry_check')
    .where('person_id', '=', personId)
    .select('id')
    .executeTakeFirst()
  return training !== undefined || check !== undefined
}

/** Holds all contracts of a person, so that two people who place the same coach take turns. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  const rows = await tx
    .selectFrom('instructor')
    .where('person_id', '=', personId)
    .select('id')
    .orderBy('id')
    .execute()
  for (const { id } of rows) await lockRow(tx, 'instructor', id)
}

/** Who stands in the register under a name at a place, under any contract. */
export async function namesakesAt(
  db: Db,
  at: { unitCode: string; schoolId: string | null; name: string },
): Promise<{ id: string; personId: string; namesake: number; validFrom: Day; validTo: Day }[]> {
  const rows = await db
    .selectFrom('instructor')
    .$if(at.schoolId !== null, q => q.where('school_id', '=', at.schoolId))
    .$if(at.schoolId === null, q => q.where('school_id', 'is', null).where('unit_code', '=', at.unitCode))
    .select([
      'id',
      'name',
      'person_id as personId',
      'namesake',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.filter(row => aliasKey(row.name) === aliasKey(at.name))
}

/** A contract of an application, with its days. */
export interface ContractOfApplication {
  id: string
  validFrom: Day
  validTo: Day
}

/** The contract that an application led to and all that went on from it. */
export async function contractsOfApplication(
  db: Db,
  applicationId: string,
): Promise<ContractOfApplication[]> {
  const contracts = db
    .selectFrom('instructor')
    .select(['id', 'valid_from as validFrom', 'valid_to as validTo'])
  const found: ContractOfApplication[] = []
  let next = await contracts.where('application_id', '=', applicationId).execute()
  while (next.length > 0) {
    found.push(...next)
    const ids = next.map(one => one.id)
    next = await contracts.where('continues', 'in', ids).execute()
  }
  return found
}

/** From the person's first to the last day as an intern under all contracts but the given ones; null without any. */
export async function internDays(
  db: Db,
  personId: string,
  besides: readonly string[],
): Promise<ContractDays | null> {
  const row = await db
    .selectFrom('instructor')
    .where('person_id', '=', personId)
    .where('engagement', '=', 'INTERN')
    .$if(besides.length > 0, q => q.where('id', 'not in', besides))
    .whereRef('valid_from', '<=', 'valid_to')
    .select(eb => [eb.fn.min('valid_from').as('validFrom'), eb.fn.max('valid_to').as('validTo')])
    .executeTakeFirst()
  const { validFrom = null, validTo = null } = row ?? {}
  return validFrom === null || validTo === null ? null : { validFrom, validTo }
}

function placeColumns(
  contract: Pick<NewContract, 'unitCode' | 'schoolId' | 'name' | 'namesake' | 'validFrom'>,
) {
  const place = {
    unit_code: contract.unitCode,
    school_id: contract.schoolId,
    name: contract.name,
    namesake: contract.namesake,
    valid_from: contract.validFrom,
  }
  return { ...place, register_key: registerKey(place) }
}

function factColumns(facts: ContractFacts) {
  return {
    kind: facts.kind,
    gender: facts.gender,
    engagement: facts.engagement,
    title: titleOf(facts.kind, facts.titleLiteral) ?? '',
    title_literal: facts.titleLiteral,
    is_retired_athlete: facts.isRetiredAthlete ? 1 : 0,
    hours_week: facts.hoursWeek,
  }
}

async function insertBranches(tx: Tx, id: string, { sports, stages }: ContractFacts): Promise<void> {
  await insertAll(
    tx,
    'instructor_sport',
    sports.map(({ sport, grade }) => ({ instructor_id: id, sport_code: sport, grade })),
  )
  await insertAll(
    tx,
    'instructor_stage',
    stages.map(stage => ({ instructor_id: id, stage })),
  )
}

async function deleteBranches(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('instructor_sport').where('instructor_id', 'in', ids).execute()
  await tx.deleteFrom('instructor_stage').where('instructor_id', 'in', ids).execute()
}
