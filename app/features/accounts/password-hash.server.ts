import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// Argon2id with 19 MiB, two passes, one lane: the OWASP minimum, about 20 ms.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a password that nobody knows: an unknown login must cost as much time as a wrong password. */
export const decoyHash =
  '$argon2id$v=19$m=19456,t=2,p=1$Hc/0GDDL9F6nFgcKTUi+iw$JZU0iJfIB1XhX/lqmse0A6CsLkfkxr6CChqFU2AQE1s'

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether the password is the one; with `storedHash` null the same work is done for a certain no. */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? decoyHash, password.normalize('NFKC'))
  return matches && storedHash !== null
}

const letters = 'abcdefghjkmnpqrstuvwxyz'
const capitals = 'ABCDEFGHJKMNPQRSTUVWXYZ'
const digits = '23456789'

/** A password to be read out and typed once, like 'kTwq-7pHr-m4Xc': no letters that look alike. */
export function newPassword(): string {
  const group = () => shuffled([pick(letters), pick(capitals), pick(digits), pick(letters)]).join('')
  return [group(), group(), group()].join('-')
}

function pick(alphabet: string): string {
  return alphabet[randomInt(alphabet.length)] ?? ''
}

function shuffled(signs: string[]): string[] {
  for (let place = signs.length - 1; place > 0; place -= 1) {
    const other = randomInt(place + 1)
    const sign = signs[place] ?? ''
    signs[place] = signs[other] ?? ''
    signs[other] = sign
  }
  return signs
}
