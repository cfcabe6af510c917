import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from 'xlsx'
import { phone, signIn, useBrowser, withAndWithoutScripts } from '#test/support/browser.ts'
import { everythingStored } from '#test/support/everything-stored.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'
import { siteDay } from '#test/support/site-day.ts'
import { startSmsGateway, type TestSmsGateway } from '#test/support/sms-gateway.ts'
import { startMailServer, type TestMailServer, textOfMail } from '#test/support/smtp.ts'

const browser = useBrowser()
const password = 'Ganyu-2027-sea'
const phoneNumber = '13900139000'
/** Of nobody: the county is none. */
const idNumber = '320799199901010018'

describe.each(withAndWithoutScripts)('a part-time coach %s', (_, javaScriptEnabled) => {
  let site: RunningSite
  beforeAll(async () => {
    site = await startSite('few-schools', { SHOW_CODES: '1', SMS_URL: '' })
  })
  afterAll(() => site?.drop())

  async function open(login: string): Promise<Page> {
    const page = await (await browser.open({ javaScriptEnabled })).newPage()
    if (login !== '') await signIn(page, site, login)
    return page
  }

  test('is sought by the school, registers on a phone, applies, is checked and comes to work', async () => {
    const city = await open('city')
    expect(await footballOfDonghai(city, site)).toContain('没有指导人员')

    const officer = await open('unit')
    await announceRound(officer, site)
    const school = await open('school')
    await draftPost(school, site)
    await publishPost(officer, site)

    const athlete = await (await browser.open({ javaScriptEnabled, viewport: phone })).newPage()
    await athlete.goto(`${site.url}/posts`)
    await athlete
      .getByRole('link', { name: /课后足球教练/ })
      .first()
      .click()
    await athlete.getByRole('link', { name: '我要报名' }).first().click()
    await register(athlete)
    await fillProfile(athlete, site)
    await apply(athlete, site)

    await school.goto(`${site.url}/recruitment`)
    await school
      .getByRole('link', { name: /课后足球教练/ })
      .first()
      .click()
    await school.getByRole('main').getByRole('link', { name: '报名人员' }).click()
    await school.getByRole('link', { name: '王海燕' }).click()
    // The list of candidates has a button of this name too.
    await school.waitForURL(/\/recruitment\/applications\//)
    await school.getByRole('button', { name: '审核通过' }).click()
    await school.getByRole('button', { name: '进入考察' }).click()
    await school.getByLabel('合同起始').fill(siteDay)
    await school.getByLabel('合同终止').fill('2026-01-30')
    await school.getByRole('button', { name: '聘用', exact: true }).click()
    await school.getByText('没有 30 天内“无相关记录”的准入查询结果').waitFor()

    await officer.goto(school.url())
    await officer.getByRole('link', { name: '准入查询' }).last().click()
    await officer.getByLabel('查询编号').fill('查询2025-118')
    await officer.getByRole('button', { name: '登记', exact: true }).click()
    await school.getByRole('button', { name: '聘用', exact: true }).click()
    await school.getByText('已聘用').first().waitFor()

    await athlete.goto(`${site.url}/applications`)
    expect(await athlete.getByRole('main').textContent()).toContain('已聘用')
    await officer.goto(`${site.url}/coaches`)
    expect(await officer.getByRole('main').textContent()).toContain('王海燕')
    await officer.getByRole('link', { name: '王海燕' }).click()
    await officer.getByRole('columnheader', { name: '可使活跃的 5621 布点' }).waitFor()
    const seen = await footballOfDonghai(city, site)
    expect(seen).toContain('王海燕')
    expect(seen).not.toContain('没有指导人员')
  })
})

/** What the city reads of football in the unit: each placement, whether it lives and why not. */
async function footballOfDonghai(page: Page, site: RunningSite): Promise<string> {
  await page.goto(`${site.url}/coverage/units/320722/football`)
  return (await page.getByRole('main').textContent()) ?? ''
}

describe('an established coach', () => {
  let site: RunningSite
  let sms: TestSmsGateway
  let mail: TestMailServer
  /** Every text that a page, a script or a form answered to anybody. */
  const seen: string[] = []

  beforeAll(async () => {
    sms = await startSmsGateway()
    mail = await startMailServer()
    site = await startSite('few-schools', { SMS_URL: sms.url, SMTP_URL: mail.url, LOG_LEVEL: 'trace' })
  })
  afterAll(async () => {
    await site?.drop()
    await sms?.close()
    await mail?.close()
  })

  async function open(options: Parameters<typeof browser.open>[0] = {}): Promise<Page> {
    const context = await browser.open(options)
    context.on('response', response => {
      // A redirect has no body, and one that was left for another page is gone.
      response.text().then(
        text => seen.push(text),
        () => undefined,
      )
    })
    return context.newPage()
  }

  test('goes through tests, ranking, medical, vetting and public notice to a probation and its end', async () => {
    const officer = await open()
    await signIn(officer, site, 'unit')
    await announceRound(officer, site)
    const school = await open()
    await signIn(school, site, 'school')
    await draftPost(school, site, { engagement: 'FULL_TIME_ESTABLISHED', probationMonths: '6' })
    await publishPost(officer, site)
    const athlete = await open({ viewport: phone })
    await athlete.goto(`${site.url}/posts`)
    await athlete
      .getByRole('link', { name: /课后足球教练/ })
      .first()
      .click()
    await athlete.getByRole('link', { name: '我要报名' }).first().click()
    await register(athlete, async () => codeIn(sms.messages.at(-1)?.text))
    await fillProfile(athlete, site)
    await addEmail(athlete, site, async () => {
      await expect.poll(() => mail.mails.length).toBe(1)
      return codeIn(textOfMail(mail.mails[0] ?? ''))
    })
    await addPaper(athlete, site)
    await apply(athlete, site)

    const candidate = await openCandidate(officer, site)
    const press = async (name: string) => {
      await officer.goto(candidate)
      await officer.getByRole('button', { name, exact: true }).click()
      await officer.getByText('已办理').waitFor()
    }
    const enter = async (score: string) => {
      await officer.goto(`${candidate}/score`)
      await officer.locator('[name=score]').fill(score)
      await officer.getByRole('main').getByRole('button', { name: '保存' }).click()
      await officer.waitForURL(/done=1/)
    }
    const publish = async (name: string) => {
      await officer.goto(candidate)
      await officer.getByRole('navigation', { name: '王海燕' }).getByRole('link').click()
      await officer.getByRole('button', { name }).click()
      await officer.getByText('已办理').waitFor()
    }
    await officer.goto(candidate)
    await officer.getByRole('navigation', { name: '王海燕' }).getByRole('link').click()
    await officer.getByLabel('选择 王海燕').check()
    await officer.getByRole('button', { name: '资格审查通过' }).click()
    await officer.getByText('已办理 1 人').waitFor()
    await press('通知笔试')
    await enter('80.5')
    await officer.goto(candidate)
    await officer.getByRole('navigation', { name: '王海燕' }).getByRole('link').click()
    await officer.getByRole('button', { name: '公布笔试入围' }).click()
    await officer.getByText('报名还没有截止').waitFor()

    const notice = `${site.url}/posts/${await numberOf(athlete, site)}/notice`
    await site.stop()
    await site.restart('2025-10-25T02:00:00.000Z')
    await signIn(officer, site, 'unit')
    await publish('公布笔试入围')
    await press('复审通过')
    await enter('90')
    await publish('公布总成绩和名次')
    await press('通知体检')
    await press('体检合格')
    await checkClear(officer, candidate)
    await press('考察合格，公示')

    const anybody = await open()
    await anybody.goto(notice)
    expect(await anybody.getByRole('main').textContent()).toContain('王海燕')
    await officer.goto(candidate)
    await officer.getByRole('button', { name: '批准聘用' }).click()
    await officer.getByText('公示未满 7 个工作日').waitFor()
    const city = await open()
    await signIn(city, site, 'city')
    await city.goto(candidate)
    await city.getByText('公示', { exact: true }).first().waitFor()
    expect(await city.getByRole('button', { name: '批准聘用' }).count()).toBe(0)

    await site.stop()
    await site.restart('2025-11-05T02:00:00.000Z')
    await signIn(officer, site, 'unit')
    await press('批准聘用')
    await officer.goto(candidate)
    await officer.getByLabel('合同起始').fill('2025-11-05')
    await officer.getByLabel('合同终止').fill('2028-11-04')
    await officer.getByRole('button', { name: '签订合同' }).click()
    await officer.getByText('试用期').first().waitFor()

    await site.stop()
    await site.restart('2026-05-05T02:00:00.000Z')
    await signIn(officer, site, 'unit')
    await press('转正')
    await officer.getByText('已转正').first().waitFor()
    await signIn(city, site, 'city')
    expect(await footballOfDonghai(city, site)).toContain('王海燕')
    await city.goto(`${site.url}/coaches`)
    await city.getByRole('link', { name: '王海燕' }).click()
    await city.waitForURL(/\/coaches\/[0-9A-Z]{26}/)

    await expect.poll(() => sms.messages.at(-1)?.text, { timeout: 40_000 }).toContain('已转正')
    await expect.poll(() => textOfMail(mail.mails.at(-1) ?? '')).toContain('已转正')
    expect(sms.messages.every(message => message.to === phoneNumber)).toBe(true)
    seen.push(...sms.messages.map(message => message.text), ...mail.mails.map(textOfMail))
    await signIn(athlete, site, phoneNumber, password)
    for (const path of ['/notices', '/profile', '/applications']) await athlete.goto(site.url + path)
    for (const sheet of ['scores', 'coaches', 'coach-placements', 'coach-posts'])
      seen.push(await textAt(officer, `${site.url}/exports?sheet=${sheet}&format=csv`))
    for (const [page, path] of [
      [officer, '/coverage/export?of=placements'],
      [athlete, '/profile/data.xlsx'],
    ] as const)
      seen.push(await workbookAt(page, site.url + path))
    const shown = await officer.request.post(`${candidate}/contact`, {
      form: { part: 'id_number', reason: '核对证件原件' },
      headers: { origin: site.url },
    })
    expect(await shown.text()).toContain(idNumber)
    await site.stop()

    const stored = await everythingStored(site.databaseUrl)
    expect(stored).toContain('课后足球教练')
    expect(site.log()).toContain('/profile/identity')
    expect(seen.join('\n')).toContain('王海燕')
    for (const number of [idNumber, phoneNumber]) {
      expect(stored.includes(number), 'in the database').toBe(false)
      expect(site.log().includes(number), 'in the log').toBe(false)
      expect(
        seen.filter(text => text.includes(number)),
        'on a page, in an export or a message',
      ).toEqual([])
    }
  })
})

async function openCandidate(page: Page, site: RunningSite): Promise<string> {
  await page.goto(`${site.url}/recruitment`)
  await page
    .getByRole('link', { name: /课后足球教练/ })
    .first()
    .click()
  await page.getByRole('main').getByRole('link', { name: '报名人员' }).click()
  await page.getByRole('link', { name: '王海燕' }).click()
  await page.waitForURL(/\/recruitment\/applications\//)
  return page.url()
}

async function checkClear(page: Page, candidate: string): Promise<void> {
  await page.goto(`${candidate}/check`)
  await page.getByLabel('查询编号').fill('查询2025-118')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.waitForURL(/done=1/)
}

/** Hands in a paper that shows the ID number, as an identity card does. */
async function addPaper(page: Page, site: RunningSite): Promise<void> {
  await page.goto(`${site.url}/profile/documents`)
  await page.locator('[name=kind]').selectOption('ID_FRONT')
  const buffer = Buffer.from(`%PDF-1.4\n${idNumber} ${phoneNumber}\n%%EOF`)
  await page
    .locator('[name=file]')
    .setInputFiles({ name: `身份证${idNumber}.pdf`, mimeType: 'application/pdf', buffer })
  await page.getByRole('main').locator('button').last().click()
  await page.getByRole('link', { name: /身份证/ }).waitFor()
}

/** The public number of the post that the athlete applied to. */
async function numberOf(page: Page, site: RunningSite): Promise<string> {
  await page.goto(`${site.url}/posts`)
  await page
    .getByRole('link', { name: /课后足球教练/ })
    .first()
    .click()
  await page.waitForURL(/\/posts\/[^/]+$/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function announceRound(page: Page, site: RunningSite): Promise<void> {
  await page.goto(`${site.url}/recruitment/rounds/new`)
  await page.locator('[name=name]').fill('2025年秋季学校教练员招聘')
  await page.locator('[name=document]').fill('东教体〔2025〕18号')
  await page.locator('[name=opensAt]').fill(`${siteDay}T00:00`)
  await page.locator('[name=closesAt]').fill('2025-10-24T17:00')
  await page.getByRole('main').locator('button').last().click()
  await page.waitForURL(url => url.pathname !== '/recruitment/rounds/new')
}

async function draftPost(
  page: Page,
  site: RunningSite,
  given = { engagement: 'PART_TIME', probationMonths: '0' },
): Promise<void> {
  await page.goto(`${site.url}/recruitment`)
  await page.locator('a[href^="/recruitment/posts/new"]').first().click()
  await page.locator('[name=sport]').selectOption('football')
  await page.locator('[name=primary]').check()
  await page.locator('[name=title]').fill('课后足球教练')
  await page.locator('[name=engagement]').selectOption(given.engagement)
  await page.locator('[name=hoursWeek]').fill('6')
  await page.locator('[name=quota]').fill('1')
  await page.locator('[name=probationMonths]').fill(given.probationMonths)
  await page.locator('[name=certificate]').selectOption('NONE')
  await page.locator('[name=duties]').fill('课后服务足球训练')
  await page.locator('[name=contact]').fill('学校体育组')
  await page.getByRole('main').locator('button').last().click()
  await page.waitForURL(/\/recruitment\/posts\/[0-9A-Z]{26}/)
  await page.locator('button[value=submit]').click()
}

async function publishPost(page: Page, site: RunningSite): Promise<void> {
  await page.goto(`${site.url}/recruitment`)
  await page
    .getByRole('link', { name: /课后足球教练/ })
    .first()
    .click()
  await page.locator('button[value=publish]').click()
  await page.locator('button[value=publish]').waitFor({ state: 'detached' })
  await page.getByText('已发布').first().waitFor()
}

function codeIn(text: string | null | undefined): string {
  return /\d{6}/.exec(text ?? '')?.[0] ?? ''
}

/** Adds a mailbox to the profile, with the code that is sent there. */
async function addEmail(page: Page, site: RunningSite, code: () => Promise<string>): Promise<void> {
  await page.goto(`${site.url}/profile/contact`)
  await page.locator('[name=address]').fill('haiyan@example.cn')
  await page.getByRole('main').locator('button').last().click()
  await page.waitForURL(/\/profile\/contact\/prove/)
  await page.locator('[name=code]').fill(await code())
  await page.getByRole('main').locator('button').last().click()
  await page.waitForURL(/\/profile\?saved=1/)
}

async function textAt(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
  return answer.text()
}

async function workbookAt(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
  return JSON.stringify(read(await answer.body(), { type: 'buffer' }))
}

/** Where an installation without a gateway shows the code, as one does that is only tried out. */
async function codeOnPage(page: Page): Promise<string> {
  return codeIn(await page.getByText(/验证码是 \d{6}/).textContent())
}

async function register(page: Page, code: (page: Page) => Promise<string> = codeOnPage): Promise<void> {
  await page.locator('a[href^="/register"]').first().click()
  await page.locator('[name=address]').fill(phoneNumber)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.waitForURL(/\/register\/finish/)
  await page.locator('[name=code]').fill(await code(page))
  await page.locator('[name=name]').fill('王海燕')
  await page.locator('[name=password]').fill(password)
  await page.locator('[name=repeated]').fill(password)
  await page.locator('[name=consent]').check()
  await page.getByRole('button', { name: '完成注册' }).click()
  await page.waitForURL(/\/apply/)
}

async function fillProfile(page: Page, site: RunningSite): Promise<void> {
  const save = async (path: string, fill: () => Promise<unknown>) => {
    await page.goto(`${site.url}/profile/${path}`)
    await fill()
    await page.getByRole('main').getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/\/profile\?saved=1/)
  }
  await save('identity', () => page.locator('[name=idNumber]').fill(idNumber))
  await save('sports', async () => {
    await page.locator('[name=sport]').selectOption('football')
    await page.locator('[name=grade]').selectOption('LEVEL1')
  })
  await save('background', () => page.locator('[name=education]').selectOption('BACHELOR'))
  expect(await page.getByRole('main').textContent()).not.toContain(idNumber)
  await page.goto(`${site.url}/profile/consent`)
  await page.getByRole('button', { name: '同意 教职员工准入查询' }).click()
  await page.waitForURL(/\/profile\?saved=1/)
}

async function apply(page: Page, site: RunningSite): Promise<void> {
  await page.goto(`${site.url}/posts`)
  await page
    .getByRole('link', { name: /课后足球教练/ })
    .first()
    .click()
  await page.getByRole('link', { name: '我要报名' }).first().click()
  await page.locator('[name=statement]').fill('愿意带队训练。')
  await page.locator('[name=promise]').check()
  await page.locator('button[value=submit]').click()
  await page.waitForURL(/\/applications\//)
}
