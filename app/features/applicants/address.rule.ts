/** Where somebody can be reached: a mobile number or an e-mail address, in its one form. */
export interface Address {
  channel: 'sms' | 'email'
  value: string
}

/** Marks that phone books paste along with a number. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/** Reads '+86 138-0000 5678' and 'Wang@Example.CN'; null for anything else (domain.md 5.4). */
export function readAddress(text: string): Address | null {
  const plain = text.normalize('NFKC').replaceAll(invisible, '').trim()
  const digits = plain.replaceAll(/[\s()-]/g, '').replace(/^(\+|00)86/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return { channel: 'sms', value: digits }
  const email = plain.toLowerCase()
  return /^[^\s@<>,;]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email) && email.length <= 200
    ? { channel: 'email', value: email }
    : null
}

/** '138****5678', 'w***@example.cn' */
export function maskAddress({ channel, value }: Address): string {
  if (channel === 'sms') return `${value.slice(0, 3)}****${value.slice(-4)}`
  return `${value.slice(0, 1)}***${value.slice(value.indexOf('@'))}`
}
