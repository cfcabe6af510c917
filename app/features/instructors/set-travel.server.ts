import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import type { Travel } from './travel.rule.ts'
import { readTravel, writeTravel } from './travel-setting.queries.server.ts'

/** Sets how long the way between schools is taken to be. What is placed already stays as it is. */
export async function setTravel(
  db: Db,
  by: { id: string | null; name: string },
  travel: Travel,
): Promise<void> {
  await inTransaction(db, async tx => {
    const before = await readTravel(tx)
    await writeTravel(tx, travel)
    await recordAudit(tx, by, {
      action: 'travel.set',
      subjectKind: 'setting',
      subjectId: 'travel',
      detail: { before: { ...before }, after: { ...travel } },
    })
  })
}
