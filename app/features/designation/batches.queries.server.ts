import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { Batch } from './batch.rule.ts'

export interface BatchRow extends Batch {
  id: string
  announcedAt: string | null
  /** Of the indicators. */
  setVersion: number
}

/** The batches, the latest to open first; before it is announced a batch is the city's own. */
export async function listBatches(
  db: Db,
  asked: { announcedOnly: boolean; id?: string },
): Promise<BatchRow[]> {
  const { announcedOnly, id } = asked
  const rows = await db
    .selectFrom('designation_batch as b')
    .innerJoin('indicator_set as s', 's.id', 'b.set_id')
    .$if(announcedOnly, q => q.where('b.announced_at', 'is not', null))
    .$if(id !== undefined, q => q.where('b.id', '=', id ?? ''))
    .select([
      'b.id as id',
      'b.name as name',
      'b.level as level',
      'b.organisers as organisers',
      'b.document as document',
      'b.set_id as setId',
      's.version as setVersion',
      'b.opens_at as opensAt',
      'b.closes_at as closesAt',
      'b.most_sports as mostSports',
      'b.valid_from as validFrom',
      'b.valid_to as validTo',
      'b.publicity_days as publicityDays',
      'b.announced_at as announcedAt',
    ])
    .orderBy('b.opens_at', 'desc')
    .orderBy('b.id')
    .execute()
  const quotas = await db
    .selectFrom('designation_quota')
    .$if(id !== undefined, q => q.where('batch_id', '=', id ?? ''))
    .select(['batch_id as batchId', 'unit_code as unit', 'quota'])
    .orderBy('unit_code')
    .execute()
  return rows.map(row => ({
    ...row,
    quotas: Object.fromEntries(
      quotas.filter(one => one.batchId === row.id).map(one => [one.unit, one.quota]),
    ),
  }))
}

export async function findBatch(
  db: Db,
  id: string,
  asked: { announcedOnly: boolean },
): Promise<BatchRow | undefined> {
  return (await listBatches(db, { ...asked, id }))[0]
}

function columnsOf(batch: Batch) {
  return {
    name: batch.name.trim(),
    level: batch.level,
    organisers: batch.organisers.trim(),
    document: batch.document.trim(),
    set_id: batch.setId,
    opens_at: batch.opensAt,
    closes_at: batch.closesAt,
    most_sports: batch.mostSports,
    valid_from: batch.validFrom,
    valid_to: batch.validTo,
    publicity_days: batch.publicityDays,
  }
}

/** Throws a unique violation when a batch of the name is there. */
export async function insertBatch(tx: Tx, batch: Batch, at: string): Promise<string> {
  const id = newId()
  await insertAll(tx, 'designation_batch', [{ id, ...columnsOf(batch), announced_at: null, created_at: at }])
  await insertQuotas(tx, id, batch)
  return id
}

export async function updateBatch(tx: Tx, id: string, batch: Batch): Promise<void> {
  await tx.updateTable('designation_batch').set(columnsOf(batch)).where('id', '=', id).execute()
  await tx.deleteFrom('designation_quota').where('batch_id', '=', id).execute()
  await insertQuotas(tx, id, batch)
}

export async function setAnnounced(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('designation_batch').set({ announced_at: at }).where('id', '=', id).execute()
}

async function insertQuotas(tx: Tx, batch_id: string, { quotas }: Batch): Promise<void> {
  const rows = Object.entries(quotas).map(([unit_code, quota]) => ({ batch_id, unit_code, quota }))
  await insertAll(tx, 'designation_quota', rows)
}
