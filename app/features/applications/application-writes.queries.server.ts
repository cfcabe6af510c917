import type { Db, Tx } from '#db/tables.ts'

interface NewApplication {
  id: string
  number: string
  postId: string
  roundId: string
  applicantId: string
  /** What no two applications of the person may share. */
  slot: string
  state: 'DRAFT' | 'SUBMITTED'
  at: string
  statement: string
  eligibility: string
  /** A print of the facts judged; null for a draft. */
  judgedFacts: string | null
}

export async function insertApplication(tx: Tx, given: NewApplication): Promise<void> {
  await tx
    .insertInto('application')
    .values({
      id: given.id,
      number: given.number,
      post_id: given.postId,
      round_id: given.roundId,
      applicant_id: given.applicantId,
      slot: given.slot,
      state: given.state,
      state_at: given.at,
      statement: given.statement,
      eligibility: given.eligibility,
      judged_facts: given.judgedFacts,
      submitted_at: given.state === 'SUBMITTED' ? given.at : null,
      rank: null,
      created_at: given.at,
    })
    .execute()
}

/**
 * What the person wrote and how it stands by the rules; it counts as handed in once `submittedAt` is given. A draft stands
 * since it was last written.
 */
export async function rewriteApplication(
  tx: Tx,
  id: string,
  given: {
    statement: string
    eligibility?: string
    judgedFacts?: string
    slot?: string
    submittedAt?: string
    stateAt?: string
  },
): Promise<void> {
  const { statement, eligibility, judgedFacts, slot, submittedAt, stateAt } = given
  await tx
    .updateTable('application')
    .set({
      statement,
      ...(eligibility !== undefined && { eligibility }),
      ...(judgedFacts !== undefined && { judged_facts: judgedFacts }),
      ...(slot !== undefined && { slot }),
      ...(submittedAt !== undefined && { submitted_at: submittedAt }),
      ...(stateAt !== undefined && { state_at: stateAt }),
    })
    .where('id', '=', id)
    .execute()
}

export async function judgedFactsOf(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('application')
    .where('id', '=', id)
    .select('judged_facts as judgedFacts')
    .executeTakeFirst()
  return row?.judgedFacts ?? null
}

export async function updateJudged(
  tx: Tx,
  id: string,
  { eligibility, judgedFacts }: { eligibility: string; judgedFacts: string },
): Promise<void> {
  await tx
    .updateTable('application')
    .set({ eligibility, judged_facts: judgedFacts })
    .where('id', '=', id)
    .execute()
}

/** The person may apply again: to this post, or to another of the round. */
export async function freeSlot(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('application').set({ slot: id }).where('id', '=', id).execute()
}

/** The same for everybody whose application to a post was ended. */
export async function freePlacesOfPost(tx: Tx, postId: string): Promise<void> {
  await tx
    .updateTable('application')
    .set(eb => ({ slot: eb.ref('id') }))
    .where('post_id', '=', postId)
    .where('state', '=', 'TERMINATED')
    .execute()
}

/** A draft that its writer throws away; what was handed in is never removed so. */
export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('application')
    .where('id', '=', id)
    .where('state', '=', 'DRAFT')
    .executeTakeFirstOrThrow()
  if (removed.numDeletedRows === 0n) return false
  await tx.deleteFrom('application_step').where('application_id', '=', id).execute()
  return true
}
