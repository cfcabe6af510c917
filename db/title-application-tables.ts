import type { DesignationLevel } from './designation-tables.ts'
import type { Day, Instant } from './table-types.ts'

/** Where an application for a title stands (domain.md 3.2). */
export type TitleApplicationState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'RETURNED'
  | 'RECOMMENDED'
  | 'EXPERT_REVIEW'
  | 'ONSITE_REVIEW'
  | 'SHORTLISTED'
  | 'PUBLICITY'
  | 'DESIGNATED'
  | 'REJECTED'
  | 'WITHDRAWN'

/** Tables of the applications for titles, from the draft to the certificate. */
export interface TitleApplicationTables {
  title_application: TitleApplicationTable
  title_application_sport: TitleApplicationSportTable
  title_self_score: TitleSelfScoreTable
  title_step: TitleStepTable
  title_recommendation: TitleRecommendationTable
  title_review: TitleReviewTable
  title_review_score: TitleReviewScoreTable
  title_visit: TitleVisitTable
  title_visit_check: TitleVisitCheckTable
  title_notice: TitleNoticeTable
  title_notice_line: TitleNoticeLineTable
  title_objection: TitleObjectionTable
  title_certificate: TitleCertificateTable
}

/** 申报: of a school in a batch, one at most. */
interface TitleApplicationTable {
  id: string
  batch_id: string
  school_id: string
  state: TitleApplicationState
  state_at: Instant
  /** The school's own words. */
  statement: string
  /** Until when it may be handed in again once it was returned, though the window has closed. */
  mend_until: Instant | null
  /** The public notice that it stands in. */
  notice_id: string | null
  /** 证书编号 and 文号, once it is named. */
  certificate: string | null
  document: string
  named_on: Day | null
  created_at: Instant
  submitted_at: Instant | null
  /** Of the draft: who saves on an older one is told. */
  updated_at: Instant
}

interface TitleApplicationSportTable {
  application_id: string
  sport_code: string
  position: number
}

/** 自评: what the school says of itself for an indicator, and the live figure that it was shown. */
interface TitleSelfScoreTable {
  application_id: string
  indicator_code: string
  /** In hundredths; of a veto 0 where the school declares that it does not apply; null while it says nothing. */
  points: number | null
  evidence: string
  /** The figure as it stood at its day; '' where none fills the indicator. */
  figure: string
  /** Why there was none to be had; '' where it stands. */
  figure_missing: string
  figure_value: number | null
  figure_of: number | null
  figure_from: Day | null
  figure_day: Day | null
}

/** Who moved an application, when and why. */
interface TitleStepTable {
  application_id: string
  position: number
  from_state: TitleApplicationState | ''
  to_state: TitleApplicationState
  action: string
  actor: string
  actor_id: string | null
  at: Instant
  reason: string
}

/** 推荐: of the unit, by both of its bureaus. */
interface TitleRecommendationTable {
  application_id: string
  /** Its place among those that the unit recommends in the batch. */
  position: number
  opinion: string
  /** Who answered for the education bureau and for the sports bureau, and when. */
  education_by: string
  education_on: Day
  sports_by: string
  sports_on: Day
}

/** 评审: what an expert is to score. */
interface TitleReviewTable {
  id: string
  application_id: string
  account_id: string
  /** Blocked where the expert declared a conflict of interest. */
  state: 'open' | 'conflict' | 'done'
  /** When the expert declared to have none. */
  free_of_conflict_at: Instant | null
  conflict: string
  comment: string
  assigned_at: Instant
  updated_at: Instant
  done_at: Instant | null
}

interface TitleReviewScoreTable {
  review_id: string
  indicator_code: string
  /** In hundredths; of a veto 1 where the expert finds it. */
  points: number
}

/** 实地考察: recorded on a phone, under an id that the phone made, so that it comes once. */
interface TitleVisitTable {
  id: string
  application_id: string
  visited_on: Day
  visitors: string
  verdict: 'confirmed' | 'differs'
  findings: string
  recorded_by: string | null
  recorded_at: Instant
}

interface TitleVisitCheckTable {
  visit_id: string
  indicator_code: string
  verdict: 'confirmed' | 'differs' | 'not-seen'
  note: string
}

/** 公示: as it was put up; nothing of it is changed afterwards. */
interface TitleNoticeTable {
  id: string
  batch_id: string
  starts_on: Day
  ends_on: Day
  channel: string
  contact: string
  published_at: Instant
}

/** A school of a notice with the names of its day. */
interface TitleNoticeLineTable {
  notice_id: string
  application_id: string
  position: number
  school_name: string
  unit_name: string
  sports: string
}

/** 异议: the contact is sealed. */
interface TitleObjectionTable {
  id: string
  notice_id: string
  /** The school that it is about; null where it is about the whole notice. */
  application_id: string | null
  name: string
  contact: string
  text: string
  status: 'received' | 'dismissed' | 'upheld'
  received_at: Instant
  answer: string
  answered_at: Instant | null
  answered_by: string
}

/** 命名证书: as it was named, whatever school and batch are called later. */
interface TitleCertificateTable {
  number: string
  application_id: string
  batch_id: string
  school_id: string
  school_name: string
  level: DesignationLevel
  sports: string
  organisers: string
  document: string
  valid_from: Day
  valid_to: Day
  named_on: Day
}
