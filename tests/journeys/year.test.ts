import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeAskings } from '../../app/features/commitments/asking/jobs.ts'
import { type Persona, personas } from '../../demo/network.ts'
import { openBrowser } from '../world/browser.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'
import { sitDown, type Table } from './table.ts'
import { castSecretly, elect } from './voting.ts'

const PATIENCE_MS = 30_000
let world: World
let site: Served
let browser: Browser
let table: Table
let coordinator: Page
let board: string
/** Every commitment that was ever made, by its wording. */
const made = new Set<string>()

beforeAll(async () => {
  world = await openWorld()
  site = await served(world.app)
  browser = await openBrowser()
  table = await sitDown(world, site, browser)
  coordinator = await table.browserFor('coordinator')
  board = (await table.owner.selectFrom('body').where('kind', '=', 'board').select('id').executeTakeFirstOrThrow()).id
  await remember()
}, 120_000)
afterAll(async () => {
  await table?.close()
  await browser?.close()
  await site?.close()
  await world?.close()
})

async function remember() {
  const rows = await table.owner.selectFrom('commitment').where('body_id', '=', board).select('wording').execute()
  for (const { wording } of rows) made.add(wording)
}

/** A date poll of two days, answered by link; closed on the first, it gives the meeting its day. Its address. */
async function poll(question: string, inDays: number): Promise<string> {
  const [first, second] = [table.inDays(inDays), table.inDays(inDays + 2)]
  await table.go(coordinator, `/polls/new?kind=date&body=${board}`)
  for (const [at, day] of [first, second].entries()) {
    await coordinator.locator(`[name=day${at + 1}]`).fill(day)
    await coordinator.locator(`[name=from${at + 1}]`).fill('18:00')
    await coordinator.locator(`[name=until${at + 1}]`).fill('20:00')
  }
  await table.submit(coordinator, '#days')
  const ask = coordinator.locator('#ask')
  await ask.locator('[name=question]').fill(question)
  await ask.locator('[name=untilDay]').fill(table.inDays(7))
  for (const box of await ask.locator('[name=dates]').all()) await box.check()
  await table.submit(coordinator, '#ask form')
  const address = new URL(coordinator.url()).pathname
  for (const who of ['chair', 'boardMember'] as const) {
    const guest = await table.browserFor('public')
    await table.go(guest, await table.linkTo(who, 'poll'))
    await guest.locator('.poll-day').first().locator('input[value=yes]').check()
    await guest.locator('.poll-day').last().locator('input[value=no]').check()
    await table.submit(guest, 'main form')
    await guest.context().close()
  }
  await table.go(coordinator, address)
  expect(await coordinator.locator('#people').innerText()).toContain(personas.boardMember.name)
  await coordinator.locator('#closing input[name=choice]').first().check()
  await table.submit(coordinator, '#closing')
  const meeting = new URL(coordinator.url()).pathname
  expect(meeting).toMatch(/^\/meetings\/[\w-]+$/)
  return meeting
}

/** Everybody is invited; who has an address answers by link. */
async function invite(meeting: string, answers: Partial<Record<Persona, 'accepted' | 'declined'>>) {
  table.later({ seconds: 5 })
  await table.go(coordinator, `${meeting}/invitation`)
  await table.submit(coordinator, '#send form')
  for (const [who, answer] of Object.entries(answers) as [Persona, string][]) {
    const guest = await table.browserFor('public')
    await table.go(guest, await table.linkTo(who, 'invitation'))
    await guest.locator(`input[name=answer][value=${answer}]`).check()
    await table.submit(guest, 'main form')
    await guest.context().close()
  }
  await table.go(coordinator, meeting)
}

