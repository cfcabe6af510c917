import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpeg, place as taken } from '#test/files/pictures.ts'
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

/** A4 at 96 dots an inch. */
const paper = { width: 794, height: 1123 }
const browser = useBrowser()
let site: RunningSite
beforeAll(async () => {
  site = await startSite('few-schools')
})
afterAll(() => site?.drop())

test('a school tells of an event with a picture and takes both back, without scripts', async () => {
  const context = await browser.open({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, site, 'school')
  await page.goto(`${site.url}/events/new`)
  await page.getByLabel('日期').fill('2025-09-19')
  await page.getByLabel('项目').selectOption('wushu')
  await page.getByLabel('活动', { exact: true }).fill('武术进校园展演')
  await page.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => page.getByRole('alert').allTextContents()).toEqual(['已举办的活动请填写参与人数。'])
  expect(await page.getByLabel('活动', { exact: true }).inputValue()).toBe('武术进校园展演')
  await page.getByLabel('人次').fill('240')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '武术进校园展演' }).waitFor()

  for (const description of ['学生在操场上舞龙', '低年级学生练习武术操']) {
    await page
      .getByLabel('图片文件')
      .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: jpeg({ order: 'II', turn: 6 }) })
    await page.getByLabel('图片内容').fill(description)
    await page.getByRole('button', { name: '添加图片' }).click()
    await page.getByRole('img', { name: description }).waitFor()
  }
  const address = (await page.getByRole('img', { name: '学生在操场上舞龙' }).getAttribute('src')) ?? ''
  const answer = await (await visitorOf(site, 'school')).get(address)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': expect.stringMatching(/^nosniff/),
    'cache-control': 'private, no-store',
  })
  expect(answer.headers.get('Content-Disposition')).toMatch(/^inline;/)
  expect(Buffer.from(await answer.arrayBuffer()).includes(taken)).toBe(false)

  await page.getByRole('link', { name: '删除图片 学生在操场上舞龙' }).click()
  await page.getByRole('button', { name: '删除图片' }).click()
  await expect.poll(() => page.getByRole('img').count()).toBe(1)
  await page.getByRole('link', { name: '删除', exact: true }).first().click()
  await page.getByRole('button', { name: '删除活动' }).click()
  await page.getByText('活动已删除').waitFor()
  await context.close()
})

test('a picture that is not one is refused with a reason, and the words stay', async () => {
  const context = await browser.open()
  const page = await context.newPage()
  await signIn(page, site, 'school')
  await tellOf(page, '舞龙展演')
  await page
    .getByLabel('图片文件')
    .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a') })
  await page.getByLabel('图片内容').fill('操场')

  await page.getByRole('button', { name: '添加图片' }).click()

  expect(await page.getByRole('alert').textContent()).toMatch(/内容与扩展名不符/)
  expect(await page.getByLabel('图片内容').inputValue()).toBe('操场')
  await context.close()
})

async function tellOf(page: Page, title: string) {
  await page.goto(`${site.url}/events/new`)
  await page.getByLabel('日期').fill('2025-09-18')
  await page.getByLabel('项目').selectOption('dragon_lion_dance')
  await page.getByLabel('活动', { exact: true }).fill(title)
  await page.getByLabel('人次').fill('120')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

test('an event with pictures and its month are readable on both screens and on paper', async () => {
  const context = await browser.open()
  const page = await context.newPage()
  await signIn(page, site, 'school')
  await tellOf(page, '毽球班级联赛')
  for (const description of ['三年级学生在操场边踢毽球，家长在一旁加油', '颁奖']) {
    await page
      .getByLabel('图片文件')
      .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: jpeg() })
    await page.getByLabel('图片内容').fill(description)
    await page.getByRole('button', { name: '添加图片' }).click()
    await page.getByRole('img', { name: description }).waitFor()
  }
  const isDrawn = await page.getByRole('img', { name: '颁奖' }).evaluate(async image => {
    await (image as HTMLImageElement).decode()
    return (image as HTMLImageElement).naturalWidth > 0
  })
  expect(isDrawn).toBe(true)
  const addresses = { event: page.url(), 'event-calendar': `${site.url}/events/calendar?month=2025-09` }

  const found: string[] = []
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address)
    for (const [screen, size] of Object.entries({ desktop, phone })) {
      await page.setViewportSize(size)
      await picture(page, `flow-${name}-${screen}`)
      found.push(...(await seriousFindings(page)).map(finding => `${name} ${screen}: ${finding}`))
      if ((await overhang(page)) > 0) found.push(`${name} ${screen} is too wide`)
    }
    await page.setViewportSize(paper)
    await page.emulateMedia({ media: 'print' })
    await picture(page, `flow-${name}-print`)
    if ((await overhang(page)) > 0) found.push(`${name} on paper is too wide`)
    await page.emulateMedia({ media: 'screen' })
  }
  expect(found).toEqual([])
  await context.close()
})
