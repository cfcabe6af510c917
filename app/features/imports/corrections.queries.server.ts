import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import type { Correction } from './corrections.rule.ts'

/** An answer as it is kept, with what stood in the file and who gave it when. */
export interface KeptCorrection extends Correction {
  position: number
  raw: string
  header: string
  actor: string
  at: string
}

/** Every answer given on an import, the first first. */
export async function correctionsOf(db: Db, importId: string): Promise<KeptCorrection[]> {
  return db
    .selectFrom('import_correction')
    .where('import_id', '=', importId)
    .select(['sheet', 'place', 'action', 'value', 'position', 'raw', 'header', 'actor', 'at'])
    .orderBy('position')
    .execute()
}

/** The position of the last answer; 0 when there is none. */
export async function lastPosition(db: Db, importId: string): Promise<number> {
  const { last } = await db
    .selectFrom('import_correction')
    .where('import_id', '=', importId)
    .select(eb => eb.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}

/** Notes what stood in a cell to which answers were given; of each that says so already nothing changes. */
export async function setRaw(
  tx: Tx,
  importId: string,
  { sheet, place, raw }: Pick<KeptCorrection, 'sheet' | 'place' | 'raw'>,
): Promise<void> {
  await tx
    .updateTable('import_correction')
    .set({ raw })
    .where('import_id', '=', importId)
    .where('sheet', '=', sheet)
    .where('place', '=', place)
    .execute()
}

export async function insertCorrections(
  tx: Tx,
  importId: string,
  corrections: readonly (Omit<KeptCorrection, 'actor'> & { by: { id: string | null; name: string } })[],
): Promise<void> {
  await insertAll(
    tx,
    'import_correction',
    corrections.map(({ by, ...one }) => ({
      ...one,
      import_id: importId,
      account_id: by.id,
      actor: by.name.slice(0, 80),
    })),
  )
}
