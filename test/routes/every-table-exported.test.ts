import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { sightOf } from './page-exports/shown-tables.ts'
import { withoutExport } from './page-exports/without-export.ts'

const pages = routes
  .filter(({ file }) => file.endsWith('.tsx'))
  .map(({ path = '', file }) => ({ path, ...sightOf(file) }))
const bare = pages.filter(page => page.showsRows && !page.offersExport).map(({ path }) => path)

test('every page with a table offers to take it out, but for those that need not', () => {
  expect(bare.filter(path => withoutExport[path] === undefined)).toEqual([])
})

test('no page is excused that shows no table or offers one by now', () => {
  expect(Object.keys(withoutExport).filter(path => !bare.includes(path))).toEqual([])
})

test('the walk knows a table and an export when it sees them', () => {
  const sights = new Map(pages.map(page => [page.path, page]))

  expect(sights.get('titles/:id')).toMatchObject({ showsRows: true, offersExport: true })
  expect(sights.get('posts-for-you')).toMatchObject({ showsRows: true, offersExport: true })
  expect(sights.get('settings/travel')).toMatchObject({ showsRows: false, offersExport: false })
  expect(pages.filter(page => page.showsRows).length).toBeGreaterThan(50)
})
