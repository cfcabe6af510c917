import type { Role } from '#db/tables.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'

/** Who creates and changes accounts: somebody signed in, or the command line as 'admin' with id null. */
export interface AccountManager {
  id: string | null
  name: string
  role: Role
  unitCode: string | null
}

export type AccountRefusal =
  | 'bad-login'
  | 'bad-name'
  | 'login-taken'
  | 'role-not-allowed'
  | 'unknown-unit'
  | 'unknown-school'
  | 'not-found'
  | 'yourself'
  | 'last-admin'

const managed: Record<Role, readonly Role[]> = {
  admin: ['city', 'unit', 'school', 'applicant', 'expert', 'auditor', 'admin'],
  city: ['unit', 'school', 'expert'],
  unit: ['school'],
  school: [],
  applicant: [],
  expert: [],
  auditor: [],
}

/** The roles whose accounts somebody of this role creates and changes; a unit officer those of its own schools. */
export function managedRoles(role: Role): readonly Role[] {
  return managed[role]
}

/**
 * What an account of the role belongs to. An expert may name the school where they work, whose application they never
 * score; not all work at one.
 */
export function placeOfRole(role: Role): 'unit' | 'school' | 'perhaps-school' | null {
  if (role === 'expert') return 'perhaps-school'
  return role === 'unit' || role === 'school' ? role : null
}

/** Whether a school administered by `schoolUnitCode` is the manager's to give accounts for. */
export function isOwnSchool(manager: AccountManager, schoolUnitCode: string): boolean {
  return manager.role === 'unit'
    ? manager.unitCode === schoolUnitCode
    : managed[manager.role].includes('school')
}

/** 2 to 60 letters (Chinese too), digits, dots, hyphens, underscores or @; may be an e-mail address. */
export function isLogin(login: string): boolean {
  return /^[\p{L}\p{N}._@-]{2,60}$/u.test(login)
}

/** Under which a login is unique: case and width make no difference. */
export function loginKey(login: string): string {
  return login.trim().normalize('NFKC').toLowerCase()
}

/** Names are shown where numbers never are: nobody is called by one. */
export function isPersonName(name: string): boolean {
  const length = Array.from(name.trim()).length
  return length > 0 && length <= 60 && !holdsPersonalNumber(name)
}

/** Whether the account may sign in at the instant (UTC text). */
export function stateOf(
  account: { disabledAt: string | null; lockedUntil: string | null },
  now: string,
): 'active' | 'disabled' | 'locked' {
  if (account.disabledAt !== null) return 'disabled'
  return account.lockedUntil !== null && account.lockedUntil > now ? 'locked' : 'active'
}

type FieldOfAccount = 'login' | 'name' | 'role' | 'unitCode' | 'schoolCode'

const fields: Partial<Record<string, FieldOfAccount>> = {
  'bad-login': 'login',
  'login-taken': 'login',
  'bad-name': 'name',
  'role-not-allowed': 'role',
  'unknown-unit': 'unitCode',
  'unknown-school': 'schoolCode',
}

/** The field of the form that a refusal belongs to; null when it concerns the whole account. */
export function fieldOf(refusal: string): FieldOfAccount | null {
  return fields[refusal] ?? null
}
