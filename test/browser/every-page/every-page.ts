import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  desktop,
  overhang,
  phone,
  picture,
  seriousFindings,
  signIn,
  useBrowser,
} from '#test/support/browser.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'
import { type Look, looksOf } from './looks.ts'

const browser = useBrowser()

/** The demo city for the tests of one file. */
export function useDemoCity(): () => RunningSite {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite('demo-city')
  })
  afterAll(() => site?.drop())
  return () => site
}

/** Tests that open every page of these people in both languages, on both screens. */
export function testPagesOf(logins: string[]): void {
  const site = useDemoCity()
  describe.each(logins)('the pages of %s', login => {
    test('are complete in both languages, readable on both screens and without serious axe findings', async () => {
      const chinese = await (await signedIn(site(), login)).newPage()
      const english = await inEnglish(await signedIn(site(), login), site())
      const found: string[] = []
      for (const look of looksOf[login] ?? []) {
        const say = (problems: string[]) => found.push(...problems.map(problem => `${look.name}: ${problem}`))
        await open(chinese, site(), look)
        say(await layoutProblems(chinese, look.name))
        say(await foreignWords(chinese, 'zh-CN'))
        if ((await chinese.getByText('导出导出').count()) > 0) say(['导出 stands twice before a list'])
        await english.goto(chinese.url())
        say(await foreignWords(english, 'en'))
      }
      await chinese.context().close()
      await english.context().close()

      expect(found).toEqual([])
    })
  })
}

async function signedIn(site: RunningSite, login: string): Promise<BrowserContext> {
  const context = await browser.open()
  const page = await context.newPage()
  if (login !== 'nobody') await signIn(page, site, login)
  await page.close()
  return context
}

/** A page that has been changed to English by its own switch. */
async function inEnglish(context: BrowserContext, site: RunningSite): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url)
  await page.locator('button[name=locale]').click()
  await page.locator('html[lang=en]').waitFor()
  return page
}

async function open(page: Page, site: RunningSite, { path, follow = [], beneath }: Look): Promise<void> {
  await page.goto(site.url + path)
  for (const link of [follow].flat()) {
    const href = await page.locator(link).first().getAttribute('href')
    await page.goto(site.url + href)
  }
  if (beneath !== undefined) await page.goto(`${page.url()}/${beneath}`)
}

async function layoutProblems(page: Page, name: string): Promise<string[]> {
  const problems: string[] = []
  for (const [screen, size] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(size)
    await picture(page, `${name}-${screen}`)
    problems.push(...(await seriousFindings(page)).map(finding => `${screen}: ${finding}`))
    const beyond = await overhang(page)
    if (beyond > 0) problems.push(`${screen}: the page is ${beyond} px too wide`)
  }
  await page.setViewportSize(desktop)
  return problems
}

/** Pieces of the page's own words that are in the other language. */
async function foreignWords(page: Page, locale: 'zh-CN' | 'en'): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const words = 'h1, h2, h3, label, button, thead th, nav a, legend, caption, dt, footer, main option'
    return [...document.querySelectorAll<HTMLElement>(words)]
      .filter(element => element.closest('[lang]')?.tagName === 'HTML')
      .map(element => element.textContent?.trim() ?? '')
  })
  const isForeign = locale === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{3,}/
  return [...new Set(texts.filter(text => isForeign.test(text.replace(data, ''))))].map(
    text => `${locale}: ${text.slice(0, 60)}`,
  )
}

/** Names of schools and numbers of documents stay as they are; so does the name of a program. */
const data = /\p{Script=Han}+(小学|中学|学校|教学点)|\p{Script=Han}*〔\d+〕\d+号|Excel|CSV/gu
