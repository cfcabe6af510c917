import type { Tx } from '#db/tables.ts'
import { insertPart } from './parts.queries.server.ts'
import type { StagedImport, StagedRow, StagedTable } from './sheet-import.ts'

const verdicts: StagedRow['verdict'][] = ['new', 'changed', 'unchanged']

/** Keeps what was read of a file for the preview: rows, problems, and what was set aside. */
export async function insertStaged(tx: Tx, importId: string, staged: StagedImport): Promise<void> {
  await insertRows(tx, importId, staged.rows)
  await insertAside(tx, importId, staged)
}

/** By verdict, so that a page of the preview finds its rows without reading all. */
async function insertRows(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  const inOrder = verdicts.flatMap(verdict => rows.filter(row => row.verdict === verdict))
  await insertPart(tx, importId, 'rows', inOrder)
}

/** What a file says beside the rows that may be committed; a file staged in pieces has its rows kept already. */
export async function insertAside(
  tx: Tx,
  importId: string,
  said: Pick<StagedImport, 'problems' | 'ignored' | 'rejected' | 'columns'> & { table?: StagedTable },
): Promise<void> {
  const { columns, table } = said
  await insertPart(tx, importId, 'problems', said.problems)
  await insertPart(tx, importId, 'ignored', [
    { columns, ...(table !== undefined && { table: placeOf(table) }) },
    ...said.ignored,
    ...said.rejected.map(one => ({ ...one, why: 'rejected' })),
  ])
}

function placeOf({ sheet, firstRow, lastRow }: StagedTable): StagedTable {
  return { sheet, firstRow, lastRow }
}
