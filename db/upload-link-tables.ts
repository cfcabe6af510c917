import type { Day, Instant } from './table-types.ts'

/** The links through which somebody without an account uploads for a school. */
export interface UploadLinkTables {
  upload_link: UploadLinkTable
  upload_link_file: UploadLinkFileTable
  upload_link_attempt: UploadLinkAttemptTable
}

interface UploadLinkTable {
  id: string
  school_id: string
  sheet: 'activity-log' | 'activity-week' | 'events'
  first_day: Day
  last_day: Day
  /** For whom it was made, e.g. '三年级 王老师'. */
  label: string
  /** Who has the last word on what is handed in. */
  confirms: 'school' | 'teacher'
  /** The keyed digest of the secret and of the terms, in hex: the link itself is nowhere. */
  digest: string
  uses_allowed: number
  uses: number
  created_by: string
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
  revoked_by: string
}

/** A file that came through a link; its rows stand with the import. */
interface UploadLinkFileTable {
  import_id: string
  link_id: string
  uploaded_at: Instant
  handed_in_at: Instant | null
}

/** What was asked through links, counted to hold back who asks too much; kept for two days. */
interface UploadLinkAttemptTable {
  id: string
  kind: 'upload' | 'template' | 'unknown'
  link_id: string | null
  /** A keyed digest of the network address. */
  client_lookup: string
  at: Instant
}
