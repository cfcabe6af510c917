import type { Db, TitleApplicationState, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

interface Step {
  from: TitleApplicationState | ''
  to: TitleApplicationState
  action: string
  by: { id: string | null; name: string }
  at: string
  reason?: string
}

/**
 * Moves an application and writes who did it, when and why. False where it no longer stands where the step begins: then
 * nothing was written.
 */
export async function appendTitleStep(tx: Tx, id: string, step: Step): Promise<boolean> {
  if (step.from !== '') {
    const moved = await tx
      .updateTable('title_application')
      .set({ state: step.to, state_at: step.at })
      .where('id', '=', id)
      .where('state', '=', step.from)
      .executeTakeFirstOrThrow()
    if (Number(moved.numUpdatedRows) !== 1) return false
  }
  const last = await tx
    .selectFrom('title_step')
    .where('application_id', '=', id)
    .select(eb => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  await insertAll(tx, 'title_step', [
    {
      application_id: id,
      position: Number(last?.position ?? 0) + 1,
      from_state: step.from,
      to_state: step.to,
      action: step.action,
      actor: step.by.name,
      actor_id: step.by.id,
      at: step.at,
      reason: step.reason ?? '',
    },
  ])
  return true
}

export interface TitleStep {
  position: number
  from: TitleApplicationState | ''
  to: TitleApplicationState
  action: string
  actor: string
  at: string
  reason: string
}

/** The way that an application has gone, first step first. */
export async function titleStepsOf(db: Db, applicationId: string): Promise<TitleStep[]> {
  return db
    .selectFrom('title_step')
    .where('application_id', '=', applicationId)
    .select(['position', 'from_state as from', 'to_state as to', 'action', 'actor', 'at', 'reason'])
    .orderBy('position')
    .execute()
}
