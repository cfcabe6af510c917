import { setupServer } from 'msw/node'
import { smsGateway, smsHandler } from './sms-handler.ts'

/** For a development server without a gateway: messages go to the handlers of the tests, and to the console. */
export function playGateways(): void {
  // Vite asks twice, once for itself and once for Remix.
  if (process.env.SMS_URL === smsGateway.url) return
  process.env.SMS_URL ??= smsGateway.url
  process.env.SMS_KEY ??= smsGateway.key
  const network = setupServer(smsHandler(({ to, text }) => process.stdout.write(`SMS ${to}: ${text}\n`)))
  network.listen({ onUnhandledRequest: 'bypass' })
}
