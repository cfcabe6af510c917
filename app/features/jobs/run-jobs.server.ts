import { inCity, instantOf } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { dueJobs, finishJob, insertJob, takeJob } from './jobs.queries.server.ts'

/** Work that is done once a day of the city; it must be safe to do twice, since a server may be killed half-way. */
export type DailyWork = Record<string, (db: Db, now: Date) => Promise<void>>

const leaseMinutes = 10
const mostAttempts = 5

/**
 * Makes the work of the day where nobody has, and does what is due and free. Any number of servers may call it at the
 * same time: each piece is done by one. What fails is tried again in ten minutes, five times at most, and says why.
 */
export async function runJobs(db: Db, work: DailyWork, now: Date): Promise<void> {
  const day = inCity(instantOf(now)).slice(0, 10)
  for (const kind of Object.keys(work))
    await insertJob(db, { kind, slot: `${kind} ${day}`, at: instantOf(now) })
  const begun = performance.now()
  for (const job of await dueJobs(db, instantOf(now))) {
    const todo = work[job.kind]
    // Counted from when it is taken: an earlier job may have taken long.
    const taken = now.getTime() + (performance.now() - begun)
    const nextAt = instantOf(new Date(taken + leaseMinutes * 60_000))
    if (todo === undefined || !(await takeJob(db, job, nextAt))) continue
    if (job.attempts >= mostAttempts) {
      await finishJob(db, job.id, { state: 'failed', at: instantOf(now), error: 'was cut off each time' })
      continue
    }
    try {
      await todo(db, now)
      await finishJob(db, job.id, { state: 'done', at: instantOf(now), error: '' })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const isLast = job.attempts + 1 >= mostAttempts
      await finishJob(
        db,
        job.id,
        isLast ? { state: 'failed', at: instantOf(now), error: reason } : { nextAt, error: reason },
      )
    }
  }
}
