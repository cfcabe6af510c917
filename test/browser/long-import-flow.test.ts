import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markColours } from '#app/spreadsheet/marking/marks.ts'
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
import { longWorkbook, manyRows } from '../features/imports/long-workbook.ts'

const browser = useBrowser()
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The fills of a bad cell, and of the first cell of an accepted row. */
async function fillsIn(path: string): Promise<(string | undefined)[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return ['G11', 'B12'].map(cell => {
    const fill = book.getWorksheet('台账')?.getCell(cell).fill
    return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
  })
}

describe.each(withAndWithoutScripts)('a file of more than 5,000 rows, %s', (name, javaScriptEnabled) => {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite('few-schools')
  })
  afterAll(() => site?.drop())

  test('says that nothing was read when it is given up at once', async () => {
    const school = await browser.open({ javaScriptEnabled, viewport: phone })
    const page = await school.newPage()
    await signIn(page, site, 'school')
    await page.goto(`${site.url}/import`)
    const file = {
      name: '误传.xlsx',
      mimeType: xlsx,
      buffer: Buffer.from(longWorkbook(manyRows().reverse())),
    }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: '上传并预览' }).click()
    await page.waitForURL(/\/imports\//)
    await page.getByRole('button', { name: '放弃' }).click()

    await page.getByText('没有读完就放弃了，数据没有变动。').waitFor()
    expect(await page.getByText('读到 0 行').count()).toBe(0)
    await school.close()
  })

  test('is read while its page tells how far it is, goes on through a reload and signing out, and is committed whole', async () => {
    const school = await browser.open({ javaScriptEnabled, viewport: phone })
    const page = await school.newPage()
    await signIn(page, site, 'school')
    await page.goto(`${site.url}/import`)
    await page.locator('input[type=file]').setInputFiles({
      name: '三年级台账.xlsx',
      mimeType: xlsx,
      buffer: Buffer.from(longWorkbook(manyRows())),
    })
    await page.getByRole('button', { name: '上传并预览' }).click()
    await page.waitForURL(/\/imports\//)
    await picture(page, `long-import-reading-${name.replace(' ', '-')}`)
    if (javaScriptEnabled) {
      await school.setOffline(true)
      await page.getByText('暂时连不上服务器，正在重试').waitFor()
      expect(await page.getByRole('heading', { name: /导入预览/ }).count()).toBe(1)
      await school.setOffline(false)
      await page.getByText(/读到 5712 行/).waitFor({ timeout: 60_000 })
    }

    const address = page.url()
    await page.reload()
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('status').waitFor()
    await page.goto(address)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await signIn(page, site, 'school')
    await page.goto(`${site.url}/imports`)
    const cells = page.getByRole('row', { name: /三年级台账/ }).getByRole('cell')
    for (const at of [0, 1, 2, 3]) expect((await cells.nth(at).boundingBox())?.width).toBeGreaterThan(90)
    await page
      .getByRole('row', { name: /三年级台账/ })
      .getByRole('link')
      .click()
    await page.getByRole('button', { name: /^(提交|只提交正确的行)$/ }).waitFor({ timeout: 60_000 })
    expect(await page.getByText(/读到 5712 行：新增 5712/).count()).toBe(1)
    expect(await overhang(page)).toBe(0)
    if (javaScriptEnabled) expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: /^(提交|只提交正确的行)$/ }).click()

    await page.getByText('已提交，数据已经更新。').waitFor({ timeout: 60_000 })
    await picture(page, `long-import-committed-${name.replace(' ', '-')}`)
    await school.close()
  })

  test('is put right on its page, read again while that tells how far it is, and committed as answered', async () => {
    const school = await browser.open({ javaScriptEnabled, viewport: phone })
    const page = await school.newPage()
    await signIn(page, site, 'school')
    await page.goto(`${site.url}/import`)
    const rows = manyRows().map((row, at) => (at === 1 || at === 4000 ? row.with(6, '很久') : row))
    await page.locator('input[type=file]').setInputFiles({
      name: '写错的台账.xlsx',
      mimeType: xlsx,
      buffer: Buffer.from(longWorkbook(rows.with(9, rows[9]!.with(6, '达标')))),
    })
    await page.getByRole('button', { name: '上传并预览' }).click()
    await page.waitForURL(/\/imports\//)
    const problem = (cell: string) =>
      page
        .locator('#problems tbody tr')
        .filter({ has: page.getByRole('rowheader', { name: `台账 ${cell}`, exact: true }) })
    await problem('G11').waitFor({ timeout: 60_000 })
    const marked = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载标注好的文件' }).click()
    expect((await marked).suggestedFilename()).toBe('写错的台账（已标注）.xlsx')
    expect(await fillsIn(await (await marked).path())).toEqual([markColours.reject, markColours.accepted])

    await page.getByLabel('台账 G3 改为').fill('7')
    await problem('G3').getByRole('button', { name: '同样的 2 处都改' }).click()
    await page.getByText(/您的修改已保存，正在重新检查|文件较大，正在排队/).waitFor()
    expect(await page.getByRole('rowheader', { name: '台账 G3', exact: true }).count()).toBe(1)
    await picture(page, `long-import-read-again-${name.replace(' ', '-')}`)
    await page.getByRole('button', { name: '只提交正确的行' }).waitFor({ timeout: 60_000 })
    expect(await problem('G3').count()).toBe(0)
    await problem('G11').getByRole('button', { name: '跳过该行' }).click()

    await page.getByRole('button', { name: '提交', exact: true }).waitFor({ timeout: 60_000 })
    expect(await page.getByText(/未通过 0，忽略 1/).count()).toBe(1)
    expect(await overhang(page)).toBe(0)
    if (javaScriptEnabled) expect(await seriousFindings(page)).toEqual([])
    await picture(page, `long-import-answered-${name.replace(' ', '-')}`)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已提交，数据已经更新。').waitFor({ timeout: 60_000 })
    await school.close()
  })

  test('comes through a link as well: it is read and committed while the teacher’s page tells how far it is', async () => {
    const school = await browser.open({ javaScriptEnabled })
    const manager = await school.newPage()
    await signIn(manager, site, 'school')
    await manager.goto(`${site.url}/upload-links/new`)
    await manager.getByLabel('给谁用').fill('三年级 王老师')
    await manager.getByLabel('第一天').fill('2025-09-01')
    await manager.getByLabel('最后一天').fill('2025-09-22')
    await manager.getByLabel('由谁确认').selectOption({ label: '老师提交后直接生效' })
    await manager.getByRole('button', { name: '生成链接' }).click()
    const link = (await manager.getByRole('status', { name: '链接', exact: true }).textContent()) ?? ''
    await school.close()

    const teacher = await browser.open({ javaScriptEnabled, viewport: phone })
    const page = await teacher.newPage()
    await page.goto(link)
    const buffer = Buffer.from(longWorkbook(manyRows().map(row => row.with(6, 6))))
    await page.locator('input[type=file]').setInputFiles({ name: '三年级台账.xlsx', mimeType: xlsx, buffer })
    await page.getByRole('button', { name: '上传并预览' }).click()
    await page.waitForURL(/\/u\/[^/]+\/[^/]+$/)
    await page
      .getByText('稍后用同一网址回来看结果')
      .or(page.getByText(/读到 5712 行/))
      .first()
      .waitFor()
    await picture(page, `long-link-reading-${name.replace(' ', '-')}`)

    await page.getByRole('button', { name: '只提交正确的行' }).waitFor({ timeout: 60_000 })
    expect(await page.getByText(/读到 5712 行.*未通过 336/).count()).toBe(1)
    expect(await page.getByText(/读到的内容（5376 行）/).count()).toBeGreaterThan(0)
    expect(await overhang(page)).toBe(0)
    if (javaScriptEnabled) expect(await seriousFindings(page)).toEqual([])
    await picture(page, `long-link-read-${name.replace(' ', '-')}`)
    await page.getByRole('button', { name: '只提交正确的行' }).click()
    await page.getByText('已经生效，谢谢。').waitFor({ timeout: 60_000 })
    await teacher.close()
  })
})
