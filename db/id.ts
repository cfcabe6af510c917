import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

let lastTime = 0
let lastRandom: number[] = []

/** A ULID: 26 characters, sorts by the millisecond it was made in, and grows within one process. */
export function newId(): string {
  const time = Math.max(Date.now(), lastTime)
  lastRandom = time === lastTime ? increment(lastRandom) : freshRandom()
  lastTime = time
  return encodeTime(time) + lastRandom.map(digit => alphabet[digit]).join('')
}

function freshRandom(): number[] {
  const digits = Array.from(randomBytes(16), byte => byte % 32)
  // The first digit stays low, so that a burst of ids in one millisecond never overflows.
  digits[0] = digits[0]! % 16
  return digits
}

function increment(digits: number[]): number[] {
  const next = [...digits]
  for (let place = next.length - 1; place >= 0; place -= 1) {
    next[place] = (next[place]! + 1) % 32
    if (next[place] !== 0) break
  }
  return next
}

function encodeTime(time: number): string {
  let text = ''
  for (let rest = time, place = 0; place < 10; place += 1) {
    text = alphabet[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return text
}
