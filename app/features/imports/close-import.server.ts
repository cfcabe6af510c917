import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Tx } from '#db/tables.ts'
import { type ImportRun, setStatus } from './imports.queries.server.ts'

/** Closes an import that will not be committed; the file stays in the history. */
export async function closeImport(
  tx: Tx,
  run: ImportRun,
  actor: { id: string | null; name: string },
  status: 'discarded' | 'refused',
): Promise<void> {
  await setStatus(tx, run.id, status, null)
  await recordAudit(tx, actor, {
    action: status === 'refused' ? 'import.refuse' : 'import.discard',
    subjectKind: 'import',
    subjectId: run.id,
    unitCode: run.unitCode,
    schoolId: run.schoolId,
    detail: { sheet: run.sheet, file: run.fileName },
  })
}
