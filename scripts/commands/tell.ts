import { say } from '#app/i18n/text.ts'
import type { CommandInput, ExitCode } from '../command.ts'
import { type WholeDatabaseRefusal, wholeDatabaseRefusals } from './whole-database.text.ts'

/** Tells why a whole database, or the backup of one, is refused. */
export function refuse(
  { json, print, complain }: CommandInput,
  what: string,
  reason: WholeDatabaseRefusal,
): ExitCode {
  const message = say('zh-CN', wholeDatabaseRefusals[reason])
  if (json) print(JSON.stringify({ status: 'refused', reason, message }))
  else complain(`${what}: ${reason}\n${message}`)
  return 3
}

/** Tells what stands in a database without being of this program: it does not come along. */
export function tellLeftOut({ complain }: CommandInput, leftOut: readonly string[]): void {
  if (leftOut.length > 0) complain(`left out, not of this program: ${leftOut.join(', ')}`)
}
