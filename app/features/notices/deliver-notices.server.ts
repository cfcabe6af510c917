import { instantOf } from '#app/calendar-day.ts'
import { config } from '#app/config.server.ts'
import { about } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { sendMail } from '#app/gateways/mail.server.ts'
import type { Sending } from '#app/gateways/sending.ts'
import { sendSms } from '#app/gateways/sms.server.ts'
import { say } from '#app/i18n/text.ts'
import { unseal } from '#app/sealing.server.ts'
import type { Db } from '#db/tables.ts'
import {
  type Delivery,
  dueDeliveries,
  finishDelivery,
  messageOf,
  takeDelivery,
} from './deliveries.queries.server.ts'
import { minutesUntilNextTry } from './notice.rule.ts'
import { noticesText } from './notices.text.ts'

const atOnce = 50
/** How long a server may take over one message before another tries it. */
const leaseMinutes = 5

/**
 * Sends what is waiting; a gateway that fails is tried again after a while, and after five tries the message is given
 * up and stands in the account only. Answers how many were handed over.
 */
export async function deliverNotices(db: Db, now: Date): Promise<number> {
  let sent = 0
  const begun = performance.now()
  // A slow gateway uses up the time of the batch, not of the lease of its last message.
  const leaseEnd = () => inMinutes(now, leaseMinutes + (performance.now() - begun) / 60_000)
  for (const delivery of await dueDeliveries(db, instantOf(now), atOnce)) {
    if (!(await takeDelivery(db, delivery, leaseEnd()))) continue
    const sending = await sendOrFail(db, delivery)
    await finishDelivery(db, delivery, endOf(sending, delivery.attempts + 1, now))
    if (sending.ok) sent += 1
  }
  return sent
}

function endOf(sending: Sending, attempts: number, now: Date): Parameters<typeof finishDelivery>[2] {
  if (sending.ok) return { state: 'sent' }
  if (sending.failure === 'not-configured') return { state: 'off' }
  if (sending.failure === 'refused') return { state: 'refused' }
  const pause = minutesUntilNextTry(attempts)
  return pause === null ? { state: 'given-up' } : { nextAt: inMinutes(now, pause) }
}

/** One message that cannot be made, such as one whose data key is gone, holds up no other. */
async function sendOrFail(db: Db, delivery: Delivery): Promise<Sending> {
  try {
    return await send(db, delivery)
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', notice: delivery.noticeId, error: String(error) }))
    return { ok: false, failure: 'try-again' }
  }
}

async function send(db: Db, { noticeId, channel }: Delivery): Promise<Sending> {
  const message = await messageOf(db, noticeId)
  const sealed = channel === 'sms' ? message?.phoneSealed : message?.emailSealed
  if (message === undefined || sealed == null) return { ok: false, failure: 'refused' }
  const { locale, applicantId, link } = message
  const isEnglish = locale === 'en'
  const to = unseal(sealed, about(channel === 'sms' ? 'phone' : 'email', applicantId))
  const text = isEnglish ? message.textEn : message.textZh
  if (channel === 'sms') return sendSms({ to, text: say(locale, noticesText.signed, { text }) })
  const address = config.ORIGIN === undefined ? '' : `\n\n${config.ORIGIN}${link}`
  return sendMail({
    to,
    subject: isEnglish ? message.titleEn : message.titleZh,
    text: say(locale, noticesText.signed, { text: text + address }),
  })
}

function inMinutes(now: Date, minutes: number): string {
  return instantOf(new Date(now.getTime() + minutes * 60_000))
}
