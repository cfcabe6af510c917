import { sql } from 'kysely'
import type { Tx } from '#db/tables.ts'
import { insertAll, lockRow } from '#db/write.server.ts'
import type { PostContent } from './post.rule.ts'
import type { PostStatus } from './post-state.rule.ts'

export interface NewPost {
  id: string
  number: string
  roundId: string
  unitCode: string
  content: PostContent
  by: string
  now: string
}

/** A draft with its stages and schools. */
export async function insertPost(tx: Tx, post: NewPost): Promise<void> {
  await insertAll(tx, 'coach_post', [
    {
      id: post.id,
      round_id: post.roundId,
      unit_code: post.unitCode,
      number: post.number,
      ...columnsOf(post.content),
      status: 'draft',
      status_reason: '',
      published_at: null,
      scores_published_at: null,
      publicity_from: null,
      publicity_to: null,
      created_by: Array.from(post.by).slice(0, 80).join(''),
      created_at: post.now,
      updated_at: post.now,
    },
  ])
  await insertParts(tx, post.id, post.content)
}

export async function updatePost(tx: Tx, id: string, content: PostContent, now: string): Promise<void> {
  await tx
    .updateTable('coach_post')
    .set({ ...columnsOf(content), updated_at: now })
    .where('id', '=', id)
    .execute()
  await deleteParts(tx, [id])
  await insertParts(tx, id, content)
}

export async function setPostStatus(
  tx: Tx,
  id: string,
  to: { status: PostStatus; reason: string; now: string },
): Promise<void> {
  await tx
    .updateTable('coach_post')
    .set({
      status: to.status,
      status_reason: to.reason,
      updated_at: to.now,
      ...(to.status === 'published' && { published_at: to.now }),
    })
    .where('id', '=', id)
    .execute()
}

/** For drafts that an import brought and its undo takes away. */
export async function deletePosts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await deleteParts(tx, ids)
  await tx.deleteFrom('coach_post').where('id', 'in', ids).execute()
}

/** The next free numbers of the year, such as 2026-017. Who numbers holds the audit's head, so nobody else does. */
export async function nextNumbers(tx: Tx, year: number, count: number): Promise<string[]> {
  await lockRow(tx, 'audit_head', 'head')
  const last = await tx
    .selectFrom('coach_post')
    .where('number', 'like', `${year}-%`)
    .select('number')
    .orderBy(sql`length(number)`, 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const first = Number(last?.number.slice(5) ?? 0) + 1
  return Array.from({ length: count }, (_, at) => `${year}-${String(first + at).padStart(3, '0')}`)
}

function columnsOf(content: PostContent) {
  return {
    school_id: content.isPooled ? null : (content.schoolIds[0] ?? null),
    title: content.title,
    sport_code: content.sport,
    engagement: content.engagement,
    hours_week: content.hoursWeek,
    quota: content.quota,
    least_grade: content.leastGrade,
    result_instead: content.resultInstead,
    least_education: content.leastEducation,
    most_age: content.mostAge,
    certificate: content.certificate,
    least_experience: content.leastExperience,
    reserved_for_retired: content.isReserved ? 1 : 0,
    written_weight: content.writtenWeight,
    skill_weight: content.skillWeight,
    written_pass: content.writtenPass,
    skill_pass: content.skillPass,
    short_list_ratio: content.shortListRatio,
    probation_months: content.probationMonths,
    term_months: content.termMonths,
    pay: content.pay,
    duties: content.duties,
    contact: content.contact,
  }
}

async function insertParts(tx: Tx, id: string, { stages, schoolIds }: PostContent): Promise<void> {
  await insertAll(
    tx,
    'coach_post_stage',
    stages.map(stage => ({ post_id: id, stage })),
  )
  await insertAll(
    tx,
    'coach_post_school',
    schoolIds.map(schoolId => ({ post_id: id, school_id: schoolId })),
  )
}

async function deleteParts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('coach_post_stage').where('post_id', 'in', ids).execute()
  await tx.deleteFrom('coach_post_school').where('post_id', 'in', ids).execute()
}