/** Somebody proposes an item by link, and finds it accepted. */
async function propose(meeting: string, who: Persona, title: string) {
  await table.go(coordinator, `${meeting}/proposals/call`)
  await coordinator.locator('[name=untilDay]').fill(table.inDays(5))
  await table.submit(coordinator, 'main form')
  const guest = await table.browserFor('public')
  const link = await table.linkTo(who, 'proposals')
  await table.go(guest, link)
  await guest.locator('[name=title]').fill(title)
  await table.submit(guest, 'main form')
  await table.go(coordinator, `${meeting}/proposals`)
  await coordinator.getByRole('link', { name: title }).click()
  await table.submit(coordinator, '#acceptance')
  await table.go(guest, link)
  expect(await guest.locator('#proposals').innerText()).toContain('auf der Tagesordnung')
  await guest.context().close()
}

/** Every owner is asked once; who has an address reports on the first of his. */
async function askBefore(meeting: string, who: Persona, report: 'done' | 'under_way', sentence: string) {
  await table.go(coordinator, `${meeting}/asking`)
  await coordinator.locator('main form button').first().click()
  await coordinator.waitForLoadState()
  await writeAskings(world.ground)
  const guest = await table.browserFor('public')
  await table.go(guest, await table.linkTo(who, 'commitments'))
  const first = guest.locator('main form').first()
  await first.locator(`input[name=report][value=${report}]`).check()
  await first.locator('[name=sentence]').fill(sentence)
  await first.locator('button[type=submit]').click()
  await guest.waitForLoadState()
  await guest.context().close()
  await table.go(coordinator, meeting)
  expect(await coordinator.locator('#agenda').innerText()).toContain(sentence)
}

/** So many days later, where everybody signs in anew. */
async function pass(days: number) {
  table.later({ days })
  await coordinator.context().close()
  coordinator = await table.browserFor('coordinator')
}

const field = (page: Page, item: string) => page.getByLabel(`Mitschrift zu: ${item}`)
const saved = (page: Page) =>
  page.locator('.writing-state[data-now="saved"]').waitFor({ state: 'visible', timeout: PATIENCE_MS })

/** Two write; one of them loses the network for a while, and what he wrote meanwhile is there afterwards. */
async function write(meeting: string, lines: Record<string, string>, offline: Record<string, string>) {
  const chair = await table.browserFor('chair')
  const member = await table.browserFor('boardMember')
  for (const page of [chair, member]) {
    await table.go(page, `${meeting}/writing`)
    await saved(page)
  }
  await member.context().setOffline(true)
  for (const [item, text] of Object.entries(offline)) await field(member, item).pressSequentially(text)
  for (const [item, text] of Object.entries(lines)) await field(chair, item).pressSequentially(text)
  await saved(chair)
  await member.context().setOffline(false)
  for (const [item, text] of Object.entries({ ...lines, ...offline }))
    for (const page of [chair, member])
      await expect.poll(() => field(page, item).inputValue(), { timeout: PATIENCE_MS }).toContain(text)
  await saved(member)
  await Promise.all([chair.context().close(), member.context().close()])
}

