import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneTimeLink } from '../../app/features/account/acts.ts'
import { writeAskings } from '../../app/features/commitments/asking/jobs.ts'
import type { PreparingShown } from '../../app/features/publications/version/contract.ts'
import { doors } from '../../app/server.ts'
import { assets } from '../../app/ui/assets.ts'
import { type Persona, personas } from '../../demo/network.ts'
import { openBrowser } from '../world/browser.ts'
import type { TestDatabase } from '../world/database.ts'
import { type Served, served } from '../world/served.ts'
import { openWorld } from '../world/test-world.ts'
import type { Caller, World } from '../world/world.ts'
import { type Crawled, crawl } from './crawl.ts'

const LONG = 300_000
const who = ['coordinator', 'groupMember', 'public'] as const
const crawled = new Map<(typeof who)[number], Crawled>()
let world: World<TestDatabase>
let site: Served
let browser: Browser
beforeAll(async () => {
  world = await openWorld()
  site = await served(world.app)
  browser = await openBrowser()
  await addWhatWaits()
  for (const one of who) crawled.set(one, await crawl(await world.as(one)))
}, LONG)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await world?.close()
})

describe('links, without a script', () => {
  it.each(who)('lead to pages that are there, for %s', one => {
    const { dead, pages } = crawled.get(one)!
    expect(dead).toEqual([])
    expect([...pages.values()].flat().length).toBeGreaterThan(one === 'public' ? 8 : 40)
  })

  it('lead to every page of the house', () => {
    const reached = new Set([...crawled.values()].flatMap(({ pages }) => [...pages.keys()]))
    const pages = doors.filter(({ method }) => method === 'get' || method === 'file').map(({ path }) => path)
    expect(pages.filter(path => !reached.has(path)).sort()).toEqual(ELSEWHERE)
  })

  it('lead to a form for everything that can be done', () => {
    const reached = new Set([...crawled.values()].flatMap(({ forms }) => [...forms]))
    const acts = doors.filter(({ method }) => method === 'post').map(({ path }) => path)
    expect(acts.filter(path => !reached.has(path)).sort()).toEqual(UNREACHED)
  })
})

/** Pages that are open in a state of the account or the installation that is not this one's; each has tests of its own. */
const ELSEWHERE = [
  // Shown once, to whoever made it: features/meetings/calendar.
  ...['/account/passkeys/:id', '/calendar/links/:secret'],
  // Once something was shown to an authority, and is public: features/accountability.
  '/links/accountability/:secret',
  // Once a paper was opened for signing, and somebody asked: features/papers/support; and whether a condition came true.
  ...['/links/papers/:secret', '/support/:key', '/links/conditions/:secret'],
  // Led to by the sites that show it in a frame.
  '/embed/accountability',
  // The demo has written none: features/letters, tests/journeys/letters.test.ts.
  ...['/letters/:id', '/letters/:id/:format'],
  ...['/setup', '/sign-in/code', '/sign-in/provider', '/sign-in/provider/way'],
].sort()
/** The same for what can be done; passkeys and the second step's codes need more than a link. */
const UNREACHED = [
  ...['/account/passkeys/:id', '/account/passkeys/:id/remove', '/account/passkeys/options', '/account/totp/codes'],
  ...['/account/totp/codes/kept', '/account/totp/confirmation', '/account/totp/end', '/setup', '/sign-in/code'],
  ...['/sign-in/passkey/options', '/sign-in/provider', '/sign-in/provider/question'],
  // Where somebody outside owns what was asked for: features/commitments/answer.
  ...['/commitments/:id/answers', '/links/:secret/answers'],
  // Once an entry was shown to an authority: features/accountability.
  '/links/accountability/:secret',
  '/accountability/entries/:id/publication',
  // On the day on which somebody is asked: features/commitments/condition.
  ...['/links/conditions/:secret', '/commitments/:id/conditions/:condition'],
  // Once a paper was opened for signing, and somebody asked: features/papers/support.
  ...['/papers/:id/support/close', '/papers/:id/support/invitations'],
  ...['/links/papers/:secret', '/links/papers/:secret/withdrawal', '/support/:key'],
  // On one record of many, and the first of each kind are opened: features/commitments/link, tests/journeys/reading.test.ts.
  ...['/commitments/:id/links/:linkId/revocation', '/readings/:id/items/:item/agenda'],
  '/readings/:id/items/:item/attendee',
  // After a mail that came back, and after a pattern or days were chosen: features/meetings/invitation, series, poll.
  ...['/meetings/:id/invitation/mails/:mailId/retry', '/series', '/polls'],
  // Where the rules of the body presume a quorum: features/meetings/attendance.
  '/meetings/:id/quorum',
  // After something was voted on, and once somebody stands: features/minutes/vote.
  ...['/agenda/:id/votes/:vote/withdrawal', '/agenda/:id/elections/:election/candidacies'],
  ...['/agenda/:id/elections/:election/rounds', '/agenda/:id/candidacies/:candidacy/check'],
  ...['/agenda/:id/candidacies/:candidacy/removal', '/agenda/:id/candidacies/:candidacy/answer'],
  // Once a letter is drafted: features/letters, tests/journeys/letters.test.ts.
  ...['/letters/:id', '/letters/:id/sending', '/letters/:id/discarding'],
  // Once a later meeting of the body has come: features/minutes/approval.
  ...['/minutes/:id/approval', '/minutes/:id/corrections/later'],
].sort()

