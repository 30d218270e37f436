import type { Browser, BrowserContext, Page } from 'playwright-core'
import { oneTimeLink } from '../../app/features/account/acts.ts'
import { type Persona, personas } from '../../demo/network.ts'
import type { Served } from '../world/served.ts'
import type { World } from '../world/world.ts'
import { withIslands } from './islands.ts'

const PATIENCE_MS = 30_000

/** The board of the demo in browsers: who sits at the table, with the clock and the mails that the journeys share. */
export type Table = Awaited<ReturnType<typeof sitDown>>

/** Opens the table. Everybody has a browser of his own; whoever holds only a link comes without a session. */
export async function sitDown(world: World, site: Served, browser: Browser) {
  const { owner } = world.database
  const open: BrowserContext[] = []

  async function browserFor(who: Persona | 'public'): Promise<Page> {
    const context = await browser.newContext({ locale: 'de-DE' })
    open.push(context)
    await withIslands(context, site.address)
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    if (who !== 'public') {
      const link = new URL(await oneTimeLink(world.ground, world.network, personas[who].email))
      await page.goto(`${site.address}${link.pathname}`)
      await page.locator('main form button[type=submit]').click()
      await page.waitForURL(url => !url.pathname.includes(link.pathname))
    }
    return page
  }

  const go = (page: Page, path: string) => page.goto(`${site.address}${path}`)
  const submit = async (page: Page, form: string) => {
    await page.locator(`${form} button:not([type=button])`).first().click()
    await page.waitForLoadState()
  }
  /** Moves the clock that everything goes by. */
  const later = (parts: { days?: number; seconds?: number }) =>
    world.ground.clock.set(
      world.ground.clock
        .instant()
        .add({ hours: (parts.days ?? 0) * 24, seconds: parts.seconds ?? 0 })
        .toString(),
    )
  const today = () => world.ground.clock.today(world.network.timeZone)
  const inDays = (days: number) => today().add({ days }).toString()

  /** The path of the newest link of this kind that was mailed to somebody. */
  async function linkTo(who: Persona, kind: 'poll' | 'invitation' | 'proposals' | 'commitments' | 'corrections') {
    const rows = await owner
      .selectFrom('outbox')
      .where('recipient', '=', personas[who].email)
      .where('content', 'like', `%/links/${kind}/%`)
      .orderBy('id', 'desc')
      .select('content')
      .execute()
    const path = new RegExp(`/links/${kind}/[\\w-]{43}`).exec(rows[0]?.content ?? '')?.[0]
    if (!path) throw new Error(`no link of ${kind} was mailed to ${who}`)
    return path
  }

  const close = () => Promise.all(open.map(context => context.close()))
  return { world, owner, browserFor, go, submit, later, today, inDays, linkTo, close }
}
