import exceljs from 'exceljs'
import jsqr from 'jsqr'
import type { BrowserContext, Page } from 'playwright-core'
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
import { everythingStored } from '#test/support/everything-stored.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'
import { siteMonday } from '#test/support/site-day.ts'

const browser = useBrowser()

describe.each(withAndWithoutScripts)('a teacher without an account %s', (way, javaScriptEnabled) => {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite('few-schools', { LOG_LEVEL: 'info' })
  })
  afterAll(() => site?.drop())

  test('uploads a week from a phone through a link, once, and the school confirms it', async () => {
    const school = await browser.open({ javaScriptEnabled })
    const manager = await school.newPage()
    await signIn(manager, site, 'school')
    const link = await makeLink(manager, site)
    await look(manager, `link-made ${way}`)
    expect(await readCode(manager)).toBe(link)

    const teacher = await browser.open({ javaScriptEnabled, viewport: phone, isMobile: true, hasTouch: true })
    const page = await teacher.newPage()
    await page.goto(link)
    await page.getByText('东海县试验小学，2025-09-22 至 2025-09-28').waitFor()
    await look(page, `link-open ${way}`)
    const { book, spoil, mend } = await templateOf(page)

    spoil()
    await upload(page, book)
    const problems = page.getByRole('list', { name: /需要处理的单元格/ })
    await problems.getByText('达标').waitFor()
    await look(page, `link-problems ${way}`)
    expect(await page.getByRole('button', { name: '交给学校' }).count()).toBe(0)

    mend()
    await page.getByRole('link', { name: '上传改好的文件' }).click()
    await page.waitForURL(/replaces=/)
    await upload(page, book)
    await page.getByRole('region', { name: /读到的内容/ }).waitFor()
    expect(await problems.count()).toBe(0)
    await look(page, `link-check ${way}`)
    await page.getByRole('button', { name: '交给学校' }).click()
    await page.getByText('已交给学校，等学校确认。').waitFor()
    await look(page, `link-handed-in ${way}`)
    const receipt = page.url()

    expect((await page.goto(link))?.status()).toBe(410)
    await page.getByText('这个链接已经用过').waitFor()
    await look(page, `link-used ${way}`)
    expect((await page.goto(`${site.url}/week`))?.url()).toContain('/sign-in')

    await manager.goto(`${site.url}/upload-links`)
    await look(manager, `links ${way}`)
    await manager
      .getByRole('row', { name: /三年级 王老师/ })
      .getByRole('link')
      .click()
    await manager.getByRole('button', { name: '提交', exact: true }).click()
    await manager.getByText('已提交，数据已经更新。').waitFor()
    await manager.goto(`${site.url}/imports`)
    await manager.getByRole('cell', { name: '上传链接：三年级 王老师' }).first().waitFor()
    await manager.goto(`${site.url}/week`)
    const row = manager.getByRole('row').filter({ has: manager.getByRole('rowheader', { name: '三(1)班' }) })
    expect(await row.getByRole('cell').first().textContent()).toContain('达标')
    await page.goto(receipt)
    await page.getByText('已经生效，谢谢。').waitFor()
    await Promise.all([school, teacher].map((context: BrowserContext) => context.close()))

    const secret = (link.split('/u/')[1] ?? '').slice(26)
    expect(secret).toHaveLength(43)
    expect(site.log()).toContain('"path":"/u/…')
    expect(site.log()).not.toContain(secret)
    expect(await everythingStored(site.databaseUrl)).not.toContain(secret)
  })

  test('finds one sentence behind a link that was taken back, and behind one that never was', async () => {
    const context = await browser.open({ javaScriptEnabled })
    const page = await context.newPage()
    await signIn(page, site, 'school')
    const link = await makeLink(page, site)
    await page.goto(`${site.url}/upload-links`)
    await page.getByRole('button', { name: '收回“三年级 王老师”的链接' }).first().click()
    await page.getByText('已收回').waitFor()

    expect((await page.goto(link))?.status()).toBe(410)
    await page.getByText('学校已经收回这个链接').waitFor()
    expect((await page.goto(`${link.slice(0, -3)}AAA`))?.status()).toBe(404)
    const altered = await page.getByRole('main').textContent()
    expect((await page.goto(`${site.url}/u/nothing`))?.status()).toBe(404)
    expect(await page.getByRole('main').textContent()).toBe(altered)
    await context.close()
  })
})

async function makeLink(page: Page, site: RunningSite): Promise<string> {
  await page.goto(`${site.url}/upload-links/new`)
  await page.getByLabel('给谁用').fill('三年级 王老师')
  await page.getByRole('button', { name: '生成链接' }).click()
  const link = (await page.getByRole('status', { name: '链接', exact: true }).textContent()) ?? ''
  expect(link).toMatch(new RegExp(`^${site.url}/u/[\\w-]{69}$`))
  return link
}

/** Keeps a picture, and wants the page to fit its screen and axe to find nothing serious. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, name.replaceAll(' ', '-'))
  // axe waits for timers, which a page without scripts has none of.
  if (!name.includes('without')) expect(await seriousFindings(page)).toEqual([])
  expect(await overhang(page)).toBe(0)
}

/** What a camera reads of the code as the browser has painted it. */
async function readCode(page: Page): Promise<string | undefined> {
  const png = await page.getByRole('img', { name: '链接的二维码' }).screenshot()
  const helper = await browser.open()
  const canvasPage = await helper.newPage()
  const image = await canvasPage.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: bitmap.width, height: bitmap.height })
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('There is no canvas')
    context.drawImage(bitmap, 0, 0)
    const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    return { data: Array.from(data), width, height }
  }, png.toString('base64'))
  await helper.close()
  return jsqr(Uint8ClampedArray.from(image.data), image.width, image.height)?.data
}

/** The template behind the link with Monday's minutes of both classes, and one of them to be spoiled and mended. */
async function templateOf(page: Page) {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载模板' }).click()
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(await (await downloading).path())
  const sheet = book.worksheets[0]
  const minutes: Record<string, number> = { 体育课: 45, 上午大课间: 40 }
  const filled: exceljs.Cell[] = []
  const at: Record<string, number> = {}
  sheet?.eachRow(row => {
    row.eachCell((cell, number) => {
      at[cell.text.replace(/[*（(].*$/, '').trim()] ??= number
    })
    const { value } = row.getCell(at.日期 ?? 1)
    const day = value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
    const cell = row.getCell(at.时长 ?? 1)
    const due = minutes[row.getCell(at.活动类型 ?? 1).text]
    if (day !== siteMonday || due === undefined) return
    cell.value = due
    filled.push(cell)
  })
  const [first] = filled
  if (first === undefined) throw new Error('The template has no rows of Monday')
  const right = first.value
  return {
    book,
    spoil: () => {
      first.value = '达标'
    },
    mend: () => {
      first.value = right
    },
  }
}

async function upload(page: Page, book: exceljs.Workbook): Promise<void> {
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name: '三年级.xlsx', mimeType, buffer })
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.waitForURL(/\/u\/[\w-]{69}\/\w{26}$/)
}
