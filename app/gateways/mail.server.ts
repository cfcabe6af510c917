import { createTransport } from 'nodemailer'
import { config } from '#app/config.server.ts'
import type { Sending } from './sending.ts'

interface MailSettings {
  SMTP_URL?: string | undefined
  MAIL_FROM: string
}

const patience = 10_000

/** Sends a plain e-mail. A server that answers 5xx will not take it later either (RFC 5321, 4.2.1). */
export async function sendMail(
  message: { to: string; subject: string; text: string },
  { SMTP_URL, MAIL_FROM }: MailSettings = config,
): Promise<Sending> {
  if (SMTP_URL === undefined) return { ok: false, failure: 'not-configured' }
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  })
  try {
    await transport.sendMail({ from: MAIL_FROM, ...message })
    return { ok: true }
  } catch (error) {
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    return { ok: false, failure: code >= 500 ? 'refused' : 'try-again' }
  } finally {
    transport.close()
  }
}
