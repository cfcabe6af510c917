import { expect, test } from 'vitest'
import { loggedPath } from '#app/http/logged-path.ts'

test.each([
  ['/u/01K4SECRET', '/u/…'],
  ['/U/01K4SECRET', '/U/…'],
  ['/u/01K4SECRET.data', '/u/…'],
  ['/u/01K4SECRET/template.xlsx', '/u/…/template.xlsx'],
  ['/u/01K4SECRET/01K5', '/u/…/01K5'],
  ['/upload-links/01K4/revoke', '/upload-links/01K4/revoke'],
  ['/units/u/x', '/units/u/x'],
  ['/', '/'],
])('%s stands in a log as %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged)
})
