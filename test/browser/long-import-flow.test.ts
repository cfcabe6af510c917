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
import { longRows, longWorkbook, weekdaysFrom } from '../features/imports/long-workbook.ts'

const browser = useBrowser()
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Short activities at every tenth minute, so that a school of two classes comes to more than 5,000 rows. */
function manyRows() {
  const days = weekdaysFrom('2025-09-01', 17)
  const times = Array.from({ length: 56 }, (_, at) => {
    const minute = 8 * 60 + at * 10
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  })
  return longRows([{ code: '', classes: ['三(1)班', '三(2)班'] }], days).flatMap(row =>
    times.map(time => row.with(5, time).with(6, 5).with(7, '')),
  )
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

  test('is read while its page tells how far it is, may be left and found again, and is committed whole', async () => {
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
})
