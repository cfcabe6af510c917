import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { interviewed, type Slot } from './interview.rule.ts'

export interface InterviewSlot extends Slot {
  id: string
  postId: string
  place: string
  applicationId: string | null
  /** Of whoever has it. */
  name: string | null
  number: string | null
}

/** The slots of a post in order of time. */
export async function slotsOfPost(db: Db, postId: string): Promise<InterviewSlot[]> {
  return slots(db).where('s.post_id', '=', postId).execute()
}

/**
 * The slots of a unit's posts from an instant on at which a panel sits: for one post at a time. At a free slot of a post
 * that is over nobody sits.
 */
export async function slotsOfUnit(db: Db, unitCode: string, from: string): Promise<InterviewSlot[]> {
  return slots(db)
    .innerJoin('coach_post as p', 'p.id', 's.post_id')
    .where('p.unit_code', '=', unitCode)
    .where('s.ends_at', '>', from)
    .where(eb =>
      eb.or([eb('s.application_id', 'is not', null), eb('p.status', 'not in', ['cancelled', 'completed'])]),
    )
    .execute()
}

function slots(db: Db) {
  return db
    .selectFrom('interview_slot as s')
    .leftJoin('application as a', 'a.id', 's.application_id')
    .leftJoin('applicant as w', 'w.id', 'a.applicant_id')
    .select([
      's.id as id',
      's.post_id as postId',
      's.panel as panel',
      's.place as place',
      's.starts_at as startsAt',
      's.ends_at as endsAt',
      's.application_id as applicationId',
      'w.name as name',
      'a.number as number',
    ])
    .orderBy('s.starts_at')
    .orderBy('s.panel')
}

export async function insertSlots(
  tx: Tx,
  postId: string,
  place: string,
  fresh: readonly Slot[],
): Promise<void> {
  await insertAll(
    tx,
    'interview_slot',
    fresh.map(({ panel, startsAt, endsAt }) => ({
      id: newId(),
      post_id: postId,
      panel,
      place,
      starts_at: startsAt,
      ends_at: endsAt,
      application_id: null,
    })),
  )
}

/** Whom a slot is given to, or nobody; false when there is no such slot of the post. */
export async function giveSlot(
  tx: Tx,
  { id, postId }: { id: string; postId: string },
  applicationId: string | null,
): Promise<boolean> {
  const given = await tx
    .updateTable('interview_slot')
    .set({ application_id: applicationId })
    .where('id', '=', id)
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow()
  return given.numUpdatedRows > 0n
}

/** Removes a slot that nobody has; false when somebody has it, or there is none. */
export async function deleteFreeSlot(
  tx: Tx,
  { id, postId }: { id: string; postId: string },
): Promise<boolean> {
  const removed = await tx
    .deleteFrom('interview_slot')
    .where('id', '=', id)
    .where('post_id', '=', postId)
    .where('application_id', 'is', null)
    .executeTakeFirstOrThrow()
  return removed.numDeletedRows > 0n
}

/** Candidates of the post who are called to the test and have no time yet, in the order of their numbers. */
export async function withoutSlot(
  db: Db,
  postId: string,
): Promise<{ id: string; applicantId: string; name: string; number: string }[]> {
  return db
    .selectFrom('application as a')
    .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
    .leftJoin('interview_slot as s', 's.application_id', 'a.id')
    .where('a.post_id', '=', postId)
    .where('a.state', 'in', interviewed)
    .where('s.id', 'is', null)
    .select(['a.id as id', 'a.applicant_id as applicantId', 'w.name as name', 'a.number as number'])
    .orderBy('a.number')
    .execute()
}

/** When people have a time already, at whatever post. */
export async function busyTimes(
  db: Db,
  applicantIds: readonly string[],
): Promise<{ applicantId: string; startsAt: string; endsAt: string }[]> {
  if (applicantIds.length === 0) return []
  return db
    .selectFrom('interview_slot as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .where('a.applicant_id', 'in', applicantIds)
    .select(['a.applicant_id as applicantId', 's.starts_at as startsAt', 's.ends_at as endsAt'])
    .execute()
}

export async function roundsOfUnit(db: Db, unitCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('coach_round')
    .where('unit_code', '=', unitCode)
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/** The coming times of those of a post who take no test any more are free for others. */
export async function releaseSlots(tx: Tx, postId: string, now: string): Promise<void> {
  await tx
    .updateTable('interview_slot')
    .set({ application_id: null })
    .where('post_id', '=', postId)
    .where('starts_at', '>', now)
    .where('application_id', 'in', eb =>
      eb
        .selectFrom('application as a')
        .where('a.post_id', '=', postId)
        .where('a.state', 'not in', interviewed)
        .select('a.id'),
    )
    .execute()
}
