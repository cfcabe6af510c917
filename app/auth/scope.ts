import type { Role } from '#db/tables.ts'

/** Somebody signed in. */
export interface Actor {
  id: string
  login: string
  name: string
  role: Role
  unitCode: string | null
  schoolId: string | null
}

/** Which rows somebody sees. Passed to every query on scoped data, never ambient. */
export type Scope =
  | { kind: 'city' }
  | { kind: 'unit'; unitCode: string }
  | { kind: 'school'; schoolId: string }
  | { kind: 'applicant'; accountId: string }
  | { kind: 'nothing' }

/** What the actor may see; an account without its unit or school sees nothing, yet works. */
export function scopeOf(actor: Actor): Scope {
  if (actor.role === 'city' || actor.role === 'auditor' || actor.role === 'admin') return { kind: 'city' }
  if (actor.role === 'unit' && actor.unitCode !== null) return { kind: 'unit', unitCode: actor.unitCode }
  if (actor.role === 'school' && actor.schoolId !== null) return { kind: 'school', schoolId: actor.schoolId }
  if (actor.role === 'applicant') return { kind: 'applicant', accountId: actor.id }
  return { kind: 'nothing' }
}
