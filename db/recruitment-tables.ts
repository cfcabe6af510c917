import type { AthleteGrade, Education, SportResult } from './applicant-tables.ts'
import type { Engagement } from './instructor-tables.ts'
import type { Day, Flag, Instant, Stage } from './table-types.ts'

/** Tables of posts and of the way from an application to an engagement. */
export interface RecruitmentTables {
  coach_round: CoachRoundTable
  coach_post: CoachPostTable
  coach_post_stage: CoachPostStageTable
  coach_post_school: CoachPostSchoolTable
  application: ApplicationTable
  application_step: ApplicationStepTable
  application_score: ApplicationScoreTable
  interview_slot: InterviewSlotTable
  objection: ObjectionTable
}

/** domain.md 9.3; the short way uses SUBMITTED REVIEWED VETTING ENGAGED EVALUATED RENEWED ENDED. */
export type ApplicationState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'RETURNED'
  | 'QUALIFIED'
  | 'DISQUALIFIED'
  | 'WRITTEN'
  | 'RECHECK'
  | 'SKILL_TEST'
  | 'RANKED'
  | 'RESERVE'
  | 'MEDICAL'
  | 'VETTING'
  | 'PUBLICITY'
  | 'APPROVED'
  | 'PROBATION'
  | 'CONFIRMED'
  | 'TERMINATED'
  | 'WITHDRAWN'
  | 'REVIEWED'
  | 'ENGAGED'
  | 'EVALUATED'
  | 'RENEWED'
  | 'ENDED'

/** A recruitment round of a unit, or of the city under the code of the city-direct schools: one announcement, one window. */
interface CoachRoundTable {
  id: string
  unit_code: string
  /** Unique in its unit: sheets name a round by it. */
  name: string
  document: string
  /** To the minute. A post is open from opens_at and closed at closes_at itself. */
  opens_at: Instant
  closes_at: Instant
  /** Whether a person may apply to one post of the round only. */
  one_post_each: Flag
  /** When the whole round was ended; retention counts from here. */
  ended_at: Instant | null
  created_at: Instant
}

interface CoachPostTable {
  id: string
  round_id: string
  /** The unit that reviews and publishes; equals the round's. */
  unit_code: string
  /** The school whose own post it is; null for a pooled post of the unit. */
  school_id: string | null
  /** Short public number, e.g. 2026-017: unique. */
  number: string
  title: string
  sport_code: string
  engagement: Engagement
  hours_week: number
  quota: number
  least_grade: AthleteGrade
  /** A result that stands in for the grade; '' for none. */
  result_instead: SportResult
  least_education: Education
  /** Years of age on the closing day; null for no limit. */
  most_age: number | null
  certificate: 'NONE' | 'NOW' | 'WITHIN_PROBATION'
  least_experience: number
  /** Reserved for retired athletes of LEVEL1 or above (体人规字〔2023〕3号). */
  reserved_for_retired: Flag
  /** Per cent; the two sum to 100. Written is at least 30 where there is a written test (江苏省办法). */
  written_weight: number
  skill_weight: number
  /** × 100; null for none. */
  written_pass: number | null
  skill_pass: number | null
  /** Candidates a place for the skill test. */
  short_list_ratio: number
  /** 6 or 12 for an established post; 0 for none. */
  probation_months: number
  /** Months of the contract offered; null where it does not say. An intern's is 12 at most. */
  term_months: number | null
  pay: string
  duties: string
  contact: string
  status: 'draft' | 'submitted' | 'returned' | 'published' | 'cancelled' | 'completed'
  /** Why it was returned or cancelled. */
  status_reason: string
  published_at: Instant | null
  /** When the scores were published: from then on they are frozen. */
  scores_published_at: Instant | null
  /** 公示: first and last day, both working days counted by the calendar. */
  publicity_from: Day | null
  publicity_to: Day | null
  created_by: string
  created_at: Instant
  updated_at: Instant
}

interface CoachPostStageTable {
  post_id: string
  stage: Stage
}

/** Every school that a post serves: the one of a school's own post, those of a pooled one. */
interface CoachPostSchoolTable {
  post_id: string
  school_id: string
}

interface ApplicationTable {
  id: string
  /** 12 digits the person can say on the phone: unique. */
  number: string
  post_id: string
  round_id: string
  applicant_id: string
  /** round_id where the round takes one post each, else post_id; the row's own id once withdrawn. Unique with the applicant. */
  slot: string
  state: ApplicationState
  state_at: Instant
  /** What the person wrote for this post. */
  statement: string
  /** JSON: whether each rule of eligibility held when it was submitted. No personal number. */
  eligibility: string
  /** A print of the facts about the person that were judged last; null where none was kept. */
  judged_facts: string | null
  submitted_at: Instant | null
  /** Last day of the person's own public notice, as it was announced. */
  publicity_to: Day | null
  /** Rank in the published list, 1 is first. */
  rank: number | null
  created_at: Instant
}

/** Append-only: who moved an application, from where to where, when and why. */
interface ApplicationStepTable {
  application_id: string
  position: number
  from_state: ApplicationState | ''
  to_state: ApplicationState
  action: string
  actor: string
  actor_id: string | null
  at: Instant
  reason: string
}

interface ApplicationScoreTable {
  application_id: string
  component: 'WRITTEN' | 'SKILL' | 'EXTRA'
  /** × 100; null was absent (缺考). */
  score: number | null
  entered_by: string
  entered_at: Instant
}

interface InterviewSlotTable {
  id: string
  post_id: string
  /** Panel or room: two slots of the same panel may not overlap. */
  panel: string
  place: string
  starts_at: Instant
  ends_at: Instant
  application_id: string | null
}

interface ObjectionTable {
  id: string
  post_id: string
  application_id: string | null
  name: string
  contact_sealed: string
  text: string
  received_at: Instant
  status: 'received' | 'upheld' | 'dismissed'
  answer: string
  answered_by: string | null
  answered_at: Instant | null
}
