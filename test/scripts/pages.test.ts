import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { beginningOf, routesFor } from '#scripts/serve/pages.ts'

const routes = Object.fromEntries(
  ['root', 'home', 'posts', 'posts/:number', 'registry/posts', '*'].map(id => [
    id,
    { id, path: id === 'root' || id === 'home' ? undefined : id, module: {} },
  ]),
) as ServerBuild['routes']

test('an address is answered by the routes that begin like it, and by those that begin like any', () => {
  expect(Object.keys(routesFor(routes, 'posts'))).toEqual(['root', 'home', 'posts', 'posts/:number', '*'])
  expect(Object.keys(routesFor(routes, 'registry'))).toEqual(['root', 'home', 'registry/posts', '*'])
})

test.each([
  ['/posts', 'posts'],
  ['/posts/2026-001', 'posts'],
  ['/posts.data', 'posts'],
  ['/', ''],
  ['//posts', ''],
])('%s begins with “%s”', (path, beginning) => {
  expect(beginningOf(path)).toBe(beginning)
})
