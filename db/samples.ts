import type { Insertable } from 'kysely'
import { aliasKey } from './alias-key.ts'
import { newId } from './id.ts'
import { registerKey } from './register-key.ts'
import type { Database, Stage } from './tables.ts'

/** One sensible row of each table: tests and the demo city name only what matters to them. */
type Row<T extends keyof Database> = Insertable<Database[T]>
type Given<T extends keyof Database> = Partial<Row<T>>

const openEnd = '9999-12-31'
const since = '2000-09-01'

export function sampleSchool(given: Given<'school'> = {}): Row<'school'> {
  return {
    id: newId(),
    parent_id: null,
    campus_name: null,
    pupils: 900,
    address: '牛山街道和平东路1号',
    longitude: null,
    latitude: null,
    opened_on: since,
    closed_on: openEnd,
    ...given,
  }
}

export function sampleProfile(given: Given<'school_profile'> & { school_id: string }): Row<'school_profile'> {
  const unit = given.unit_code ?? '320722'
  return {
    id: newId(),
    valid_from: since,
    valid_to: openEnd,
    code: '2132000001',
    name: '东海县试验小学',
    short_name: '试验小学',
    type: '211',
    unit_code: unit,
    counts_unit_code: unit,
    ...given,
  }
}

export function sampleStage(
  given: Given<'school_stage'> & { school_id: string; stage: Stage },
): Row<'school_stage'> {
  return { valid_from: since, valid_to: openEnd, ...given }
}

export function sampleClass(given: Given<'school_class'> & { school_id: string }): Row<'school_class'> {
  const entryYear = given.entry_year ?? 2023
  return {
    id: newId(),
    stage: 'primary',
    entry_year: entryYear,
    class_no: 1,
    campus: '',
    pupils: 45,
    valid_from: `${entryYear}-09-01`,
    valid_to: openEnd,
    ...given,
  }
}

export function samplePlacement(
  given: Given<'program_placement'> & { school_id: string },
): Row<'program_placement'> {
  return {
    id: newId(),
    sport_code: 'football',
    stage: 'primary',
    role: 'member',
    valid_from: '2024-01-01',
    valid_to: openEnd,
    document: '连教体〔2024〕12号',
    ...given,
  }
}

export function sampleDesignation(given: Given<'designation'> & { school_id: string }): Row<'designation'> {
  return {
    id: newId(),
    level: 'CITY',
    sport_code: 'football',
    batch: '2024年第一批',
    document: '连教体〔2024〕12号',
    certificate: '',
    valid_from: '2024-09-01',
    valid_to: '2028-08-31',
    end_kind: '',
    end_reason: '',
    end_document: '',
    created_at: '2024-08-20 02:00:00.000',
    ...given,
  }
}

/** A report of the school year 2024, handed in and waiting for the unit. */
export function sampleTitleReport(
  given: Given<'title_report'> & { designation_id: string },
): Row<'title_report'> {
  return {
    id: newId(),
    school_year: 2024,
    state: 'submitted',
    training: '校队每周训练三次，每次九十分钟。',
    competitions: '参加县级联赛，获第三名。',
    participation: '校内班级联赛覆盖全体学生。',
    problems: '雨天缺少室内场地。',
    plan: '下学年增聘一名教练员。',
    logged_days: 16,
    team_days: 9,
    figure_window: 20,
    figures_on: '2025-06-10',
    submitted_at: '2025-06-10 02:00:00.000',
    submitted_by: '体育组长',
    decided_at: null,
    decided_by: '',
    opinion: '',
    updated_at: '2025-06-10 02:00:00.000',
    ...given,
  }
}

/** A re-evaluation that was begun and has no score yet. */
export function sampleReevaluation(
  given: Given<'title_reevaluation'> & { designation_id: string },
): Row<'title_reevaluation'> {
  return {
    id: newId(),
    position: 1,
    state: 'OPEN',
    score: null,
    findings: '',
    spot_checked: 0,
    opened_at: '2025-09-10 02:00:00.000',
    opened_by: '市体卫艺处',
    decided_at: null,
    decided_by: '',
    reason: '',
    document: '',
    successor_id: null,
    updated_at: '2025-09-10 02:00:00.000',
    ...given,
  }
}

export function sampleBatch(given: Given<'designation_batch'> = {}): Row<'designation_batch'> {
  return {
    id: newId(),
    name: '2027年第一批',
    level: 'CITY',
    organisers: '市教育局、市体育局',
    document: '连教体〔2026〕8号',
    set_id: '00000000000000000000000001',
    opens_at: '2026-11-02 01:00:00.000',
    closes_at: '2098-12-31 09:30:00.000',
    most_sports: 2,
    valid_from: '2099-01-01',
    valid_to: '2099-12-31',
    publicity_days: 5,
    announced_at: null,
    created_at: '2026-10-20 02:00:00.000',
    ...given,
  }
}

