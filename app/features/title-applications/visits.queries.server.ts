import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import type { Visit, VisitCheck } from './visit.rule.ts'

/** How many visits of an application were recorded. */
export async function countVisits(db: Db, applicationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('title_visit')
    .where('application_id', '=', applicationId)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A visit as it was recorded. */
export interface VisitRow extends Visit {
  id: string
  applicationId: string
  recordedBy: string | null
  recordedAt: string
}

/** The visits of an application, the latest first. */
export async function visitsOf(db: Db, applicationId: string): Promise<VisitRow[]> {
  return readVisits(db, await selectVisits(db).where('application_id', '=', applicationId).execute())
}

export async function findVisit(db: Db, id: string): Promise<VisitRow | undefined> {
  return (await readVisits(db, await selectVisits(db).where('id', '=', id).execute()))[0]
}

function selectVisits(db: Db) {
  return db
    .selectFrom('title_visit')
    .select([
      'id',
      'application_id as applicationId',
      'visited_on as visitedOn',
      'visitors',
      'verdict',
      'findings',
      'recorded_by as recordedBy',
      'recorded_at as recordedAt',
    ])
    .orderBy('visited_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
}

async function readVisits(
  db: Db,
  rows: readonly (Omit<VisitRow, 'checks'> & { visitedOn: Day })[],
): Promise<VisitRow[]> {
  if (rows.length === 0) return []
  const checks = await db
    .selectFrom('title_visit_check')
    .where(
      'visit_id',
      'in',
      rows.map(row => row.id),
    )
    .select(['visit_id as visitId', 'indicator_code as code', 'verdict', 'note'])
    .orderBy('indicator_code')
    .execute()
  return rows.map(row => ({
    ...row,
    checks: checks
      .filter(one => one.visitId === row.id)
      .map(({ code, verdict, note }): VisitCheck => ({ code, verdict, note })),
  }))
}

export async function insertVisit(
  tx: Tx,
  {
    id,
    applicationId,
    by,
    at,
    ...visit
  }: Visit & { id: string; applicationId: string; by: string; at: string },
): Promise<void> {
  await insertAll(tx, 'title_visit', [
    {
      ...{ id, application_id: applicationId, visited_on: visit.visitedOn, visitors: visit.visitors },
      ...{ verdict: visit.verdict, findings: visit.findings, recorded_by: by, recorded_at: at },
    },
  ])
  await insertAll(
    tx,
    'title_visit_check',
    visit.checks.map(({ code, verdict, note }) => ({ visit_id: id, indicator_code: code, verdict, note })),
  )
}
