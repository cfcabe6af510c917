import { beforeAll, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { lists } from './page-exports/lists.ts'
import { askOf } from './scope-walk/asks.ts'
import { allAddresses } from './scope-walk/visit-address.ts'
import { buildWorld, roles, type World } from './scope-walk/world.ts'

const db = useAppDatabase({ clean: false })

let world: World
beforeAll(async () => {
  world = await buildWorld(db)
  // Whoever suits a post is told of published ones only.
  const published = { published_at: '2025-09-01 02:00:00.000' }
  await db.updateTable('coach_post').set(published).where('id', '=', world.subjects.own.postId).execute()
  return closeReader
})

const addresses = await allAddresses()

test('every page with a list to take out is walked', () => {
  const exported = addresses.map(({ path }) => path).filter(path => path.endsWith('/export'))

  expect([...new Set(lists.map(list => `${list.page}/export`))].sort()).toEqual(
    exported.filter(path => path !== 'coverage/export' && path !== 'registry/schools/export').sort(),
  )
})

test.each(lists)('$page of $of holds as many rows as its page, for everybody who sees it', async list => {
  const { page, of = '', countOf } = list
  const seen: number[] = []

  for (const role of roles) {
    const shown = await ask(list.shownBy ?? page, role, list.search)
    const workbook = await ask(`${page}/export`, role, { ...list.search, of, format: 'xlsx' })
    const csv = await ask(`${page}/export`, role, { ...list.search, of, format: 'csv' })
    // Who is led on to the page of the own unit or school is answered as that page, which is walked by itself.
    if (shown.status === 302 && workbook.status !== 302) continue
    if (shown.data === null) {
      expect([role, workbook.status, csv.status]).toEqual([role, shown.status, shown.status])
      continue
    }
    const rows = countOf(shown.data as never)
    seen.push(rows)
    const bytes = new Uint8Array(await workbook.response.arrayBuffer())
    expect([role, await rowsInWorkbook(bytes)]).toEqual([role, rows])
    expect([role, rowsInCsv(await csv.response.text())]).toEqual([role, rows])
    expect(workbook.response.headers.get('Content-Length')).toBe(String(bytes.length))
  }

  expect(Math.max(...seen)).toBeGreaterThan(list.isEmpty ? -1 : 0)
})

async function ask(path: string, role: (typeof roles)[number], search: Record<string, string> = {}) {
  const address = addresses.find(one => one.path === path)
  if (address?.loader === undefined) throw new Error(`/${path} shows nothing`)
  const { params } = askOf('GET', path, world.subjects.own)
  const url = new URL(`http://sports.test/${path.replace(/:(\w+)/g, (_, name) => params[name] ?? '')}`)
  url.search = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== '')).toString()
  const cookie = world.cookies[role]
  const request = new Request(url, { headers: cookie === undefined ? {} : { Cookie: cookie } })
  const context = { nonce: '', requestId: 'test' }
  try {
    const data = await address.loader({ request, params, context })
    return data instanceof Response
      ? { status: data.status, data: null, response: data }
      : { status: 200, data, response: new Response() }
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    return { status: thrown.status, data: null, response: thrown }
  }
}

/** By our own reader and by SheetJS alike: note, header, rows, and the row of totals where there is one. */
async function rowsInWorkbook(bytes: Uint8Array): Promise<number> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.refusal)
  const ours = opened.grids[0]?.rows.filter(row => row.some(cell => cell !== undefined)).length ?? 0
  const [first] = Object.values(XLSX.read(bytes).Sheets)
  if (first === undefined) throw new Error('There is no sheet')
  const filtered = XLSX.utils.decode_range(first['!autofilter']?.ref ?? '')
  const rows = filtered.e.r - filtered.s.r
  const total = XLSX.utils.decode_range(first['!ref'] ?? '').e.r - filtered.e.r
  expect(ours).toBe(2 + rows + total)
  return rows
}

/** No cell of these lists holds a line break. */
function rowsInCsv(text: string): number {
  return text.split('\r\n').length - 2
}
