import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { unfinished } from './retention.rule.ts'

/** The standing wish of somebody to be deleted. */
export async function openRequestOf(db: Db, applicantId: string): Promise<{ askedAt: string } | undefined> {
  return openRequests(db)
    .where('applicant_id', '=', applicantId)
    .select('asked_at as askedAt')
    .orderBy('asked_at')
    .executeTakeFirst()
}

/** Everybody with a standing wish to be deleted. */
export async function whoAsked(db: Db): Promise<string[]> {
  const rows = await openRequests(db).select('applicant_id as applicantId').distinct().execute()
  return rows.map(row => row.applicantId).sort()
}

function openRequests(db: Db) {
  return db.selectFrom('person_request').where('done_at', 'is', null).where('withdrawn_at', 'is', null)
}

export async function insertRequest(tx: Tx, applicantId: string, at: string): Promise<void> {
  await insertAll(tx, 'person_request', [
    { id: newId(), applicant_id: applicantId, asked_at: at, done_at: null, withdrawn_at: null },
  ])
}

/** Ends every standing wish of somebody: two accounts that were merged may have brought two. */
export async function endRequests(
  tx: Tx,
  applicantId: string,
  end: { done_at: string } | { withdrawn_at: string },
): Promise<void> {
  await tx
    .updateTable('person_request')
    .set(end)
    .where('applicant_id', '=', applicantId)
    .where('done_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/**
 * What stands in the way of deleting somebody: applications to withdraw first, a contract that runs or will. One that was
 * ended before it began never held.
 */
export async function holdsOn(
  db: Db,
  applicantId: string,
  day: Day,
): Promise<{ applications: number; contracts: number }> {
  const applications = await db
    .selectFrom('application')
    .where('applicant_id', '=', applicantId)
    .where('state', 'in', unfinished)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const contracts = await db
    .selectFrom('instructor')
    .where('person_id', '=', applicantId)
    .where('valid_to', '>=', day)
    .whereRef('valid_to', '>=', 'valid_from')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { applications: Number(applications.count), contracts: Number(contracts.count) }
}

/** All applications of somebody, and which of them led to a contract. */
export async function applicationsOf(
  db: Db,
  applicantId: string,
): Promise<{ id: string; hasContract: boolean }[]> {
  const rows = await db
    .selectFrom('application as a')
    .leftJoin('instructor as i', 'i.application_id', 'a.id')
    .where('a.applicant_id', '=', applicantId)
    .select(['a.id as id', 'i.id as contractId'])
    .orderBy('a.id')
    .execute()
  return rows.map(row => ({ id: row.id, hasContract: row.contractId !== null }))
}
