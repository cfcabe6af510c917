import type { IdNumberRefusal } from './id-number.rule.ts'

/** Why a part of a profile cannot stand as it was entered. */
export type ProfileRefusal =
  | IdNumberRefusal
  | 'bad-name'
  | 'wrong-code'
  | 'address-taken'
  | 'holds-number'
  | 'identity-fixed'
  | 'day-to-come'
  | 'expires-before-issued'
  | 'level-missing'
  | 'sport-unknown'
  | 'title-unknown'
  | 'no-profile'

type Part = 'identity' | 'contact' | 'sports' | 'background' | 'consent'

/** What of a profile is still missing before anybody can apply, in the order in which it is filled in. */
export function missingParts(profile: {
  hasIdNumber: boolean
  hasPhone: boolean
  hasSport: boolean
  hasEducation: boolean
  hasConsent: boolean
}): Part[] {
  const parts: [Part, boolean][] = [
    ['identity', profile.hasIdNumber],
    ['contact', profile.hasPhone],
    ['sports', profile.hasSport],
    ['background', profile.hasEducation],
    ['consent', profile.hasConsent],
  ]
  return parts.filter(([, isThere]) => !isThere).map(([part]) => part)
}
