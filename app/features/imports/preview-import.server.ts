import { createHash } from 'node:crypto'
import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, newId } from '#db/write.server.ts'
import { insertRun, openImportOf } from './imports.queries.server.ts'
import { insertStaged } from './insert-staged.server.ts'
import { restageImport } from './restage-import.server.ts'
import type { ImportContext } from './sheet-import.ts'
import type { SheetName } from './sheet-name.ts'
import { type StagedFile, stageFile } from './stage-file.server.ts'

export type PreviewRequest = Omit<ImportContext, 'importId'> & {
  sheet: SheetName
  bytes: Uint8Array
  /** The same person uploading the same again goes on with the preview that is open, and what was answered on it. */
  goOn?: boolean
}

export type PreviewResult = { ok: true; id: string } | { ok: false; problems: Problem[] }

/**
 * Reads a file, compares it with what stands and keeps file, rows and problems for the person to look at. Nothing that
 * it speaks of is changed. A file that says nothing at all is answered with its problems and not kept.
 */
export async function previewImport(db: Db, request: PreviewRequest): Promise<PreviewResult> {
  const { sheet, bytes, goOn = false, ...rest } = request
  const context = {
    ...rest,
    importId: newId(),
    fileName: withoutPersonalNumbers(request.fileName).slice(-200),
  }
  const file = await stageFile(db, sheet, bytes, context)
  if (!file.ok) return file
  const fileHash = sha256(bytes)
  const school = file.staged.schoolId ?? context.schoolId ?? ''
  const { id: account } = context.actor
  const openKey = goOn && account !== null ? sha256([account, sheet, school, fileHash].join(' ')) : null
  const open = openKey === null ? null : await openPreview(db, openKey, context)
  if (open !== null) return { ok: true, id: open }
  try {
    await keep(db, { sheet, bytes, fileHash, openKey }, context, file)
  } catch (error) {
    // Two clicks race: the unique key, not the reading before it, decides whose preview stands.
    const other =
      openKey !== null && isUniqueViolation(error) ? await openPreview(db, openKey, context) : null
    if (other === null) throw error
    return { ok: true, id: other }
  }
  return { ok: true, id: context.importId }
}

/** The preview of the same upload that is open already, read again against what stands now; null when there is none. */
async function openPreview(db: Db, openKey: string, context: ImportContext): Promise<string | null> {
  const id = await openImportOf(db, openKey)
  if (id === undefined) return null
  const { scope, actor, today, now } = context
  const read = await restageImport(db, { id, scope, actor, today, now, uploadedAt: now })
  return read.ok ? id : null
}

async function keep(
  db: Db,
  upload: { sheet: SheetName; bytes: Uint8Array; fileHash: string; openKey: string | null },
  context: ImportContext,
  { staged, counts }: Extract<StagedFile, { ok: true }>,
): Promise<void> {
  const { bytes, ...facts } = upload
  const schoolId = staged.schoolId ?? null
  const unitCode = await unitOf(db, context, schoolId)
  await inTransaction(db, async tx => {
    await insertRun(
      tx,
      {
        ...facts,
        id: context.importId,
        schoolId,
        unitCode,
        actor: context.actor,
        fileName: context.fileName,
        forSchoolId: context.schoolId,
        counts,
        firstDay: staged.firstDay,
        lastDay: staged.lastDay,
        createdAt: context.now,
      },
      bytes,
    )
    await insertStaged(tx, context.importId, staged)
  })
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
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
