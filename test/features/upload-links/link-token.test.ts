import { expect, test } from 'vitest'
import { dataKeysOf } from '#app/data-keys.server.ts'
import { isGenuine, linkDigest, newSecret, readToken } from '#app/features/upload-links/link-token.server.ts'
import type { LinkTerms } from '#app/features/upload-links/upload-link.rule.ts'
import { newId } from '#db/write.server.ts'

const terms: LinkTerms = {
  id: newId(),
  schoolId: newId(),
  sheet: 'activity-log',
  firstDay: '2025-09-01',
  lastDay: '2025-09-07',
  confirms: 'school',
  usesAllowed: 1,
  expiresAt: '2025-09-12 04:00:00.000',
}

test('a token is an id and 256 bits; nothing of another shape is read', () => {
  const secret = newSecret()

  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(newSecret()).not.toBe(secret)
  expect(readToken(terms.id + secret)).toEqual({ id: terms.id, secret })
  for (const other of ['', terms.id, terms.id + secret.slice(1), `${terms.id}${secret}x`, `../${secret}`])
    expect(readToken(other)).toBeNull()
})

test('a secret opens its own link, and no other does', () => {
  const secret = newSecret()
  const link = { ...terms, digest: linkDigest(secret, terms) }

  expect(isGenuine(secret, link)).toBe(true)
  expect(isGenuine(newSecret(), link)).toBe(false)
  expect(isGenuine(secret, { ...link, digest: '' })).toBe(false)
})

test.each<Partial<LinkTerms>>([
  { id: newId() },
  { schoolId: newId() },
  { sheet: 'events' },
  { firstDay: '2025-08-01' },
  { lastDay: '2025-09-30' },
  { confirms: 'teacher' },
  { usesAllowed: 2 },
  { expiresAt: '2026-09-12 04:00:00.000' },
])('a link whose row was altered opens no more: %o', altered => {
  const secret = newSecret()

  expect(isGenuine(secret, { ...terms, ...altered, digest: linkDigest(secret, terms) })).toBe(false)
})

test('who writes a row without the key of the installation has made no link', () => {
  const key = (letter: string) => Buffer.alloc(32, letter).toString('base64')
  const foreign = dataKeysOf({
    DATA_KEYS: `k1:${key('a')}`,
    LOOKUP_KEY: key('b'),
    DATA_KEY_FILE: '',
  })
  const secret = newSecret()

  expect(isGenuine(secret, { ...terms, digest: linkDigest(secret, terms, foreign) })).toBe(false)
})
