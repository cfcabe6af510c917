import type { Generated, Kysely, Transaction } from 'kysely'
import type { ApplicantTables } from './applicant-tables.ts'
import type { DesignationTables } from './designation-tables.ts'
import type { EventTables } from './event-tables.ts'
import type { FileTables } from './file-tables.ts'
import type { ImportTables } from './import-tables.ts'
import type { InstructorTables } from './instructor-tables.ts'
import type { NoticeTables } from './notice-tables.ts'
import type { ObjectionTables } from './objection-tables.ts'
import type { RecruitmentTables } from './recruitment-tables.ts'
import type { ReevaluationTables } from './reevaluation-tables.ts'
import type { Day, Flag, Instant, Stage } from './table-types.ts'
import type { TimetableTables } from './timetable-tables.ts'
import type { TitleApplicationTables } from './title-application-tables.ts'
import type { UploadLinkTables } from './upload-link-tables.ts'
import type { VenueTables } from './venue-tables.ts'
import type { WordTables } from './word-tables.ts'

export type { AthleteGrade, CertificateKind, Education, SportResult } from './applicant-tables.ts'
export type { DesignationLevel } from './designation-tables.ts'
export type { CoachRating, Engagement, InstructorKind, TrainingKind } from './instructor-tables.ts'
export type { ApplicationState } from './recruitment-tables.ts'
export type { Conclusion, TitleReportState } from './reevaluation-tables.ts'
export type { Stage } from './table-types.ts'
export type { TitleApplicationState } from './title-application-tables.ts'
export type { VenueKind } from './venue-tables.ts'
export type { WordKind, WordOwnerKind } from './word-tables.ts'

/** The connection: may run alone or inside a transaction. */
export type Db = Kysely<Database>

/** Must run inside a transaction. */
export type Tx = Transaction<Database>

/** '' where a row holds for every stage. */
type AnyStage = Stage | ''

export interface Database
  extends ApplicantTables,
    DesignationTables,
    EventTables,
    FileTables,
    ImportTables,
    InstructorTables,
    NoticeTables,
    ObjectionTables,
    RecruitmentTables,
    TimetableTables,
    TitleApplicationTables,
    ReevaluationTables,
    UploadLinkTables,
    VenueTables,
    WordTables {
  unit: UnitTable
  unit_alias: UnitAliasTable
  school: SchoolTable
  school_profile: SchoolProfileTable
  school_code: SchoolCodeTable
  school_stage: SchoolStageTable
  school_alias: SchoolAliasTable
  school_class: SchoolClassTable
  sport: SportTable
  sport_alias: SportAliasTable
  term: TermTable
  calendar_entry: CalendarEntryTable
  holiday_year: HolidayYearTable
  program_rule: ProgramRuleTable
  program_placement: ProgramPlacementTable
  activity_policy: ActivityPolicyTable
  activity_kind: ActivityKindTable
  activity: ActivityTable
  class_day: ClassDayTable
  school_day: SchoolDayTable
  sport_day: SportDayTable
  exemption: ExemptionTable
  account: AccountTable
  session: SessionTable
  audit: AuditTable
  audit_head: AuditHeadTable
  setting: SettingTable
}

/** A reporting unit: county, functional zone or the schools directly under the city. */
interface UnitTable {
  code: string
  name: string
  short_name: string
  name_en: string
  kind: 'county' | 'zone' | 'city_direct'
  gb_code: string | null
  /** The days on which the unit carries the 5621 obligation; both null where it never did. */
  obliged_from: Day | null
  obliged_to: Day | null
  position: number
}

interface UnitAliasTable {
  alias_key: string
  alias: string
  unit_code: string
}

/** A school or campus; everything that changes in its life stands in school_profile. */
interface SchoolTable {
  id: string
  parent_id: string | null
  campus_name: string | null
  pupils: number | null
  address: string
  longitude: number | null
  latitude: number | null
  opened_on: Day
  /** The first day on which it is no longer open. */
  closed_on: Day
}

/** What a school was called, which code and type it had and who administered it, day by day without gaps or overlaps. */
interface SchoolProfileTable {
  id: string
  school_id: string
  valid_from: Day
  valid_to: Day
  /** 学校标识码, 10 digits; null for a campus without its own. */
  code: string | null
  name: string
  short_name: string
  /** 办学类型, three digits of GB/T 33782-2017 table 4, e.g. 312. */
  type: string
  /** 主管单位 */
  unit_code: string
  /** 计入单位: the unit whose 5621 it counts to; the administering unit unless the bureau decided otherwise. */
  counts_unit_code: string
}

/** Every code ever issued: a voided one is never given to another school. */
interface SchoolCodeTable {
  code: string
  school_id: string
}

interface SchoolStageTable {
  school_id: string
  stage: Stage
  valid_from: Day
  valid_to: Day
}

interface SchoolAliasTable {
  school_id: string
  alias_key: string
  alias: string
}

/** A class by its official key; its display name is derived a school year. */
interface SchoolClassTable {
  id: string
  school_id: string
  stage: Stage
  entry_year: number
  class_no: number
  campus: string
  pupils: number
  valid_from: Day
  valid_to: Day
}

