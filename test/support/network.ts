import { http, passthrough } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll } from 'vitest'

/** The network of the tests: what a test plays, and the servers that it starts on this machine. */
const network = setupServer(http.all(/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\//, () => passthrough()))

/** Fails a test that reaches for the network. */
export function playNetwork(): void {
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
  afterAll(() => network.close())
}
