import { createHash } from 'node:crypto'
import { sealBytes, unsealBytes } from '#app/sealing.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { type DocumentKind, type DocumentType, medicalStates } from './document.rule.ts'

export interface DocumentRow {
  id: string
  kind: string
  fileName: string
  mediaType: DocumentType
  bytes: number
  createdAt: string
}

/** What a sealed file is and which. */
export function aboutFile(fileId: string): string {
  return `applicant-document ${fileId}`
}

export async function documentsOfApplicant(db: Db, applicantId: string): Promise<DocumentRow[]> {
  return db
    .selectFrom('applicant_document')
    .where('applicant_id', '=', applicantId)
    .select([
      'id',
      'kind',
      'file_name as fileName',
      'media_type as mediaType',
      'bytes',
      'created_at as createdAt',
    ])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Keeps a file sealed, and what it is beside it. */
export async function insertDocument(
  tx: Tx,
  given: {
    applicantId: string
    kind: DocumentKind
    fileName: string
    mediaType: DocumentType
    bytes: Uint8Array
    at: string
  },
): Promise<string> {
  const [id, fileId] = [newId(), newId()]
  const sealed = sealBytes(given.bytes, aboutFile(fileId))
  const sha256 = createHash('sha256').update(sealed.bytes).digest('hex')
  await insertAll(tx, 'sealed_file', [{ id: fileId, key_id: sealed.keyId, sha256, bytes: sealed.bytes }])
  await insertAll(tx, 'applicant_document', [
    {
      id,
      applicant_id: given.applicantId,
      kind: given.kind,
      file_id: fileId,
      file_name: given.fileName,
      media_type: given.mediaType,
      bytes: given.bytes.length,
      created_at: given.at,
    },
  ])
  return id
}

/** Whether an application of the person has come as far as the medical, and is not over. */
export async function isCalledToMedical(db: Db, applicantId: string): Promise<boolean> {
  const row = await db
    .selectFrom('application')
    .where('applicant_id', '=', applicantId)
    .where('state', 'in', medicalStates)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A document of the applicant in clear; undefined for another person's. */
export async function openDocument(
  db: Db,
  applicantId: string,
  id: string,
): Promise<{ fileName: string; mediaType: DocumentType; kind: string; bytes: Buffer } | undefined> {
  const row = await db
    .selectFrom('applicant_document as d')
    .innerJoin('sealed_file as f', 'f.id', 'd.file_id')
    .where('d.id', '=', id)
    .where('d.applicant_id', '=', applicantId)
    .select([
      'd.file_name as fileName',
      'd.media_type as mediaType',
      'd.kind as kind',
      'f.id as fileId',
      'f.key_id as keyId',
      'f.bytes as sealed',
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { fileName, mediaType, kind, fileId, keyId, sealed } = row
  return {
    fileName,
    mediaType,
    kind,
    bytes: unsealBytes({ keyId, bytes: Buffer.from(sealed) }, aboutFile(fileId)),
  }
}

/** Removes a document and its file; false for another person's. */
export async function deleteDocument(tx: Tx, applicantId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('applicant_document')
    .where('id', '=', id)
    .where('applicant_id', '=', applicantId)
    .select('file_id as fileId')
    .executeTakeFirst()
  if (row === undefined) return false
  await tx.deleteFrom('sealed_file').where('id', '=', row.fileId).execute()
  await tx.deleteFrom('applicant_document').where('id', '=', id).execute()
  return true
}
