import { expect, test } from 'vitest'
import { pageKey } from '#app/http/page-key.server.ts'

const url = 'http://sports.test/coverage'
const root = { person: { name: '市教育局' }, locale: 'zh-CN', requestId: '0a1b2c' }
const rendered = {
  loaderData: { root, coverage: { unitsMet: 3 } },
  actionData: null,
  errors: null,
  statusCode: 200,
}
const key = pageKey(url, '0a1b2c', rendered)

test('the same address and data are the same page, whatever the number of the request', () => {
  const loaderData = { ...rendered.loaderData, root: { ...root, requestId: 'ffffff' } }

  expect(key).not.toBeNull()
  expect(pageKey(url, 'ffffff', { ...rendered, loaderData })).toBe(key)
})

test.each<[string, string, Partial<typeof rendered>]>([
  ['another address', `${url}?asOf=2026-09-01`, {}],
  ['another number', url, { loaderData: { root, coverage: { unitsMet: 4 } } }],
  [
    'another reader',
    url,
    { loaderData: { ...rendered.loaderData, root: { ...root, person: { name: '东海县' } } } },
  ],
  ['another language', url, { loaderData: { ...rendered.loaderData, root: { ...root, locale: 'en' } } }],
])('%s is another page', (_what, address, change) => {
  expect(pageKey(address, '0a1b2c', { ...rendered, ...change })).not.toBe(key)
})

test.each([
  ['a refused form', { actionData: { import: { problem: 'x' } } }],
  ['an error', { errors: { root: new Error('x') } }],
  ['a status of its own', { statusCode: 404 }],
  ['data still under way', { loaderData: { root, later: { rows: Promise.resolve([]) } } }],
])('%s is never kept', (_what, change) => {
  expect(pageKey(url, '0a1b2c', { ...rendered, ...change })).toBeNull()
})
