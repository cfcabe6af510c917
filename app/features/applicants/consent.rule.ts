import type { Consent } from './applicants.queries.server.ts'

export const consentPurposes = ['SENSITIVE', 'ENTRY_CHECK'] as const

/** The version of each wording in consent.text.ts; another wording needs another version, and to be asked again. */
export const consentVersions: Record<Consent['purpose'], string> = {
  SENSITIVE: '2026-11',
  ENTRY_CHECK: '2026-11',
}

/** Whether somebody agreed to the purpose as it is worded now, and has not taken it back. */
export function hasConsent(consents: readonly Consent[], purpose: Consent['purpose']): boolean {
  return consents.some(
    one => one.purpose === purpose && one.version === consentVersions[purpose] && one.withdrawnAt === null,
  )
}
