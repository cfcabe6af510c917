import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { type Indicator, inOrder } from './indicator.rule.ts'

/** A version of the set of indicators; the one that is not published is being edited. */
export interface IndicatorSet {
  id: string
  version: number
  source: string
  publishedAt: string | null
}

export type SetIndicator = Indicator & { id: string }

/** Every version, the newest first. */
export async function listSets(db: Db): Promise<IndicatorSet[]> {
  return db
    .selectFrom('indicator_set')
    .select(['id', 'version', 'source', 'published_at as publishedAt'])
    .orderBy('version', 'desc')
    .execute()
}

export async function indicatorsOf(db: Db, setId: string): Promise<SetIndicator[]> {
  const rows = await db
    .selectFrom('indicator')
    .where('set_id', '=', setId)
    .select(['id', 'code', 'title', 'kind', 'most', 'how', 'figure'])
    .execute()
  return inOrder(rows)
}

/** A draft of the next version with the indicators given; throws a unique violation when there is one already. */
export async function insertDraft(
  tx: Tx,
  draft: { version: number; source: string; indicators: readonly Indicator[]; at: string },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'indicator_set', [
    { id, version: draft.version, source: draft.source, created_at: draft.at, published_at: null },
  ])
  await insertIndicators(tx, id, draft.indicators)
  return id
}

export async function insertIndicators(
  tx: Tx,
  setId: string,
  indicators: readonly Indicator[],
): Promise<string[]> {
  const rows = indicators.map(({ code, title, kind, most, how, figure }) => ({
    ...{ id: newId(), set_id: setId, code, title, kind, most, how, figure },
  }))
  await insertAll(tx, 'indicator', rows)
  return rows.map(row => row.id)
}

export async function updateIndicator(
  tx: Tx,
  id: string,
  { title, kind, most, how, figure }: Omit<Indicator, 'code'>,
): Promise<void> {
  await tx.updateTable('indicator').set({ title, kind, most, how, figure }).where('id', '=', id).execute()
}

export async function deleteIndicators(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('indicator').where('id', 'in', ids).execute()
}

export async function publishSet(
  tx: Tx,
  id: string,
  { source, at }: { source: string; at: string },
): Promise<void> {
  await tx.updateTable('indicator_set').set({ source, published_at: at }).where('id', '=', id).execute()
}
