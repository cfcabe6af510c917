import { createHash } from 'node:crypto'
import { type DataKeys, dataKeys } from '#app/data-keys.server.ts'
import { about } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { aboutFile } from '#app/features/applicants/documents.queries.server.ts'
import { aboutObjection } from '#app/features/objections/sealed-contact.server.ts'
import { isSealedAnew, seal, sealBytes, unseal, unsealBytes } from '#app/sealing.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import {
  contactsAfter,
  fileNotUnder,
  replaceContact,
  replaceFile,
  replaceSealed,
  replaceTitleContact,
  type SealedColumn,
  sealedAfter,
  titleContactsAfter,
} from './sealed.queries.server.ts'

const inOneGo = 200
const columns: readonly SealedColumn[] = ['id_number', 'phone', 'email']

/**
 * Seals everything under the newest data key that stands under an older one, so that the older may be taken away.
 * Answers how many values and files were sealed anew; safe to run again, and while people work.
 */
export async function reseal(
  db: Db,
  keys: DataKeys = dataKeys(),
): Promise<{ values: number; files: number }> {
  let values = 0
  for (const column of columns)
    values += await resealAll(
      db,
      keys,
      after => sealedAfter(db, column, after, inOneGo),
      id => about(column, id),
      (tx, one) => replaceSealed(tx, column, one),
    )
  values += await resealAll(
    db,
    keys,
    after => contactsAfter(db, after, inOneGo),
    aboutObjection,
    (tx, one) => replaceContact(tx, one.id, one.anew),
  )
  values += await resealAll(
    db,
    keys,
    after => titleContactsAfter(db, after, inOneGo),
    aboutObjection,
    (tx, one) => replaceTitleContact(tx, one.id, one.anew),
  )
  return { values, files: await resealFiles(db, keys) }
}

async function resealAll(
  db: Db,
  keys: DataKeys,
  next: (after: string) => Promise<{ id: string; sealed: string }[]>,
  aboutRow: (id: string) => string,
  replace: (tx: Tx, one: { id: string; sealed: string; anew: string }) => Promise<void>,
): Promise<number> {
  let count = 0
  for (let rows = await next(''); rows.length > 0; rows = await next(rows.at(-1)?.id ?? '')) {
    const old = rows.filter(row => !isSealedAnew(row.sealed, keys))
    await inTransaction(db, async tx => {
      for (const { id, sealed } of old) {
        const anew = seal(unseal(sealed, aboutRow(id), keys), aboutRow(id), keys)
        await replace(tx, { id, sealed, anew })
      }
    })
    count += old.length
  }
  return count
}

async function resealFiles(db: Db, keys: DataKeys): Promise<number> {
  const newest = keys.sealing[0]?.id ?? ''
  let count = 0
  let file = await fileNotUnder(db, newest, '')
  while (file !== undefined) {
    const { id, keyId, bytes } = file
    const plain = unsealBytes({ keyId, bytes: Buffer.from(bytes) }, aboutFile(id), keys)
    const sealed = sealBytes(plain, aboutFile(id), keys)
    const sha256 = createHash('sha256').update(sealed.bytes).digest('hex')
    await inTransaction(db, tx => replaceFile(tx, { id, sha256, ...sealed }))
    count += 1
    file = await fileNotUnder(db, newest, id)
  }
  return count
}
