import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { mediaTypeOf } from '#app/files/file-kind.rule.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { lockedApplicantOf } from './applicants.queries.server.ts'
import {
  type DocumentKind,
  type DocumentRefusal,
  documentTypes,
  mostDocuments,
  whyNoDocument,
} from './document.rule.ts'
import {
  deleteDocument,
  documentsOfApplicant,
  insertDocument,
  isCalledToMedical,
  openDocument,
} from './documents.queries.server.ts'

interface Owner {
  id: string
  name: string
}

/**
 * Takes a paper of the owner; its type is what its content says, and it is kept sealed. The same file of the same kind sent
 * again, as by a second click, is the paper that stands.
 */
export async function addDocument(
  db: Db,
  owner: Owner,
  given: { kind: DocumentKind; file: { name: string; bytes: Uint8Array }; at: string },
): Promise<{ ok: true; id: string } | { ok: false; refusal: DocumentRefusal }> {
  const { kind, file, at } = given
  const refusal = whyNoDocument(file)
  const mediaType = mediaTypeOf(file.bytes, documentTypes)
  if (refusal !== null || mediaType === null) return { ok: false, refusal: refusal ?? 'not-taken' }
  return inTransaction(db, async tx => {
    const applicant = await lockedApplicantOf(tx, owner.id)
    if (applicant === undefined) return { ok: false, refusal: 'no-profile' }
    const fileName = Array.from(withoutPersonalNumbers(file.name)).slice(-200).join('')
    const held = await documentsOfApplicant(tx, applicant.id)
    for (const one of held) {
      if (one.kind !== kind || one.fileName !== fileName || one.bytes !== file.bytes.length) continue
      const opened = await openDocument(tx, applicant.id, one.id)
      if (opened?.bytes.equals(file.bytes)) return { ok: true, id: one.id }
    }
    if (held.length >= mostDocuments) return { ok: false, refusal: 'too-many' }
    if (kind === 'MEDICAL' && !(await isCalledToMedical(tx, applicant.id)))
      return { ok: false, refusal: 'not-called' }
    const id = await insertDocument(tx, {
      applicantId: applicant.id,
      kind,
      fileName,
      mediaType,
      bytes: file.bytes,
      at,
    })
    await recordAudit(tx, owner, {
      action: 'document.add',
      subjectKind: 'applicant',
      subjectId: applicant.id,
      detail: { document: id, kind },
    })
    return { ok: true, id }
  })
}

/** Removes a paper of the owner for good. */
export async function removeDocument(db: Db, owner: Owner, id: string): Promise<boolean> {
  return inTransaction(db, async tx => {
    const applicant = await lockedApplicantOf(tx, owner.id)
    if (applicant === undefined || !(await deleteDocument(tx, applicant.id, id))) return false
    await recordAudit(tx, owner, {
      action: 'document.remove',
      subjectKind: 'applicant',
      subjectId: applicant.id,
      detail: { document: id },
    })
    return true
  })
}