export function sampleTitleApplication(
  given: Given<'title_application'> & { batch_id: string; school_id: string },
): Row<'title_application'> {
  return {
    id: newId(),
    state: 'SUBMITTED',
    state_at: '2026-11-20 02:00:00.000',
    statement: '我校武术队已坚持八年。',
    mend_until: null,
    notice_id: null,
    certificate: null,
    document: '',
    named_on: null,
    created_at: '2026-11-10 02:00:00.000',
    submitted_at: '2026-11-20 02:00:00.000',
    updated_at: '2026-11-20 02:00:00.000',
    ...given,
  }
}

export function sampleVenue(given: Given<'venue'> & { school_id: string }): Row<'venue'> {
  const name = given.name ?? '北操场'
  return {
    id: newId(),
    name_key: aliasKey(name),
    kind: 'TRACK',
    weekday_hours: '17:30-20:30',
    weekend_hours: '08:00-11:00、14:00-18:00',
    holiday_hours: '',
    fee: '',
    contact: '总务处 0518-87212345',
    note: '',
    valid_from: '2025-01-01',
    valid_to: openEnd,
    created_at: '2024-12-20 02:00:00.000',
    ...given,
    name,
  }
}

export function sampleEvent(given: Given<'campus_event'> & { school_id: string }): Row<'campus_event'> {
  const title = given.title ?? '武术进校园展演'
  return {
    id: newId(),
    day: '2025-10-10',
    sport_code: 'wushu',
    title_key: aliasKey(title),
    classes: 6,
    participants: 240,
    note: '',
    created_at: '2025-10-10 08:00:00.000',
    ...given,
    title,
  }
}

export function sampleActivity(
  given: Given<'activity'> & { school_id: string; class_id: string; day: string },
): Row<'activity'> {
  return {
    kind: 'PE_LESSON',
    starts_at: '',
    minutes: 40,
    sport_code: null,
    participants: null,
    teacher: '',
    note: '',
    reported_scope: 'class',
    reported_at: `${given.day} 08:00:00.000`,
    import_id: null,
    ...given,
  }
}

export function sampleExemption(given: Given<'exemption'> & { school_id: string }): Row<'exemption'> {
  return {
    id: newId(),
    grade: 0,
    class_id: '',
    first_day: '2025-09-01',
    last_day: '2025-09-01',
    reason: 'RAIN_SNOW',
    note: '',
    status: 'approved',
    decided_by: null,
    decided_at: null,
    ...given,
  }
}

/** The PE lesson of a class on Mondays. */
export function sampleTimetableEntry(
  given: Given<'timetable_entry'> & { school_id: string; class_id: string },
): Row<'timetable_entry'> {
  return {
    id: newId(),
    weekday: 1,
    kind: 'PE_LESSON',
    starts_at: '09:20',
    minutes: 40,
    sport_code: null,
    valid_from: '2025-09-01',
    valid_to: openEnd,
    ...given,
  }
}

export function sampleAccount(given: Given<'account'> = {}): Row<'account'> {
  const login = given.login ?? 'city'
  return {
    id: newId(),
    login,
    login_key: login.toLowerCase(),
    name: '市教育局体卫艺处',
    password_hash: '',
    role: 'city',
    unit_code: null,
    school_id: null,
    must_change_password: 0,
    failed_sign_ins: 0,
    locked_until: null,
    disabled_at: null,
    created_at: '2025-08-01 00:00:00.000',
    ...given,
  }
}

/** One contract of a coach; a person of their own unless `person_id` says otherwise. */
export function sampleInstructor(given: Given<'instructor'> = {}): Row<'instructor'> {
  const id = given.id ?? newId()
  const place = {
    school_id: given.school_id ?? null,
    unit_code: given.unit_code ?? '320722',
    name: given.name ?? '王海燕',
    namesake: given.namesake ?? 1,
    valid_from: given.valid_from ?? '2024-09-01',
  }
  return {
    person_id: id,
    kind: 'COACH',
    gender: '',
    engagement: 'FULL_TIME_CONTRACT',
    title: '',
    title_literal: '',
    is_retired_athlete: 0,
    hours_week: 12,
    valid_to: openEnd,
    end_reason: '',
    application_id: null,
    continues: null,
    created_at: '2024-08-20 02:00:00.000',
    register_key: registerKey(place),
    ...place,
    ...given,
    id,
  }
}

export function sampleCoachPlacement(
  given: Given<'coach_placement'> & { instructor_id: string; school_id: string },
): Row<'coach_placement'> {
  return {
    id: newId(),
    sport_code: 'football',
    valid_from: '2024-09-01',
    valid_to: openEnd,
    hours_week: 6,
    note: '',
    end_reason: '',
    renews: null,
    created_at: '2024-08-20 02:00:00.000',
    ...given,
  }
}

/** A round of 东海县 that is open in the autumn of 2026. */
export function sampleRound(given: Given<'coach_round'> = {}): Row<'coach_round'> {
  return {
    id: newId(),
    unit_code: '320722',
    name: '2026年公开招聘学校教练员',
    document: '东教发〔2026〕31号',
    opens_at: '2026-11-02 01:00:00.000',
    closes_at: '2026-12-11 09:30:00.000',
    one_post_each: 1,
    ended_at: null,
    created_at: '2026-10-20 02:00:00.000',
    ...given,
  }
}

