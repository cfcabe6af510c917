import { http, passthrough } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { smsHandler } from './sms-handler.ts'

/** The network of the tests: what a test plays, and the servers that it starts on this machine. */
const network = setupServer(http.all(/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\//, () => passthrough()))

/** Fails a test that reaches for the network. */
export function playNetwork(): void {
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
  afterEach(() => network.resetHandlers())
  afterAll(() => network.close())
}

/**
 * The SMS gateway until the end of the test: refuses whoever lacks its key, takes every message, or answers all of them
 * with `status`. Answers the list of what it took.
 */
export function playSmsGateway(status = 200): { to: string; text: string }[] {
  const taken: { to: string; text: string }[] = []
  network.use(smsHandler(message => taken.push(message), status))
  return taken
}
