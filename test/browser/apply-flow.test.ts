import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  overhang,
  picture,
  seriousFindings,
  useBrowser,
  withAndWithoutScripts,
} from '#test/support/browser.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'
import { sitePassword } from '#test/support/site-day.ts'

const browser = useBrowser()
const smallPhone = { width: 360, height: 740 }

let site: RunningSite
beforeAll(async () => {
  site = await startSite('few-schools')
})
afterAll(() => site?.drop())

describe.each(withAndWithoutScripts)('an athlete on a phone %s', (_, javaScriptEnabled) => {
  test('finds a post, signs in, applies, sees what comes next and withdraws', async () => {
    const context = await browser.open({ javaScriptEnabled, viewport: smallPhone })
    const page = await context.newPage()

    await page.goto(`${site.url}/posts`)
    await page.getByRole('link', { name: '足球教练员' }).click()
    await page.getByRole('link', { name: '我要报名' }).first().click()
    await signInHere(page)
    await page.getByRole('heading', { level: 1, name: '报名：足球教练员' }).waitFor()
    await looksRight(page, javaScriptEnabled, 'apply')

    await page.getByLabel('个人陈述').fill('退役后想回到球场。')
    await page.getByRole('button', { name: '提交报名' }).click()
    await page.getByText('提交前请勾选承诺').waitFor()
    expect(await page.getByLabel('个人陈述').inputValue()).toBe('退役后想回到球场。')

    await page.getByLabel(/我承诺/).check()
    await page.getByRole('button', { name: '提交报名' }).click()
    await page.getByText('报名已提交').waitFor()
    const number = await page.getByText(/^\d{4} \d{4} \d{4}$/).textContent()
    await looksRight(page, javaScriptEnabled, 'application')

    await page.goto(`${site.url}/posts`)
    await page.getByRole('link', { name: '足球教练员' }).click()
    await page.getByRole('link', { name: '我要报名' }).first().click()
    await page.getByText(`您已报名，报名号 ${number}`).waitFor()
    await page.getByRole('link', { name: '查看报名' }).click()

    await page.getByRole('link', { name: '撤回报名' }).click()
    await page.getByRole('button', { name: '确认撤回' }).click()
    await page.getByText('报名已撤回').waitFor()
    await looksRight(page, javaScriptEnabled, 'applications')
    await context.close()
  })
})

async function signInHere(page: Page): Promise<void> {
  await page.getByLabel(/^账号/).fill('athlete')
  await page.getByLabel(/^密码/).fill(sitePassword)
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
}

/** axe needs scripts; a page as wide as the phone does not. */
async function looksRight(page: Page, hasScripts: boolean, name: string): Promise<void> {
  if (!hasScripts) return
  await picture(page, `phone-${name}`)
  expect(await seriousFindings(page)).toEqual([])
  expect(await overhang(page)).toBe(0)
}
