import { isOwnPage } from '#app/http/own-page.ts'
import type { Role } from '#db/tables.ts'

const homes: Record<Role, string> = {
  city: '/',
  unit: '/',
  school: '/',
  applicant: '/account',
  expert: '/titles/reviews',
  auditor: '/admin/audit',
  admin: '/',
}

/** Where somebody arrives after signing in: where they were going, if that is a page of this site, else their home. */
export function arrivalOf(role: Role, next: string | null): string {
  return next !== null && leadsSomewhere(next) ? next : homes[role]
}

function leadsSomewhere(next: string): boolean {
  return isOwnPage(next) && !/^\/(sign-in|sign-out|setup)\b/.test(next)
}
