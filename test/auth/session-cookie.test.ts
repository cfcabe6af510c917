import { expect, test } from 'vitest'
import { sessionCookie } from '#app/auth/session-cookie.ts'

test('over HTTPS the cookie is bound to it and to this host', () => {
  expect(sessionCookie('abc', true)).toBe('__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure')
})

test('over the plain HTTP of an intranet it has a plain name, which browsers would refuse otherwise', () => {
  expect(sessionCookie('abc', false)).toBe('session=abc; Path=/; HttpOnly; SameSite=Lax')
})
