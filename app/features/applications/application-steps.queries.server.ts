import type { ApplicationState, Db, Tx } from '#db/tables.ts'

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
  await insertStep(tx, step, (await lastPosition(tx, step.applicationId)) + 1)
  return true
}

async function insertStep(tx: Tx, step: Step, position: number): Promise<void> {
  await tx
    .insertInto('application_step')
    .values({
      application_id: step.applicationId,
      position,
      from_state: step.from,
      to_state: step.to,
      action: step.action,
      actor: step.by.name,
      actor_id: step.by.id,
      at: step.at,
      reason: step.reason ?? '',
    })
    .execute()
}

async function lastPosition(tx: Tx, applicationId: string): Promise<number> {
  const row = await tx
    .selectFrom('application_step')
    .where('application_id', '=', applicationId)
    .select(eb => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  return Number(row?.position ?? 0)
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
