import type { Tx } from '#db/tables.ts'
import { insertPart } from './imports.queries.server.ts'
import type { StagedImport, StagedRow } from './sheet-import.ts'

const verdicts: StagedRow['verdict'][] = ['new', 'changed', 'unchanged']

/** Keeps what was read of a file for the preview: rows, problems, and what was set aside. */
export async function insertStaged(tx: Tx, importId: string, staged: StagedImport): Promise<void> {
  // By verdict, so that a page of the preview finds its rows without reading all.
  const rows = verdicts.flatMap(verdict => staged.rows.filter(row => row.verdict === verdict))
  await insertPart(tx, importId, 'rows', rows)
  await insertPart(tx, importId, 'problems', staged.problems)
  await insertPart(tx, importId, 'ignored', [
    { columns: staged.columns },
    ...staged.ignored,
    ...staged.rejected.map(one => ({ ...one, why: 'rejected' })),
  ])
}
