import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { sitePassword } from './site-day.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
]

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const desktop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }

const scriptModes: [string, boolean][] = [
  ['with scripts', true],
  ['without scripts', false],
]

/**
 * A flow on pages that run their scripts, and on pages that do not. Where it is run on both databases, each takes one
 * of the two: PAGE_SCRIPTS is 'on' or 'off'.
 */
export const withAndWithoutScripts = scriptModes.filter(
  ([, hasScripts]) => process.env.PAGE_SCRIPTS !== (hasScripts ? 'off' : 'on'),
)

/** A headless Chromium for the tests of one file. */
export function useBrowser(): {
  open: (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>
} {
  const state: { browser?: Browser } = {}
  beforeAll(async () => {
    state.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: flags,
    })
  })
  afterAll(async () => state.browser?.close())
  return {
    open: async options => {
      if (state.browser === undefined) throw new Error('The browser opens in beforeAll')
      const context = await state.browser.newContext({ locale: 'zh-CN', viewport: desktop, ...options })
      context.setDefaultTimeout(30_000)
      return context
    },
  }
}

/** Signs in as somebody of a prepared site; `page` stands on their home afterwards. */
export async function signIn(
  page: Page,
  site: { url: string },
  login: string,
  password = sitePassword,
): Promise<void> {
  await page.goto(`${site.url}/sign-in`)
  await page.getByLabel(/^(账号|Login)/).fill(login)
  await page.getByLabel(/^(密码|Password)/).fill(password)
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(登录|Sign in)$/ })
    .click()
  await page.waitForURL(url => url.pathname !== '/sign-in')
}

/** What axe finds that is serious or critical, as 'rule: selector' lines. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> }
    }
    interface Violation {
      id: string
      impact: string
      nodes: { target: string[] }[]
    }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(one => one.impact === 'serious' || one.impact === 'critical')
      .flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(' ')}`))
  })
}

/** By how many pixels the page itself is wider than its window; tables may scroll in their frames. */
export async function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Keeps a screenshot under test-output/ for human eyes. */
export async function picture(page: Page, name: string): Promise<void> {
  // The flows of the two databases may run at the same time.
  const folder = process.env.TEST_DATABASE_URL ? 'test-output/mysql' : 'test-output'
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
