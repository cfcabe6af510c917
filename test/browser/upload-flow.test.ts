import exceljs from 'exceljs'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, useBrowser, withAndWithoutScripts } from '#test/support/browser.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'
import { siteMonday } from '#test/support/site-day.ts'

const browser = useBrowser()

describe.each(withAndWithoutScripts)('a school’s week %s', (_, javaScriptEnabled) => {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite('few-schools')
  })
  afterAll(() => site?.drop())

  test('is downloaded as a template, filled in, corrected by cell, committed and seen by the unit', async () => {
    const school = await browser.open({ javaScriptEnabled })
    const page = await school.newPage()
    await signIn(page, site, 'school')
    expect(await markOf(page, '三(1)班')).toContain('未报')

    const template = await downloadTemplate(page, site)
    const { book, cells } = await filledIn(template)
    await upload(page, site, book, '第4周.xlsx')

    const problems = page.getByRole('region', { name: /需要处理的单元格/ })
    for (const cell of cells)
      await problems.getByRole('rowheader', { name: new RegExp(`${cell.address}$`) }).waitFor()
    expect(await problems.getByRole('rowheader').count()).toBe(cells.length)
    expect(await page.getByRole('button', { name: '提交', exact: true }).count()).toBe(0)

    for (const cell of cells) cell.correct()
    await upload(page, site, book, '第4周（改）.xlsx')
    await page.getByRole('button', { name: '提交', exact: true }).waitFor()
    expect(await page.getByRole('region', { name: /需要处理的单元格/ }).count()).toBe(0)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('link', { name: '查看这一周' }).click()
    await page.waitForURL(/\/week/)
    expect(await markOf(page, '三(1)班')).toContain('●达标 85 分钟')
    expect(await markOf(page, '三(2)班')).toContain('达标')
    await school.close()

    const unit = await browser.open({ javaScriptEnabled })
    const officer = await unit.newPage()
    await signIn(officer, site, 'unit')
    await officer.goto(`${site.url}/compliance?period=week`)
    await officer.getByRole('link', { name: '东海县试验小学' }).first().click()
    await officer.waitForURL(/\/schools\//)
    expect(await markOf(officer, '三(1)班')).toContain('达标 85 分钟')
    await unit.close()
  })
})

/** How the first day of the week of a class is shown. */
async function markOf(page: Page, className: string): Promise<string> {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: className, exact: true }) })
  const text = (await row.getByRole('cell').first().textContent()) ?? ''
  return text.replace(/\s+/g, ' ')
}

async function downloadTemplate(page: Page, site: RunningSite): Promise<Download> {
  await page.goto(`${site.url}/import`)
  const downloading = page.waitForEvent('download')
  await page.locator('a[href="/templates/activity-log.xlsx"]').click()
  return downloading
}

/** Monday's lessons and breaks of both classes in the template, with two mistakes to be corrected. */
async function filledIn(download: Download) {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(await download.path())
  const sheet = book.worksheets[0]
  if (sheet === undefined) throw new Error('The template has no sheet')
  const column = columnsOf(sheet)
  const minutes: Record<string, number> = { 体育课: 45, 上午大课间: 40 }
  const filled: exceljs.Cell[] = []
  sheet.eachRow(row => {
    const kind = row.getCell(column('活动类型')).text
    const isMonday = dayIn(row.getCell(column('日期'))) === siteMonday
    if (!isMonday || minutes[kind] === undefined) return
    const cell = row.getCell(column('时长'))
    cell.value = minutes[kind]
    filled.push(cell)
  })
  const [first, , third] = filled
  if (first === undefined || third === undefined) throw new Error('The template has no rows of Monday')
  return { book, cells: [spoiled(first, '达标'), spoiled(third, '四五')] }
}

function dayIn({ value }: exceljs.Cell): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

function spoiled(cell: exceljs.Cell, wrong: string) {
  const right = cell.value
  cell.value = wrong
  return {
    address: cell.address,
    correct: () => {
      cell.value = right
    },
  }
}

function columnsOf(sheet: exceljs.Worksheet): (header: string) => number {
  let found: exceljs.Row | undefined
  sheet.eachRow(row => {
    if (found === undefined && JSON.stringify(row.values).includes('活动类型')) found = row
  })
  return header => {
    let at = 0
    found?.eachCell((cell, number) => {
      if (at === 0 && cell.text.startsWith(header)) at = number
    })
    if (at === 0) throw new Error(`The template has no column ${header}`)
    return at
  }
}

async function upload(page: Page, site: RunningSite, book: exceljs.Workbook, name: string): Promise<void> {
  await page.goto(`${site.url}/import`)
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  await page.getByLabel(/^文件/).setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  })
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.waitForURL(/\/imports\//)
}
