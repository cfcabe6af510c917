import type { Standing } from '#app/features/objections/sealed-contact.server.ts'
import type { Db, Tx } from '#db/tables.ts'

/** An objection to a public notice, without the contact of whoever made it. */
export interface Objection {
  id: string
  name: string
  text: string
  receivedAt: string
  status: 'received' | 'upheld' | 'dismissed'
  answer: string
}

/** The objections with their contacts as they are kept, for whoever compares them. */
export async function sealedObjectionsTo(db: Db, postId: string): Promise<Standing[]> {
  return db
    .selectFrom('objection')
    .where('post_id', '=', postId)
    .select(['id', 'name', 'text', 'status', 'contact_sealed as sealed'])
    .execute()
}

export async function objectionsTo(db: Db, postId: string): Promise<Objection[]> {
  return db
    .selectFrom('objection')
    .where('post_id', '=', postId)
    .select(['id', 'name', 'text', 'received_at as receivedAt', 'status', 'answer'])
    .orderBy('received_at')
    .orderBy('id')
    .execute()
}

/** How to reach whoever objected, sealed; '' once it was forgotten, undefined where the post has no such objection. */
export async function sealedContact(
  db: Db,
  { postId, id }: { postId: string; id: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('objection')
    .where('id', '=', id)
    .where('post_id', '=', postId)
    .select('contact_sealed as sealed')
    .executeTakeFirst()
  return row?.sealed
}

export async function insertObjection(
  tx: Tx,
  given: { id: string; postId: string; name: string; contactSealed: string; text: string; at: string },
): Promise<void> {
  await tx
    .insertInto('objection')
    .values({
      id: given.id,
      post_id: given.postId,
      application_id: null,
      name: given.name,
      contact_sealed: given.contactSealed,
      text: given.text,
      received_at: given.at,
      status: 'received',
      answer: '',
      answered_by: null,
      answered_at: null,
    })
    .execute()
}

export async function answerObjectionRow(
  tx: Tx,
  given: {
    id: string
    postId: string
    status: 'upheld' | 'dismissed'
    answer: string
    by: string
    at: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('objection')
    .set({
      status: given.status,
      answer: given.answer,
      answered_by: given.by,
      answered_at: given.at,
    })
    .where('id', '=', given.id)
    .where('post_id', '=', given.postId)
    .where('status', '=', 'received')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
