import { expect, test } from 'vitest'

test('a test that reaches for the network fails', async () => {
  await expect(fetch('https://sms.example/send')).rejects.toThrow()
})
