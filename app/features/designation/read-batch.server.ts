import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { batchStateOf } from './batch.rule.ts'
import { batchChoices } from './batch-choices.server.ts'
import { findBatch } from './batches.queries.server.ts'

/** One batch with how it stands and the units that may recommend so many schools only; null where it is not announced yet. */
export async function readBatch(
  db: Db,
  asked: { id: string; announcedOnly: boolean; locale: Locale; now: string },
) {
  const batch = await findBatch(db, asked.id, asked)
  if (batch === undefined) return null
  const { units } = await batchChoices(db, asked.locale)
  const quotas = units.flatMap(({ code, name }) => {
    const quota = batch.quotas[code]
    return quota === undefined ? [] : [{ code, name, quota }]
  })
  return { batch, quotas, state: batchStateOf(batch, asked.now) }
}
