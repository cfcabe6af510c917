import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

export interface TestSmsGateway {
  url: string
  /** Every message taken. */
  messages: { to: string; text: string }[]
  close: () => Promise<void>
}

/** A text message gateway on this machine, for a server that runs as a process of its own. */
export async function startSmsGateway(): Promise<TestSmsGateway> {
  const messages: TestSmsGateway['messages'] = []
  const server = createServer((request, response) => {
    text(request).then(body => {
      messages.push(JSON.parse(body))
      response.end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/send`,
    messages,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
