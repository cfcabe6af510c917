import { type FileOwner, filesOf, type StoredFile } from '#app/files/stored-files.queries.server.ts'
import type { Db } from '#db/tables.ts'

/** As what the attachments of an application are kept. */
export function attachmentOwner(applicationId: string): FileOwner {
  return { kind: 'title-application', id: applicationId }
}

/** The attachments of an application in the order in which they were added. */
export async function attachmentsOf(db: Db, applicationId: string): Promise<StoredFile[]> {
  return filesOf(db, attachmentOwner(applicationId))
}
