import type { Day } from '#app/calendar-day.ts'
import type { Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { Recommendation, SelfScore } from './title-applications.queries.server.ts'

/** Throws a unique violation when the school has an application in the batch. */
export async function insertTitleApplication(
  tx: Tx,
  { batchId, schoolId, at }: { batchId: string; schoolId: string; at: string },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'title_application', [
    {
      ...{ id, batch_id: batchId, school_id: schoolId, state: 'DRAFT', state_at: at, statement: '' },
      ...{ mend_until: null, notice_id: null, certificate: null, document: '', named_on: null },
      ...{ created_at: at, submitted_at: null, updated_at: at },
    },
  ])
  return id
}

/** What a school writes; everything of it is replaced. */
export async function replaceTitleDraft(
  tx: Tx,
  id: string,
  draft: { statement: string; sports: readonly string[]; scores: readonly SelfScore[]; at: string },
): Promise<void> {
  const { statement, sports, scores, at } = draft
  await tx.updateTable('title_application').set({ statement, updated_at: at }).where('id', '=', id).execute()
  await tx.deleteFrom('title_application_sport').where('application_id', '=', id).execute()
  await insertAll(
    tx,
    'title_application_sport',
    sports.map((sport_code, position) => ({ application_id: id, sport_code, position })),
  )
  await replaceSelfScores(tx, id, scores)
}

export async function replaceSelfScores(tx: Tx, id: string, scores: readonly SelfScore[]): Promise<void> {
  await tx.deleteFrom('title_self_score').where('application_id', '=', id).execute()
  await insertAll(
    tx,
    'title_self_score',
    scores.map(one => ({
      application_id: id,
      indicator_code: one.code,
      points: one.points,
      evidence: one.evidence,
      figure: one.figure,
      figure_missing: one.figureMissing,
      figure_value: one.figureValue,
      figure_of: one.figureOf,
      figure_from: one.figureFrom,
      figure_day: one.figureDay,
    })),
  )
}

/** Takes a draft away with its way; its attachments are another matter. */
export async function deleteTitleDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('title_step').where('application_id', '=', id).execute()
  await tx.deleteFrom('title_self_score').where('application_id', '=', id).execute()
  await tx.deleteFrom('title_application_sport').where('application_id', '=', id).execute()
  await tx.deleteFrom('title_application').where('id', '=', id).execute()
}

export async function setSubmitted(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .updateTable('title_application')
    .set({ submitted_at: at, mend_until: null })
    .where('id', '=', id)
    .execute()
}

export async function setMendUntil(tx: Tx, id: string, mendUntil: string): Promise<void> {
  await tx.updateTable('title_application').set({ mend_until: mendUntil }).where('id', '=', id).execute()
}

export async function setRecommendation(tx: Tx, id: string, given: Recommendation): Promise<void> {
  await deleteRecommendation(tx, id)
  await insertAll(tx, 'title_recommendation', [
    {
      application_id: id,
      position: given.position,
      opinion: given.opinion,
      education_by: given.educationBy,
      education_on: given.educationOn,
      sports_by: given.sportsBy,
      sports_on: given.sportsOn,
    },
  ])
}

export async function deleteRecommendation(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('title_recommendation').where('application_id', '=', id).execute()
}

/** The notice in which applications stand from now on. */
export async function setNotice(tx: Tx, ids: readonly string[], noticeId: string): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('title_application').set({ notice_id: noticeId }).where('id', 'in', ids).execute()
}

/** Throws a unique violation when the number of the certificate was given before. */
export async function setNamed(
  tx: Tx,
  id: string,
  named: { certificate: string; document: string; on: Day },
): Promise<void> {
  const { certificate, document, on: named_on } = named
  await tx
    .updateTable('title_application')
    .set({ certificate, document, named_on })
    .where('id', '=', id)
    .execute()
}
