import { expect, test } from 'vitest'
import { arrivalOf } from '#app/auth/way-home.ts'

test.each([
  ['city', '/'],
  ['unit', '/'],
  ['school', '/'],
  ['applicant', '/account'],
  ['auditor', '/admin/audit'],
  ['admin', '/'],
] as const)('%s arrives at %s', (role, home) => {
  expect(arrivalOf(role, null)).toBe(home)
})

test('whoever was on the way to a page arrives there', () => {
  expect(arrivalOf('city', '/coverage?asOf=2026-11-23')).toBe('/coverage?asOf=2026-11-23')
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'coverage',
  '/sign-in',
  '/sign-out',
  '',
])('%j leads home, not away', next => {
  expect(arrivalOf('city', next)).toBe('/')
})
