import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Conclusion, Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'

export interface TitleReview {
  id: string
  designationId: string
  position: number
  state: Conclusion | 'OPEN'
  /** Points × 100; null where none was given. */
  score: number | null
  findings: string
  isSpotChecked: boolean
  openedAt: string
  openedBy: string
  decidedAt: string | null
  decidedBy: string
  reason: string
  document: string
  successorId: string | null
  updatedAt: string
}

/** The re-evaluations of the scope's titles, or of one of them; the newest first. */
export async function listReviews(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; designationId?: string },
): Promise<TitleReview[]> {
  const { asOf, designationId } = asked
  const rows = await db
    .selectFrom('title_reevaluation as r')
    .innerJoin('designation as d', 'd.id', 'r.designation_id')
    .innerJoin('school_profile as p', 'p.school_id', 'd.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .$if(designationId !== undefined, q => q.where('r.designation_id', '=', designationId ?? ''))
    .select([
      'r.id as id',
      'r.designation_id as designationId',
      'r.position as position',
      'r.state as state',
      'r.score as score',
      'r.findings as findings',
      'r.spot_checked as spotChecked',
      'r.opened_at as openedAt',
      'r.opened_by as openedBy',
      'r.decided_at as decidedAt',
      'r.decided_by as decidedBy',
      'r.reason as reason',
      'r.document as document',
      'r.successor_id as successorId',
      'r.updated_at as updatedAt',
    ])
    .orderBy('r.designation_id')
    .orderBy('r.position', 'desc')
    .execute()
  return rows.map(({ spotChecked, ...row }) => ({ ...row, isSpotChecked: spotChecked === 1 }))
}

/** Throws a unique violation when a re-evaluation of the position was begun. */
export async function insertReview(
  tx: Tx,
  given: { designationId: string; position: number; by: string; at: string },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'title_reevaluation', [
    {
      id,
      designation_id: given.designationId,
      position: given.position,
      state: 'OPEN',
      score: null,
      findings: '',
      spot_checked: 0,
      opened_at: given.at,
      opened_by: given.by,
      decided_at: null,
      decided_by: '',
      reason: '',
      document: '',
      successor_id: null,
      updated_at: given.at,
    },
  ])
  return id
}

export async function noteFindings(
  tx: Tx,
  id: string,
  found: { score: number | null; findings: string; isSpotChecked: boolean; at: string },
): Promise<void> {
  const { score, findings, isSpotChecked, at } = found
  await tx
    .updateTable('title_reevaluation')
    .set({ score, findings, spot_checked: isSpotChecked ? 1 : 0, updated_at: at })
    .where('id', '=', id)
    .execute()
}

export async function concludeReviewRow(
  tx: Tx,
  id: string,
  end: {
    state: Conclusion
    reason: string
    document: string
    successorId: string | null
    by: string
    at: string
  },
): Promise<void> {
  const { state, reason, document, successorId: successor_id, by: decided_by, at } = end
  await tx
    .updateTable('title_reevaluation')
    .set({ state, reason, document, successor_id, decided_by, decided_at: at, updated_at: at })
    .where('id', '=', id)
    .execute()
}

/** The school that a title was handed on to, or from. */
export interface Handover {
  /** The title on the other side, and its school as it is named on the day. */
  titleId: string
  schoolName: string
  fromDay: Day
  decidedAt: string
  decidedBy: string
}

/** Where a title of the scope went to and came from; whoever sees it reads the name of the other school. */
export async function handoversOf(
  db: Db,
  designationId: string,
  asOf: Day,
): Promise<{ to: Handover | null; from: Handover | null }> {
  const find = async (here: 'designation_id' | 'successor_id', there: 'designation_id' | 'successor_id') =>
    (await db
      .selectFrom('title_transfer as x')
      .innerJoin('designation as d', 'd.id', `x.${there}`)
      .innerJoin('school_profile as p', 'p.school_id', 'd.school_id')
      .where(profileOn(asOf))
      .where(`x.${here}`, '=', designationId)
      .select([
        'd.id as titleId',
        'p.name as schoolName',
        'x.from_day as fromDay',
        'x.decided_at as decidedAt',
        'x.decided_by as decidedBy',
      ])
      .executeTakeFirst()) ?? null
  return {
    to: await find('designation_id', 'successor_id'),
    from: await find('successor_id', 'designation_id'),
  }
}

/** Throws a unique violation when the title was handed on already. */
export async function insertTransfer(
  tx: Tx,
  given: { designationId: string; successorId: string; from: Day; by: string; at: string },
): Promise<void> {
  await insertAll(tx, 'title_transfer', [
    {
      designation_id: given.designationId,
      successor_id: given.successorId,
      from_day: given.from,
      decided_at: given.at,
      decided_by: given.by,
    },
  ])
}
