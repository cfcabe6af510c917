import type { Role } from '#db/tables.ts'

const homes: Record<Role, string> = {
  city: '/',
  unit: '/',
  school: '/',
  applicant: '/account',
  auditor: '/admin/audit',
  admin: '/',
}

/** Where somebody arrives after signing in: where they were going, if that is a page of this site, else their home. */
export function arrivalOf(role: Role, next: string | null): string {
  return next !== null && isOwnPage(next) ? next : homes[role]
}

/** '//evil.example', '/\evil.example' and a tab inside either are addresses of other hosts to a browser. */
function isOwnPage(next: string): boolean {
  const plain = /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(next)
  return plain && !/^\/(sign-in|sign-out|setup)\b/.test(next)
}
