import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doors } from '../../app/server.ts'
import { languages } from '../../app/texts/texts.ts'
import type { Persona } from '../../demo/network.ts'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

let world: World
let site: Served
let browser: Browser
/** Every page of the house as an address: each door that shows something, about the first record it can show. */
let addresses: { coordinator: string[]; public: string[] }

beforeAll(async () => {
  world = await openWorld()
  site = await served(world.app)
  browser = await openBrowser()
  addresses = await everyPage()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await world?.close()
})

/** Records that stand for `:id` in an address, by the word before it. */
async function everyPage() {
  const { owner } = world.database
  const first = async (
    table:
      | 'body'
      | 'organization'
      | 'person'
      | 'office'
      | 'office_holding'
      | 'membership'
      | 'reading'
      | 'minutes'
      | 'paper'
      | 'term'
      | 'outbox',
  ) => (await owner.selectFrom(table).select('id').orderBy('id', 'desc').executeTakeFirst())?.id ?? ''
  const meeting = await owner.selectFrom('meeting').where('state', '=', 'draft').select('id').executeTakeFirstOrThrow()
  const commitment = await owner
    .selectFrom('commitment')
    .where('owner_kind', '=', 'person')
    .select('id')
    .executeTakeFirstOrThrow()
  const item = await owner
    .selectFrom('reading_item')
    .where('state', '=', 'proposed')
    .where('section', '=', 'entry')
    .select(['id', 'reading_id'])
    .executeTakeFirstOrThrow()
  const ids: Record<string, string> = {
    ...{ bodies: await first('body'), organizations: await first('organization'), people: await first('person') },
    ...{
      offices: await first('office'),
      holdings: await first('office_holding'),
      memberships: await first('membership'),
    },
    ...{ minutes: await first('minutes'), readings: item.reading_id, meetings: meeting.id, commitments: commitment.id },
    ...{ outbox: await first('outbox'), papers: await first('paper'), terms: await first('term') },
  }
  const shown = doors.filter(door => door.method === 'get').map(door => door.path)
  const inside = shown
    .filter(path => !/:(?:token|secret)/.test(path) && path !== '/setup')
    .map(path => path.replace(/\/([a-z]+)\/:id/, (_, noun: string) => `/${noun}/${ids[noun] || '-'}`))
    .filter(path => !path.includes('/-'))
  return {
    coordinator: [
      ...inside,
      `/readings/${item.reading_id}?item=${item.id}`,
      '/sign-in/not-a-link',
      '/links/not-a-link',
      '/nowhere',
    ],
    public: ['/', '/meetings', '/bodies', '/sign-in', '/imprint', '/privacy', '/accessibility', '/commitments'],
  }
}

async function contextOf(persona: Persona | null, language: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: language })
  await context.addCookies([{ name: 'language', value: language, url: site.address }])
  if (!persona) return context
  const { headers } = await world.as(persona)
  const session = headers.cookie.split('; ').map(cookie => cookie.split(/=(.*)/s) as [string, string])
  for (const [name, value] of session)
    if (name !== 'language') await context.addCookies([{ name, value, url: site.address }])
  return context
}

describe.each(languages)('every page in %s', language => {
  it.each([['coordinator'], ['public']] as const)(
    'is accessible and fits a phone, as %s',
    async who => {
      const context = await contextOf(who === 'public' ? null : 'coordinator', language)
      const page = await context.newPage()
      const faults: string[] = []
      for (const address of addresses[who]) {
        await page.goto(`${site.address}${address}`)
        const { violations } = await new AxeBuilder({ page }).analyze()
        for (const { id, nodes } of violations) faults.push(`${address}: ${id} ${nodes[0]?.html.slice(0, 160)}`)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        if (width > 360) faults.push(`${address}: ${width} pixels wide`)
        expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      }
      await context.close()
      expect(faults).toEqual([])
    },
    300_000,
  )
})
