import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

/** The groups of the navigation, by finger on a phone and by key on a desk. */
let world: World
let site: Served
let browser: Browser

beforeAll(async () => {
  world = await openWorld()
  site = await served(world.app)
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await world?.close()
})

const phone = { viewport: { width: 360, height: 780 } }
/** As narrow as the row of groups stands beside each other, and where the rest of the page is looked at. */
const desks = [992, 1280].map(width => ({ viewport: { width, height: 800 } }))

async function opened(options: BrowserContextOptions, signedIn = true): Promise<Page> {
  const context = await browser.newContext({ locale: 'de', ...options })
  const cookie = signedIn ? (await world.as('coordinator')).headers.cookie : ''
  const session = cookie.split('; ').filter(Boolean)
  const cookies = session.map(one => one.split(/=(.*)/s) as [string, string])
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: site.address })))
  const page = await context.newPage()
  await page.goto(site.address)
  return page
}
const group = (page: Page, name: string) => page.locator('.navigation summary').filter({ hasText: name })
const shownLinks = (page: Page) => page.locator('.navigation a:visible')

describe('the navigation', () => {
  it('opens one group at a time on a phone without script, and marks where one is', async () => {
    const page = await opened({ ...phone, javaScriptEnabled: false })
    expect(await shownLinks(page).count()).toBe(0)
    await page.locator('.menu-button').click()
    const before = await shownLinks(page).count()
    await group(page, 'Öffentlich').click()
    expect(await page.locator('.navigation a[href="/accountability"]').isVisible()).toBe(true)
    await group(page, 'Verzeichnis').click()
    expect(await page.locator('.navigation a[href="/accountability"]').isVisible()).toBe(false)
    expect(await shownLinks(page).count()).toBe(before + 4)
    await page.locator('.navigation a[href="/offices"]').click()
    await page.waitForURL(/\/offices$/)
    expect(await group(page, 'Verzeichnis').getAttribute('aria-current')).toBe('true')
    expect(await page.locator('.navigation a[aria-current=page]').getAttribute('href')).toBe('/offices')
    await page.context().close()
  })

  it('is walked by keys on a desk, and nothing of an open group is out of sight or hard to reach', async () => {
    for (const [dir, desk] of ['ltr', 'rtl'].flatMap(dir => desks.map(desk => [dir, desk] as const))) {
      const page = await opened(desk)
      if (dir === 'rtl') {
        await page.locator('.language summary').click()
        await page.locator('button[name=language][value=ar]').click()
        await page.waitForSelector('html[dir=rtl]')
      }
      const summary = page.locator('.navigation summary').last()
      await summary.focus()
      await page.keyboard.press('Enter')
      const links = page.locator('.navigation details[open] a')
      expect(await links.count()).toBeGreaterThan(1)
      const { there, room } = await page.evaluate(() => {
        const { documentElement, body } = document
        return { there: documentElement.scrollWidth, room: body.offsetWidth }
      })
      expect([dir, there]).toEqual([dir, room])
      expect((await new AxeBuilder({ page }).include('.header').analyze()).violations).toEqual([])
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/network$/)
      await page.context().close()
    }
  })

  it('has no groups for a visitor', async () => {
    const page = await opened(desks[0]!, false)
    expect(await page.locator('.navigation summary').count()).toBe(0)
    expect(await shownLinks(page).count()).toBeGreaterThan(2)
    await page.context().close()
  })
})
