import type { Db, Tx } from '#db/tables.ts'

const columns = {
  id_number: 'id_number_sealed',
  phone: 'phone_sealed',
  email: 'email_sealed',
} as const

export type SealedColumn = keyof typeof columns

/** So many sealed values of a column after an applicant, in the order of their ids. */
export async function sealedAfter(
  db: Db,
  column: SealedColumn,
  after: string,
  limit: number,
): Promise<{ id: string; sealed: string }[]> {
  const rows = await db
    .selectFrom('applicant')
    .where('id', '>', after)
    .where(columns[column], 'is not', null)
    .select(['id', `${columns[column]} as sealed`])
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(row => ({ id: row.id, sealed: row.sealed ?? '' }))
}

/** Puts the same value under another key, unless it was changed meanwhile. */
export async function replaceSealed(
  tx: Tx,
  column: SealedColumn,
  { id, sealed, anew }: { id: string; sealed: string; anew: string },
): Promise<void> {
  await tx
    .updateTable('applicant')
    .set({ [columns[column]]: anew })
    .where('id', '=', id)
    .where(columns[column], '=', sealed)
    .execute()
}

export async function contactsAfter(
  db: Db,
  after: string,
  limit: number,
): Promise<{ id: string; sealed: string }[]> {
  return db
    .selectFrom('objection')
    .where('id', '>', after)
    .where('contact_sealed', '<>', '')
    .select(['id', 'contact_sealed as sealed'])
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function replaceContact(tx: Tx, id: string, anew: string): Promise<void> {
  await tx.updateTable('objection').set({ contact_sealed: anew }).where('id', '=', id).execute()
}

/** As `contactsAfter`, of those who objected to notices of titles. */
export async function titleContactsAfter(
  db: Db,
  after: string,
  limit: number,
): Promise<{ id: string; sealed: string }[]> {
  return db
    .selectFrom('title_objection')
    .where('id', '>', after)
    .where('contact', '<>', '')
    .select(['id', 'contact as sealed'])
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function replaceTitleContact(tx: Tx, id: string, anew: string): Promise<void> {
  await tx.updateTable('title_objection').set({ contact: anew }).where('id', '=', id).execute()
}

/** The next file after another that is not under the key. */
export async function fileNotUnder(
  db: Db,
  keyId: string,
  after: string,
): Promise<{ id: string; keyId: string; bytes: Uint8Array } | undefined> {
  return db
    .selectFrom('sealed_file')
    .where('id', '>', after)
    .where('key_id', '<>', keyId)
    .select(['id', 'key_id as keyId', 'bytes'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export async function replaceFile(
  tx: Tx,
  file: { id: string; keyId: string; sha256: string; bytes: Uint8Array },
): Promise<void> {
  await tx
    .updateTable('sealed_file')
    .set({ key_id: file.keyId, sha256: file.sha256, bytes: file.bytes })
    .where('id', '=', file.id)
    .execute()
}
