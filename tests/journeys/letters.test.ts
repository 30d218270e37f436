import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assets } from '../../app/ui/assets.ts'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

/** A letter in a browser that runs no script: from a commitment to what went out. */
let world: World
let site: Served
let browser: Browser
let page: Page
let letter: string

beforeAll(async () => {
  world = await openWorld()
  site = await served(world.app)
  browser = await openBrowser()
  page = await pageIn('de')
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await world?.close()
})

async function pageIn(language: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, locale: language, viewport: { width: 360, height: 780 }, acceptDownloads: true },
  })
  const { headers } = await world.as('coordinator')
  const session = headers.cookie.split('; ').map(cookie => cookie.split(/=(.*)/s) as [string, string])
  const cookies = [...session, ['language', language] as const].map(([name, value]) => ({
    name,
    value,
    url: site.address,
  }))
  await context.addCookies(cookies)
  return context.newPage()
}

/** axe needs scripts, so it looks at the same markup in a page that runs them. */
async function flaws(path: string, language: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, bypassCSP: true })
  await context.addCookies(await (await pageIn(language)).context().cookies())
  const looked = await context.newPage()
  await looked.goto(`${site.address}${path}`)
  const { violations } = await new AxeBuilder({ page: looked }).analyze()
  // Without a build there are no styles, and every table is wide.
  const wide = (await looked.evaluate(
    `document.documentElement.scrollWidth > innerWidth
      ? [...document.querySelectorAll('main *')].filter(one => { const box = one.getBoundingClientRect()
          return box.right > innerWidth + 1 || box.left < -1 }).map(one => 'too wide: ' + one.outerHTML.slice(0, 120)).slice(0, 5)
      : []`,
  )) as string[]
  await context.close()
  return [...violations.map(({ id }) => id), ...(assets().mark === null ? [] : wide)]
}

describe('a letter', () => {
  it('goes from a commitment to a draft, is read, and stays as it went out', async () => {
    const { id } = await world.database.owner
      .selectFrom('commitment')
      .where('state', '=', 'open')
      .select('id')
      .executeTakeFirstOrThrow()
    await page.goto(`${site.address}/commitments/${id}`)
    await page.locator(`main a[href="/letters/new?commitment=${id}"]`).click()
    await page.locator('main a[href*="kind=reminder"]').click()
    await page.waitForURL(/kind=reminder/)
    expect(await page.locator('[name=wording]').inputValue()).toContain('erinnern')
    await page.locator('[name=address]').fill('Amt für Schule')
    await page.locator('main form button[type=submit]').click()
    await page.waitForURL(/\/letters\/[0-9a-f-]+/)
    letter = new URL(page.url()).pathname
    // Without a place it does not go by post, and what was chosen stays.
    await page.locator('[name=approved]').check()
    await page.locator('#send button[type=submit]').click()
    expect(await page.locator('main').innerText()).toContain('Entwurf')
    await page.goto(`${site.address}${letter}`)
    await page.locator('[name=address]').fill('Amt für Schule\nMarktplatz 1\n99999 Auenfurt')
    await page.locator('#revise button[type=submit]').click()
    await page.locator('[name=approved]').check()
    await page.locator('#send button[type=submit]').click()
    await page.waitForURL(/letters/)
    expect(await page.locator('main').innerText()).toContain('versandt')
    expect(await page.locator('main form').count()).toBe(0)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`main a[href="${letter}/pdf"]`).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  })

  it.each(['de', 'ar'])('has no flaw that axe finds, on a small screen, in %s', async language => {
    const { id } = await world.database.owner.selectFrom('body').select('id').executeTakeFirstOrThrow()
    const coordinator = await world.as('coordinator')
    const fields = { kind: 'talk', bodyId: id, address: 'Amt', subject: 'Gespräch', wording: 'Wir bitten darum.' }
    const draft = (await coordinator.post('/letters', fields)).headers.get('location')!.split('?')[0]!
    for (const [name, path] of [
      ...[['list', '/letters'] as const, ['new', '/letters/new'] as const],
      ...[['draft', draft] as const, ['sent', letter] as const],
    ]) {
      expect([name, await flaws(path, language)]).toEqual([name, []])
      if (!process.env.PICTURES) continue
      const shown = await pageIn(language)
      await shown.goto(`${site.address}${path}`)
      await shown.screenshot({ path: `${process.env.PICTURES}/letters-${name}-${language}.png`, fullPage: true })
      await shown.context().close()
    }
  })
})
