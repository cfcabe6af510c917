import type { Insertable } from 'kysely'
import type { ApplicationState, Database, Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

const idsAStatement = 1000

/** One move of an application on its way. */
export interface Step {
  applicationId: string
  /** '' for the first step of all, beside which the application is inserted in `to`. */
  from: ApplicationState | ''
  to: ApplicationState
  /** What was done, as the way names it: submit, return, withdraw … */
  action: string
  by: { id: string | null; name: string }
  at: string
  reason?: string
}

/**
 * Moves the application to its new state and appends the step, inside the transaction of all else that the move means.
 * False, and nothing done, when the application no longer stands at `from`: somebody moved it in between.
 */
export async function appendStep(tx: Tx, step: Step): Promise<boolean> {
  if (step.from === '') {
    await insertStep(tx, step, 1)
    return true
  }
  const moved = await tx
    .updateTable('application')
    .set({ state: step.to, state_at: step.at })
    .where('id', '=', step.applicationId)
    .where('state', '=', step.from)
    .executeTakeFirstOrThrow()
  if (moved.numUpdatedRows === 0n) return false
  // The update holds the row, so nobody else counts at the same time.
  const positions = await lastPositions(tx, [step.applicationId])
  await insertStep(tx, step, (positions.get(step.applicationId) ?? 0) + 1)
  return true
}

/**
 * The same step of many applications, e.g. of all whom a published list moves. Throws when one of them no longer stands
 * at `from`: the caller holds the post, so nobody can have moved it.
 */
export async function appendSteps(
  tx: Tx,
  ids: readonly string[],
  step: Omit<Step, 'applicationId' | 'from'> & { from: ApplicationState },
): Promise<void> {
  const inKeyOrder = [...ids].sort()
  for (let from = 0; from < ids.length; from += idsAStatement) {
    const chunk = inKeyOrder.slice(from, from + idsAStatement)
    const moved = await tx
      .updateTable('application')
      .set({ state: step.to, state_at: step.at })
      .where('id', 'in', chunk)
      .where('state', '=', step.from)
      .executeTakeFirstOrThrow()
    if (Number(moved.numUpdatedRows) !== chunk.length)
      throw new Error(`An application at ${step.from} was moved although its post is locked`)
    const positions = await lastPositions(tx, chunk)
    const rows = chunk.map(id => stepRow({ ...step, applicationId: id }, (positions.get(id) ?? 0) + 1))
    await insertAll(tx, 'application_step', rows)
  }
}

async function insertStep(tx: Tx, step: Step, position: number): Promise<void> {
  await insertAll(tx, 'application_step', [stepRow(step, position)])
}

function stepRow(step: Step, position: number): Insertable<Database['application_step']> {
  return {
    application_id: step.applicationId,
    position,
    from_state: step.from,
    to_state: step.to,
    action: step.action,
    actor: step.by.name,
    actor_id: step.by.id,
    at: step.at,
    reason: step.reason ?? '',
  }
}

async function lastPositions(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('application_step')
    .where('application_id', 'in', ids)
    .groupBy('application_id')
    .select(eb => ['application_id as id', eb.fn.max('position').as('position')])
    .execute()
  return new Map(rows.map(row => [row.id, Number(row.position)]))
}

export interface StepTaken {
  position: number
  from: ApplicationState | ''
  to: ApplicationState
  action: string
  actor: string
  at: string
  reason: string
}

/** The way that an application has gone, first step first. */
export async function stepsOf(db: Db, applicationId: string): Promise<StepTaken[]> {
  return db
    .selectFrom('application_step')
    .where('application_id', '=', applicationId)
    .select(['position', 'from_state as from', 'to_state as to', 'action', 'actor', 'at', 'reason'])
    .orderBy('position')
    .execute()
}
