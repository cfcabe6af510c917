import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  desktop,
  overhang,
  phone,
  picture,
  seriousFindings,
  signIn,
  useBrowser,
  withAndWithoutScripts,
} from '#test/support/browser.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'

const browser = useBrowser()
const roster = '姓名,类别,项目,起始日期\n王海燕,体育教师,校足,2025-09-01\n李大海,体育教师,武术,2025-09-01\n'

describe.each(withAndWithoutScripts)('a word that nobody knows, %s,', (_, javaScriptEnabled) => {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite('few-schools')
  })
  afterAll(() => site?.drop())

  test('is answered once by the school, kept, and made known to the unit', async () => {
    const school = await browser.open({ javaScriptEnabled })
    const page = await school.newPage()
    await signIn(page, site, 'school')
    await upload(page, site)
    const problems = page.getByRole('region', { name: /需要处理的单元格/ })
    await problems.getByRole('button', { name: '以后“校足”都当作足球' }).waitFor()
    await looked(page, 'words-preview', javaScriptEnabled)
    await problems.getByRole('button', { name: '以后“校足”都当作足球' }).click()
    await page.getByText('已记住，以后上传直接认得').waitFor()
    expect(await problems.count()).toBe(0)

    await upload(page, site)
    await page.getByRole('button', { name: '提交', exact: true }).waitFor()
    expect(await problems.count()).toBe(0)
    await page.goto(`${site.url}/words`)
    const own = page.getByRole('region', { name: '自己的词语' }).last()
    await own.getByRole('rowheader', { name: '校足' }).waitFor()
    await page.getByLabel('词语').last().fill('篮球')
    await page.getByLabel('含义').last().selectOption('sport:football')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('它本身就是另一项的标准名称').waitFor()
    await looked(page, 'words-school', javaScriptEnabled)
    await school.close()

    const unit = await browser.open({ javaScriptEnabled })
    const officer = await unit.newPage()
    await signIn(officer, site, 'unit')
    await officer.goto(`${site.url}/words`)
    await officer.getByRole('button', { name: '推广到本单位 校足' }).click()
    await officer.getByText('已推广').waitFor()
    await looked(officer, 'words-unit', javaScriptEnabled)
    await officer.getByRole('link', { name: '修改 校足' }).first().click()
    await officer.waitForURL(/\/words\/\w+\/change$/)
    await officer.getByLabel('含义', { exact: true }).selectOption('sport:basketball')
    await officer.getByRole('button', { name: '保存' }).click()
    await officer.getByText('已保存').waitFor()
    await unit.close()
  })
})

async function upload(page: Page, site: RunningSite): Promise<void> {
  await page.goto(`${site.url}/import?sheet=coaches`)
  const file = { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.waitForURL(/\/imports\/\w{26}/)
}

/** As it looks on both screens; axe needs scripts. */
async function looked(page: Page, name: string, isScripted: boolean): Promise<void> {
  if (!isScripted) return
  for (const [screen, size] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(size)
    await picture(page, `${name}-${screen}`)
    expect(await seriousFindings(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
  }
  await page.setViewportSize(desktop)
}
