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
  code: CodeOf & {
    channel: 'sms' | 'email'
    clientLookup: string
    codeHash: string
    createdAt: string
    expiresAt: string
  },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'verification_code', [
    {
      id,
      purpose: code.purpose,
      channel: code.channel,
      address_lookup: code.addressLookup,
      client_lookup: code.clientLookup,
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

/** Uses a code up, and with it every other of its address, so that an older one opens nothing; false when somebody else did at the same time. */
export async function markUsed(
  tx: Tx,
  code: StoredCode & { addressLookup: string },
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('verification_code')
    .set({ used_at: at })
    .where('id', '=', code.id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await tx
    .updateTable('verification_code')
    .set({ used_at: at })
    .where('address_lookup', '=', code.addressLookup)
    .where('used_at', 'is', null)
    .execute()
  return true
}

/** How many codes a network address has asked for since an instant, for whatever address. */
export async function codesOfClient(db: Db, clientLookup: string, since: string): Promise<number> {
  const row = await db
    .selectFrom('verification_code')
    .where('client_lookup', '=', clientLookup)
    .where('created_at', '>=', since)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** A code that was never sent, and those of more than a day ago. */
export async function deleteCodes(tx: Tx, gone: { id: string } | { before: string }): Promise<void> {
  await tx
    .deleteFrom('verification_code')
    .$if('id' in gone, q => q.where('id', '=', (gone as { id: string }).id))
    .$if('before' in gone, q => q.where('created_at', '<', (gone as { before: string }).before))
    .execute()
}
