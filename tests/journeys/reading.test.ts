import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpAddress } from '../../app/features/account/finds.ts'
import { minutesText } from '../../demo/texts.ts'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const texts = { one: minutesText('board1', '2026-09-15'), two: minutesText('board2', '2026-10-20') }
/** What the reader does not see in the first text, as a person would mark it. */
const MISSED = [
  { line: 55, text: 'Mit Frau Navid klären' },
  { line: 69, text: 'Hr. Wrobel lässt sich von Fr. Kruse die Zahlen der Schulplätze geben.' },
]

describe.each([
  { way: 'with JavaScript off', javaScriptEnabled: false },
  { way: 'with JavaScript on', javaScriptEnabled: true },
])('the journey from two minutes to commitments, $way', ({ javaScriptEnabled }) => {
  let world: World
  let site: Served
  let page: Page

  beforeAll(async () => {
    world = await openWorld({ empty: true })
    site = await served(world.app)
    const context = await browser.newContext({ javaScriptEnabled, locale: 'de-DE' })
    page = await context.newPage()
    // The first reading starts a process and compiles every pattern, which takes its time on a machine that is busy.
    page.setDefaultTimeout(25_000)
  })
  afterAll(async () => {
    await page?.context().close()
    await site?.close()
    await world?.close()
  })

  const go = (path: string) => page.goto(`${site.address}${path}`)
  const press = (name: string | RegExp) =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  const agendaOf = () => page.locator('main').innerText()

  it('founds the network and signs the first coordinator in', async () => {
    const { pathname, search } = new URL(setUpAddress(world.ground))
    await go(pathname + search)
    await page.locator('[name=name]').fill('Runder Tisch Probe')
    await page.locator('[name=region]').selectOption('DE-SN')
    await page.locator('[name=coordinator]').fill('Mira Halden')
    await page.locator('[name=email]').fill('mira@probe.example')
    await page.locator('main form button[type=submit]').click()
    await page.locator('main form button[type=submit]').click()
    expect(await page.locator('header').innerText()).toContain('Mira Halden')
  })

  it('reads the first minutes and saves nothing as fact', async () => {
    await go('/readings/new')
    await page.locator('[name=pasted]').fill(texts.one)
    await press('Einlesen')
    // A click returns when the next page begins; its end may not be there yet.
    await page.waitForLoadState()
    expect(await page.locator('#items').innerText()).toMatch(/Anwesenheit\s+11/)
    expect(await page.locator('#items').innerText()).toMatch(/Tagesordnung\s+12/)
    const { n } = await world.database.owner
      .selectFrom('meeting')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(Number(n)).toBe(0)
  })

  it('lets a person add what was missed by marking its line, and accept all that is sure', async () => {
    for (const { line, text } of MISSED) {
      await page.locator(`#L${line} > a`).first().click()
      await page.locator('#add-form [name=text]').fill(text)
      await page.locator('#add-form button[type=submit]').click()
      await page.locator('#items', { hasText: text }).waitFor()
    }
    const [accept, reopen] = [/sicheren? Eintr.+ übernehmen/, /sicheren? Eintr.+ zurücknehmen/]
    const named = async (name: RegExp) => /\d+/.exec(await page.getByRole('button', { name }).innerText())?.[0]
    const count = await named(accept)
    await press(accept)
    await page.getByRole('button', { name: accept }).waitFor({ state: 'detached' })
    expect(await named(reopen)).toBe(count)
    await press(reopen)
    await page.getByRole('button', { name: reopen }).waitFor({ state: 'detached' })
    expect(await named(accept)).toBe(count)
    await press(accept)
    await page.getByRole('button', { name: accept }).waitFor({ state: 'detached' })
  })

  it('changes an entry, rejects one and takes it back', async () => {
    const item = page.locator('.item', { hasText: 'Aushang mit Raumplan' })
    await item.getByRole('button', { name: /Verwerfen/ }).click()
    await page.locator('.item-rejected', { hasText: 'Aushang mit Raumplan' }).waitFor()
    await item.getByRole('button', { name: /Zurücknehmen/ }).click()
    await page.locator('.item-proposed', { hasText: 'Aushang mit Raumplan' }).waitFor()
    await item.getByRole('link', { name: /Ändern/ }).click()
    await page.locator('#edit [name=owners]').fill('Koordinierungsstelle')
    await press('Speichern und übernehmen')
    expect(await page.locator('.item-accepted', { hasText: 'Aushang mit Raumplan' }).innerText()).toContain(
      'Koordinierungsstelle',
    )
  })

  it('confirms the first minutes: meeting, minutes and every commitment once', async () => {
    await page.locator('#confirm-form [name=bodyKind]').selectOption('board')
    await page.locator('#confirm-form [name=undecided][value=accept]').check()
    await press('Bestätigen und Protokoll anlegen')
    await page.waitForURL(/\/minutes\//)
    const { owner } = world.database
    const attendance = await owner.selectFrom('attendance').select('state').execute()
    expect(attendance.filter(({ state }) => state === 'present')).toHaveLength(8)
    expect(attendance.filter(({ state }) => state === 'absent')).toHaveLength(3)
    const held = await owner
      .selectFrom('meeting')
      .where('state', '=', 'held')
      .select(['id', 'day'])
      .executeTakeFirstOrThrow()
    expect(held.day).toBe('2026-09-15')
    expect(await owner.selectFrom('agenda_item').where('meeting_id', '=', held.id).select('id').execute()).toHaveLength(
      12,
    )
    expect((await owner.selectFrom('commitment').select('wording').execute()).length).toBeGreaterThanOrEqual(14)
    const parked = await owner
      .selectFrom('entry')
      .where('look_again_on', 'is not', null)
      .select('look_again_on')
      .execute()
    expect(parked).toEqual([{ look_again_on: world.ground.clock.today('Europe/Berlin').add({ months: 3 }).toString() }])
  })

  it('opens an entry at the line it came from', async () => {
    const entry = page.locator('.item', { hasText: 'reserviert den kleinen Saal' })
    await entry.getByRole('link', { name: /Zeile/ }).click()
    const target = new URL(page.url()).hash
    expect(await page.locator(`.numbered ${target}`).innerText()).toContain(
      'Koordinierungsstelle reserviert den kleinen Saal.',
    )
  })

  it('carries every open commitment onto the next agenda, without anybody doing it', async () => {
    await go('/meetings')
    await page
      .getByRole('link', { name: /Sitzung Vorstand/ })
      .first()
      .click()
    const agenda = await agendaOf()
    expect(agenda).toContain('Kontrolle des Protokolls vom 15.09.2026')
    const open = await world.database.owner.selectFrom('commitment').select('wording').execute()
    for (const { wording } of open) expect(agenda).toContain(wording)
  })

  it('reads the second minutes and opens no commitment twice', async () => {
    const before = await world.database.owner.selectFrom('commitment').select(['id', 'wording']).execute()
    await go('/readings/new')
    await page.locator('[name=pasted]').fill(texts.two)
    await press('Einlesen')
    const call = page.locator('.item', { hasText: 'Hr. Ferber hat Frau Seidel vom Schulamt angerufen.' })
    expect(await call.innerText()).toContain('Gehört zur offenen Zusage')
    await call.getByRole('link', { name: /Ändern/ }).click()
    await page.locator('#edit [name=done]').selectOption('yes')
    await press('Speichern und übernehmen')
    await page.locator('.item-accepted', { hasText: 'Hr. Ferber hat Frau Seidel' }).waitFor()
    await page.locator('#confirm-form [name=undecided][value=accept]').check()
    await press('Bestätigen und Protokoll anlegen')
    await page.waitForURL(/\/minutes\//)
    const after = await world.database.owner.selectFrom('commitment').select(['id', 'wording', 'state']).execute()
    const fresh = after.filter(({ id }) => !before.some(old => old.id === id)).map(({ wording }) => wording)
    expect(
      fresh.some(wording => /Seidel|Saal|Bürgerstiftung|Petersen|Internetseite/.test(wording)),
      fresh.join('\n'),
    ).toBe(false)
    expect(fresh.some(wording => wording.includes('Hr. Wrobel schreibt den Brief'))).toBe(true)
    expect(after.find(({ wording }) => wording.includes('Frau Seidel'))?.state).toBe('done')
    expect(after.find(({ wording }) => wording.includes('Internetseite'))?.state).toBe('open')
  })

  it('tells the history of a commitment, and the next agenda has forgotten what is done', async () => {
    await go('/commitments?list=ended')
    await page.getByRole('link', { name: /Seidel/ }).click()
    expect(await page.locator('main').innerText()).toContain('Hr. Ferber hat Frau Seidel vom Schulamt angerufen.')
    await go('/meetings')
    await page
      .getByRole('link', { name: /Sitzung Vorstand/ })
      .first()
      .click()
    const agenda = await agendaOf()
    expect(agenda).toContain('Kontrolle des Protokolls vom 20.10.2026')
    expect(agenda).not.toContain('Frau Seidel')
    expect(agenda).toContain('Hr. Wrobel schreibt den Brief')
  })
})
