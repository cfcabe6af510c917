import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { downloadPieces, exportList } from '#app/http/exports.server.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'

const hasOffice = spawnSync('soffice', ['--version']).error === undefined

interface Row {
  name: string
  code: string
  day: string | null
  at: string
  pupils: number | null
  rate: number | null
}

const column = columnsOf<Row>()
const list: List<Row> = {
  title: { 'zh-CN': '学校 名单', en: 'Schools' },
  columns: [
    column.text({ 'zh-CN': '学校', en: 'School' }, row => row.name),
    column.text({ 'zh-CN': '标识码', en: 'Code' }, row => row.code),
    column.day({ 'zh-CN': '日期', en: 'Day' }, row => row.day),
    column.moment({ 'zh-CN': '时间', en: 'At' }, row => row.at),
    column.count({ 'zh-CN': '学生数', en: 'Pupils' }, row => row.pupils),
    column.share({ 'zh-CN': '达标率', en: 'Rate' }, row => row.rate),
  ],
}
const rows: Row[] = [
  {
    name: '石桥<&>"小学"',
    code: '0320722001',
    day: '2025-09-01',
    at: '2025-09-01 09:05',
    pupils: 900,
    rate: 0.5,
  },
  { name: '=1+1', code: '@x', day: null, at: '2025-12-31 23:59', pupils: null, rate: null },
]

function exported(path: string, given: Partial<Parameters<typeof exportList<Row>>[2]> = {}) {
  const request = new Request(`http://sports.test${path}`)
  return exportList(list, rows, { request, context: undefined, asOf: '2025-10-10', ...given })
}

test('a workbook has a source and as-of line, a frozen header, true dates and numbers, and a total', async () => {
  const answer = await exported('/schools/export?unit=320722&format=xlsx', { of: '东海县' })
  const book = XLSX.read(new Uint8Array(await answer.arrayBuffer()), { cellNF: true })
  const [sheet] = Object.values(book.Sheets)

  expect(decodeURIComponent(answer.headers.get('Content-Disposition') ?? '')).toContain(
    '连云港_学校_名单_东海县_20251010.xlsx',
  )
  expect(sheet?.A1.v).toMatch(
    /^学校 名单 东海县；截至 2025-10-10；来源：连云港市青少年体育工作平台 \/schools\?unit=320722；导出时间 /,
  )
  expect(sheet?.B3).toMatchObject({ t: 's', v: '0320722001' })
  expect(sheet?.C3).toMatchObject({ t: 'n', v: 45901, z: 'yyyy-mm-dd' })
  expect(sheet?.D3).toMatchObject({ t: 'n', z: 'yyyy-mm-dd hh:mm' })
  expect(sheet?.F3).toMatchObject({ t: 'n', v: 0.5, z: '0.00%' })
  expect(sheet?.A4).toMatchObject({ t: 's', v: '=1+1' })
  expect(sheet?.A4.f).toBeUndefined()
  expect([sheet?.A5.v, sheet?.E5.v]).toEqual(['合计', 900])
  expect(sheet?.['!autofilter']).toEqual({ ref: 'A2:F4' })
})

test('a total of the page’s own stands as it is, and overlapping rows have none', async () => {
  const total = { ...rows[0]!, name: '全部', pupils: 7 }
  const own = await exported('/schools/export', { total })
  const none = await exported('/schools/export', { isOverlapping: true })
  const firstOf = async (answer: Response) =>
    Object.values(XLSX.read(new Uint8Array(await answer.arrayBuffer())).Sheets)[0]

  expect((await firstOf(own))?.E5.v).toBe(7)
  expect((await firstOf(none))?.['!ref']).toBe('A1:F4')
})

test('a CSV is UTF-8 with a byte order mark, header and rows only, and runs no formula', async () => {
  const answer = await exported('/schools/export?format=csv')
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())

  expect(text.split('\r\n')).toEqual([
    '\uFEFF学校,标识码,日期,时间,学生数,达标率',
    '"石桥<&>""小学""",0320722001,2025-09-01,2025-09-01 09:05,900,50.00%',
    "'=1+1,'@x,,2025-12-31 23:59,,",
    '',
  ])
})

test.skipIf(!hasOffice)(
  'LibreOffice reads text as text, days as days and numbers as numbers',
  {
    timeout: 300_000,
  },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'export-'))
    try {
      const book = await exported('/schools/export', { isOverlapping: true })
      writeFileSync(join(folder, 'list.xlsx'), new Uint8Array(await book.arrayBuffer()))
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          ...['--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1', '--outdir', folder],
          join(folder, 'list.xlsx'),
        ],
        { stdio: 'ignore' },
      )
      const lines = readFileSync(join(folder, 'list.csv'), 'utf8').trimEnd().split('\n').slice(1)

      expect(lines).toEqual([
        '"学校","标识码","日期","时间","学生数","达标率"',
        '"石桥<&>""小学""","0320722001",2025-09-01,2025-09-01 09:05,900,50.00%',
        '"=1+1","@x",,2025-12-31 23:59,,',
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

/** More than is held back, so that the answer has begun; then it goes wrong, or ends. */
async function* pieces(goesWrong: boolean): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < 40; piece += 1) yield Buffer.alloc(64 * 1024, 'a,b\r\n')
  if (!goesWrong) return
  await sleep(100)
  throw new Error('The database has gone')
}

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Serves the pieces as the site serves every page: through compression and Remix's own way to the socket. */
async function serve(goesWrong: boolean): Promise<string> {
  const loader = () => downloadPieces(pieces(goesWrong), 'list.csv', undefined)
  const build = {
    entry: { module: { default: () => new Response() } },
    routes: { list: { id: 'list', path: 'list', module: { loader } } },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    ...{ publicPath: '/', assetsBuildDirectory: '', basename: '/', isSpaMode: false },
    future: { v3_singleFetch: true },
  } as unknown as ServerBuild
  const site = express()
  site.use(compression({ level: 1 }))
  site.all('*', createRequestHandler({ build, mode: 'test' }))
  server = createServer(site)
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/list`
}

test.each(['gzip', 'identity'])('a long file comes whole (%s)', async encoding => {
  const answer = await fetch(await serve(false), { headers: { 'Accept-Encoding': encoding } })

  expect((await answer.arrayBuffer()).byteLength).toBe(40 * 64 * 1024)
})

test.each(['gzip', 'identity'])('a file that breaks off half-way fails to download (%s)', async encoding => {
  const answer = await fetch(await serve(true), { headers: { 'Accept-Encoding': encoding } })

  expect(answer.status).toBe(200)
  await expect(answer.arrayBuffer()).rejects.toThrow()
})

test('what fails before a megabyte is an error, and no download', async () => {
  async function* short(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a')
    throw new Error('The database has gone')
  }

  await expect(downloadPieces(short(), 'list.csv', undefined)).rejects.toThrow('The database has gone')
})

test('whoever stops the download stops the reading of it', async () => {
  let isOver = false
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.alloc(64 * 1024)
    } finally {
      isOver = true
    }
  }

  const answer = await downloadPieces(endless(), 'list.csv', undefined)
  await answer.body?.cancel()

  expect(isOver).toBe(true)
})
