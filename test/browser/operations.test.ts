import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningSite, startSite } from '#test/support/server.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.drop())

test('says that it lives, is ready and on which database', async () => {
  const database = process.env.TEST_DATABASE_URL ? 'mysql' : 'sqlite'

  for (const path of ['/healthz', '/readyz']) {
    const answer = await fetch(site.url + path)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ status: 'ok', database, version: expect.any(String) })
  }
})

test('gives its figures in Prometheus text to this machine', async () => {
  await fetch(`${site.url}/sign-in`)

  const answer = await fetch(`${site.url}/metrics`)

  expect(await answer.text()).toContain('http_request_duration_seconds_bucket')
})

test('lets only its own scripts run and only its own pages send forms', async () => {
  const page = await fetch(`${site.url}/sign-in`)
  const foreign = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    headers: { Origin: 'https://evil.example', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'login=root&password=x',
  })

  const policy = page.headers.get('Content-Security-Policy') ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/)
  expect(policy).not.toContain('unsafe-eval')
  expect(foreign.status).toBe(403)
})

test('gives a page that it kept a nonce of its own each time', async () => {
  const pages = [await fetch(`${site.url}/sign-in`), await fetch(`${site.url}/sign-in`)]

  const nonces = pages.map(page => noncesIn(page.headers.get('Content-Security-Policy') ?? ''))
  expect(nonces[0]).not.toEqual(nonces[1])
  for (const [index, page] of pages.entries()) {
    const used = new Set(noncesIn((await page.text()).replaceAll('nonce="', "'nonce-").replaceAll('"', "'")))
    expect([...used]).toEqual(nonces[index])
  }
})

function noncesIn(policy: string): string[] {
  return [...policy.matchAll(/'nonce-([^']+)'/g)].map(([, nonce]) => nonce ?? '')
}

test('finishes and exits 0 when it is told to end', async () => {
  expect(await site.stop()).toBe(0)
})
