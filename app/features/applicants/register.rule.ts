import type { PasswordProblem } from '../accounts/password.rule.ts'

/** Why no code was sent. */
export type CodeRefusal =
  | 'bad-address'
  | 'too-soon'
  | 'too-many'
  | 'client-busy'
  | 'not-sent'
  | 'not-configured'

/** Why nobody was registered. */
export type RegisterRefusal = 'bad-name' | 'no-consent' | 'wrong-code' | 'address-taken' | PasswordProblem
