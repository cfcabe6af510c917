import type { Standing } from '#app/features/objections/sealed-contact.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

/** An objection to a notice, without the contact of whoever made it. */
export interface TitleObjection {
  id: string
  noticeId: string
  batchId: string
  /** The application that it is about, and its school as the notice names it; null for the whole notice. */
  applicationId: string | null
  schoolName: string | null
  name: string
  text: string
  status: Standing['status']
  receivedAt: string
  answer: string
}

function selectObjections(db: Db) {
  return db
    .selectFrom('title_objection as o')
    .innerJoin('title_notice as n', 'n.id', 'o.notice_id')
    .leftJoin('title_notice_line as l', join =>
      join.onRef('l.notice_id', '=', 'o.notice_id').onRef('l.application_id', '=', 'o.application_id'),
    )
    .select([
      'o.id as id',
      'o.notice_id as noticeId',
      'n.batch_id as batchId',
      'o.application_id as applicationId',
      'l.school_name as schoolName',
      'o.name as name',
      'o.text as text',
      'o.status as status',
      'o.received_at as receivedAt',
      'o.answer as answer',
    ])
}

/** The objections to the notices of a batch, the first received first. */
export async function objectionsInBatch(db: Db, batchId: string): Promise<TitleObjection[]> {
  return selectObjections(db)
    .where('n.batch_id', '=', batchId)
    .orderBy('o.received_at')
    .orderBy('o.id')
    .execute()
}

export async function findTitleObjection(db: Db, id: string): Promise<TitleObjection | undefined> {
  return selectObjections(db).where('o.id', '=', id).executeTakeFirst()
}

/** The objections to a notice about the same, with their contacts as they are kept, for whoever compares them. */
export async function sealedTitleObjections(
  db: Db,
  about: { noticeId: string; applicationId: string | null },
): Promise<Standing[]> {
  const { noticeId, applicationId } = about
  return db
    .selectFrom('title_objection')
    .where('notice_id', '=', noticeId)
    .where('application_id', applicationId === null ? 'is' : '=', applicationId)
    .select(['id', 'name', 'text', 'status', 'contact as sealed'])
    .execute()
}

/** How to reach whoever objected, sealed; '' once it was forgotten, undefined for no such objection. */
export async function sealedTitleContact(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('title_objection').where('id', '=', id).select('contact').executeTakeFirst()
  return row?.contact
}

export type ObjectionCounts = Record<Standing['status'], number>

/** How many objections to each notice wait, were dismissed and were upheld; a notice without any is left out. */
export async function countObjections(db: Db): Promise<Map<string, ObjectionCounts>> {
  const rows = await db
    .selectFrom('title_objection')
    .groupBy(['notice_id', 'status'])
    .select(eb => ['notice_id as noticeId', 'status', eb.fn.countAll<number>().as('count')])
    .execute()
  const counts = new Map<string, ObjectionCounts>()
  for (const { noticeId, status, count } of rows)
    counts.set(noticeId, { ...(counts.get(noticeId) ?? noObjections), [status]: Number(count) })
  return counts
}

export const noObjections: ObjectionCounts = { received: 0, dismissed: 0, upheld: 0 }

export async function insertTitleObjection(
  tx: Tx,
  given: {
    id: string
    noticeId: string
    applicationId: string | null
    name: string
    sealed: string
    text: string
    at: string
  },
): Promise<void> {
  await insertAll(tx, 'title_objection', [
    {
      ...{ id: given.id, notice_id: given.noticeId, application_id: given.applicationId },
      ...{ name: given.name, contact: given.sealed, text: given.text, status: 'received' },
      ...{ received_at: given.at, answer: '', answered_at: null, answered_by: '' },
    },
  ])
}

/** False where it was answered before: then nothing was written. */
export async function answerTitleObjectionRow(
  tx: Tx,
  given: { id: string; status: 'dismissed' | 'upheld'; answer: string; by: string; at: string },
): Promise<boolean> {
  const { status, answer, by: answered_by, at: answered_at } = given
  const { numUpdatedRows } = await tx
    .updateTable('title_objection')
    .set({ status, answer, answered_by, answered_at })
    .where('id', '=', given.id)
    .where('status', '=', 'received')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
