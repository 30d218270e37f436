import AxeBuilder from '@axe-core/playwright'
import { sql } from 'kysely'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { oneTimeLink } from '../../app/features/account/acts.ts'
import { buildApp } from '../../app/server.ts'
import { personas } from '../../demo/network.ts'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'
import { withIslands } from './islands.ts'

let world: World
let site: Served
let browser: Browser
let context: BrowserContext
let page: Page
let key: CDPSession
let authenticatorId: string

const { email, name } = personas.boardMember

beforeAll(async () => {
  world = await openWorld()
  // A passkey belongs to the address that people know: the app has to know its port.
  site = await served(buildApp(world.ground))
  Object.assign(world.ground.settings, { publicUrl: site.address })
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await world?.close()
})

async function newBrowser(): Promise<void> {
  await context?.close()
  context = await browser.newContext({ locale: 'de-DE' })
  await withIslands(context, site.address)
  page = await context.newPage()
  page.setDefaultTimeout(25_000)
  key = await context.newCDPSession(page)
  await key.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2' as const,
    transport: 'internal' as const,
    ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  }
  authenticatorId = (await key.send('WebAuthn.addVirtualAuthenticator', { options })).authenticatorId
}

async function signInByLink(): Promise<void> {
  await page.goto(await oneTimeLink(world.ground, world.network, email))
  await page.locator('main button').click()
  await page.waitForURL('**/?notice=session.begin')
}

const signOut = () => context.clearCookies()
const credentials = async () => (await key.send('WebAuthn.getCredentials', { authenticatorId })).credentials

describe('a passkey', () => {
  beforeEach(async () => {
    for (const table of ['passkey', 'totp', 'rateLimit'])
      await sql`delete from ${sql.id('sign_in', table)}`.execute(world.database.owner)
    await newBrowser()
  })

  it('is added, signs in without an address being typed, gets a name and goes', async () => {
    await signInByLink()
    await page.goto(`${site.address}/account`)
    await page.locator('form[action="/account/passkeys"] [name=name]').fill('Mein Rechner')
    await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
    await page.waitForURL('**/account?notice=account.addPasskey*')
    expect(await page.locator('#passkeys').innerText()).toContain('Mein Rechner')
    const [made] = await credentials()
    expect(made).toMatchObject({ isResidentCredential: true, rpId: 'localhost' })
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

    await signOut()
    await page.goto(`${site.address}/sign-in`)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.getByText('Das hat nicht geklappt.').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    await page.waitForURL('**/?notice=session.begin')
    expect(await page.locator('.header').innerText()).toContain(name)

    await page.goto(`${site.address}/account`)
    await page.getByRole('link', { name: 'Mein Rechner' }).click()
    await page.locator('main [name=name]').fill('Büro')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.waitForURL('**/account?notice=account.renamePasskey*')
    await page.getByRole('link', { name: 'Büro' }).click()
    await page.getByRole('button', { name: 'Passkey entfernen' }).click()
    await page.waitForURL('**/account?notice=account.removePasskey*')

    await signOut()
    await page.goto(`${site.address}/sign-in`)
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    await page.locator('.kern-alert--danger').waitFor()
    expect(await page.locator('main').innerText()).toContain('Mit diesem Passkey hat es nicht geklappt')
    expect((await context.cookies()).some(({ name: cookie }) => cookie.includes('session'))).toBe(false)
  })

  it('that the person turns down leaves the page as it was, with a sentence', async () => {
    await key.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await signInByLink()
    await page.goto(`${site.address}/account`)
    await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
    await page.getByText('Das hat nicht geklappt.').waitFor()
    expect(await credentials()).toEqual([])
  })

  it('needs no second step, which the link by mail does where one is switched on', async () => {
    await signInByLink()
    await page.goto(`${site.address}/account`)
    await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
    await page.waitForURL('**/account?notice=account.addPasskey*')
    await sql`
      insert into sign_in.totp ("userId", secret, "confirmedAt", "lastStep", "createdAt")
      select "userId", '', "createdAt", 0, "createdAt" from sign_in.passkey`.execute(world.database.owner)

    await signOut()
    await page.goto(await oneTimeLink(world.ground, world.network, email))
    await page.locator('main button').click()
    await page.waitForURL('**/sign-in/code')
    await page.goto(`${site.address}/sign-in`)
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    await page.waitForURL('**/?notice=session.begin')
  })

  it('answers a question once: the same answer again is refused', async () => {
    await signInByLink()
    await page.goto(`${site.address}/account`)
    await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
    await page.waitForURL('**/account?notice=account.addPasskey*')
    await signOut()
    await page.goto(`${site.address}/sign-in`)
    const sent = page.waitForRequest(request => request.url() === `${site.address}/sign-in/passkey`)
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    const request = await sent
    await page.waitForURL('**/?notice=session.begin')
    const headers = { origin: site.address, cookie: (await request.allHeaders()).cookie ?? '' }
    expect(headers.cookie).toContain('sign-in-passkey=')
    const again = await world.app.request(`${site.address}/sign-in/passkey`, {
      ...{ method: 'POST', headers, body: new URLSearchParams(request.postData() ?? '') },
    })
    expect([again.status, again.headers.getSetCookie()]).toEqual([401, []])
  })
})

describe('without script', () => {
  it('the form is not offered, and the link by mail is', async () => {
    const plain = await browser.newContext({ locale: 'de-DE', javaScriptEnabled: false })
    const tab = await plain.newPage()
    await tab.goto(`${site.address}/sign-in`)
    expect(await tab.getByRole('button', { name: 'Mit Passkey anmelden' }).isVisible()).toBe(false)
    expect(await tab.getByRole('button', { name: 'Link anfordern' }).isVisible()).toBe(true)
    await plain.close()
  })
})
