import type { Db } from '#db/tables.ts'
import { insertAll, isUniqueViolation, newId } from '#db/write.server.ts'

export interface Job {
  id: string
  kind: string
  attempts: number
  nextAt: string
}

/** Makes work to be done once; work of the same slot that stands already is left as it is. */
export async function insertJob(db: Db, job: { kind: string; slot: string; at: string }): Promise<void> {
  const known = await db.selectFrom('job').where('slot', '=', job.slot).select('id').executeTakeFirst()
  if (known !== undefined) return
  const row = { id: newId(), kind: job.kind, slot: job.slot, state: 'waiting' as const, attempts: 0 }
  try {
    await insertAll(db, 'job', [{ ...row, next_at: job.at, error: '', created_at: job.at, done_at: null }])
  } catch (error) {
    // Another server made it at the same time.
    if (!isUniqueViolation(error)) throw error
  }
}

export async function dueJobs(db: Db, now: string): Promise<Job[]> {
  return db
    .selectFrom('job')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .select(['id', 'kind', 'attempts', 'next_at as nextAt'])
    .orderBy('next_at')
    .orderBy('id')
    .execute()
}

/** Takes a job until `until`; false when another server took it first. */
export async function takeJob(db: Db, job: Job, until: string): Promise<boolean> {
  const taken = await db
    .updateTable('job')
    .set({ attempts: job.attempts + 1, next_at: until })
    .where('id', '=', job.id)
    .where('state', '=', 'waiting')
    .where('attempts', '=', job.attempts)
    .where('next_at', '=', job.nextAt)
    .executeTakeFirstOrThrow()
  return taken.numUpdatedRows === 1n
}

export async function finishJob(
  db: Db,
  id: string,
  end: { state: 'done' | 'failed'; at: string; error: string } | { nextAt: string; error: string },
): Promise<void> {
  const error = end.error.slice(0, 400)
  await db
    .updateTable('job')
    .set('state' in end ? { state: end.state, done_at: end.at, error } : { next_at: end.nextAt, error })
    .where('id', '=', id)
    .execute()
}