const series = {
  ...{ unit: 'months', interval: '1', weekday: '1', place: '1', firstDay: '2031-03-01', untilDay: '2031-05-31' },
  ...{ audience: 'network', days: ['2031-03-03', '2031-04-07'] },
}

const poll = {
  ...{ kind: 'date', question: 'Wann im Mai?', wording: '', place: '', audience: 'body', untilDay: '2031-05-01' },
  dates: ['2031-05-12 18:00-20:00', '2031-05-14 18:00-20:00'],
}

async function planned(coordinator: Caller, bodyId: string): Promise<string> {
  const fields = { bodyId, name: 'Frühjahrsrunde', day: '2031-03-28', audience: 'network', announced: 'yes' }
  const answer = await coordinator.post('/meetings', fields)
  return answer.headers.get('location')!.split('/')[2]!.split('?')[0]!
}

const minutesOf = async (body: string): Promise<string> => {
  const of = world.database.owner.selectFrom('minutes').innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
  return (await of.where('meeting.body_id', '=', body).select('minutes.id').executeTakeFirstOrThrow()).id
}

/** Minutes for everybody, without what somebody would have to look at. */
async function publishMinutes(coordinator: Caller, id: string): Promise<Response[]> {
  const path = `/minutes/${id}/public`
  const preparing = async () => (await (await coordinator.get(path, true)).json()) as PreparingShown
  const answers: Response[] = []
  for (const { at, doubts, reason } of (await preparing()).passages)
    if (reason === null && doubts.length > 0)
      answers.push(await coordinator.post(`${path}/passages`, { at, choice: 'remove' }))
  const { seen } = await preparing()
  return [...answers, await coordinator.post(path, { wording: 'Protokoll', seen, draft: 'yes', approved: 'yes' })]
}

