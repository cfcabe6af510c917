import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
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

const browser = useBrowser()
let site: RunningSite
beforeEach(async () => {
  site = await startSite('school-to-visit')
})
afterEach(() => site?.drop())

async function atSchool(options: Parameters<typeof browser.open>[0] = {}): Promise<Page> {
  const page = await (await browser.open({ viewport: phone, ...options })).newPage()
  await signIn(page, site, 'expert')
  await openVisit(page)
  return page
}

async function openVisit(page: Page): Promise<void> {
  await page.goto(`${site.url}/titles/reviews`)
  await page.getByRole('link', { name: '登记考察 东海县试验小学' }).click()
  await page.getByLabel('考察人员').waitFor()
  // Its scripts are there when what is typed is kept.
  await page.waitForLoadState('networkidle')
}

async function fillVisit(page: Page, findings: string): Promise<void> {
  await page.getByLabel('考察人员').fill('李专家、市体育局王科长')
  const checks = page.locator('input[name^="check-"][value="confirmed"]')
  for (let at = 0; at < (await checks.count()); at += 1) await checks.nth(at).check()
  await page.getByLabel('考察情况').fill(findings)
  await page.getByLabel('与申报一致').check()
}

const send = (page: Page) => page.getByRole('button', { name: '提交考察记录' }).click()
const keptOn = (page: Page) => page.evaluate(() => Object.keys(window.localStorage))

async function recorded(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage()
  await openVisit(page)
  const texts = await page.getByRole('article').allTextContents()
  await page.close()
  return texts
}

test('without scripts a visit comes back with what is wrong and is then recorded', async () => {
  const page = await atSchool({ javaScriptEnabled: false })
  await fillVisit(page, '操场正在翻修')
  await page.locator('input[name="check-A3"][value="differs"]').check()
  await send(page)

  expect(await page.getByText('请说明哪里不符').textContent()).toBeTruthy()
  expect(await page.getByLabel('考察情况').inputValue()).toBe('操场正在翻修')
  expect(await page.locator('input[name="check-A1"][value="confirmed"]').isChecked()).toBe(true)
  await page.getByLabel('A3 说明').fill('只有半块操场可用')
  await send(page)

  await page.getByText('考察已登记').waitFor()
  expect(await page.getByRole('article').textContent()).toContain('只有半块操场可用')
  await page.context().close()
})

test('what is typed survives a reload, waits without a network and is recorded once when it is back', async () => {
  const page = await atSchool()
  await fillVisit(page, '与申报相符')
  await page.reload()
  await page.getByText('已恢复这台设备上未提交的内容').first().waitFor()
  expect(await page.getByLabel('考察情况').inputValue()).toBe('与申报相符')
  expect(await page.locator('input[name="check-C2"][value="confirmed"]').isChecked()).toBe(true)

  await page.context().setOffline(true)
  await send(page)
  await page.getByText('没有网络，已保存在本机').first().waitFor()
  await picture(page, 'visit-offline-phone')
  await page.context().setOffline(false)

  await page.getByText('考察已登记').waitFor()
  expect(await keptOn(page)).not.toContainEqual(expect.stringMatching(/^visit /))
  expect(await recorded(page.context())).toHaveLength(1)
  await page.context().close()
})

test('an answer that is lost on its way does not record the visit twice', async () => {
  const page = await atSchool()
  await fillVisit(page, '与申报相符')
  let arrivals = 0
  await page.route('**/visit', async route => {
    if (route.request().method() !== 'POST') return route.continue()
    arrivals += 1
    if (arrivals > 1) return route.continue()
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await send(page)
  await page.getByText('没有网络，已保存在本机').first().waitFor()

  await page.getByRole('button', { name: '再次提交' }).first().click()

  await page.getByText('考察已登记').waitFor()
  expect(arrivals).toBe(2)
  expect(await recorded(page.context())).toHaveLength(1)
  await page.context().close()
})

test('what was changed after it had arrived is told, and recorded as a further visit', async () => {
  const page = await atSchool()
  await fillVisit(page, '与申报相符')
  let isLost = false
  await page.route('**/visit', async route => {
    if (route.request().method() !== 'POST' || isLost) return route.continue()
    isLost = true
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await send(page)
  await page.getByText('没有网络，已保存在本机').first().waitFor()
  await page.getByLabel('考察情况').fill('与申报相符，另见训练记录')

  await send(page)
  await page.getByText('这份记录先前已经收到').waitFor()
  expect(await page.getByLabel('考察情况').inputValue()).toBe('与申报相符，另见训练记录')
  await send(page)

  await page.getByText('考察已登记').waitFor()
  expect(await recorded(page.context())).toHaveLength(2)
  await page.context().close()
})

test('a waiting record that the server finds wrong is shown once, not sent again and again', async () => {
  const page = await atSchool()
  await fillVisit(page, '与申报相符')
  await page.locator('input[name="check-A3"][value="differs"]').check()
  await page.context().setOffline(true)
  await send(page)
  await page.getByText('没有网络，已保存在本机').first().waitFor()
  let posts = 0
  page.on('request', request => {
    if (request.method() === 'POST') posts += 1
  })
  await page.context().setOffline(false)

  await page.getByText('请说明哪里不符').waitFor()
  await page.waitForTimeout(1500)
  expect(posts).toBe(2)
  expect(await page.getByLabel('考察情况').inputValue()).toBe('与申报相符')
  await page.context().close()
})

test('another person on the same phone neither sees nor sends what somebody wrote', async () => {
  const page = await atSchool()
  await fillVisit(page, '只给李专家看')
  const other = await page.context().newPage()
  await page.context().clearCookies()
  await signIn(other, site, 'expert2')
  await openVisit(other)
  expect(await other.getByLabel('考察情况').inputValue()).toBe('')

  await send(page)
  await page.getByText('服务器没有接受（403）').first().waitFor()
  expect(await recorded(page.context())).toEqual([])

  await page.context().clearCookies()
  await send(page)
  await page.getByText('登录已过期').first().waitFor()
  await signIn(page, site, 'expert')
  await page.goto(`${site.url}/titles/reviews`)
  await page.getByRole('link', { name: '登记考察 东海县试验小学' }).click()
  await page.getByText('考察已登记').waitFor()
  expect(await recorded(page.context())).toEqual([expect.stringContaining('只给李专家看')])
  await page.context().close()
})

test('the form is readable on both screens and complete in both languages', async () => {
  const page = await atSchool()
  await fillVisit(page, '与申报相符')
  const found: string[] = []
  for (const [screen, size] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(size)
    await picture(page, `visit-${screen}`)
    found.push(...(await seriousFindings(page)).map(finding => `${screen}: ${finding}`))
    if ((await overhang(page)) > 0) found.push(`${screen} is too wide`)
  }
  await page.locator('button[name=locale]').click()
  await page.getByText('What was entered on this device and not sent is back.').first().waitFor()

  expect(found).toEqual([])
  expect(await page.getByLabel('Findings').inputValue()).toBe('与申报相符')
  await page.context().close()
})
