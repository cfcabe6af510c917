import type { Db, Tx } from '#db/tables.ts'
import { insertAll, isUniqueViolation } from '#db/write.server.ts'
import type { Json } from './sheet-import.ts'

export interface ImportWork {
  importId: string
  task: 'read' | 'commit'
  /** What was asked, by whom and when. */
  request: Json
  state: 'waiting' | 'running' | 'failed'
  done: number
  /** Null while nobody knows. */
  of: number | null
  attempts: number
  leaseUntil: string | null
  startedAt: string | null
  error: string
}

/** Who took work: `attempts` as it was then. Whoever takes it later holds it instead. */
export type HeldWork = Pick<ImportWork, 'importId' | 'attempts'>

/** Asks for work on an import; false when work on it stands already. */
export async function insertWork(
  db: Db,
  work: { importId: string; task: ImportWork['task']; request: Json; at: string },
): Promise<boolean> {
  try {
    await insertAll(db, 'import_work', [
      {
        import_id: work.importId,
        task: work.task,
        request: JSON.stringify(work.request),
        state: 'waiting',
        done: 0,
        of_rows: null,
        attempts: 0,
        lease_until: null,
        started_at: null,
        error: '',
        created_at: work.at,
      },
    ])
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/**
 * Asks for a file to be read again; whoever reads it no longer holds that work. False when it is to be committed. What
 * the work was cut off before does not count against it: `attemptsBefore` in the request.
 */
export async function askToReadAgain(
  tx: Tx,
  work: { importId: string; request: Json; at: string },
): Promise<boolean> {
  const standing = await findWork(tx, work.importId)
  if (standing === undefined) return insertWork(tx, { ...work, task: 'read' })
  if (standing.task !== 'read') return false
  const request = { ...(work.request as object), attemptsBefore: standing.attempts + 1 }
  await tx
    .updateTable('import_work')
    .set(eb => ({
      request: JSON.stringify(request),
      state: 'waiting' as const,
      attempts: eb('attempts', '+', 1),
      ...notBegun,
      error: '',
    }))
    .where('import_id', '=', work.importId)
    .execute()
  return true
}

const notBegun = { started_at: null, lease_until: null, done: 0, of_rows: null }

export async function findWork(db: Db, importId: string): Promise<ImportWork | undefined> {
  const row = await works(db).where('import_id', '=', importId).executeTakeFirst()
  return row === undefined ? undefined : workOf(row)
}

/** Work that nobody does: waiting, or left by a process that was killed. */
export async function freeWork(db: Db, now: string): Promise<ImportWork[]> {
  const rows = await works(db)
    .where(eb =>
      eb.or([
        eb('state', '=', 'waiting'),
        eb.and([eb('state', '=', 'running'), eb('lease_until', '<', now)]),
      ]),
    )
    .orderBy('created_at')
    .execute()
  return rows.map(workOf)
}

/** Takes work until `until`; null when somebody else took it first. */
export async function takeWork(
  db: Db,
  { importId, attempts }: HeldWork,
  times: { now: string; until: string },
): Promise<HeldWork | null> {
  const taken = await db
    .updateTable('import_work')
    .set({
      state: 'running',
      attempts: attempts + 1,
      started_at: times.now,
      lease_until: times.until,
      done: 0,
      of_rows: null,
    })
    .where('import_id', '=', importId)
    .where('attempts', '=', attempts)
    .where('state', '<>', 'failed')
    .executeTakeFirstOrThrow()
  return taken.numUpdatedRows === 1n ? { importId, attempts: attempts + 1 } : null
}

/** Says how far the work is and holds it further; false when it was given up or taken by somebody else. */
export async function holdWork(
  db: Db,
  work: HeldWork,
  said: { done: number; of: number | null; until: string },
): Promise<boolean> {
  const held = await updateHeld(db, work)
    .set({ done: said.done, of_rows: said.of, lease_until: said.until })
    .executeTakeFirstOrThrow()
  return held.numUpdatedRows === 1n
}

/** Keeps everybody from taking the work before the transaction ends; false when it is no longer held. */
export async function lockHeldWork(tx: Tx, work: HeldWork): Promise<boolean> {
  const held = await updateHeld(tx, work).set({ state: 'running' }).executeTakeFirstOrThrow()
  return held.numUpdatedRows === 1n
}

/** Lets go of work as if it had never been taken. Whoever held it must have stopped: the next has the same `attempts`. */
export async function releaseWork(db: Db, work: HeldWork): Promise<void> {
  await updateHeld(db, work)
    .set({
      state: 'waiting',
      attempts: work.attempts - 1,
      ...notBegun,
    })
    .execute()
}

/** Says why work failed; what somebody else took since goes on. */
export async function failWork(db: Db, work: HeldWork, error: string): Promise<void> {
  await updateHeld(db, work)
    .set({ state: 'failed', error: error.slice(0, 400) })
    .execute()
}

/** Work that is done; what somebody else took since stands. */
export async function endWork(db: Db, work: HeldWork): Promise<void> {
  await db
    .deleteFrom('import_work')
    .where('import_id', '=', work.importId)
    .where('attempts', '=', work.attempts)
    .where('state', '=', 'running')
    .execute()
}

/** Work that is given up, whoever holds it. */
export async function deleteWork(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('import_work').where('import_id', '=', importId).execute()
}

/** The work for as long as it is held as it was taken. */
function updateHeld(db: Db, { importId, attempts }: HeldWork) {
  return db
    .updateTable('import_work')
    .where('import_id', '=', importId)
    .where('attempts', '=', attempts)
    .where('state', '=', 'running')
}

function works(db: Db) {
  return db
    .selectFrom('import_work')
    .select([
      'import_id as importId',
      'task',
      'request',
      'state',
      'done',
      'of_rows as of',
      'attempts',
      'lease_until as leaseUntil',
      'started_at as startedAt',
      'error',
    ])
}

function workOf<R extends { request: string }>(row: R): Omit<R, 'request'> & { request: Json } {
  return { ...row, request: JSON.parse(row.request) as Json }
}
