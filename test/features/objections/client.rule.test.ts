import { expect, test } from 'vitest'
import { isClientBusy, mostObjectionsAnHour, networkOf } from '#app/features/objections/client.rule.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8:0:1:aaaa::1', '2001:db8:0:1'],
  ['2001:db8:0:1:ffff:1:2:3', '2001:db8:0:1'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0db8:0000:0001::', '2001:db8:0:1'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('%s counts as %s', (client, network) => {
  expect(networkOf(client)).toBe(network)
})

test('the last objection that is allowed within the hour is the twentieth', () => {
  expect(mostObjectionsAnHour).toBe(20)
  expect(isClientBusy(19)).toBe(false)
  expect(isClientBusy(20)).toBe(true)
})
