import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  overhang,
  phone,
  picture,
  seriousFindings,
  signIn,
  useBrowser,
  withAndWithoutScripts,
} from '#test/support/browser.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'
import { siteMonday } from '#test/support/site-day.ts'

const browser = useBrowser()

const log = [
  '日期,班级,活动类型,时长(分钟),备注',
  `${siteMonday},三(9)班,体育课,40,`,
  `${siteMonday},三(9)班,上午大课间,30,`,
  `${siteMonday},三(1)班,体育课,很久,`,
  `${siteMonday},三(1)班,上午大课间,达标,`,
  `${siteMonday},三(1)班,下午大课间,35,`,
].join('\n')

describe.each(withAndWithoutScripts)('a preview %s', (name, javaScriptEnabled) => {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite('few-schools')
  })
  afterAll(() => site?.drop())

  test('is put right cell by cell on the page, committed, and tells what was answered', async () => {
    const context = await browser.open({ javaScriptEnabled })
    const page = await context.newPage()
    await signIn(page, site, 'school')
    await upload(page, site)
    const at = page.url()
    const file = name.replaceAll(' ', '-')
    await settled(page, ['B2', 'B3', 'D4', 'D5'])
    expect(await page.getByRole('button', { name: '提交', exact: true }).count()).toBe(0)
    await picture(page, `preview-answers-${file}`)
    await looksRight(page, javaScriptEnabled, file)

    // One button for the two cells that say the same.
    await page.getByRole('button', { name: '2 处都改为 三(2)班' }).click()
    await settled(page, ['D4', 'D5'])

    // What is typed wrongly is a problem again; what was typed in another row meanwhile is kept with it.
    await typedFor(page, 'D4').fill('更久')
    await typedFor(page, 'D5').fill('30')
    const before = javaScriptEnabled ? await scrolled(page) : 0
    await rowOf(page, 'D4').getByRole('button', { name: '修改', exact: true }).click()
    await settled(page, ['D4'])
    await rowOf(page, 'D4').getByText('更久').waitFor()
    if (javaScriptEnabled) {
      expect(await scrolled(page)).toBe(before)
      expect(new URL(page.url()).pathname).toBe(new URL(at).pathname)
    }

    // Enter saves what was typed, and the focus does not get lost with the row.
    await typedFor(page, 'D4').fill('45')
    await typedFor(page, 'D4').press('Enter')
    await page.getByRole('button', { name: '提交', exact: true }).waitFor()
    expect(await places(page)).toEqual([])
    await page.getByRole('button', { name: '撤回 Sheet1 D5' }).click()
    await settled(page, ['D5'])
    await rowOf(page, 'D5').getByRole('button', { name: '跳过该行' }).click()
    await page.getByRole('button', { name: '提交', exact: true }).waitFor()
    await picture(page, `preview-answered-${file}`)

    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已提交，数据已经更新。').waitFor()
    const history = page.getByRole('table').filter({ hasText: '后来又改过' })
    expect(await history.getByRole('row').filter({ hasText: 'Sheet1 D4' }).count()).toBe(2)
    expect(await history.getByRole('button').count()).toBe(0)
    await picture(page, `preview-committed-${file}`)

    // The very same file once more: said to be in already.
    await upload(page, site)
    await page.getByText(/这个文件已由.*导入过/).waitFor()
    const again = page.url()
    await upload(page, site)
    expect(page.url().split('?')[0]).toBe(again.split('?')[0])
    await context.close()
  })

  test('shows of a changed row what goes and what comes', async () => {
    const context = await browser.open({ javaScriptEnabled })
    const page = await context.newPage()
    await signIn(page, site, 'school')
    await upload(page, site, `日期,班级,活动类型,时长(分钟)\n${siteMonday},三(2)班,体育课,55\n`)
    await page.getByRole('link', { name: /^变更 1/ }).click()

    const cell = page.getByRole('cell').filter({ has: page.locator('ins') })
    await cell.first().waitFor()
    expect((await cell.allTextContents()).join(' ')).toContain('原为 40 → 改为 55')
    await picture(page, `preview-changed-${name.replaceAll(' ', '-')}`)
    await context.close()
  })
})

test('with scripts the focus goes on to the next problem, and to the heading after the last', async () => {
  const site = await startSite('few-schools')
  const context = await browser.open({})
  const page = await context.newPage()
  await signIn(page, site, 'school')
  await upload(page, site)

  await rowOf(page, 'D4').getByRole('button', { name: '跳过该行' }).focus()
  await page.keyboard.press('Enter')
  await settled(page, ['B2', 'B3', 'D5'])
  await expect.poll(() => focusedPlace(page)).toBe('D5')
  await typedFor(page, 'D5').fill('30')
  await page.keyboard.press('Enter')
  await settled(page, ['B2', 'B3'])
  await expect.poll(() => focusedPlace(page)).not.toBe('')

  await context.close()
  await site.drop()
})

async function upload(page: Page, site: RunningSite, text = log): Promise<void> {
  await page.goto(`${site.url}/import`)
  await page
    .getByLabel(/^文件/)
    .setInputFiles({ name: '第4周.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.waitForURL(/\/imports\//)
}

const problemRows = (page: Page) => page.locator('#problems tbody tr')

async function places(page: Page): Promise<string[]> {
  const headers = await problemRows(page).getByRole('rowheader').allTextContents()
  return headers.map(text => text.trim().split(' ').at(-1) ?? '')
}

const rowOf = (page: Page, cell: string) =>
  problemRows(page).filter({ has: page.getByRole('rowheader', { name: new RegExp(` ${cell}$`) }) })

const typedFor = (page: Page, cell: string) => page.getByLabel(`Sheet1 ${cell} 改为`)

async function settled(page: Page, left: string[]): Promise<void> {
  await expect.poll(() => places(page)).toEqual(left)
}

const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY))

async function focusedPlace(page: Page): Promise<string> {
  const text = await page.evaluate(
    () => document.activeElement?.closest('[data-problem]')?.querySelector('th')?.textContent ?? '',
  )
  return text.trim().split(' ').at(-1) ?? ''
}

/** No finding of axe and no sideways scrolling, in a wide window and on a phone. */
async function looksRight(page: Page, isScripted: boolean, file: string): Promise<void> {
  if (isScripted) expect(await seriousFindings(page)).toEqual([])
  const wide = page.viewportSize()
  await page.setViewportSize(phone)
  if (isScripted) expect(await overhang(page)).toBeLessThanOrEqual(0)
  await picture(page, `preview-answers-${file}-phone`)
  if (wide !== null) await page.setViewportSize(wide)
}