interface SportTable {
  code: string
  name: string
  name_en: string
  /** Base discipline (基础大项) of the provincial mix rule. */
  is_base: Flag
  /** Ball sport (球类项目) of the provincial mix rule. */
  is_ball: Flag
  is_traditional: Flag
  /** Skill family of the 2022 curriculum: ball track gymnastics water ice traditional emerging. */
  family: string
  position: number
}

interface SportAliasTable {
  alias_key: string
  alias: string
  sport_code: string
}

interface TermTable {
  /** '2025-2026-1' */
  id: string
  school_year: number
  number: number
  first_day: Day
  last_day: Day
}

export type CalendarDayKind =
  | 'school_day'
  | 'weekend'
  | 'holiday'
  | 'makeup'
  | 'vacation'
  | 'season_break'
  | 'exam'
  | 'suspended'

/** A day that differs from the plain week, on one layer: 'national', 'city', a unit code or a school id. */
interface CalendarEntryTable {
  scope: string
  stage: AnyStage
  day: Day
  kind: CalendarDayKind
  /** The weekday whose timetable a make-up day follows, 1–7. */
  follows_weekday: number | null
  note: string
}

/** Years whose public holidays the State Council has published. */
interface HolidayYearTable {
  year: number
  published: Flag
  source: string
}

/** 5 sports × 6 + 2 + 1, with dates; unit_code '' is the city's rule, a unit's own row overrides it. */
interface ProgramRuleTable {
  id: string
  unit_code: string
  valid_from: Day
  valid_to: Day
  sports: number
  primary_schools: number
  junior_schools: number
  senior_schools: number
  /** Whether ≥1 base discipline and ≥1 ball sport gate success or only warn. */
  mix: 'off' | 'warn' | 'gate'
  one_stage_per_school: Flag
  vocational_counts: Flag
  /** A placement lives when its sport was logged on so many of the last so many school days. */
  living_window: Generated<number>
  living_days: Generated<number>
  source: string
}

interface ProgramPlacementTable {
  id: string
  school_id: string
  sport_code: string
  stage: Stage
  role: 'leader' | 'member'
  valid_from: Day
  valid_to: Day
  /** 文号 */
  document: string
}

/** How many minutes a day, for which stage ('' = all), from when. */
interface ActivityPolicyTable {
  id: string
  stage: AnyStage
  purpose: 'floor' | 'target'
  minutes: number
  valid_from: Day
  valid_to: Day
  source: string
}

interface ActivityKindTable {
  kind: string
  counts: Flag
  /** Eye exercise and home exercise never count, whatever is set. */
  never: Flag
  position: number
}

/** One activity of one class on one day. */
interface ActivityTable {
  school_id: string
  day: Day
  class_id: string
  kind: string
  /** 'HH:MM', '' when the time is not known. */
  starts_at: string
  minutes: number
  sport_code: string | null
  participants: number | null
  teacher: string
  note: string
  reported_scope: 'class' | 'grade' | 'school'
  reported_at: Instant
  import_id: string | null
}

/** Roll-up of activity: the minutes that count, for a class on a day on which it reported. */
interface ClassDayTable {
  school_id: string
  day: Day
  class_id: string
  minutes: number
}

/** Roll-up of class_day over the classes open and not exempt on the day. */
interface SchoolDayTable {
  school_id: string
  stage: Stage
  day: Day
  reported: number
  floor_met: number
  target_met: number
}

/** Roll-up of activity: the sport was logged for classes of the stage on the day. */
interface SportDayTable {
  school_id: string
  day: Day
  stage: Stage
  sport_code: string
  /** How many classes. */
  classes: number
  /** The sum of their minutes. */
  minutes: number
  /** How many of the rows are team training. */
  team: number
}

/** Class-days taken out of the denominator once approved. class_id '' = every class of the grade; grade 0 = every grade. */
interface ExemptionTable {
  id: string
  school_id: string
  grade: number
  class_id: string
  first_day: Day
  last_day: Day
  reason: string
  note: string
  status: 'requested' | 'approved' | 'rejected'
  decided_by: string | null
  decided_at: Instant | null
}

export type Role = 'city' | 'unit' | 'school' | 'applicant' | 'expert' | 'auditor' | 'admin'

interface AccountTable {
  id: string
  login: string
  /** The login in lower case, NFKC: unique. */
  login_key: string
  name: string
  password_hash: string
  role: Role
  unit_code: string | null
  school_id: string | null
  must_change_password: Flag
  failed_sign_ins: number
  locked_until: Instant | null
  disabled_at: Instant | null
  created_at: Instant
}

interface SessionTable {
  /** SHA-256 of the session id, in hex: the id itself is only in the browser. */
  id: string
  account_id: string
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  user_agent: string
}

/** Append-only; each row's hash covers the one before it. */
interface AuditTable {
  id: string
  position: number
  at: Instant
  actor: string
  actor_id: string | null
  action: string
  subject_kind: string
  subject_id: string
  unit_code: string | null
  school_id: string | null
  detail: string
  previous_hash: string
  hash: string
}

interface AuditHeadTable {
  id: string
  position: number
  hash: string
}

interface SettingTable {
  name: string
  value: Generated<string>
}
