import { createServer, type Socket } from 'node:net'

export interface TestMailServer {
  url: string
  /** Every message taken, as it came over the wire. */
  mails: string[]
  close: () => Promise<void>
}

/** A mail server that takes every message, or answers the recipient with the line given. */
export async function startMailServer(answerToRecipient = '250 OK'): Promise<TestMailServer> {
  const mails: string[] = []
  const server = createServer(socket => speak(socket, answerToRecipient, mails))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

function speak(socket: Socket, answerToRecipient: string, mails: string[]): void {
  let inData = false
  let text = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test')
  socket.on('data', chunk => {
    text += chunk.toString()
    if (inData) {
      if (!text.endsWith('\r\n.\r\n')) return
      mails.push(text)
      inData = false
      text = ''
      say('250 OK')
      return
    }
    for (let end = text.indexOf('\r\n'); end >= 0 && !inData; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end)
      text = text.slice(end + 2)
      if (/^RCPT/i.test(line)) say(answerToRecipient)
      else if (/^DATA/i.test(line)) {
        inData = true
        say('354 Go on')
      } else if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n')
      else say('250 OK')
    }
  })
  socket.on('error', () => socket.destroy())
}

/** What a mail says, whichever way it was encoded for the wire. */
export function textOfMail(mail: string): string {
  const [head = '', body = ''] = mail.split(/\r?\n\r?\n([\s\S]*)/)
  if (/Content-Transfer-Encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/Content-Transfer-Encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
