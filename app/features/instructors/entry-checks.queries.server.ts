import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { dueOn, type EntryCheck } from './entry-check.rule.ts'

/** A check as the two offices that may see it read it. */
export interface EntryCheckRow extends EntryCheck {
  id: string
  unitCode: string
  reference: string
  recordedBy: string
  recordedAt: string
}

/** Every check of the persons, unordered. */
export async function checksOfPersons(
  db: Db,
  personIds: readonly string[],
): Promise<(EntryCheck & { personId: string })[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('entry_check')
    .select(['person_id as personId', 'queried_on as queriedOn', 'result'])
    .where('person_id', 'in', personIds)
    .execute()
}

/** The checks of one person, newest first. */
export async function entryChecksOf(db: Db, personId: string): Promise<EntryCheckRow[]> {
  return db
    .selectFrom('entry_check')
    .select([
      'id',
      'queried_on as queriedOn',
      'result',
      'unit_code as unitCode',
      'reference',
      'recorded_by as recordedBy',
      'recorded_at as recordedAt',
    ])
    .where('person_id', '=', personId)
    .orderBy('queried_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function insertEntryCheck(
  tx: Tx,
  check: Omit<EntryCheckRow, 'id'> & { personId: string },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'entry_check', [
    {
      id,
      person_id: check.personId,
      queried_on: check.queriedOn,
      unit_code: check.unitCode,
      result: check.result,
      reference: check.reference,
      due_on: dueOn(check.queriedOn),
      recorded_by: check.recordedBy,
      recorded_at: check.recordedAt,
    },
  ])
  return id
}