/** What was written becomes minutes: everything the reader saw is looked at and taken. The address of the minutes. */
async function confirm(meeting: string): Promise<string> {
  await table.go(coordinator, `${meeting}/writing`)
  await table.submit(coordinator, '#finish')
  await coordinator.waitForURL(/\/readings\//)
  await coordinator.locator('#confirm-form [name=undecided][value=accept]').check()
  await coordinator.getByRole('button', { name: 'Bestätigen und Protokoll anlegen' }).click()
  await coordinator.waitForURL(/\/minutes\//)
  await remember()
  return new URL(coordinator.url()).pathname
}

/** The minutes go round, somebody corrects a line by link, and reads what became of it. */
async function correct(minutes: string, who: Persona, wording: string) {
  await table.go(coordinator, `${minutes}/corrections`)
  await table.submit(coordinator, '#circulate')
  const guest = await table.browserFor('public')
  const link = await table.linkTo(who, 'corrections')
  await table.go(guest, link)
  await guest.locator('[name=wording]').fill(wording)
  await guest.locator('#propose button[type=submit]').click()
  await guest.waitForLoadState()
  await table.go(coordinator, `${minutes}/corrections`)
  await coordinator.locator('#list [name=answer][value=accepted]').check()
  await coordinator.locator('#list [name=word]').fill('So war es.')
  await table.submit(coordinator, '#list')
  await table.go(guest, link)
  expect(await guest.locator('#own').innerText()).toContain('So war es.')
  await guest.context().close()
}

/** The board decides when three of it are there, by its statute. */
async function rule() {
  await table.go(coordinator, `/bodies/${board}/rules/change?preset=association`)
  const form = coordinator.locator('main form').last()
  await form.locator('[name=quorumKind]').selectOption('number')
  await form.locator('[name=quorumNumber]').fill('3')
  await form.locator('button[type=submit]').click()
  await coordinator.waitForLoadState()
}

/** Taps of somebody in the list of attendance; what the page says of the quorum then. */
async function tap(meeting: string, name: string, what: string): Promise<string> {
  await table.go(coordinator, `${meeting}/attendance`)
  await coordinator.locator('#people li', { hasText: name }).getByRole('button', { name: what }).first().click()
  await coordinator.waitForLoadState()
  return coordinator.locator('#quorum').innerText()
}

/** A later meeting approves minutes; what is missing of their commitments is said to stay so. */
async function approve(minutes: string) {
  await table.go(coordinator, `${minutes}/approval`)
  const confirmed = coordinator.locator('#approve [name=confirmed]')
  if (await confirmed.count()) await confirmed.check()
  await table.submit(coordinator, '#approve')
  expect(await coordinator.locator('main').innerText()).toMatch(/Dieses Protokoll ist (mit Berichtigungen )?genehmigt/)
}

describe('a year of the board', () => {
  let meeting: string
  let minutes: string
  let first: string

  it('has rules by which it decides', rule, 60_000)

  it('finds a day, is invited, takes a proposal and asks beforehand', async () => {
    meeting = await poll('Wintersitzung', 30)
    await invite(meeting, { chair: 'accepted', boardMember: 'accepted' })
    await propose(meeting, 'boardMember', 'Schließzeiten des Ladens')
    await askBefore(meeting, 'chair', 'under_way', 'Ich bin dran und berichte.')
  }, 180_000)

  it('is written by two, one of whom is without a network for a while', async () => {
    await pass(30)
    await write(
      meeting,
      {
        'Schließzeiten des Ladens':
          'Beschluss: Der Laden bleibt im August geschlossen.\nAufgabe: Jonas hängt den Aushang in der Bücherei aus.',
      },
      { Verschiedenes: 'Aufgabe: Leyla fragt im Bauhof nach den Bänken.' },
    )
    first = minutes = await confirm(meeting)
    expect([...made].filter(wording => /Bücherei|Bauhof/.test(wording))).toHaveLength(2)
  }, 180_000)

  it('goes round, and a correction is accepted with a word', async () => {
    await correct(minutes, 'boardMember', 'Es fehlt: Leyla dankt dem Hausmeister.')
  }, 120_000)

  it('meets again, and what was promised stands on the agenda', async () => {
    await pass(1)
    meeting = await poll('Frühjahrssitzung', 60)
    const agenda = await coordinator.locator('#agenda').innerText()
    for (const wording of ['Aushang in der Bücherei', 'Bauhof nach den Bänken']) expect(agenda).toContain(wording)
    await invite(meeting, { chair: 'accepted', boardMember: 'declined' })
    await askBefore(meeting, 'boardMember', 'done', 'Die Bänke kommen im Mai.')
    await pass(60)
    for (const name of ['Jonas Ferber', 'Ngozi Okafor']) await tap(meeting, name, 'Ist da')
    expect(await tap(meeting, 'Klara Brandes', 'Ist da')).toContain('Beschlussfähig')
    expect(await tap(meeting, 'Klara Brandes', 'Geht jetzt')).toMatch(/nicht mehr beschlussfähig/)
    expect(await tap(meeting, 'Leyla Aydemir', 'Ist da')).toMatch(/wieder beschlussfähig/)
    await approve(first)
    await castSecretly(coordinator, table, meeting, 'Verschiedenes', {
      question: 'Der Verein kauft zwei Bänke',
      condition: 'der Zuschuss bewilligt wird',
      counts: { yes: 2, no: 1 },
    })
    await write(
      meeting,
      { Verschiedenes: 'Status: Leyla hat im Bauhof nach den Bänken gefragt.' },
      { Termine: 'Termin: Sommerfest am 14.06.2027' },
    )
    minutes = await confirm(meeting)
    await table.go(coordinator, minutes)
    const text = await coordinator.locator('main').innerText()
    expect(text).toContain('Der Verein kauft zwei Bänke, sofern der Zuschuss bewilligt wird')
  }, 240_000)

  it('elects whoever fulfils the precondition, in a run-off', async () => {
    await pass(1)
    meeting = await poll('Sommersitzung', 60)
    await invite(meeting, { chair: 'accepted', boardMember: 'accepted' })
    await pass(60)
    for (const name of ['Jonas Ferber', 'Ngozi Okafor', 'Klara Brandes']) await tap(meeting, name, 'Ist da')
    await approve(minutes)
    await elect(coordinator, table, meeting, 'Verschiedenes', {
      post: 'Kassenführung',
      precondition: 'seit einem Jahr im Vorstand',
      candidates: { 'Jonas Ferber': true, 'Klara Brandes': true, 'Rieke Sommer': false },
      rounds: [
        { 'Jonas Ferber': 1, 'Klara Brandes': 1 },
        { 'Jonas Ferber': 1, 'Klara Brandes': 2 },
      ],
      elected: 'Klara Brandes',
    })
    await write(meeting, { Termine: 'Aufgabe: Klara übernimmt die Kasse bis zum 30.09.2027.' }, {})
    minutes = await confirm(meeting)
    await table.go(coordinator, minutes)
    expect(await coordinator.locator('main').innerText()).toContain('Klara Brandes ist gewählt als Kassenführung')
  }, 240_000)

  it('ends its year with a fourth meeting, at which the third is approved and nothing is forgotten', async () => {
    await pass(1)
    meeting = await poll('Herbstsitzung', 60)
    const agenda = await coordinator.locator('#agenda').innerText()
    expect(agenda).toContain('die Kasse')
    await askBefore(meeting, 'chair', 'done', 'Der Aushang hängt.')
    await pass(60)
    await approve(minutes)
    await write(meeting, { Verschiedenes: 'Idee: Im Winter eine Tauschbörse.' }, {})
    minutes = await confirm(meeting)
  }, 240_000)

  it('stands in the approved minutes with what was reported until then, and is never changed there', async () => {
    await table.go(coordinator, first)
    expect(await coordinator.locator('#reports').innerText()).toContain('Ich bin dran und berichte.')
    expect(await coordinator.locator('#reports').innerText()).not.toContain('Die Bänke kommen im Mai.')
    await table.go(coordinator, `${first}/corrections`)
    expect(await coordinator.locator('#circulate').count()).toBe(0)
  }, 60_000)

  it('has lost none of its commitments, each with the line it came from and all that was said of it', async () => {
    const rows = await table.owner
      .selectFrom('commitment')
      .leftJoin('entry', 'entry.id', 'commitment.entry_id')
      .where('commitment.body_id', '=', board)
      .select(['commitment.id', 'wording', 'entry.content'])
      .execute()
    expect(new Set(rows.map(({ wording }) => wording))).toEqual(made)
    for (const { id, wording, content } of rows) {
      expect([wording, content]).not.toEqual([wording, null])
      await table.go(coordinator, `/commitments/${id}`)
      expect(await coordinator.locator('main').innerText()).toContain(wording)
    }
  }, 120_000)
})
