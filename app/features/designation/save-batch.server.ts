import type { Scope } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow } from '#db/write.server.ts'
import {
  type Batch,
  type BatchChange,
  type BatchField,
  type BatchProblem,
  batchChange,
  batchProblems,
} from './batch.rule.ts'
import { findBatch, insertBatch, setAnnounced, updateBatch } from './batches.queries.server.ts'
import { listSets } from './indicators.queries.server.ts'

export type BatchRefusal = BatchProblem | Extract<BatchChange, { ok: false }>['refusal'] | 'name-taken'
export type BatchRefusals = Partial<Record<BatchField, BatchRefusal>>

export type SaveBatchResult =
  | { ok: true; id: string }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'announced-already' }
  | { ok: false; refusal: 'problems'; problems: BatchRefusals }

interface Actor {
  id: string | null
  name: string
}

const all = { announcedOnly: false }

/** Prepares a batch: nobody but the city sees it before it is announced. */
export async function createBatch(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { batch: Batch; now: string },
): Promise<SaveBatchResult> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  return unlessNameTaken(() =>
    inTransaction(db, async tx => {
      const problems = await problemsOf(tx, input.batch, input.now)
      if (problems !== null) return problems
      const id = await insertBatch(tx, input.batch, input.now)
      await note(tx, by, id, 'designation-batch.create', { ...input.batch })
      return { ok: true, id }
    }),
  )
}

/** Changes a batch; once announced, its window may only be extended while it runs. */
export async function changeBatch(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; batch: Batch; now: string },
): Promise<SaveBatchResult> {
  const { id, batch, now } = input
  return unlessNameTaken(() =>
    ofBatch(db, scope, id, async (tx, standing) => {
      const change = batchChange(batchOf(standing), batch, standing.announcedAt !== null, now)
      if (!change.ok) return { ok: false, refusal: 'problems', problems: { [change.field]: change.refusal } }
      const problems = await problemsOf(tx, batch, now)
      if (problems !== null) return problems
      await updateBatch(tx, id, batch)
      await note(tx, by, id, 'designation-batch.change', { before: batchOf(standing), after: { ...batch } })
      return { ok: true, id }
    }),
  )
}

/** Announces a batch: from now on schools see it, and it stands. */
export async function announceBatch(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; now: string },
): Promise<SaveBatchResult> {
  const { id, now } = input
  return ofBatch(db, scope, id, async (tx, standing) => {
    if (standing.announcedAt !== null) return { ok: false, refusal: 'announced-already' }
    const problems = await problemsOf(tx, standing, now)
    if (problems !== null) return problems
    await setAnnounced(tx, id, now)
    await note(tx, by, id, 'designation-batch.announce', batchOf(standing))
    return { ok: true, id }
  })
}

type Standing = NonNullable<Awaited<ReturnType<typeof findBatch>>>

function batchOf({ id: _id, announcedAt: _announced, setVersion: _version, ...batch }: Standing): Batch {
  return batch
}

async function ofBatch(
  db: Db,
  scope: Scope,
  id: string,
  work: (tx: Tx, standing: Standing) => Promise<SaveBatchResult>,
): Promise<SaveBatchResult> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  return inTransaction(db, async tx => {
    await lockRow(tx, 'designation_batch', id)
    const standing = await findBatch(tx, id, all)
    return standing === undefined ? { ok: false, refusal: 'not-found' } : work(tx, standing)
  })
}

async function problemsOf(tx: Tx, batch: Batch, now: string): Promise<SaveBatchResult | null> {
  const published = (await listSets(tx)).filter(set => set.publishedAt !== null).map(set => set.id)
  const problems = batchProblems(batch, { now, publishedSets: published })
  return Object.keys(problems).length === 0 ? null : { ok: false, refusal: 'problems', problems }
}

async function unlessNameTaken(save: () => Promise<SaveBatchResult>): Promise<SaveBatchResult> {
  try {
    return await save()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return { ok: false, refusal: 'problems', problems: { name: 'name-taken' } }
  }
}

async function note(tx: Tx, by: Actor, id: string, action: string, detail: object): Promise<void> {
  await recordAudit(tx, by, {
    action,
    subjectKind: 'designation-batch',
    subjectId: id,
    detail: { ...detail },
  })
}
