import type { Mend } from './eligibility.rule.ts'

/** Where the person completes what a rule asks for. */
export const mendPaths = {
  person: '/profile',
  contact: '/profile',
  sports: '/profile',
  education: '/profile',
  certificates: '/profile',
  experience: '/profile',
  consent: '/profile',
} satisfies Record<Mend, string>

export const documentsPath = '/profile'
