import type { Role } from '#db/tables.ts'

export type PasswordProblem = 'too-short' | 'too-long' | 'too-simple' | 'is-login'

const leastLength = 8
const leastLengthOfAdmin = 10
const mostLength = 128
const leastClasses = 3
const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

export function leastLengthFor(role: Role): number {
  return role === 'admin' ? leastLengthOfAdmin : leastLength
}

/** What is wrong with a new password, null when nothing (domain 12.2: GB/T 22239 identification). */
export function passwordProblem(
  password: string,
  account: { login: string; role: Role },
): PasswordProblem | null {
  const length = Array.from(password).length
  if (length < leastLengthFor(account.role)) return 'too-short'
  if (length > mostLength) return 'too-long'
  if (folded(password) === folded(account.login)) return 'is-login'
  return classes.filter(sign => sign.test(password)).length < leastClasses ? 'too-simple' : null
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
