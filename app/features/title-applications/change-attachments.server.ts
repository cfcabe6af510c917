import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber, withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import {
  dropFiles,
  type KeepRefusal,
  type KeptFile,
  keepFile,
  openFile,
} from '#app/files/keep-file.server.ts'
import { deleteFiles, findFile, insertFile } from '#app/files/stored-files.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { attachmentOwner, attachmentsOf } from './attachments.queries.server.ts'
import { attachmentTypes, mostAttachmentBytes, mostAttachments } from './attachments.rule.ts'
import { findTitleApplication, type TitleApplication } from './title-applications.queries.server.ts'
import { isWritable } from './title-way.rule.ts'

export type AttachmentRefusal =
  | KeepRefusal
  | 'not-found'
  | 'not-writable'
  | 'description-missing'
  | 'holds-number'
  | 'too-many'

type Result = { ok: true } | { ok: false; refusal: AttachmentRefusal }

interface Actor {
  id: string | null
  name: string
}

/** Adds a paper to an application that its school still writes; what it proves is said in words. */
export async function addAttachment(
  db: Db,
  scope: Scope,
  by: Actor,
  input: {
    id: string
    file: { name: string; bytes: Uint8Array }
    description: string
    today: Day
    now: string
  },
): Promise<Result> {
  const { id, file, today, now } = input
  const description = input.description.trim()
  const seen = await writableOf(db, scope, id, today)
  if (!seen.ok) return seen
  if (description === '') return { ok: false, refusal: 'description-missing' }
  if (holdsPersonalNumber(description)) return { ok: false, refusal: 'holds-number' }
  const named = { ...file, name: withoutPersonalNumbers(file.name) }
  const terms = { types: attachmentTypes, mostBytes: mostAttachmentBytes, at: now }
  const kept = await keepFile(db, named, terms)
  if (!kept.ok) return kept
  const added = await nameAttachment(db, scope, by, { id, file: kept.file, description, today })
  if (!added.ok) await dropFiles(db, [kept.file.id])
  return added
}

async function nameAttachment(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; file: KeptFile; description: string; today: Day },
): Promise<Result> {
  const { id, file, description, today } = input
  return inTransaction(db, async tx => {
    await lockRow(tx, 'title_application', id)
    const held = await writableOf(tx, scope, id, today)
    if (!held.ok) return held
    if ((await attachmentsOf(tx, id)).length >= mostAttachments) return { ok: false, refusal: 'too-many' }
    await insertFile(tx, attachmentOwner(id), { ...file, description, addedBy: by.id })
    await recordAudit(tx, by, {
      ...auditOf('title-attachment.add', held.application),
      detail: { file: file.id, sha256: file.sha256, description },
    })
    return { ok: true }
  })
}

/** Takes a paper away again, while the school still writes. */
export async function removeAttachment(
  db: Db,
  scope: Scope,
  by: Actor,
  { id, fileId, today }: { id: string; fileId: string; today: Day },
): Promise<Result> {
  const removed = await inTransaction(db, async (tx): Promise<Result> => {
    await lockRow(tx, 'title_application', id)
    const held = await writableOf(tx, scope, id, today)
    if (!held.ok) return held
    const file = await findFile(tx, attachmentOwner(id), fileId)
    if (file === undefined) return { ok: false, refusal: 'not-found' }
    await deleteFiles(tx, attachmentOwner(id), [fileId])
    await recordAudit(tx, by, {
      ...auditOf('title-attachment.remove', held.application),
      detail: { file: fileId, description: file.description },
    })
    return { ok: true }
  })
  if (removed.ok) await dropFiles(db, [fileId])
  return removed
}

/** A paper with its bytes, for those who see the application; undefined for another's. */
export async function openAttachment(
  db: Db,
  scope: Scope,
  { id, fileId, today }: { id: string; fileId: string; today: Day },
) {
  const application = await findTitleApplication(db, scope, id, today)
  return application === undefined ? undefined : openFile(db, attachmentOwner(id), fileId)
}

async function writableOf(
  db: Db | Tx,
  scope: Scope,
  id: string,
  today: Day,
): Promise<
  { ok: true; application: TitleApplication } | { ok: false; refusal: 'not-found' | 'not-writable' }
> {
  const application = await findTitleApplication(db, scope, id, today)
  if (application === undefined || scope.kind !== 'school') return { ok: false, refusal: 'not-found' }
  return isWritable(application.state) ? { ok: true, application } : { ok: false, refusal: 'not-writable' }
}

function auditOf(action: string, { id, unitCode, schoolId }: TitleApplication) {
  return { action, subjectKind: 'title-application', subjectId: id, unitCode, schoolId }
}
