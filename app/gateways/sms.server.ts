import { config } from '#app/config.server.ts'
import type { Sending } from './sending.ts'

interface SmsSettings {
  SMS_URL?: string | undefined
  SMS_KEY?: string | undefined
}

const patience = 5_000

/**
 * Hands a text message to the city's SMS gateway: POST of `{"to","text"}` with the key as bearer. A gateway that
 * answers 4xx will not take the message later either; whatever else goes wrong may be tried again.
 */
export async function sendSms(
  message: { to: string; text: string },
  { SMS_URL, SMS_KEY }: SmsSettings = config,
): Promise<Sending> {
  if (SMS_URL === undefined) return { ok: false, failure: 'not-configured' }
  try {
    const answer = await fetch(SMS_URL, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(SMS_KEY !== undefined && { Authorization: `Bearer ${SMS_KEY}` }),
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(patience),
    })
    if (answer.ok) return { ok: true }
    return { ok: false, failure: answer.status < 500 && answer.status !== 429 ? 'refused' : 'try-again' }
  } catch {
    return { ok: false, failure: 'try-again' }
  }
}
