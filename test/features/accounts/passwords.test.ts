import { describe, expect, test } from 'vitest'
import { passwordProblem } from '#app/features/accounts/password.rule.ts'
import {
  decoyHash,
  hashPassword,
  newPassword,
  verifyPassword,
} from '#app/features/accounts/password-hash.server.ts'
import { fc } from '#test/support/laws.ts'

const school = { login: 'Donghai-01x', role: 'school' as const }

describe('a new password', () => {
  test.each([
    ['Ab1-xyz', 'too-short'],
    ['Ab1-xyzw', null],
    ['abcdefg1', 'too-simple'],
    ['abcdEFGH', 'too-simple'],
    ['abcdEFG1', null],
    ['海州区的体育Ab', null],
    ['donghai-01X', 'is-login'],
    ['ＤＯＮＧＨＡＩ-01X', 'is-login'],
    [`Ab1-${'x'.repeat(125)}`, 'too-long'],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password, school)).toBe(problem)
  })

  test('has at least ten signs for an administrator', () => {
    expect(passwordProblem('Ab1-xyzwv', { login: 'root', role: 'admin' })).toBe('too-short')
    expect(passwordProblem('Ab1-xyzwvu', { login: 'root', role: 'admin' })).toBeNull()
  })
})

test('a made-up password meets the rule for everybody and is another one each time', () => {
  fc.assert(
    fc.property(
      fc.constant(null),
      () => passwordProblem(newPassword(), { login: 'a', role: 'admin' }) === null,
    ),
    { numRuns: 300 },
  )
  expect(new Set(Array.from({ length: 50 }, newPassword)).size).toBe(50)
})

test('a hash is Argon2id with 19 MiB, two passes and one lane, and never the same twice', async () => {
  const hashes = await Promise.all([hashPassword('Ab1-xyzw'), hashPassword('Ab1-xyzw')])

  expect(hashes[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(hashes[0]).not.toBe(hashes[1])
  expect(await verifyPassword(hashes[0] ?? '', 'Ab1-xyzw')).toBe(true)
  expect(await verifyPassword(hashes[0] ?? '', 'Ab1-xyzW')).toBe(false)
})

test('without an account the same work is done for a certain no', async () => {
  const parameters = (hash: string) => hash.split('$').slice(0, 4)

  expect(parameters(decoyHash)).toEqual(parameters(await hashPassword('x')))
  expect(await verifyPassword(null, 'x')).toBe(false)
})

test('full-width signs of an input method are the signs they stand for', async () => {
  expect(await verifyPassword(await hashPassword('Ab1-xyzw'), 'Ａb１-xyzw')).toBe(true)
})
