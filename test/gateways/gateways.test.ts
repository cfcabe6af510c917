import { expect, test } from 'vitest'
import { sendMail } from '#app/gateways/mail.server.ts'
import { sendSms } from '#app/gateways/sms.server.ts'
import { playSmsGateway } from '#test/support/network.ts'
import { smsGateway } from '#test/support/sms-handler.ts'
import { startMailServer } from '#test/support/smtp.ts'

const message = { to: '13800005678', text: '【体教】验证码 123456' }
const settings = { SMS_URL: smsGateway.url, SMS_KEY: smsGateway.key }
const mail = { to: 'wang@example.cn', subject: '验证码', text: '验证码 123456' }

test('a text message reaches the gateway as it is', async () => {
  const taken = playSmsGateway()

  expect(await sendSms(message, settings)).toEqual({ ok: true })
  expect(taken).toEqual([message])
})

test.each([
  [400, 'refused'],
  [429, 'try-again'],
  [500, 'try-again'],
])('a gateway that answers %i means %s', async (status, failure) => {
  playSmsGateway(status)

  expect(await sendSms(message, settings)).toEqual({ ok: false, failure })
})

test('a wrong key is refused, and nothing is taken', async () => {
  const taken = playSmsGateway()

  expect(await sendSms(message, { ...settings, SMS_KEY: 'wrong' })).toEqual({ ok: false, failure: 'refused' })
  expect(taken).toEqual([])
})

test('without a gateway nothing is sent, and it is said', async () => {
  expect(await sendSms(message, {})).toEqual({ ok: false, failure: 'not-configured' })
  expect(await sendMail(mail, { MAIL_FROM: 'a@b.cn' })).toEqual({ ok: false, failure: 'not-configured' })
})

test('an e-mail reaches the server with sender, subject and text', async () => {
  const server = await startMailServer()

  expect(await sendMail(mail, { SMTP_URL: server.url, MAIL_FROM: 'sports@example.cn' })).toEqual({ ok: true })

  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]).toMatch(/From: sports@example\.cn[\s\S]*To: wang@example\.cn/)
  await server.close()
})

test('a recipient whom the server does not know is refused for good, a busy server is tried again', async () => {
  for (const [line, failure] of [
    ['550 No such user', 'refused'],
    ['450 Busy', 'try-again'],
  ] as const) {
    const server = await startMailServer(line)
    expect(await sendMail(mail, { SMTP_URL: server.url, MAIL_FROM: 'a@b.cn' })).toEqual({
      ok: false,
      failure,
    })
    await server.close()
  }
})

test('a mail server that is not there is tried again later', async () => {
  expect(await sendMail(mail, { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@b.cn' })).toEqual({
    ok: false,
    failure: 'try-again',
  })
})
