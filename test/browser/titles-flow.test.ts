import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone, picture, signIn, useBrowser } from '#test/support/browser.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'

const browser = useBrowser()
let site: RunningSite
beforeAll(async () => {
  site = await startSite('few-schools')
})
afterAll(() => site?.drop())

/** After the window has closed, and after the public notice of five working days. */
const afterWindow = '2025-10-09T01:00:00.000Z'
const afterNotice = '2025-10-17T01:00:00.000Z'

async function as(login: string, options: Parameters<typeof browser.open>[0] = {}): Promise<Page> {
  const page = await (await browser.open(options)).newPage()
  await signIn(page, site, login)
  return page
}

async function goOnAt(instant: string): Promise<void> {
  await site.stop()
  await site.restart(instant)
}

test('a school applies, is recommended, scored, visited, put before the public and named', async () => {
  await announceBatch()
  const application = await applyAsSchool()
  await recommendAsUnit(application)

  await goOnAt(afterWindow)
  await appointExperts(application)
  for (const expert of ['expert', 'expert2', 'expert3']) await scoreAs(expert)
  await moveAsCity(application, '安排实地考察')
  await visitAs('expert', application)
  await moveAsCity(application, '列入拟命名')
  await putUpNotice()
  await objectAndAnswer()

  await goOnAt(afterNotice)
  await designate()
  await takeCertificate(application)
})

async function announceBatch(): Promise<void> {
  const city = await as('city')
  await city.goto(`${site.url}/titles/batches/new`)
  await city.getByLabel('批次名称').fill('2025年第一批传统特色学校')
  await city.getByLabel('主办单位').fill('市教育局、市体育局')
  await city.getByLabel('通知文号').fill('连教体〔2025〕30号')
  await city.getByLabel('申报开始').fill('2025-09-24T09:00')
  await city.getByLabel('申报截止').fill('2025-09-30T17:30')
  await city.getByLabel('每校最多项目').fill('2')
  await city.getByLabel('称号自').fill('2025-11-01')
  await city.getByLabel('称号至').fill('2029-10-31')
  await city.getByLabel('公示工作日').fill('5')
  await city.getByRole('button', { name: '保存' }).click()
  await city.getByRole('button', { name: '发布' }).click()
  await city.getByText('正在申报').waitFor()
  await city.context().close()
}

