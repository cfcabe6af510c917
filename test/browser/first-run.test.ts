import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, useBrowser, withAndWithoutScripts } from '#test/support/browser.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'

const browser = useBrowser()
const password = 'Yuntai-2025-Shan'

describe.each(withAndWithoutScripts)('an empty site %s', (_, javaScriptEnabled) => {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site?.drop())

  test('asks for its administrator first, who then signs out and in again', async () => {
    const context = await browser.open({ javaScriptEnabled })
    const page = await context.newPage()

    await page.goto(`${site.url}/sign-in`)
    expect(new URL(page.url()).pathname).toBe('/setup')
    await page.getByLabel(/^账号/).fill('root')
    await page.getByLabel(/^姓名/).fill('第一位管理员')
    await page.locator('[name=password]').fill(password)
    await page.locator('[name=repeated]').fill(password)
    await page.getByRole('button', { name: '建立并登录' }).click()
    await page.getByRole('link', { name: '第一位管理员' }).waitFor()

    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('status').waitFor()
    await signIn(page, site, 'root', password)

    await page.getByRole('link', { name: '第一位管理员' }).waitFor()
    await page.goto(`${site.url}/setup`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/没有|找不到|不存在/)
    await context.close()
  })

  test('locks an account after five wrong passwords and says until when', async () => {
    const context = await browser.open({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${site.url}/sign-in`)

    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await page.getByLabel(/^账号/).fill('root')
      await page.getByLabel(/^密码/).fill(`wrong-${attempt}`)
      const answered = page.waitForResponse(response => response.request().method() === 'POST')
      await page.getByRole('main').getByRole('button', { name: '登录' }).click()
      await answered
      await page.getByRole('alert').waitFor()
    }
    await page.getByText(/10:1[5-9]/).waitFor()

    await page.getByLabel(/^密码/).fill(password)
    await page.getByRole('main').getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toMatch(/10:1[5-9]/)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await context.close()
  })
})
