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

const browser = useBrowser()
let site: RunningSite
beforeAll(async () => {
  site = await startSite('few-schools')
})
afterAll(() => site?.drop())

async function visitorIn(login: string): Promise<Page> {
  const context = await browser.open({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, site, login)
  return page
}

/** Pictures on both screens with scripts, and what is wrong with them. */
async function looksOf(login: string, addresses: Record<string, string>): Promise<string[]> {
  const context = await browser.open()
  const page = await context.newPage()
  await signIn(page, site, login)
  const found: string[] = []
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(site.url + address)
    for (const [screen, size] of Object.entries({ desktop, phone })) {
      await page.setViewportSize(size)
      await picture(page, `renewal-${name}-${screen}`)
      found.push(...(await seriousFindings(page)).map(finding => `${name} ${screen}: ${finding}`))
      if ((await overhang(page)) > 0) found.push(`${name} ${screen} is too wide`)
    }
  }
  await context.close()
  return found
}

async function titleOf(page: Page, school: string): Promise<string> {
  await page.goto(`${site.url}/titles/renewals`)
  const link = page.getByRole('rowheader').getByRole('link', { name: school }).first()
  return (await link.getAttribute('href')) ?? ''
}

test('a title is reported on, returned, confirmed, re-evaluated and renewed, without scripts', async () => {
  const school = await visitorIn('school')
  const title = await titleOf(school, '东海县试验小学')
  await school.goto(`${site.url}${title}/reports/2024`)
  await school.getByLabel('训练情况').fill('每周训练三次')
  await school.getByRole('button', { name: '提交' }).click()
  await expect.poll(() => school.getByRole('alert').count()).toBe(4)
  expect(await school.getByLabel('训练情况').inputValue()).toBe('每周训练三次')
  for (const part of ['比赛情况', '学生参与', '存在问题', '下学年计划'])
    await school.getByLabel(part).fill('班级联赛全员参加')
  const wrongs = await looksOf('school', { report: `${title}/reports/2024` })
  await school.getByRole('button', { name: '提交' }).click()
  await school.getByText('待确认').waitFor()

  const unit = await visitorIn('unit')
  await decide(unit, title, '请补充训练次数', '退回')
  await school.goto(`${site.url}${title}/reports/2024`)
  expect(await school.getByRole('alert').textContent()).toContain('请补充训练次数')
  await school.getByRole('button', { name: '提交' }).click()
  wrongs.push(...(await looksOf('unit', { decide: `${title}/reports/2024/decide` })))
  await decide(unit, title, '情况属实', '确认')

  const city = await visitorIn('city')
  await city.goto(`${site.url}${title}/review`)
  await city.getByRole('button', { name: '开始复核' }).click()
  await city.getByLabel('得分').fill('101')
  await city.getByRole('button', { name: '保存复核情况' }).click()
  expect(await city.getByRole('alert').textContent()).toContain('0 至 100')
  await city.getByLabel('得分').fill('86.5')
  await city.getByLabel('复核情况').fill('训练扎实，场地较好')
  await city.getByLabel('已到校抽查').check()
  await city.getByRole('button', { name: '保存复核情况' }).click()
  await city.getByText('已保存').waitFor()
  wrongs.push(
    ...(await looksOf('city', {
      review: `${title}/review`,
      renew: `${title}/conclude/renew`,
      list: '/titles/renewals',
      home: '/',
    })),
  )
  await city.getByRole('link', { name: '继续命名' }).click()
  await city.getByLabel('新有效期至').fill('2029-12-31')
  await city.getByLabel('新批次').fill('2025年第一批')
  await city.getByLabel('命名文号').fill('连教体〔2025〕9号')
  await city.getByLabel('原因').fill('复核合格')
  await city.getByRole('button', { name: '继续命名' }).click()
  await city.getByText('后续称号 2026-01-01 至 2029-12-31').waitFor()
  wrongs.push(...(await looksOf('city', { title })))
  await city.goto(`${site.url}${title}/conclude/renew`)
  expect(await city.getByRole('alert').textContent()).toContain('可能已经有了结论')

  expect(wrongs).toEqual([])
  for (const page of [school, unit, city]) await page.context().close()
})

async function decide(page: Page, title: string, opinion: string, button: string): Promise<void> {
  await page.goto(`${site.url}${title}/reports/2024/decide`)
  await page.getByLabel('意见或退回原因').fill(opinion)
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByText('已保存').waitFor()
}

test('whoever closes a school is told of its title, which goes to the one that goes on with it', async () => {
  const city = await visitorIn('city')
  await city.goto(`${site.url}/registry/schools?search=青湖`)
  await city.getByRole('link', { name: '东海县青湖小学' }).first().click()
  const closing = `${new URL(city.url()).pathname}/close`
  await city.goto(site.url + closing)
  expect(await city.getByRole('alert').textContent()).toContain('学校持有 1 个有效称号')
  await city.getByLabel('停办日期').fill('2025-09-20')
  await city.getByRole('button', { name: '保存' }).click()

  const title = await titleOf(city, '东海县青湖小学')
  const wrongs = await looksOf('city', {
    closing,
    transfer: `${title}/transfer`,
    orphan: title,
    schools: '/titles/renewals?which=schools&unit=320722',
  })
  await city.goto(`${site.url}${title}/transfer`)
  await city.getByLabel('接收学校标识码').fill('2132000022')
  await city.getByLabel('自哪天起').fill('2025-09-20')
  await city.getByLabel('原因').fill('两校合并')
  await city.getByLabel('依据文件').fill('连教体〔2025〕20号')
  await city.getByRole('button', { name: '转移' }).click()
  expect(await city.getByRole('alert').textContent()).toContain('接收学校就是原学校')
  expect(await city.getByLabel('原因').inputValue()).toBe('两校合并')
  await city.getByLabel('接收学校标识码').fill('2132000011')
  await city.getByRole('button', { name: '转移' }).click()
  await city.getByText('自 2025-09-20 起转移至东海县试验小学').waitFor()

  const school = await visitorIn('school')
  await school.goto(`${site.url}/notices`)
  expect(await school.getByText('称号已转移').count()).toBe(1)
  expect(wrongs).toEqual([])
  for (const page of [school, city]) await page.context().close()
})
