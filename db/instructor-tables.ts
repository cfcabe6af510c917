import type { AthleteGrade } from './applicant-tables.ts'
import type { Day, Flag, Instant, Stage } from './table-types.ts'

/** Tables of everybody who stands behind a sport at a school. */
export interface InstructorTables {
  instructor: InstructorTable
  instructor_sport: InstructorSportTable
  instructor_stage: InstructorStageTable
  entry_check: EntryCheckTable
  coach_placement: CoachPlacementTable
  coach_placement_stage: CoachPlacementStageTable
  coach_hours: CoachHoursTable
  coach_training: CoachTrainingTable
  coach_evaluation: CoachEvaluationTable
}

/** domain.md 9.2 */
export type Engagement =
  | 'FULL_TIME_ESTABLISHED'
  | 'FULL_TIME_CONTRACT'
  | 'PART_TIME'
  | 'PURCHASED_SERVICE'
  | 'VOLUNTEER'
  | 'INTERN'

export type InstructorKind = 'COACH' | 'PE_TEACHER' | 'SPORTS_INSTRUCTOR'

/**
 * One contract of somebody who stands behind a sport at a school: coach, named PE teacher, social sports instructor.
 * Another contract, or another wording of it from a day on, is another row of the same person.
 */
interface InstructorTable {
  id: string
  /** Whom entry checks are about: the applicant's id for a coach who came through a post, else the instructor's own. */
  person_id: string
  kind: InstructorKind
  name: string
  /** Tells people of one name at one place apart, as the sheets do: 1 for the first of them. */
  namesake: number
  /** Place, name, namesake and first day: nobody stands twice in the register. */
  register_key: string
  gender: 'F' | 'M' | ''
  engagement: Engagement | ''
  unit_code: string
  /** The school whose person this is; null for a pooled coach of the unit. */
  school_id: string | null
  /** Title or grade, normalised within its kind (title.rule.ts); '' none. */
  title: string
  /** The title as the paper has it, of the old or the new system. */
  title_literal: string
  is_retired_athlete: Flag
  /** Hours a week by contract; null for PE teachers. */
  hours_week: number | null
  /** Days of the contract. */
  valid_from: Day
  valid_to: Day
  end_reason: string
  /** The application that led here; null when registered by sheet or by hand. */
  application_id: string | null
  /** The contract that this one goes on from, where one was given another wording. */
  continues: string | null
  created_at: Instant
}

interface InstructorSportTable {
  instructor_id: string
  sport_code: string
  grade: AthleteGrade
}

/** The stages somebody serves; none here is every stage of the school. */
interface InstructorStageTable {
  instructor_id: string
  stage: Stage
}

/** 教职员工准入查询: flag, date, unit and reference only, never a detail (法§62, domain.md 9.5). */
interface EntryCheckTable {
  id: string
  /** applicant.id or instructor.person_id */
  person_id: string
  queried_on: Day
  unit_code: string
  result: 'CLEAR' | 'NOT_CLEAR' | 'PENDING'
  reference: string
  /** A CLEAR result holds through the day before: queried_on + 1 year. */
  due_on: Day
  recorded_by: string
  recorded_at: Instant
}

/** A coach's work at one school in one sport. */
interface CoachPlacementTable {
  id: string
  instructor_id: string
  school_id: string
  sport_code: string
  valid_from: Day
  valid_to: Day
  hours_week: number
  note: string
  end_reason: string
  /** The placement this one renews. */
  renews: string | null
  created_at: Instant
}

interface CoachPlacementStageTable {
  placement_id: string
  stage: Stage
}

/** When the coach is there, weekly. */
interface CoachHoursTable {
  placement_id: string
  weekday: number
  starts_at: string
  ends_at: string
}

/** 优秀 合格 基本合格 不合格 */
export type CoachRating = 'EXCELLENT' | 'GOOD' | 'FAIR' | 'POOR'

/** Training that a person has to do, whatever the contract. */
interface CoachTrainingTable {
  id: string
  person_id: string
  kind: TrainingKind
  due_on: Day
  done_on: Day | null
  note: string
}

export type TrainingKind = 'ETHICS' | 'TEACHING' | 'SAFETY' | 'FIRST_AID' | 'CERTIFICATE' | 'OTHER'

interface CoachEvaluationTable {
  placement_id: string
  term_id: string
  /** School days on which the sport was logged, and minutes, when it was evaluated. */
  logged_days: number
  logged_minutes: number
  rating: CoachRating
  /** What the school says. */
  opinion: string
  evaluated_by: string
  evaluated_at: Instant
}
