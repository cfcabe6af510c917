import type { Scope } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow } from '#db/write.server.ts'
import {
  type Indicator,
  type IndicatorProblem,
  indicatorProblem,
  type SetProblem,
  setProblems,
} from './indicator.rule.ts'
import {
  deleteIndicators,
  type IndicatorSet,
  indicatorsOf,
  insertDraft,
  insertIndicators,
  listSets,
  publishSet,
  updateIndicator,
} from './indicators.queries.server.ts'

export type SetRefusal =
  | 'not-allowed'
  | 'draft-there'
  | 'no-draft'
  | 'not-found'
  | 'source-missing'
  | IndicatorProblem
  | SetProblem

export type SetResult = { ok: true } | { ok: false; refusal: SetRefusal }

interface Actor {
  id: string | null
  name: string
}

/** The draft that is being edited; undefined when the newest version is published. */
export async function draftOf(db: Db): Promise<IndicatorSet | undefined> {
  return (await listSets(db)).find(set => set.publishedAt === null)
}

/** Begins the next version as a copy of the newest one. Batches keep the version by which they were announced. */
export async function beginDraft(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { now: string },
): Promise<SetResult> {
  return ofCity(db, scope, async tx => {
    if ((await draftOf(tx)) !== undefined) return 'draft-there'
    const { id, version } = await copyToDraft(tx, input.now)
    await note(tx, by, id, 'indicator-set.draft', { version })
    return null
  })
}

/** The next version with what the newest says, for whoever has seen that there is no draft. */
export async function copyToDraft(tx: Tx, at: string): Promise<{ id: string; version: number }> {
  const [newest] = await listSets(tx)
  const indicators = newest === undefined ? [] : await indicatorsOf(tx, newest.id)
  const version = (newest?.version ?? 0) + 1
  return { id: await insertDraft(tx, { version, source: '', indicators, at }), version }
}

/** Enters or changes an indicator of the draft, known by its code. */
export async function saveIndicator(db: Db, scope: Scope, by: Actor, given: Indicator): Promise<SetResult> {
  const indicator = {
    ...given,
    code: given.code.trim().toUpperCase(),
    title: given.title.trim(),
    how: given.how.trim(),
  }
  const problem = indicatorProblem(indicator)
  if (problem !== null) return { ok: false, refusal: problem }
  return ofDraft(db, scope, async (tx, draft) => {
    const known = (await indicatorsOf(tx, draft.id)).find(one => one.code === indicator.code)
    if (known === undefined) await insertIndicators(tx, draft.id, [indicator])
    else await updateIndicator(tx, known.id, indicator)
    await note(tx, by, draft.id, 'indicator-set.change', { before: known ?? null, after: indicator })
    return null
  })
}

/** Takes an indicator out of the draft. */
export async function removeIndicator(db: Db, scope: Scope, by: Actor, code: string): Promise<SetResult> {
  return ofDraft(db, scope, async (tx, draft) => {
    const known = (await indicatorsOf(tx, draft.id)).find(one => one.code === code)
    if (known === undefined) return 'not-found'
    await deleteIndicators(tx, [known.id])
    await note(tx, by, draft.id, 'indicator-set.change', { before: known, after: null })
    return null
  })
}

/** From now on batches are announced by the draft; it is never changed again. */
export async function publishDraft(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { source: string; now: string },
): Promise<SetResult> {
  const source = input.source.trim()
  if (source === '') return { ok: false, refusal: 'source-missing' }
  return ofDraft(db, scope, async (tx, draft) => {
    const [problem] = setProblems(await indicatorsOf(tx, draft.id))
    if (problem !== undefined) return problem
    await publishSet(tx, draft.id, { source, at: input.now })
    await note(tx, by, draft.id, 'indicator-set.publish', { version: draft.version, source })
    return null
  })
}

async function ofDraft(
  db: Db,
  scope: Scope,
  work: (tx: Tx, draft: IndicatorSet) => Promise<SetRefusal | null>,
): Promise<SetResult> {
  return ofCity(db, scope, async tx => {
    const draft = await draftOf(tx)
    if (draft === undefined) return 'no-draft'
    await lockRow(tx, 'indicator_set', draft.id)
    // Published meanwhile: it stands.
    return (await draftOf(tx)) === undefined ? 'no-draft' : work(tx, draft)
  })
}

async function ofCity(
  db: Db,
  scope: Scope,
  work: (tx: Tx) => Promise<SetRefusal | null>,
): Promise<SetResult> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  try {
    return await inTransaction(db, async tx => {
      const refusal = await work(tx)
      return refusal === null ? { ok: true } : { ok: false, refusal }
    })
  } catch (error) {
    // Two begin the next version at once: its number is unique.
    if (isUniqueViolation(error)) return { ok: false, refusal: 'draft-there' }
    throw error
  }
}

async function note(tx: Tx, by: Actor, id: string, action: string, detail: object): Promise<void> {
  await recordAudit(tx, by, { action, subjectKind: 'indicator-set', subjectId: id, detail: { ...detail } })
}
