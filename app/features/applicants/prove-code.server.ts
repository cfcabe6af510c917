import { instantOf } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import type { Address } from './address.rule.ts'
import { addressLookup, codeHash } from './send-code.server.ts'
import { codeLimits, isAlive } from './verification.rule.ts'
import { type CodePurpose, codesSince, countTry, markUsed } from './verification-codes.queries.server.ts'

/** Tries a code for an address: counts the try whatever comes of it, and uses the code up when it is right. */
export async function proveCode(
  db: Db,
  given: { purpose: CodePurpose; address: Address; code: string },
  now: Date,
): Promise<boolean> {
  const of = { purpose: given.purpose, addressLookup: addressLookup(given.address) }
  const at = instantOf(now)
  const since = instantOf(new Date(now.getTime() - codeLimits.minutes * 60_000))
  return inTransaction(db, async tx => {
    const alive = (await codesSince(tx, of, since)).filter(code => isAlive(code, at))
    const [newest] = alive
    if (newest === undefined || !(await countTry(tx, newest.id))) return false
    const digits = given.code.normalize('NFKC').replaceAll(/\D/g, '')
    const right = newest.codeHash === codeHash(of.addressLookup, digits)
    return right && markUsed(tx, { ...newest, addressLookup: of.addressLookup }, at)
  })
}
