import { expect, test } from 'vitest'
import { maskAddress, readAddress } from '#app/features/applicants/address.rule.ts'
import { codeLimits, isAlive, type SentCode, whyNoCode } from '#app/features/applicants/verification.rule.ts'

test.each([
  ['13800005678', { channel: 'sms', value: '13800005678' }],
  ['+86 138-0000 5678', { channel: 'sms', value: '13800005678' }],
  ['0086138 0000 5678', { channel: 'sms', value: '13800005678' }],
  ['\u202d138\u200b00005678\u202c', { channel: 'sms', value: '13800005678' }],
  ['１３８００００５６７８', { channel: 'sms', value: '13800005678' }],
  [' Wang@Example.CN ', { channel: 'email', value: 'wang@example.cn' }],
  ['12800005678', null],
  ['1380000567', null],
  ['0518-85212345', null],
  ['wang@example', null],
  ['wang example.cn', null],
  ['', null],
])('%s is read in its one form, or not at all', (text, address) => {
  expect(readAddress(text)).toEqual(address)
})

test('masked, an address is recognised by its owner only', () => {
  expect(maskAddress({ channel: 'sms', value: '13800005678' })).toBe('138****5678')
  expect(maskAddress({ channel: 'email', value: 'wang@example.cn' })).toBe('w***@example.cn')
})

const now = new Date('2026-11-26T02:00:00Z')
const sent = (createdAt: string, given: Partial<SentCode> = {}): SentCode => ({
  createdAt,
  expiresAt: '2026-11-26 02:05:00.000',
  attempts: 0,
  usedAt: null,
  ...given,
})

test('an address gets one code a minute and eight a day', () => {
  const earlier = (count: number) => Array.from({ length: count }, () => sent('2026-11-26 00:00:00.000'))

  expect(whyNoCode([], now)).toBeNull()
  expect(whyNoCode([sent('2026-11-26 01:59:01.000')], now)).toBe('too-soon')
  expect(whyNoCode([sent('2026-11-26 01:58:59.000')], now)).toBeNull()
  expect(whyNoCode(earlier(7), now)).toBeNull()
  expect(whyNoCode(earlier(8), now)).toBe('too-many')
})

test('a code is dead once used, after ten minutes and after five tries', () => {
  const at = '2026-11-26 02:00:00.000'

  expect(isAlive(sent(at), at)).toBe(true)
  expect(isAlive(sent(at, { usedAt: at }), at)).toBe(false)
  expect(isAlive(sent(at, { expiresAt: at }), at)).toBe(false)
  expect(isAlive(sent(at, { attempts: codeLimits.attempts }), at)).toBe(false)
})
