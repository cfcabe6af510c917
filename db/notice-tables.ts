import type { Instant } from './table-types.ts'

/** Tables of messages to people and of work that runs behind requests. */
export interface NoticeTables {
  notice: NoticeTable
  notice_delivery: NoticeDeliveryTable
  job: JobTable
}

/** A message in somebody's account. Parameters hold codes and names of posts, never an ID number or a phone number. */
interface NoticeTable {
  id: string
  account_id: string
  kind: string
  /** JSON object of texts and numbers. */
  parameters: string
  /** Page of this site that it leads to. */
  path: string
  created_at: Instant
  read_at: Instant | null
}

interface NoticeDeliveryTable {
  id: string
  notice_id: string | null
  channel: 'sms' | 'email'
  address_sealed: string
  /** The text to send, sealed: a verification code is in it. */
  text_sealed: string
  state: 'queued' | 'sent' | 'failed'
  attempts: number
  next_at: Instant
  last_error: string
  created_at: Instant
}

/** Work that runs behind requests; claimed by an optimistic update of the lease. */
interface JobTable {
  id: string
  kind: string
  /** One job of a kind and key: daily work names its day. */
  job_key: string
  payload: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  progress: number
  attempts: number
  run_at: Instant
  lease_owner: string
  lease_until: Instant | null
  error: string
  created_at: Instant
  finished_at: Instant | null
}
