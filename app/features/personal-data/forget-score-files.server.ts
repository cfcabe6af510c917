import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Tx } from '#db/tables.ts'
import { deleteScoreFile, type ScoreFile } from './score-files.queries.server.ts'

/**
 * Removes uploaded score sheets for good, each with a line in the audit of its import. A workbook is removed whole: names
 * cut out of it would leave an original that nobody uploaded. The scores themselves stand with the applications.
 */
export async function forgetScoreFiles(tx: Tx, files: readonly ScoreFile[]): Promise<void> {
  const removed: ScoreFile[] = []
  for (const file of files) if (await deleteScoreFile(tx, file.id)) removed.push(file)
  for (const { id, unitCode } of removed)
    await recordAudit(
      tx,
      { id: null, name: '系统' },
      {
        action: 'import.forget',
        subjectKind: 'import',
        subjectId: id,
        unitCode,
        detail: { sheet: 'scores' },
      },
    )
}
