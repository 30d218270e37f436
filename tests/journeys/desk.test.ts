import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convertFile } from '../../app/ground/converters/convert.ts'
import { documentFormats } from '../../app/ground/documents/document.ts'
import { assets } from '../../app/ui/assets.ts'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

/** The desk of the coordination in a browser that runs no script: a morning, and the day on which somebody leaves. */
let world: World
let site: Served
let browser: Browser
let page: Page

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

describe('the desk of the coordination', () => {
  it('opens with the day: from the overview to a number, its list, and a commitment behind it', async () => {
    await page.goto(`${site.address}/`)
    await page.locator('main a[href="/morning"]').click()
    await page.waitForURL(/\/morning$/)
    const overdue = page.locator('a[href="/morning?list=overdue"]').first()
    const number = Number(await overdue.locator('strong').innerText())
    expect(number).toBeGreaterThan(0)
    await overdue.click()
    await page.waitForURL(/list=overdue/)
    const lines = page.locator('main tbody tr')
    expect(await lines.count()).toBe(number)
    const wording = await lines.first().locator('a').first().innerText()
    await lines.first().locator('a').first().click()
    await page.waitForURL(/\/commitments\//)
    expect(await page.locator('h1').innerText()).toContain(wording)
  })

  it('hands everything over in one act', async () => {
    await page.goto(`${site.address}/morning`)
    await page.locator('main a[href="/handover"]').click()
    await page.waitForURL(/\/handover$/)
    const open = await world.database.owner
      .selectFrom('commitment')
      .where('state', 'in', ['open', 'under_way'])
      .select('wording')
      .execute()
    for (const format of documentFormats) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`main a[href="/handover/${format}"]`).click(),
      ])
      const chunks: Buffer[] = []
      for await (const chunk of (await download.createReadStream()) as AsyncIterable<Buffer>) chunks.push(chunk)
      const text = await convertFile(new Uint8Array(Buffer.concat(chunks)), `handover.${format}`)
      if (!text.ok) throw new Error(text.code)
      const plain = plainer(text.value.text)
      expect(open.filter(({ wording }) => !plain.includes(plainer(wording)))).toEqual([])
    }
  })

  it.each(['de', 'ar'])('has no flaw that axe finds, on a small screen, in %s', async language => {
    for (const path of ['/morning', '/morning?list=overdue', '/handover']) {
      expect([path, await flaws(path, language)]).toEqual([path, []])
      const shown = await pageIn(language)
      await shown.goto(`${site.address}${path}`)
      if (process.env.PICTURES) {
        const name = path.replaceAll(/\W+/g, '-')
        await shown.screenshot({ path: `${process.env.PICTURES}/desk${name}-${language}.png`, fullPage: true })
      }
      await shown.context().close()
    }
  })
})

const plainer = (text: string): string => text.replaceAll(/[\\*\s­-]+/g, '').toLowerCase()
