import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, useBrowser, withAndWithoutScripts } from '#test/support/browser.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'

const browser = useBrowser()

describe.each(withAndWithoutScripts)('coverage %s', (_, javaScriptEnabled) => {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite('few-schools')
  })
  afterAll(() => site?.drop())

  test('leads the city from a number to its placements, and a new placement changes it from its day on', async () => {
    const context = await browser.open({ javaScriptEnabled })
    const page = await context.newPage()
    await signIn(page, site, 'city')
    await page.getByRole('link', { name: '5621 覆盖' }).first().click()

    const unit = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '东海县' }) })
    const football = unit.locator('a[href="/coverage/units/320722/football"]')
    expect(await football.textContent()).toContain('1/6')
    await football.click()
    await page.waitForURL(/\/coverage\/units\/320722\/football/)
    await page.getByText('小学 1/6').waitFor()
    await page.getByRole('cell', { name: /连教体〔2024〕12号/ }).waitFor()
    const address = page.url()

    await page.getByRole('link', { name: '新增布点' }).click()
    await page.waitForURL(/\/placements\/new/)
    await page.getByLabel(/^学校/).fill('2132000022')
    await page.getByRole('button', { name: '提交' }).click()
    await page.waitForURL(/\/placements\/.*saved=1/)

    await page.goto(address)
    await page.getByText('小学 2/6').waitFor()
    await page.getByLabel('截至日期').fill('2025-09-23')
    await page.getByRole('button', { name: '查看' }).click()
    await page.waitForURL(/asOf=2025-09-23/)
    await page.getByText('小学 1/6').waitFor()
    await context.close()
  })
})
