import type { Mend } from './eligibility.rule.ts'

/** Where the person completes what a rule asks for. */
export const mendPaths = {
  person: '/profile/identity',
  contact: '/profile/contact',
  sports: '/profile/sports',
  education: '/profile/background',
  certificates: '/profile/certificates',
  experience: '/profile/background',
  consent: '/profile/consent',
} satisfies Record<Mend, string>

export const profilePath = '/profile'

export const documentsPath = '/profile/documents'