async function applyAsSchool(): Promise<string> {
  const school = await as('school')
  await school.goto(`${site.url}/titles/applications`)
  await school.getByRole('link', { name: '开始申报' }).click()
  await school.getByRole('button', { name: '开始申报' }).click()
  await school.getByLabel('项目一').selectOption('wushu')
  await school.getByLabel('申报说明').fill('武术操练了十二年，人人会一套。')
  await school.getByRole('button', { name: '保存并取系统数据' }).click()
  await school.getByText('草稿已保存').waitFor()
  await school.getByRole('button', { name: '保存并提交' }).click()
  await school.getByText('还没有填完').waitFor()
  const points = school.locator('input[name^="points-"]')
  for (let at = 0; at < (await points.count()) - 1; at += 1) await points.nth(at).fill('4')
  await school.locator('input[name="points-A1"]').fill('9')
  const vetoes = school.locator('select[name^="points-V"]')
  for (let at = 0; at < (await vetoes.count()); at += 1) await vetoes.nth(at).selectOption('no')
  await school.getByRole('button', { name: '保存草稿' }).click()
  await school.getByText('超过满分').waitFor()
  expect(await school.getByLabel('申报说明').inputValue()).toContain('十二年')
  await school.locator('input[name="points-A1"]').fill('7.5')
  await school.getByRole('button', { name: '保存草稿' }).click()
  await school.getByText('草稿已保存').waitFor()
  await school.getByRole('link', { name: '附件' }).click()
  await attach(school, '盖章页.pdf', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'))
  await school.getByText('文件内容与扩展名不符').waitFor()
  await attach(school, '盖章页.pdf', Buffer.from('%PDF-1.7\n%%EOF\n'))
  await school.getByRole('link', { name: '学校盖章页', exact: true }).waitFor()
  await school.getByRole('link', { name: '2025年第一批传统特色学校' }).click()
  await school.waitForURL(url => !url.pathname.endsWith('/files'))
  await picture(school, 'title-application-draft')
  const tab = await school.context().newPage()
  await tab.goto(`${school.url()}/edit`)
  await school.getByRole('button', { name: '提交' }).click()
  await school.getByText('已提交').first().waitFor()
  await stayOpen(tab)
  await school.emulateMedia({ media: 'print' })
  await picture(school, 'title-application-print')
  for (const seal of ['申报学校（盖章）', '教育主管部门意见（盖章）', '体育主管部门意见（盖章）'])
    expect(await school.getByText(seal).isVisible()).toBe(true)
  const path = new URL(school.url()).pathname
  await school.context().close()
  return path
}

/** A tab that was open before the application was handed in says so, and keeps what is written in it. */
async function stayOpen(tab: Page): Promise<void> {
  await tab.getByLabel('申报说明').fill('另一个页面里写的')
  await tab.getByRole('button', { name: '保存草稿' }).click()
  await tab.getByRole('alert').filter({ hasText: '已提交，不能再改' }).waitFor()
  await tab.getByRole('button', { name: '保存草稿' }).waitFor({ state: 'detached' })
  expect(await tab.getByLabel('申报说明').inputValue()).toBe('另一个页面里写的')
  await tab.close()
}

async function attach(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('文件', { exact: false })
    .first()
    .setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await page.getByLabel('说明').fill('学校盖章页')
  await page.getByRole('button', { name: '添加附件' }).click()
}

async function recommendAsUnit(application: string): Promise<void> {
  const unit = await as('unit')
  await unit.goto(`${site.url}/titles/applications`)
  await unit.getByText('1 份等您办理').waitFor()
  await unit.goto(site.url + application)
  await unit.getByRole('link', { name: '推荐' }).click()
  await unit.getByLabel('推荐意见').fill('同意推荐')
  await unit.getByLabel('教育部门经办人').fill('王芳')
  await unit.getByLabel('体育部门经办人').fill('李明')
  await unit.getByRole('button', { name: '推荐' }).click()
  await unit.waitForURL(url => !url.pathname.endsWith('/recommend'))
  await unit.getByText('已推荐').first().waitFor()
  await unit.context().close()
}

async function appointExperts(application: string): Promise<void> {
  await moveAsCity(application, '材料通过，转专家评审')
  const city = await as('city')
  await openBatch(city)
  await city.getByRole('link', { name: '评审专家' }).click()
  for (const name of ['专家1', '专家2', '专家3']) await city.getByLabel(name).check()
  await city.getByLabel('东海县试验小学').check()
  await city.getByRole('button', { name: '聘请' }).click()
  await city.getByText('已聘请，专家会收到通知').waitFor()
  await city.goto(`${site.url}${application}/scores`)
  await city.getByText('所有专家完成之前，这里不显示任何评分').waitFor()
  await city.context().close()
}

async function scoreAs(expert: string): Promise<void> {
  const page = await as(expert, { viewport: phone })
  await page.getByRole('link', { name: '东海县试验小学' }).click()
  await page.getByLabel('我与该校没有利益冲突').check()
  await page.getByRole('button', { name: '提交声明' }).first().click()
  await page.getByText('声明已提交').waitFor()
  const points = page.locator('input[name^="points-"][inputmode="decimal"]')
  for (let at = 0; at < (await points.count()) - 1; at += 1)
    await points.nth(at).fill(expert === 'expert3' ? '1' : '4')
  await page.getByRole('button', { name: '完成评审' }).click()
  await page.getByText('评审已完成').first().waitFor()
  await picture(page, 'title-review-phone')
  await page.context().close()
}

/** Without a network what the expert writes waits on the phone, and is recorded once the network is back. */
async function visitAs(expert: string, application: string): Promise<void> {
  const city = await as('city')
  await city.goto(`${site.url}${application}/scores`)
  await city.getByText('偏离').first().waitFor()
  await picture(city, 'title-scores')
  await city.context().close()
  const page = await as(expert, { viewport: phone })
  await page.goto(`${site.url}${application}/visit`)
  await page.getByLabel('考察人').fill('专家一')
  const checks = page.locator('input[name^="check-"][value="confirmed"]')
  for (let at = 0; at < (await checks.count()); at += 1) await checks.nth(at).check()
  await page.getByLabel('考察情况').fill('与申报相符')
  await page.getByLabel('与申报一致').check()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '提交考察记录' }).click()
  await page.getByText('没有网络，已保存在本机').first().waitFor()
  await picture(page, 'title-visit-offline')
  await page.context().setOffline(false)
  await page.getByText('考察已登记').waitFor()
  await page.getByRole('article').getByText('与申报相符').waitFor()
  await page.context().close()
}

