import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { visitorOf } from '#test/support/visitor.ts'

const browser = useBrowser()
let site: RunningSite
beforeAll(async () => {
  site = await startSite('short-listed')
})
afterAll(() => site?.drop())

/** A4 at 96 dots an inch. */
const paper = { width: 794, height: 1123 }

async function looksWell(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const [screen, size] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(size)
    await picture(page, `titles-${name}-${screen}`)
    found.push(...(await seriousFindings(page)).map(finding => `${name} ${screen}: ${finding}`))
    if ((await overhang(page)) > 0) found.push(`${name} ${screen} is too wide`)
  }
  await page.setViewportSize(desktop)
  return found
}

/** How it comes out of a printer: a picture to look at, and the pages themselves. */
async function printed(page: Page, name: string): Promise<void> {
  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print' })
  await picture(page, `titles-${name}-print`)
  mkdirSync('test-output', { recursive: true })
  writeFileSync(`test-output/titles-${name}.pdf`, await page.pdf({ preferCSSPageSize: true }))
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(desktop)
}

test('from the short list over the public notice and an objection to titles, list and certificate', async () => {
  const found: string[] = []
  const office = await browser.open()
  const city = await office.newPage()
  await signIn(city, site, 'city')
  await city.goto(`${site.url}/titles/batches`)
  await city.getByRole('link', { name: '2025年第一批' }).click()
  await city.getByRole('link', { name: '公示', exact: true }).click()
  await city.getByLabel('公示渠道').fill('连云港市教育局网站')
  await city.getByLabel('联系单位和电话').fill('体卫艺处 13800005678')
  await city.getByRole('button', { name: '发布公示' }).click()
  await city.getByRole('alert').filter({ hasText: '请填写办公电话，不要填写个人手机号' }).waitFor()
  expect(await city.getByLabel('公示渠道').inputValue()).toBe('连云港市教育局网站')
  expect(await city.getByRole('checkbox', { checked: true }).count()).toBe(17)
  await city.getByLabel('选择 汤沟中心小学').uncheck()
  await city.getByLabel('联系单位和电话').fill('连云港市教育局体卫艺处 0518-85812345')
  found.push(...(await looksWell(city, 'put-up')))
  await city.getByRole('button', { name: '发布公示' }).click()
  await city.waitForURL(url => !url.pathname.endsWith('/notice'))
  await city.getByRole('heading', { name: '公示', exact: true }).waitFor()

  const street = await browser.open({ javaScriptEnabled: false })
  const reader = await street.newPage()
  await reader.goto(site.url)
  await reader.getByRole('link', { name: '命名公示' }).click()
  await reader.getByRole('link', { name: '2025年第一批' }).click()
  await reader.getByText('正在公示，2025-09-30').waitFor()
  const address = reader.url()
  expect(await reader.getByText('2025年9月25日至2025年9月30日（5 个工作日）').count()).toBe(1)
  await reader.getByLabel('针对').selectOption({ label: '东海县青湖小学' })
  await reader.getByLabel('您的姓名').fill('李先生')
  await reader.getByLabel('联系方式').fill('13800005678')
  await reader.getByLabel('异议内容').fill('该校没有训练队，可问 13900001111')
  await reader.getByRole('button', { name: '提交' }).click()
  await reader.getByRole('alert').waitFor()
  await reader.getByLabel('异议内容').fill('该校没有训练队')
  await reader.getByRole('button', { name: '提交' }).click()
  await reader.getByText('已收到，由市级核实答复').waitFor()

  const second = await browser.open()
  const page = await second.newPage()
  await page.goto(`${site.url}/titles/notices`)
  found.push(...(await looksWell(page, 'notices')))
  await page.goto(address)
  found.push(...(await looksWell(page, 'notice')))
  await printed(page, 'notice')
  await page.getByLabel('您的姓名').fill('王女士')
  await page.getByLabel('联系方式').fill('0518-80000001')
  await page.getByLabel('异议内容').fill('项目写错了')

  await site.stop()
  await site.restart('2025-10-09T02:00:00.000Z')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('公示期已结束，不再受理异议').waitFor()
  expect(await page.getByLabel('异议内容').inputValue()).toBe('项目写错了')
  await page.goto(address)
  await page.getByText('公示期间收到异议 1 件：成立 0 件，不成立 0 件，正在核实 1 件').waitFor()
  expect(await page.getByRole('button', { name: '提交' }).count()).toBe(0)
  found.push(...(await looksWell(page, 'archived')))

  await signIn(city, site, 'city')
  const batch = `${site.url}/titles/batches`
  await city.goto(batch)
  await city.getByRole('link', { name: '2025年第一批' }).click()
  await city.waitForURL(/batches\/[0-9A-Z]{26}$/)
  const ofBatch = city.url()
  await city.getByRole('link', { name: '命名', exact: true }).click()
  found.push(...(await looksWell(city, 'designate')))
  await city.goto(`${ofBatch}/notice`)
  found.push(...(await looksWell(city, 'objections')))
  await city.getByRole('link', { name: '答复' }).click()
  await city.getByLabel('用途').fill('核实异议情况')
  await city.getByRole('button', { name: '查看' }).click()
  await city.getByText('异议人联系方式 13800005678').waitFor()
  found.push(...(await looksWell(city, 'objection')))
  await city.getByLabel('处理结果').selectOption('upheld')
  await city.getByLabel('答复').fill('核实后该校一年没有训练')
  await city.getByRole('button', { name: '保存' }).click()
  await city.getByText('异议已答复').waitFor()

  await city.goto(`${ofBatch}/designate`)
  await city.getByText('15 所学校在公示，15 所可以命名').waitFor()
  await city.getByLabel('命名文号').fill('教体12号')
  await city.getByRole('button', { name: '命名' }).click()
  await city.getByRole('alert').filter({ hasText: '文号格式应如' }).waitFor()
  await city.getByLabel('命名文号').fill('连教体[2025]12号')
  await city.getByRole('button', { name: '命名' }).click()
  await city.getByText('命名已生效').waitFor()
  await city.getByText('15 所学校，21 个项目').waitFor()
  found.push(...(await looksWell(city, 'list')))
  await printed(city, 'list')

  const school = await visitorOf(site, 'school')
  const titles = await (await school.get('/titles?which=all&sport=wushu')).text()
  const addresses = [...new Set(titles.match(/\/titles\/[0-9A-Z]{26}/g))]
  const pages = await Promise.all(addresses.map(async one => (await school.get(one)).text()))
  const title = addresses.find((one, at) => pages[at]?.includes(`${one}/certificate.pdf`))
  const certificate = await school.get(`${title}/certificate.pdf`)
  expect(certificate.headers.get('Content-Type')).toBe('application/pdf')
  const bytes = Buffer.from(await certificate.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  writeFileSync('test-output/titles-certificate.pdf', bytes)
  expect(found).toEqual([])
  await Promise.all([office.close(), street.close(), second.close()])
})
