import type { Day, Instant } from './table-types.ts'

/** domain.md 3.1: one school may hold several, of several sports, at once. */
export type DesignationLevel = 'NATIONAL' | 'PROVINCIAL' | 'CITY' | 'COUNTY'

/** Tables of the titles 体育传统特色学校. */
export interface DesignationTables {
  designation: DesignationTable
  designation_suspension: DesignationSuspensionTable
  designation_rule: DesignationRuleTable
  indicator_set: IndicatorSetTable
  indicator: IndicatorTable
  designation_batch: DesignationBatchTable
  designation_quota: DesignationQuotaTable
}

/** A title of a school for a sport. */
interface DesignationTable {
  id: string
  school_id: string
  level: DesignationLevel
  sport_code: string
  /** 批次: as it was announced; '' where nobody knows. */
  batch: string
  /** 文号 */
  document: string
  /** 证书编号 */
  certificate: string
  valid_from: Day
  /** The last day on which it holds: as named, or earlier where it was ended. */
  valid_to: Day
  /** How it ended before its time; '' while it runs, or ran out by itself. */
  end_kind: 'REVOKED' | 'ENDED' | 'TRANSFERRED' | ''
  end_reason: string
  end_document: string
  created_at: Instant
}

/** 限期整改: days on which a title does not count. */
interface DesignationSuspensionTable {
  id: string
  designation_id: string
  valid_from: Day
  valid_to: Day
  reason: string
  document: string
  created_at: Instant
}

/** Which titles count towards the city's target, from a day on. */
interface DesignationRuleTable {
  id: string
  valid_from: Day
  least_level: DesignationLevel
  target: number
  /** Days of team training in the last school days that a title needs to be living. */
  team_days: number
  source: string
}

/** A version of the indicators; one that is not published is being edited, a published one is never changed. */
interface IndicatorSetTable {
  id: string
  version: number
  source: string
  created_at: Instant
  published_at: Instant | null
}

/** An indicator of a version, known by its code: domain.md 3.3. */
interface IndicatorTable {
  id: string
  set_id: string
  code: string
  title: string
  kind: 'score' | 'bonus' | 'veto'
  /** Points at most; 0 for a veto. */
  most: number
  how: string
  /** The live figure that fills it; '' for none. */
  figure: '' | 'coaches' | 'pe_lessons' | 'daily_hour' | 'participation' | 'team_days' | 'placements'
}

/** A batch in which schools apply for a title of a level; its validity is its own (domain.md 3.1). */
interface DesignationBatchTable {
  id: string
  name: string
  level: DesignationLevel
  /** Education and sports together, as the announcement names them. */
  organisers: string
  document: string
  /** The version of the indicators by which it judges. */
  set_id: string
  /** To the minute: open from opens_at and closed at closes_at itself. */
  opens_at: Instant
  closes_at: Instant
  /** Sports that a school may name, 1 to 3. */
  most_sports: number
  /** The days for which its titles hold. */
  valid_from: Day
  valid_to: Day
  /** Working days of the public notice. */
  publicity_days: number
  announced_at: Instant | null
  created_at: Instant
}

/** How many schools a unit may recommend in a batch; without a row, none is set. */
interface DesignationQuotaTable {
  batch_id: string
  unit_code: string
  quota: number
}
