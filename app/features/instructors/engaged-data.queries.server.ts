import type { AthleteGrade, Engagement, Stage, Tx } from '#db/tables.ts'

/** What an application, its post and its applicant say of the work to come. */
export interface EngagedData {
  applicantId: string
  name: string
  gender: 'F' | 'M' | ''
  isRetiredAthlete: boolean
  engagement: Engagement
  unitCode: string
  schoolId: string | null
  hoursWeek: number
  sport: string
  certificate: 'NONE' | 'NOW' | 'WITHIN_PROBATION'
  probationMonths: number
  stages: Stage[]
  /** Schools that a pooled post serves. */
  servedSchoolIds: string[]
  sports: { sport: string; grade: AthleteGrade }[]
  titleLiteral: string
}

/** Undefined when there is no such application, or its person is no longer known by name. */
export async function engagedData(tx: Tx, applicationId: string): Promise<EngagedData | undefined> {
  const row = await tx
    .selectFrom('application as a')
    .innerJoin('coach_post as p', 'p.id', 'a.post_id')
    .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
    .where('a.id', '=', applicationId)
    .where('w.anonymised_at', 'is', null)
    .select([
      'w.id as applicantId',
      'w.name as name',
      'w.gender as gender',
      'w.is_retired_athlete as isRetiredAthlete',
      'p.id as postId',
      'p.engagement as engagement',
      'p.unit_code as unitCode',
      'p.school_id as schoolId',
      'p.hours_week as hoursWeek',
      'p.sport_code as sport',
      'p.certificate as certificate',
      'p.probation_months as probationMonths',
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { postId, ...data } = row
  return {
    ...data,
    isRetiredAthlete: data.isRetiredAthlete === 1,
    stages: await stagesOfPost(tx, postId),
    servedSchoolIds: await schoolsOfPost(tx, postId),
    sports: await gradesOf(tx, data.applicantId),
    titleLiteral: await coachTitleLiteral(tx, data.applicantId),
  }
}

async function stagesOfPost(tx: Tx, postId: string): Promise<Stage[]> {
  const rows = await tx
    .selectFrom('coach_post_stage')
    .where('post_id', '=', postId)
    .select('stage')
    .orderBy('stage')
    .execute()
  return rows.map(row => row.stage)
}

async function schoolsOfPost(tx: Tx, postId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('coach_post_school')
    .where('post_id', '=', postId)
    .select('school_id as id')
    .orderBy('school_id')
    .execute()
  return rows.map(row => row.id)
}

async function gradesOf(tx: Tx, applicantId: string): Promise<EngagedData['sports']> {
  return tx
    .selectFrom('applicant_sport')
    .where('applicant_id', '=', applicantId)
    .select(['sport_code as sport', 'grade'])
    .orderBy('sport_code')
    .execute()
}

/** The latest coach title that the person has a paper for. */
async function coachTitleLiteral(tx: Tx, applicantId: string): Promise<string> {
  const row = await tx
    .selectFrom('applicant_certificate')
    .where('applicant_id', '=', applicantId)
    .where('kind', '=', 'COACH_TITLE')
    .select('literal')
    .orderBy('issued_on', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row?.literal ?? ''
}
