import { createHash } from 'node:crypto'
import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, newId } from '#db/write.server.ts'
import { discardImport } from './discard-import.server.ts'
import type { ReadRequest } from './do-import-work.server.ts'
import { ringForWork } from './import-bell.ts'
import { nothingRead } from './import-counts.rule.ts'
import { insertWork } from './import-work.queries.server.ts'
import { insertRun, openImportOf, statusOfImport } from './imports.queries.server.ts'
import { insertStaged } from './insert-staged.server.ts'
import { restageImport } from './restage-import.server.ts'
import type { ImportContext, Json } from './sheet-import.ts'
import type { SheetName } from './sheet-name.ts'
import { type StagedFile, stageFile } from './stage-file.server.ts'
import { unitOfImport } from './unit-of-import.server.ts'

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
  if (!file.ok && file.isLong) return readLater(db, { sheet, bytes, goOn }, context)
  if (!file.ok) return file
  const fileHash = sha256(bytes)
  const school = file.staged.schoolId ?? context.schoolId ?? ''
  const openKey = goOn ? openKeyOf(context, sheet, school, fileHash) : null
  const upload = { sheet, bytes, fileHash }
  // Two clicks race: the unique key, not the reading before it, decides whose preview stands.
  const open =
    (await openPreview(db, openKey, context)) ?? (await keptOnce(db, { ...upload, openKey }, context, file))
  if (open === 'another') {
    const other = await openPreview(db, openKey, context)
    if (other !== null) return { ok: true, id: other }
    // The one that is open cannot be gone on with: this one stands beside it.
    await keep(db, { ...upload, openKey: null }, context, file)
  }
  return { ok: true, id: open === null || open === 'another' ? context.importId : open }
}

/** 'another' when a preview with the same key is open already, and null when this one is kept. */
async function keptOnce(
  db: Db,
  upload: Parameters<typeof keep>[1],
  context: ImportContext,
  file: Parameters<typeof keep>[3],
): Promise<'another' | null> {
  try {
    await keep(db, upload, context, file)
    return null
  } catch (error) {
    if (upload.openKey !== null && isUniqueViolation(error)) return 'another'
    throw error
  }
}

/** Keeps a long file for whoever does the work; its page tells how far that is. */
async function readLater(
  db: Db,
  { sheet, bytes, goOn }: { sheet: SheetName; bytes: Uint8Array; goOn: boolean },
  context: ImportContext,
): Promise<PreviewResult> {
  const { importId, ...asked } = context
  const fileHash = sha256(bytes)
  const schoolId = context.scope.kind === 'school' ? context.scope.schoolId : context.schoolId
  const openKey = goOn ? openKeyOf(context, sheet, schoolId ?? '', fileHash) : null
  const open = openKey === null ? undefined : await openImportOf(db, openKey)
  if (open !== undefined) {
    if ((await statusOfImport(db, open)) === 'reading') return { ok: true, id: open }
    const { scope, actor, today, now } = context
    // What was read of it may be stale: it is read again, with what was answered on it.
    const read = await restageImport(db, { id: open, scope, actor, today, now, uploadedAt: now })
    if (read.ok || read.refusal === 'busy') return { ok: true, id: open }
    await discardImport(db, { id: open, scope, actor, today })
  }
  const request: ReadRequest = { ...asked, sheet }
  const run = {
    ...{ id: importId, sheet, schoolId, fileHash, openKey, counts: nothingRead, status: 'reading' as const },
    unitCode: await unitOfImport(db, context, schoolId),
    actor: context.actor,
    fileName: context.fileName,
    forSchoolId: context.schoolId,
    ...{ firstDay: null, lastDay: null, createdAt: context.now },
  }
  try {
    await inTransaction(db, async tx => {
      await insertRun(tx, run, bytes)
      await insertWork(tx, { importId, task: 'read', request: request as unknown as Json, at: context.now })
    })
  } catch (error) {
    const other = openKey !== null && isUniqueViolation(error) ? await openImportOf(db, openKey) : undefined
    if (other === undefined) throw error
    return { ok: true, id: other }
  }
  ringForWork()
  return { ok: true, id: importId }
}

function openKeyOf(
  { actor }: ImportContext,
  sheet: SheetName,
  school: string,
  fileHash: string,
): string | null {
  return actor.id === null ? null : sha256([actor.id, sheet, school, fileHash].join(' '))
}

/** The preview of the same upload that is open already, read again against what stands now; null when there is none. */
async function openPreview(db: Db, openKey: string | null, context: ImportContext): Promise<string | null> {
  const id = openKey === null ? undefined : await openImportOf(db, openKey)
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
  const unitCode = await unitOfImport(db, context, schoolId)
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
