import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneTimeLink } from '../../app/features/account/acts.ts'
import { fireConsequences } from '../../app/features/commitments/consequence/jobs.ts'
import { personas } from '../../demo/network.ts'
import { openBrowser } from '../world/browser.ts'
import { openInvitations } from '../world/invitations.ts'
import { type Served, served } from '../world/served.ts'

/** A sentence in minutes becomes a demand, is evaded, comes back by itself, is promised and kept: without a script. */
let house: Awaited<ReturnType<typeof openInvitations>>
let site: Served
let browser: Browser
let page: Page
/** The demand, as a commitment of whoever was asked, and what was promised. */
const at = { demand: '', promise: '' }
let meeting = ''

beforeAll(async () => {
  house = await openInvitations()
  site = await served(house.world.app)
  browser = await openBrowser()
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, locale: 'de', viewport: { width: 1100, height: 900 } },
  })
  page = await context.newPage()
  await signIn()
  meeting = await house.plan({ day: inDays(40), name: 'Runde im Januar' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.world.close()
})

/** Signs in by link; a session ends when the clock has gone on for days. */
async function signIn(): Promise<void> {
  const { ground, network } = house.world
  const link = new URL(await oneTimeLink(ground, network, personas.coordinator.email))
  await open(`${link.pathname}${link.search}`)
  await submit('main form')
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
}
const clock = () => house.world.ground.clock
const inDays = (days: number) => clock().today('Europe/Berlin').add({ days }).toString()
const later = (days: number) =>
  clock().set(
    clock()
      .instant()
      .add({ hours: days * 24, seconds: 1 })
      .toString(),
  )
const open = (path: string) => page.goto(`${site.address}${path}`)
const main = () => page.locator('main').innerText()
const submit = (form: string) => page.locator(`${form} button[type=submit]`).last().click()
const unfold = (text: RegExp) => page.locator('details summary').filter({ hasText: text }).click()

