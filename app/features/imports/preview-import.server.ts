import { createHash } from 'node:crypto'
import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { insertPart, insertRun } from './imports.queries.server.ts'
import type { ImportContext, StagedRow } from './sheet-import.ts'
import type { SheetName } from './sheet-name.ts'
import { stageFile } from './stage-file.server.ts'

export type PreviewRequest = Omit<ImportContext, 'importId'> & { sheet: SheetName; bytes: Uint8Array }

export type PreviewResult = { ok: true; id: string } | { ok: false; problems: Problem[] }

const verdicts: StagedRow['verdict'][] = ['new', 'changed', 'unchanged']

/**
 * Reads a file, compares it with what stands and keeps file, rows and problems for the person to look at. Nothing that
 * it speaks of is changed. A file that says nothing at all is answered with its problems and not kept.
 */
export async function previewImport(db: Db, request: PreviewRequest): Promise<PreviewResult> {
  const { sheet, bytes, ...rest } = request
  const context = {
    ...rest,
    importId: newId(),
    fileName: withoutPersonalNumbers(request.fileName).slice(-200),
  }
  const file = await stageFile(db, sheet, bytes, context)
  if (!file.ok) return file
  const { staged, counts } = file
  const schoolId = staged.schoolId ?? null
  const unitCode = await unitOf(db, context, schoolId)
  await inTransaction(db, async tx => {
    await insertRun(
      tx,
      {
        id: context.importId,
        sheet,
        schoolId,
        unitCode,
        actor: context.actor,
        fileName: context.fileName,
        fileHash: createHash('sha256').update(bytes).digest('hex'),
        counts,
        firstDay: staged.firstDay,
        lastDay: staged.lastDay,
        createdAt: context.now,
      },
      bytes,
    )
    // By verdict, so that a page of the preview finds its rows without reading all.
    const rows = verdicts.flatMap(verdict => staged.rows.filter(row => row.verdict === verdict))
    await insertPart(tx, context.importId, 'rows', rows)
    await insertPart(tx, context.importId, 'problems', staged.problems)
    await insertPart(tx, context.importId, 'ignored', [
      { columns: staged.columns },
      ...staged.ignored,
      ...staged.rejected.map(one => ({ ...one, why: 'rejected' })),
    ])
  })
  return { ok: true, id: context.importId }
}

async function unitOf(
  db: Db,
  { scope, today }: ImportContext,
  schoolId: string | null,
): Promise<string | null> {
  if (scope.kind === 'unit') return scope.unitCode
  const school = schoolId === null ? undefined : await findSchool(db, scope, schoolId, today)
  return school?.unitCode ?? null
}
