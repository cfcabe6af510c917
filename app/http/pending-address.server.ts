import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { seal, unseal } from '#app/sealing.server.ts'

const Pending = z.object({
  purpose: z.enum(['REGISTER', 'RECOVER', 'CONTACT']),
  channel: z.enum(['sms', 'email']),
  value: z.string(),
  /** Where the person was going. */
  next: z.string().nullable(),
  /** The code itself, on an installation that shows it. */
  shown: z.string().nullable(),
})

/** An address to which a code was sent, between the two pages that ask for it and for the code. */
export type PendingAddress = z.infer<typeof Pending>

const minutes = 15
const cookie = createCookie('pending', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: minutes * 60 })
const about = 'pending-address'

/** The header that keeps it; sealed, so that neither a log nor the next reader of the browser learns an address. */
export function keepPendingAddress(pending: PendingAddress): Promise<string> {
  return cookie.serialize(seal(JSON.stringify(pending), about))
}

/** The header that forgets it. */
export function dropPendingAddress(): Promise<string> {
  return cookie.serialize('', { maxAge: 0 })
}

/** What the request still carries for the purpose; null when it is over, or somebody made it up. */
export async function pendingAddress(
  request: Request,
  purpose: PendingAddress['purpose'],
): Promise<PendingAddress | null> {
  const sealed: unknown = await cookie.parse(request.headers.get('Cookie'))
  if (typeof sealed !== 'string' || sealed === '') return null
  try {
    const pending = Pending.parse(JSON.parse(unseal(sealed, about)))
    return pending.purpose === purpose ? pending : null
  } catch {
    return null
  }
}
