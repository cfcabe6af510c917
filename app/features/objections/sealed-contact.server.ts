import { whyNotShown } from '#app/features/applicants/unmask.server.ts'
import { seal, unseal } from '#app/sealing.server.ts'
import type { Said } from './objection.rule.ts'

/** What a sealed contact is and of which objection. */
export function aboutObjection(id: string): string {
  return `objection.contact ${id}`
}

export function sealContact(id: string, contact: string): string {
  return seal(contact, aboutObjection(id))
}

/** An objection that stands, with its contact as it is kept; '' once it was forgotten. */
export interface Standing {
  id: string
  status: 'received' | 'dismissed' | 'upheld'
  name: string
  text: string
  sealed: string
}

/** Whether the same person has said the same and waits for the answer, as after a second click. */
export function isSaidAlready(said: Said, standing: readonly Standing[]): boolean {
  return standing.some(
    one =>
      one.status === 'received' &&
      one.name === said.name &&
      one.text === said.text &&
      one.sealed !== '' &&
      unseal(one.sealed, aboutObjection(one.id)) === said.contact,
  )
}

export type LookRefusal = 'reason-needed' | 'holds-number' | 'nothing-there'

/** A contact in clear, for whoever says why; the caller audits the look in the same transaction. */
export function openContact(
  one: { id: string; sealed: string },
  reason: string,
): { ok: true; value: string } | { ok: false; refusal: LookRefusal } {
  const refusal = whyNotShown(reason)
  if (refusal !== null) return { ok: false, refusal }
  if (one.sealed === '') return { ok: false, refusal: 'nothing-there' }
  return { ok: true, value: unseal(one.sealed, aboutObjection(one.id)) }
}