async function moveAsCity(application: string, action: string): Promise<void> {
  const city = await as('city')
  await city.goto(site.url + application)
  await city.getByRole('button', { name: action }).click()
  await city.getByText('已办理').waitFor()
  await city.context().close()
}

async function putUpNotice(): Promise<void> {
  const city = await as('city')
  await openBatch(city)
  await city.getByRole('link', { name: '公示', exact: false }).first().click()
  await city.getByLabel('公示渠道').fill('市教育局网站')
  await city.getByLabel('联系单位和电话').fill('市教育局体卫艺处 0518-85812345')
  await city.getByRole('button', { name: '发布公示' }).click()
  await city.waitForURL(/\/titles\/notices\/0/)
  await city.context().close()
}

async function openBatch(page: Page): Promise<void> {
  await page.goto(`${site.url}/titles/batches`)
  await page.getByRole('link', { name: '2025年第一批传统特色学校' }).click()
}

async function objectAndAnswer(): Promise<void> {
  const anybody = await (await browser.open()).newPage()
  await anybody.goto(`${site.url}/titles/notices`)
  await anybody.locator('main a[href^="/titles/notices/0"]').first().click()
  await picture(anybody, 'title-notice-public')
  await anybody.getByLabel('您的姓名').fill('李先生')
  await anybody.getByLabel('联系方式').fill('海州区某路')
  await anybody.getByLabel('异议内容').fill('运动队没有训练')
  await anybody.getByRole('button', { name: '提交' }).click()
  await anybody.emulateMedia({ media: 'print' })
  await picture(anybody, 'title-notice-print')
  await anybody.context().close()
  const city = await as('city')
  await openBatch(city)
  await city.getByRole('link', { name: '公示', exact: true }).click()
  await city.getByRole('link', { name: '答复' }).click()
  await city.getByLabel('处理结果').selectOption('dismissed')
  await city.getByLabel('答复').fill('经核实，运动队每周训练')
  await city.getByRole('button', { name: '保存' }).click()
  await city.getByText('异议已答复').waitFor()
  await city.context().close()
}

async function designate(): Promise<void> {
  const city = await as('city')
  await openBatch(city)
  await city.getByRole('link', { name: '命名', exact: true }).click()
  await city.getByLabel('命名文号').fill('连教体〔2025〕41号')
  await city.getByRole('button', { name: '命名' }).click()
  await city.getByText('命名已生效').waitFor()
  await city.context().close()
}

/** The school reads on a phone that it is named, and takes its certificate. */
async function takeCertificate(application: string): Promise<void> {
  const school = await as('school', { viewport: phone })
  await school.goto(site.url + application)
  await school.getByText('已命名').first().waitFor()
  const href = await school.locator('a[href$="certificate.pdf"]').first().getAttribute('href')
  const answer = await school.request.get(site.url + href)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await school.context().close()
}