describe('a demand', () => {
  it('begins with what somebody said in a meeting, and names who is to answer by when', async () => {
    const { owner } = house.world.database
    const said = owner.selectFrom('entry').where('content', 'like', '%vergibt Termine nur noch online%')
    const { id, minutes_id } = await said.select(['id', 'minutes_id']).executeTakeFirstOrThrow()
    await open(`/minutes/${minutes_id}#${id}`)
    expect(await main()).toContain('vergibt Termine nur noch online')
    await open('/commitments')
    await page.locator('main a[href^="/commitments/new"]').click()
    await page.locator('[name=bodyId]').selectOption({ label: 'Offene Runde' })
    await page.locator('[name=wording]').fill('Zwei Vormittage im Monat ohne Termin')
    await page.locator('[name=owner]').selectOption('outside')
    await page.locator('[name=outsideName]').fill('Ausländerbehörde')
    await page.locator('[name=dueOn]').fill(inDays(3))
    await submit('main form')
    await page.waitForURL(/\/commitments\/[0-9a-f-]{36}/)
    at.demand = new URL(page.url()).pathname
  })

  it('gets a dossier of its own with its wording', async () => {
    await page.locator('main a').filter({ hasText: 'Forderung daraus machen' }).click()
    await page.locator('[name=name]').fill('Vormittage ohne Termin')
    await page.locator('[name=audience]').selectOption('network')
    await submit('main form')
    await page.waitForURL(/\/papers\/[0-9a-f-]{36}/)
    expect(await main()).toContain('Zwei Vormittage im Monat ohne Termin')
    expect(await page.locator(`main a[href="${at.demand}"]`).count()).toBe(1)
    await unfold(/^Stand ändern/)
    await page.locator('#move [name=state]').selectOption('raised')
    await submit('#move')
    await page.waitForURL(/\/papers\//)
    expect(await main()).toContain('Erhoben')
  })

  it('goes to whoever is asked as a letter, which stays as it went out', async () => {
    await open(at.demand)
    await page.locator('main a[href^="/letters/new"]').click()
    await page.locator('main a[href*="kind=demand"]').click()
    await page.waitForURL(/kind=demand/)
    expect(await page.locator('[name=wording]').inputValue()).toContain('Zwei Vormittage im Monat ohne Termin')
    await page.locator('[name=address]').fill('Ausländerbehörde\nAm Markt 1\n99999 Auenfurt')
    await submit('main form')
    await page.waitForURL(/\/letters\/[0-9a-f-]+/)
    await page.locator('[name=approved]').check()
    await submit('#send')
    await page.waitForURL(/letters/)
    expect(await main()).toContain('versandt')
  })

  it('has a consequence agreed, is evaded, and comes onto the next agenda by itself', async () => {
    await open(`${at.demand}/consequences/new`)
    await page.locator('[name=kind][value=agenda], [name=kind]').first().waitFor()
    const kind = page.locator('select[name=kind]')
    if (await kind.count()) await kind.selectOption('agenda')
    else await page.locator('[name=kind][value=agenda]').check()
    await page.locator('[name=wording]').fill('Keine Antwort auf die Bitte um Vormittage ohne Termin')
    await page.locator('[name=grace]').fill('1')
    await page.locator('[name=bodyId]').selectOption({ label: 'Offene Runde' })
    await submit('main form')
    await page.waitForURL(/\/commitments\//)
    later(1)
    await open(at.demand)
    await unfold(/^Antwort festhalten/)
    const form = page.locator('#answer-form')
    await form.locator('[name=answer][value=evasive]').check()
    await form.locator('[name=sentence]').fill('Man prüfe vieles.')
    await form.locator('[name=speakerOffice]').fill('Leitung der Ausländerbehörde')
    await submit('#answer-form')
    await page.waitForURL(/#history$/)
    expect(await main()).toContain('Man prüfe vieles.')
    later(4)
    expect(await fireConsequences(house.world.ground, [])).toBe(1)
    await open(at.demand)
    expect(await main()).toContain('Folge eingetreten')
    await open(`/meetings/${meeting}`)
    expect(await main()).toContain('Keine Antwort auf die Bitte um Vormittage ohne Termin')
  })

  it('is promised in the end, and the promise is theirs, with a day', async () => {
    later(1)
    await open(at.demand)
    await unfold(/^Antwort festhalten/)
    const form = page.locator('#answer-form')
    await form.locator('[name=answer][value=promised]').check()
    await form.locator('[name=promise]').fill('Jeden ersten Montag von 9 bis 12 Uhr')
    await form.locator('[name=untilOn]').fill(inDays(60))
    await form.locator('[name=speaker]').fill('Frau Kern')
    await form.locator('[name=sourceWords]').fill('Az. 33-7')
    await submit('#answer-form')
    await page.waitForURL(/#history$/)
    await page.locator('main a').filter({ hasText: 'Jeden ersten Montag' }).first().click()
    await page.waitForURL(url => url.pathname !== at.demand)
    at.promise = new URL(page.url()).pathname
    const told = await main()
    for (const words of ['Ausländerbehörde', 'Zwei Vormittage im Monat ohne Termin', 'offen'])
      expect(told).toContain(words)
  })

  it('is kept, and its history says everything in its order', async () => {
    await open(at.promise)
    await page.locator('#move [value=done]').check()
    await submit('#move')
    await page.waitForURL(/\/commitments\//)
    expect(await main()).toContain('erledigt')
    await open(at.demand)
    const history = await page.locator('#history li').allInnerTexts()
    const order = ['vereinbart', 'ausweichend', 'eingetreten', 'zugesagt.']
    const found = order.map(words => history.findIndex(line => line.includes(words)))
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(found).not.toContain(-1)
  })

  it('stands in the public account as the authority saw it, with what the authority says beside it', async () => {
    await open(at.demand)
    await page.locator('main a').filter({ hasText: 'In die Rechenschaft aufnehmen' }).click()
    await page.locator('[name=wording]').fill('Zwei Vormittage im Monat, an denen man ohne Termin kommen kann')
    await page.locator('[name=email]').fill('leitung@auslaenderbehoerde.example')
    await page.locator('[name=days]').fill('7')
    await submit('main form')
    const preview = await page.locator('#preview').innerText()
    for (const words of ['Man prüfe vieles.', 'Leitung der Ausländerbehörde', 'Erhoben', 'eingehalten'])
      expect(preview).toContain(words)
    expect(preview).not.toContain('Kern')
    await page.locator('[name=approved]').check()
    await submit('main form')
    await page.waitForURL(/\/accountability\/entries/)

    const mail = await house.world.database.owner
      .selectFrom('outbox')
      .where('recipient', '=', 'leitung@auslaenderbehoerde.example')
      .select('content')
      .executeTakeFirstOrThrow()
    const link = /\/links\/accountability\/[\w-]{43}/.exec(JSON.stringify(mail))![0]
    await page.context().clearCookies()
    await open(link)
    expect(await main()).toContain('Zwei Vormittage im Monat, an denen man ohne Termin kommen kann')
    await page.locator('[name=content]').fill('Seit Februar öffnen wir jeden ersten Montag.')
    await submit('main form')
    await page.waitForURL(/notice/)
    await open('/accountability')
    expect(await main()).not.toContain('Ausländerbehörde')

    later(8)
    await signIn()
    await open('/accountability/entries')
    await page.locator('form[action$="/publication"] button').click()
    await page.waitForURL(/notice/)
    await page.context().clearCookies()
    await open('/accountability')
    const row = page.locator('main tr').filter({ hasText: 'Ausländerbehörde' })
    expect((await row.locator('td').allInnerTexts()).slice(-8, -3)).toEqual(['1', '1', '1', '1', '0'])
    await row.locator('a').first().click()
    const account = await main()
    for (const words of ['Seit Februar öffnen wir jeden ersten Montag.', 'Man prüfe vieles.', 'eingehalten'])
      expect(account).toContain(words)
    for (const inside of ['Kern', 'Az. 33-7']) expect(account).not.toContain(inside)
  })
})
