import { expect, test } from 'vitest'
import { refuseForeignForm } from '#app/auth/foreign-form.ts'

const host = 'sports.lyg.example:3000'

test.each([
  ['a form of our own page over HTTPS', { 'sec-fetch-site': 'same-origin' }, false],
  ['a form of another site', { 'sec-fetch-site': 'cross-site' }, true],
  ['a form of a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }, true],
  [
    'another site that borrows our Origin',
    { 'sec-fetch-site': 'cross-site', origin: `http://${host}` },
    true,
  ],
  ['a form of our own page over plain HTTP', { origin: `http://${host}` }, false],
  ['another host over plain HTTP', { origin: 'http://evil.example' }, true],
  ['another port of our host', { origin: 'http://sports.lyg.example:3001' }, true],
  ['an opaque origin', { origin: 'null' }, true],
  ['a request that says nothing', {}, true],
  [
    'a forwarded host that nobody vouches for',
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
    true,
  ],
])('%s', (_case, headers, refused) => {
  expect(refuseForeignForm({ method: 'POST', headers: { host, ...headers } })).toBe(refused)
})

test('reading is never refused, every writing method is checked', () => {
  const headers = { host, 'sec-fetch-site': 'cross-site' }

  for (const method of ['GET', 'HEAD', 'OPTIONS', 'get'])
    expect(refuseForeignForm({ method, headers })).toBe(false)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'post'])
    expect(refuseForeignForm({ method, headers })).toBe(true)
})

test('behind a proxy that changes Host the configured origin decides', () => {
  const request = { method: 'POST', headers: { host: 'app:3000', origin: 'https://sports.lyg.example' } }

  expect(refuseForeignForm(request)).toBe(true)
  expect(refuseForeignForm(request, 'https://sports.lyg.example')).toBe(false)
})
