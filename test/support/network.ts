import { HttpResponse, http, passthrough } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'

/** Where the tests' SMS gateway stands, and its key. */
export const smsGateway = { url: 'https://sms.test/send', key: 'sms-key' }

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
  network.use(
    http.post(smsGateway.url, async ({ request }) => {
      if (request.headers.get('Authorization') !== `Bearer ${smsGateway.key}`)
        return new HttpResponse(null, { status: 401 })
      if (status === 200) taken.push((await request.json()) as { to: string; text: string })
      return new HttpResponse(null, { status })
    }),
  )
  return taken
}