let postsMade = 0

/**
 * A published established post of the round for football; its stages and schools are rows of their own
 * (test/support/post.ts inserts them with it).
 */
export function samplePost(given: Given<'coach_post'> & { round_id: string }): Row<'coach_post'> {
  postsMade += 1
  return {
    id: newId(),
    unit_code: '320722',
    school_id: null,
    number: `2026-${String(postsMade).padStart(3, '0')}`,
    title: '足球教练员',
    sport_code: 'football',
    engagement: 'FULL_TIME_ESTABLISHED',
    hours_week: 40,
    quota: 1,
    least_grade: 'LEVEL1',
    result_instead: '',
    least_education: 'COLLEGE',
    most_age: 35,
    certificate: 'WITHIN_PROBATION',
    least_experience: 0,
    reserved_for_retired: 0,
    written_weight: 30,
    skill_weight: 70,
    written_pass: 5000,
    skill_pass: 7000,
    short_list_ratio: 3,
    probation_months: 12,
    term_months: null,
    pay: '按事业单位标准执行',
    duties: '承担校足球队训练和体育课教学。',
    contact: '东海县教育局人事科 0518-87212345',
    status: 'published',
    status_reason: '',
    published_at: '2026-10-30 01:00:00.000',
    scores_published_at: null,
    publicity_from: null,
    publicity_to: null,
    created_by: '东海县教育局',
    created_at: '2026-10-21 02:00:00.000',
    updated_at: '2026-10-30 01:00:00.000',
    ...given,
  }
}

/** A profile with nothing but a name; whose account it is must be said. */
export function sampleApplicant(given: Given<'applicant'> & { account_id: string }): Row<'applicant'> {
  return {
    id: newId(),
    name: '王海燕',
    gender: '',
    birth_date: null,
    id_number_sealed: null,
    id_number_lookup: null,
    phone_sealed: null,
    phone_lookup: null,
    email_sealed: null,
    email_lookup: null,
    person_lookup: null,
    education: '',
    graduated_from: '',
    experience_years: 0,
    is_retired_athlete: 0,
    retired_on: null,
    team: '',
    hours_week: null,
    longitude: null,
    latitude: null,
    statement: '',
    locale: 'zh-CN',
    created_at: '2026-10-20 02:00:00.000',
    updated_at: '2026-10-20 02:00:00.000',
    merged_into: null,
    anonymised_at: null,
    ...given,
  }
}

/** A clear answer of the autumn of 2024, due a year later. */
export function sampleEntryCheck(given: Given<'entry_check'> & { person_id: string }): Row<'entry_check'> {
  return {
    id: newId(),
    queried_on: '2024-08-25',
    unit_code: '320722',
    result: 'CLEAR',
    reference: '查询2024-0825',
    due_on: '2025-08-25',
    recorded_by: '东海县教育局',
    recorded_at: '2024-08-25 02:00:00.000',
    ...given,
  }
}

let applicationsMade = 0

/** An application that stands submitted in the one slot of its round. */
export function sampleApplication(
  given: Given<'application'> & { post_id: string; round_id: string; applicant_id: string },
): Row<'application'> {
  applicationsMade += 1
  return {
    id: newId(),
    number: String(260_000_000_000 + applicationsMade),
    slot: given.round_id,
    state: 'SUBMITTED',
    state_at: '2026-11-20 02:00:00.000',
    statement: '',
    eligibility: '[]',
    judged_facts: null,
    submitted_at: '2026-11-20 02:00:00.000',
    rank: null,
    publicity_to: null,
    created_at: '2026-11-20 01:40:00.000',
    ...given,
  }
}

/** A link for the log of one week that one teacher may use once; its digest opens nothing. */
export function sampleUploadLink(given: Given<'upload_link'> & { school_id: string }): Row<'upload_link'> {
  return {
    id: newId(),
    sheet: 'activity-log',
    first_day: '2025-09-01',
    last_day: '2025-09-07',
    label: '三年级 王老师',
    confirms: 'school',
    digest: '0'.repeat(64),
    uses_allowed: 1,
    uses: 0,
    created_by: '体育组长',
    created_at: '2025-09-01 00:00:00.000',
    expires_at: '2099-12-31 00:00:00.000',
    revoked_at: null,
    revoked_by: '',
    ...given,
  }
}

/** A word of the city unless an owner is given. */
export function sampleWord(given: Given<'value_word'>): Row<'value_word'> {
  const word = given.word ?? '校足'
  return {
    id: newId(),
    owner_kind: 'city',
    owner_id: '',
    kind: 'sport',
    word_key: aliasKey(word),
    meaning: 'football',
    added_by: '市教育局',
    updated_at: '2025-10-10 08:00:00.000',
    ...given,
    word,
  }
}
