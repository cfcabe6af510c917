import { randomInt } from 'node:crypto'
import { instantOf } from '#app/calendar-day.ts'
import { config } from '#app/config.server.ts'
import { sendMail } from '#app/gateways/mail.server.ts'
import type { Sending } from '#app/gateways/sending.ts'
import { sendSms } from '#app/gateways/sms.server.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { lookupOf } from '#app/sealing.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { type Address, readAddress } from './address.rule.ts'
import { accountAt } from './applicants.queries.server.ts'
import type { CodeRefusal } from './register.rule.ts'
import { registerText } from './register.text.ts'
import { codeLimits, isClientBusy, whyNoCode } from './verification.rule.ts'
import {
  type CodePurpose,
  codesOfClient,
  codesSince,
  deleteCodes,
  insertCode,
} from './verification-codes.queries.server.ts'

export type CodeAnswer =
  /** `shown`: the code itself, where an installation for trying things out has no gateway. */
  { ok: true; address: Address; shown: string | null } | { ok: false; refusal: CodeRefusal }

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * Sends a verification code to a mobile number or an e-mail address. Whether the address belongs to an account is told
 * to nobody but its owner: who registers again, or recovers what there is not, is sent a message that says so.
 */
export async function sendCode(
  db: Db,
  given: { purpose: CodePurpose; address: string; client: string; locale: Locale },
  now: Date,
): Promise<CodeAnswer> {
  const { purpose, locale } = given
  const address = readAddress(given.address)
  if (address === null) return { ok: false, refusal: 'bad-address' }
  const of = { purpose, addressLookup: addressLookup(address) }
  const clientLookup = lookupOf('client', given.client)
  const isKnown = (await accountAt(db, address.channel, of.addressLookup)) !== undefined
  const isMeant = isKnown === (purpose === 'RECOVER')
  const code = String(randomInt(10 ** codeLimits.digits)).padStart(codeLimits.digits, '0')
  const stored = await inTransaction(db, async tx => {
    await deleteCodes(tx, { before: instantOf(new Date(now.getTime() - 2 * dayMs)) })
    const asked = await codesOfClient(tx, clientLookup, instantOf(new Date(now.getTime() - hourMs)))
    if (isClientBusy(asked)) return { ok: false, refusal: 'client-busy' } as const
    const refusal = whyNoCode(await codesSince(tx, of, instantOf(new Date(now.getTime() - dayMs))), now)
    if (refusal !== null) return { ok: false, refusal } as const
    const id = await insertCode(tx, {
      ...of,
      channel: address.channel,
      clientLookup,
      // A code that nobody is sent opens nothing, yet it is counted as any other.
      codeHash: isMeant ? codeHash(of.addressLookup, code) : '',
      createdAt: instantOf(now),
      expiresAt: instantOf(new Date(now.getTime() + codeLimits.minutes * 60_000)),
    })
    return { ok: true, id } as const
  })
  if (!stored.ok) return stored
  const text = isMeant
    ? say(locale, registerText.codeMessage, { code, minutes: codeLimits.minutes })
    : say(locale, purpose === 'RECOVER' ? registerText.unknownMessage : registerText.knownMessage)
  const sent = await send(address, say(locale, registerText.codeSubject), text)
  if (sent.ok) return { ok: true, address, shown: null }
  if (sent.failure === 'not-configured' && config.SHOW_CODES === true)
    return { ok: true, address, shown: isMeant ? code : null }
  await inTransaction(db, tx => deleteCodes(tx, { id: stored.id }))
  return { ok: false, refusal: sent.failure === 'not-configured' ? 'not-configured' : 'not-sent' }
}

/** Under which an address is found, whatever it is of. */
export function addressLookup({ channel, value }: Address): string {
  return lookupOf(channel, value)
}

/** A code holds for its address only. */
export function codeHash(of: string, code: string): string {
  return lookupOf('code', `${of} ${code}`)
}

function send({ channel, value }: Address, subject: string, text: string): Promise<Sending> {
  return channel === 'sms' ? sendSms({ to: value, text }) : sendMail({ to: value, subject, text })
}
