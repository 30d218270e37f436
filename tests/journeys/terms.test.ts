import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

/** A word that the table gave up, on a phone that runs no script. */
let world: World
let site: Served
let browser: Browser
let page: Page

beforeAll(async () => {
  world = await openWorld()
  site = await served(world.app)
  browser = await openBrowser()
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, locale: 'de', viewport: { width: 360, height: 780 } },
  })
  const { headers } = await world.as('coordinator')
  const session = headers.cookie.split('; ').map(cookie => cookie.split(/=(.*)/s) as [string, string])
  await context.addCookies(session.map(([name, value]) => ({ name, value, url: site.address })))
  page = await context.newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await world?.close()
})

describe('a replaced term', () => {
  it('is replaced on a day by another, and both say so', async () => {
    await page.goto(`${site.address}/papers`)
    await page.locator('main a[href="/terms"]').click()
    await page.locator('details summary').filter({ hasText: 'festhalten' }).click()
    await page.locator('main [name=wording]').fill('Integrationslotse')
    await page.locator('main [name=bodyId]').selectOption({ label: 'Offene Runde' })
    await page.locator('main [name=fromDay]').fill('2020-01-01')
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/terms\/[0-9a-f-]{36}/)
    await page
      .locator('details summary')
      .filter({ hasText: /^Ablösen/ })
      .click()
    const form = page.locator('#replace')
    await form.locator('[name=wording]').fill('Wegbegleitung')
    await form.locator('[name=fromDay]').fill('2025-01-01')
    await form.locator('[name=reason]').fill('Klang nach Hafen.')
    await form.locator('button[type=submit]').click()
    await page.waitForURL(/\/terms\/[0-9a-f-]{36}/)
    expect(await page.locator('h1').innerText()).toContain('Wegbegleitung')
    await page.locator('main a').filter({ hasText: 'Integrationslotse' }).click()
    expect(await page.locator('main').innerText()).toContain('Gilt nicht mehr')
    expect(await page.locator('main').innerText()).toContain('Klang nach Hafen.')
  })

  it('is told to whoever writes it in a new demand, until it is put right', async () => {
    await page.goto(`${site.address}/papers/new`)
    await page.locator('main [name=name]').fill('Mehr Begleitung')
    await page.locator('main [name=wording]').fill('Die Stadt soll zehn Integrationslotsen bezahlen.')
    await page.locator('main [name=bodyId]').selectOption({ label: 'Offene Runde' })
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/papers\/[0-9a-f-]{36}/)
    const told = page.locator('#wording')
    expect(await told.innerText()).toContain('Ein Begriff gilt nicht mehr')
    expect(await told.innerText()).toContain('Wegbegleitung')
    await page.locator('details summary').filter({ hasText: 'Neue Fassung' }).click()
    await page.locator('#revise [name=wording]').fill('Die Stadt soll zehn Stellen für Wegbegleitung bezahlen.')
    await page.locator('#revise button[type=submit]').click()
    await page.waitForURL(/\/papers\//)
    expect(await told.innerText()).toContain('Wegbegleitung')
    expect(await told.innerText()).not.toContain('gilt nicht mehr')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  })
})
