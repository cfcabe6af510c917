import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataKeysOf } from '#app/data-keys.server.ts'
import { isSealedAnew, lookupOf, seal, sealBytes, unseal, unsealBytes } from '#app/sealing.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'sports-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

const key = (fill: string) => Buffer.alloc(32, fill).toString('base64')
const before = dataKeysOf({ DATA_KEYS: `k1:${key('a')}`, LOOKUP_KEY: key('l'), DATA_KEY_FILE: '' })
const after = dataKeysOf({
  DATA_KEYS: `k2:${key('b')},k1:${key('a')}`,
  LOOKUP_KEY: key('l'),
  DATA_KEY_FILE: '',
})
const phone = '13800005678'

test('a sealed text opens again, and shows nothing of itself', () => {
  const sealed = seal(phone, 'applicant.phone 1', before)

  expect(sealed).not.toContain(phone)
  expect(seal(phone, 'applicant.phone 1', before)).not.toBe(sealed)
  expect(unseal(sealed, 'applicant.phone 1', before)).toBe(phone)
})

test('a sealed text opens neither in the row of another person nor when it was altered', () => {
  const sealed = seal(phone, 'applicant.phone 1', before)
  const altered = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`

  expect(() => unseal(sealed, 'applicant.phone 2', before)).toThrow()
  expect(() => unseal(altered, 'applicant.phone 1', before)).toThrow()
})

test('after a rotation the old key still opens, the new one seals, and lookups stay', () => {
  const old = seal(phone, 'applicant.phone 1', before)
  const anew = seal(phone, 'applicant.phone 1', after)

  expect(unseal(old, 'applicant.phone 1', after)).toBe(phone)
  expect([isSealedAnew(old, after), isSealedAnew(anew, after)]).toEqual([false, true])
  expect(() => unseal(anew, 'applicant.phone 1', before)).toThrow('The data key k2 is missing')
  expect(lookupOf('phone', phone, after)).toBe(lookupOf('phone', phone, before))
})

test('a phone and an ID number of the same digits are not found under one another', () => {
  expect(lookupOf('phone', phone, before)).not.toBe(lookupOf('id-number', phone, before))
})

test('a file is sealed as its bytes are', () => {
  const sealed = sealBytes(Buffer.from([0, 255, 7]), 'document 1', before)

  expect([...unsealBytes(sealed, 'document 1', before)]).toEqual([0, 255, 7])
})

test('without keys in the environment a file of its owner only is made once', () => {
  const path = join(folder, 'deep', 'keys.json')

  const made = dataKeysOf({ DATA_KEY_FILE: path })

  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(dataKeysOf({ DATA_KEY_FILE: path })).toEqual(made)
})

test.each([
  ['one of the two', { DATA_KEYS: `k1:${key('a')}` }, 'together'],
  ['a short key', { DATA_KEYS: 'k1:YWJj', LOOKUP_KEY: key('l') }, '32 bytes'],
  ['a key without a name', { DATA_KEYS: key('a'), LOOKUP_KEY: key('l') }, 'name of a key'],
])('%s is refused by name', (_what, settings, message) => {
  expect(() => dataKeysOf({ ...settings, DATA_KEY_FILE: '' })).toThrow(message)
})
