import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { codeLimits, type SentCode } from './verification.rule.ts'

export type CodePurpose = 'REGISTER' | 'RECOVER' | 'CONTACT'

interface CodeOf {
  purpose: CodePurpose
  addressLookup: string
}

export interface StoredCode extends SentCode {
  id: string
  codeHash: string
}

/** The codes for an address since an instant, the newest first. */
export async function codesSince(db: Db, of: CodeOf, since: string): Promise<StoredCode[]> {
  return db
    .selectFrom('verification_code')
    .select([
      'id',
      'code_hash as codeHash',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'attempts',
      'used_at as usedAt',
    ])
    .where('purpose', '=', of.purpose)
    .where('address_lookup', '=', of.addressLookup)
    .where('created_at', '>=', since)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertCode(
  tx: Tx,
  code: CodeOf & { channel: 'sms' | 'email'; codeHash: string; createdAt: string; expiresAt: string },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'verification_code', [
    {
      id,
      purpose: code.purpose,
      channel: code.channel,
      address_lookup: code.addressLookup,
      code_hash: code.codeHash,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
      attempts: 0,
      used_at: null,
    },
  ])
  return id
}

/** Counts a try; false when others used the last one up at the same time. */
export async function countTry(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('verification_code')
    .set(eb => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('attempts', '<', codeLimits.attempts)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Uses a code up; false when somebody else did at the same time. */
export async function markUsed(tx: Tx, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('verification_code')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** A code that was never sent, and those of more than a day ago. */
export async function deleteCodes(tx: Tx, gone: { id: string } | { before: string }): Promise<void> {
  await tx
    .deleteFrom('verification_code')
    .$if('id' in gone, q => q.where('id', '=', (gone as { id: string }).id))
    .$if('before' in gone, q => q.where('created_at', '<', (gone as { before: string }).before))
    .execute()
}