/** Wishes, links, holds, publications and a second session, which the demo's story does not have. */
async function addWhatWaits() {
  const [coordinator, member] = [await world.as('coordinator'), await world.as('groupMember')]
  const { owner } = world.database
  const person = owner.selectFrom('person').where('email', '=', personas.groupMember.email).select('id')
  const { id } = await person.executeTakeFirstOrThrow()
  const commitment = owner.selectFrom('commitment').where('owner_person_id', '=', id).select('id')
  const owed = await commitment.executeTakeFirstOrThrow()
  const plenary = owner.selectFrom('body').where('kind', '=', 'plenary').select('id')
  const { id: bodyId } = await plenary.executeTakeFirstOrThrow()
  const ask = { to: id, wording: 'Ist die Frage gestellt?', approved: 'yes' }
  const meeting = await planned(coordinator, bodyId)
  const told = await minutesOf(bodyId)
  const done = [
    await member.post('/privacy/me/access'),
    await member.post('/privacy/me/erasure'),
    await coordinator.post('/privacy/retention/holds', { kind: 'link', reason: 'Eine Anfrage läuft.' }),
    await coordinator.post(`/people/${id}/consents/link`),
    await coordinator.post(`/commitments/${owed.id}/publish`, { wording: 'Es wird gefragt.', approved: 'yes' }),
    await coordinator.post(`/commitments/${owed.id}/links`, ask),
    await coordinator.post(`/commitments/${owed.id}/consequences`, {
      ...{ kind: 'public_mark', wording: 'Es wurde nicht gefragt.', grace: '365' },
    }),
    await coordinator.post('/series', { bodyId, ...series }),
    await coordinator.post('/calendar/links'),
    await coordinator.post('/polls', { ...poll, bodyId, people: [id] }),
    await coordinator.post(`/meetings/${meeting}/asking`),
    ...(await publishMinutes(coordinator, told)),
    await coordinator.post(`/minutes/${told}/circulation`, { untilDay: '2031-01-01' }),
    await member.post(`/minutes/${told}/corrections`, { at: '', wording: 'Tomasz Wrobel war da.', reason: '' }),
    await coordinator.post(`/meetings/${meeting}/invitation`, {
      ...{ kind: 'invitation', wording: '', access: '', people: [id] },
    }),
    await member.post(`/meetings/${meeting}/proposals`, { title: 'Fahrräder' }),
    await coordinator.post(`/meetings/${meeting}/proposals/call`, { untilDay: '2031-03-10' }),
    await world.app.request(
      new URL(await oneTimeLink(world.ground, world.network, personas.groupMember.email)).pathname,
      {
        method: 'POST',
        headers: { origin: 'http://localhost' },
      },
    ),
  ]
  expect(done.map(({ status }) => status)).toEqual(done.map(() => 303))
  // So few mails are opened that those to everybody else would hide the others.
  await owner
    .deleteFrom('outbox')
    .where('content', 'like', '%/links/corrections/%')
    .where('recipient', '<>', personas.groupMember.email)
    .execute()
  await writeAskings(world.ground)
  // Of all mails the newest is one for signing in, which is never opened again.
  world.ground.clock.set(world.ground.clock.instant().add({ seconds: 1 }).toString())
  await world.app.request('/sign-in', {
    method: 'POST',
    headers: { origin: 'http://localhost' },
    body: new URLSearchParams({ email: personas.guest.email }),
  })
}

describe.each(who)('in a browser, for %s', one => {
  it.each(['de', 'ar'])(
    'every kind of page asks nobody else, and breaks no rule of its own: %s',
    async language => {
      const context = await contextOf(one === 'public' ? null : one, language)
      const page = await context.newPage()
      const faults = watched(page)
      const kinds = [...crawled.get(one)!.pages]
      for (const [door, [address]] of kinds) {
        if (doors.some(({ method, path }) => path === door && (method === 'file' || method === 'feed'))) continue
        const answer = await page.goto(`${site.address}${address}`)
        if (answer?.status() !== 200) faults.push(`${address}: ${answer?.status()}`)
        const broken = await page.evaluate(() => (globalThis as unknown as { violations?: string[] }).violations ?? [])
        faults.push(...broken.map(violation => `${address}: ${violation}`))
        // As the coordination and as everybody sees them: pages.test.ts.
        if (one !== 'groupMember' || language !== 'ar') continue
        const { violations } = await new AxeBuilder({ page }).analyze()
        for (const { id, nodes } of violations) faults.push(`${address}: ${id} ${nodes[0]?.html.slice(0, 160)}`)
      }
      await context.close()
      expect(faults).toEqual([])
    },
    LONG,
  )
})

/** Requests to another origin, errors on the console and breaches of the page's policy, as they come. */
function watched(page: Page): string[] {
  const faults: string[] = []
  page.on('request', request => {
    const { origin } = new URL(request.url())
    if (origin !== site.address && !request.url().startsWith('data:')) faults.push(`asks ${request.url()}`)
  })
  page.on('console', message => {
    // Without a build there are no styles to load.
    if (assets().mark === null && message.location().url.includes('/assets/')) return
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`${page.url()}: ${message.type()} ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
  return faults
}

async function contextOf(persona: Persona | null, language: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: language })
  await context.addInitScript(() => {
    const violations: string[] = []
    Object.assign(globalThis, { violations })
    document.addEventListener('securitypolicyviolation', event =>
      violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  await context.addCookies([{ name: 'language', value: language, url: site.address }])
  if (!persona) return context
  const { headers } = await world.as(persona)
  for (const cookie of headers.cookie.split('; ')) {
    const [name, value] = cookie.split(/=(.*)/s) as [string, string]
    if (name !== 'language') await context.addCookies([{ name, value, url: site.address }])
  }
  return context
}
