import type { Instant } from './table-types.ts'

/** Tables of what is told to people and of the work done without anybody waiting. */
export interface NoticeTables {
  notice: NoticeTable
  notice_delivery: NoticeDeliveryTable
  job: JobTable
  person_request: PersonRequestTable
  distinct_persons: DistinctPersonsTable
}

/** Something told to an account, as it was worded then; never a personal number. */
interface NoticeTable {
  id: string
  account_id: string
  /** What it is about: unique with the account, so that nothing is told twice. */
  notice_key: string
  title_zh: string
  title_en: string
  text_zh: string
  text_en: string
  /** Where to read on, an address of the site. */
  link: string
  created_at: Instant
  read_at: Instant | null
}

/** A notice on its way to a phone or a mailbox. */
interface NoticeDeliveryTable {
  notice_id: string
  channel: 'sms' | 'email'
  /** `off`: nobody has set the gateway up. */
  state: 'waiting' | 'sent' | 'refused' | 'given-up' | 'off'
  attempts: number
  /** When it may be tried; moved on while somebody tries, so that no two do. */
  next_at: Instant
}

/** Work that one of the servers takes up; a killed one loses nothing, for it is due again when its lease is over. */
interface JobTable {
  id: string
  kind: string
  /** Unique: the same work is not made twice, e.g. `retention 2026-11-27`. */
  slot: string
  state: 'waiting' | 'done' | 'failed'
  attempts: number
  next_at: Instant
  error: string
  created_at: Instant
  done_at: Instant | null
}

/** Somebody's wish that their data be deleted (个人信息保护法 47). */
interface PersonRequestTable {
  id: string
  applicant_id: string
  asked_at: Instant
  done_at: Instant | null
  withdrawn_at: Instant | null
}

/** Two profiles that look like one person's and are not, as somebody decided; the smaller id first. */
interface DistinctPersonsTable {
  one_id: string
  other_id: string
  decided_by: string
  decided_at: Instant
}
