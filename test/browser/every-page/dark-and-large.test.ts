import { expect, test } from 'vitest'
import { overhang, phone, picture, seriousFindings, signIn, useBrowser } from '#test/support/browser.ts'
import { useDemoCity } from './every-page.ts'

const browser = useBrowser()
const site = useDemoCity()

test.each(['/', '/coverage', '/compliance/units/320722?period=week', '/registry/schools'])(
  '%s is readable in the dark and in large type',
  async path => {
    const context = await browser.open({ colorScheme: 'dark', viewport: phone })
    const page = await context.newPage()
    await signIn(page, site(), 'donghai')
    await page.goto(site().url + path)
    await page.locator('button[name=type]').click()
    await page.locator('html[data-type=large]').waitFor()
    await picture(page, `dark-large-${path.replace(/\W+/g, '-')}`)

    expect(await seriousFindings(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    await context.close()
  },
)
