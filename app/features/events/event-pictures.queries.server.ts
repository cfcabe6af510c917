import { type FileOwner, filesOf, type StoredFile } from '#app/files/stored-files.queries.server.ts'
import type { Db } from '#db/tables.ts'

/** As what the files of an event's pictures are kept. */
export function pictureOwner(eventId: string): FileOwner {
  return { kind: 'event-picture', id: eventId }
}

/** The pictures of an event in the order in which they were added. */
export async function picturesOf(db: Db, eventId: string): Promise<StoredFile[]> {
  return filesOf(db, pictureOwner(eventId))
}
