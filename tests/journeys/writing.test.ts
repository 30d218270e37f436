import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Persona } from '../../demo/network.ts'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'
import { withIslands } from './islands.ts'

const PATIENCE_MS = 30_000
let world: World
let site: Served
let browser: Browser
let meeting: string

beforeAll(async () => {
  world = await openWorld()
  site = await served(world.app)
  browser = await openBrowser()
  const coordinator = await world.as('coordinator')
  const { bodies } = await (await coordinator.get('/meetings', true)).json()
  const bodyId = bodies.find((one: { name: string }) => one.name.startsWith('Vorstand')).id
  const fields = { name: 'Sitzung mit zwei Federn', bodyId, day: '2027-02-08', audience: 'body', announced: 'yes' }
  const planned = await coordinator.post('/meetings', fields)
  meeting = planned.headers.get('location')!.split('?')[0]!
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await world?.close()
})

async function enter(persona: Persona, javaScriptEnabled = true): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'de-DE' })
  if (javaScriptEnabled) await withIslands(context, site.address)
  const { cookie } = (await world.as(persona)).headers
  await context.addCookies(
    cookie.split('; ').map(pair => {
      const [name, ...value] = pair.split('=')
      return { name: name!, value: value.join('='), url: site.address }
    }),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(`${site.address}${meeting}/writing`)
  return { context, page }
}

const field = (page: Page, item: string) => page.getByLabel(`Mitschrift zu: ${item}`)
const says = (page: Page, item: string, text: string) =>
  expect.poll(() => field(page, item).inputValue(), { timeout: PATIENCE_MS }).toBe(text)
const saved = (page: Page) =>
  page.locator('.writing-state[data-now="saved"]').waitFor({ state: 'visible', timeout: PATIENCE_MS })

it('shows each what the other writes, goes on without a network, and merges afterwards', async () => {
  const chair = await enter('chair')
  const member = await enter('boardMember')
  await saved(chair.page)
  await saved(member.page)
  await field(chair.page, 'Begrüßung').pressSequentially('Jonas eröffnet.')
  await says(member.page, 'Begrüßung', 'Jonas eröffnet.')

  await member.context.setOffline(true)
  await member.page.locator('.writing-state[data-now="offline"]').waitFor({ state: 'visible' })
  await field(member.page, 'Begrüßung').press('Control+End')
  await field(member.page, 'Begrüßung').pressSequentially('\nLeyla kommt dazu.')
  await field(chair.page, 'Verschiedenes').focus()
  await chair.page.keyboard.press('Alt+1')
  await field(chair.page, 'Verschiedenes').pressSequentially('Jonas holt den Schlüssel.')
  await saved(chair.page)
  await says(chair.page, 'Begrüßung', 'Jonas eröffnet.')
  const found = chair.page.locator('section', { has: field(chair.page, 'Verschiedenes') }).locator('.writing-found')
  await expect.poll(() => found.innerText(), { timeout: PATIENCE_MS }).toMatch(/Aufgabe.*Jonas.*holt den Schlüssel/s)
  expect(await found.innerText()).toContain('bis wann')

  await member.context.setOffline(false)
  await says(chair.page, 'Begrüßung', 'Jonas eröffnet.\nLeyla kommt dazu.')
  await says(member.page, 'Verschiedenes', 'Aufgabe: Jonas holt den Schlüssel.')
  await saved(member.page)
  await Promise.all([chair.context.close(), member.context.close()])
}, 180_000)

it('keeps over a reload what was typed without a network', async () => {
  const { context, page } = await enter('chair')
  await saved(page)
  await context.route('**/agenda/*/writing', route => route.abort())
  await field(page, 'Termine').pressSequentially('Termin: Klausur am 03.04.2027')
  await page.locator('.writing-state[data-now="offline"]').waitFor({ state: 'visible' })
  page.on('dialog', dialog => dialog.accept())
  // A slow disk: the line to the server stands before the browser has found what it kept.
  await page.addInitScript(() =>
    Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess', {
      set(this: IDBOpenDBRequest, heard: (event: Event) => void) {
        this.addEventListener('success', event => setTimeout(() => heard.call(this, event), 1_500))
      },
    }),
  )
  await page.reload()
  await context.unroute('**/agenda/*/writing')
  await says(page, 'Termine', 'Termin: Klausur am 03.04.2027')
  await saved(page)
  const kept = await (await (await world.as('coordinator')).get(`${meeting}/writing`, true)).json()
  expect(kept.items.find(({ title }: { title: string }) => title === 'Termine').text).toBe(
    'Termin: Klausur am 03.04.2027',
  )
  await context.close()
}, 120_000)

it('grows on the wall as it is written, goes along to the next item, and counts the time', async () => {
  const chair = await enter('chair')
  await saved(chair.page)
  const wall = await enter('boardMember')
  await wall.page.goto(`${site.address}${meeting}/projector`)
  const shown = wall.page.locator('.written')
  const heading = wall.page.locator('h1')
  await wall.page.getByLabel('Zum Punkt wechseln').check()
  await field(chair.page, await itemOnWall(wall.page)).pressSequentially('Guten Abend zusammen.')
  await expect.poll(() => shown.innerText(), { timeout: PATIENCE_MS }).toContain('Guten Abend zusammen.')
  const clock = wall.page.getByRole('timer')
  await expect.poll(() => clock.innerText()).toMatch(/^\d+:\d\d$/)
  await field(chair.page, 'Verschiedenes').press('Control+End')
  await field(chair.page, 'Verschiedenes').pressSequentially('\nEs regnet.')
  await expect.poll(() => heading.innerText(), { timeout: PATIENCE_MS }).toContain('Verschiedenes')
  await expect.poll(() => shown.innerText(), { timeout: PATIENCE_MS }).toContain('Es regnet.')
  await expect.poll(() => clock.innerText()).toMatch(/^\d+:\d\d$/)
  await wall.page.keyboard.press('ArrowLeft')
  await expect.poll(() => heading.innerText(), { timeout: PATIENCE_MS }).not.toContain('Verschiedenes')
  await Promise.all([chair.context.close(), wall.context.close()])
}, 180_000)

const itemOnWall = async (page: Page) => (await page.locator('h1 bdi').innerText()).trim()

it('works as plain forms with JavaScript off', async () => {
  const { context, page } = await enter('boardMember', false)
  await field(page, 'Feststellung der An- und Abwesenheit').fill('Alle da.')
  await page
    .locator('section', { has: field(page, 'Feststellung der An- und Abwesenheit') })
    .getByRole('button', { name: 'Speichern' })
    .click()
  expect(await page.locator('main').innerText()).toContain('Gespeichert.')
  expect(await field(page, 'Feststellung der An- und Abwesenheit').inputValue()).toBe('Alle da.')
  await context.close()
}, 60_000)
