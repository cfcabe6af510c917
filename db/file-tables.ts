import type { Instant } from './table-types.ts'

/** Tables of files that stand on the disk. */
export interface FileTables {
  stored_file: StoredFileTable
}

/** A file that somebody handed in. Its bytes stand on the disk under its id: a row is written once they are there. */
interface StoredFileTable {
  id: string
  /** What it hangs on: 'event-picture' and the event, say. */
  owner_kind: string
  owner_id: string
  name: string
  /** What it shows or is, in the words of whoever added it. */
  description: string
  media_type: 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp'
  bytes: number
  /** Of the bytes as they stand on the disk, in hex. */
  sha256: string
  added_by: string | null
  added_at: Instant
  /** When a virus scanner found nothing; null when none is set up. */
  scanned_at: Instant | null
}
