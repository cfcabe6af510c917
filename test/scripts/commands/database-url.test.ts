import { expect, test } from 'vitest'
import { isDatabaseUrl, shownUrl } from '#scripts/commands/database-url.ts'

test.each([
  ['file:./data/sports.db', 'file:./data/sports.db'],
  ['mysql://root:geheim@db.lyg:3307/sports', 'mysql://root@db.lyg:3307/sports'],
  ['mariadb://root:ge%3Aheim@db.lyg/sports?password=geheim', 'mariadb://root@db.lyg/sports'],
  ['mysql://db.lyg/sports', 'mysql://db.lyg/sports'],
])('%s is a database, and is shown without a password', (url, shown) => {
  expect(isDatabaseUrl(url)).toBe(true)
  expect(shownUrl(url)).toBe(shown)
})

test.each(['', 'file:', './sports.db', 'postgres://localhost/x', 'mysql://localhost', 'mysql://root:x@:y/z'])(
  "'%s' is no database",
  url => {
    expect(isDatabaseUrl(url)).toBe(false)
  },
)
