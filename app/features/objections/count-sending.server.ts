import { instantOf } from '#app/calendar-day.ts'
import { lookupOf } from '#app/sealing.server.ts'
import type { Tx } from '#db/tables.ts'
import { isClientBusy, networkOf } from './client.rule.ts'
import { deleteSendings, insertSending, sendingsOf } from './sendings.queries.server.ts'

/**
 * Counts an objection of a network address; false, and then nothing is counted, where it has sent as many as it may within
 * the hour before `at`. Only a keyed print of the address is kept, beside no objection, and no longer than it counts.
 */
export async function countSending(tx: Tx, client: string, at: string): Promise<boolean> {
  await forgetSendings(tx, at)
  const lookup = lookupOf('objection client', networkOf(client))
  if (isClientBusy(await sendingsOf(tx, lookup, hourBefore(at)))) return false
  await insertSending(tx, lookup, at)
  return true
}

/** Takes away what no longer counts. */
export async function forgetSendings(tx: Tx, at: string): Promise<void> {
  await deleteSendings(tx, hourBefore(at))
}

const hourMs = 3_600_000

function hourBefore(at: string): string {
  return instantOf(new Date(Date.parse(`${at.replace(' ', 'T')}Z`) - hourMs))
}
