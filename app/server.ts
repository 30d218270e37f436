import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import product from '../package.json' with { type: 'json' }
import type { Reaction } from './access/act.ts'
import { isFresh } from './access/fresh.ts'
import { asViewer, type NetworkAtDoor, type Viewer } from './access/viewer.ts'
import { accountOf, needsSetUp, networkAt } from './features/account/finds.ts'
import {
  type AskerAtDoor,
  addressUnit,
  languageCookie,
  type NetworkSetUp,
  noNetwork,
  sessionCookie,
} from './features/account/model.ts'
import { accountDoors } from './features/account/routes.ts'
import { endSessionsOfDeparted } from './features/account/session/acts.ts'
import { accountabilityDoors } from './features/accountability/routes.ts'
import { openFromReading } from './features/commitments/acts.ts'
import { commitmentsAtApproval } from './features/commitments/approval/store.ts'
import type { Fired } from './features/commitments/consequence/model.ts'
import { agendaLines, commitmentsOfBody, openCommitmentsOf } from './features/commitments/finds.ts'
import { openInBodies } from './features/commitments/groups/finds.ts'
import { commitmentDoors } from './features/commitments/routes.ts'
import { deskDoors } from './features/desk/routes.ts'
import { appointCoordinator } from './features/directory/acts.ts'
import { directoryDoors } from './features/directory/routes.ts'
import { navigationFor } from './features/home/model.ts'
import { homeDoors } from './features/home/routes.ts'
import { draftOfConsequence } from './features/letters/acts.ts'
import { lettersSentAbout } from './features/letters/finds.ts'
import { letterDoors } from './features/letters/routes.ts'
import { meetingsOfBody } from './features/meetings/finds.ts'
import type { MeetingSlots } from './features/meetings/model.ts'
import { plansOfBody } from './features/meetings/poll/finds.ts'
import { meetingDoors } from './features/meetings/routes.ts'
import { groupEntries, ideasDue } from './features/minutes/brought/finds.ts'
import { guestEntries } from './features/minutes/finds.ts'
import type { ConfirmedReading } from './features/minutes/model.ts'
import { registerOfBody } from './features/minutes/register/finds.ts'
import { minutesDoors } from './features/minutes/routes.ts'
import { networkDoors } from './features/network/routes.ts'
import { resultsElsewhere } from './features/papers/finds.ts'
import { paperDoors } from './features/papers/routes.ts'
import { supportDoors } from './features/papers/support/routes.ts'
import { keptFor } from './features/privacy/retention/finds.ts'
import { privacyDoors } from './features/privacy/routes.ts'
import { publicationDoors } from './features/publications/routes.ts'
import { withdrawNames } from './features/publications/version/acts.ts'
import { searchDoors } from './features/search/routes.ts'
import type { Ground } from './ground/ground.ts'
import { securityHeaders } from './ground/http/headers.ts'
import { Kept } from './ground/http/kept.ts'
import { securityLine } from './ground/http/log.ts'
import { Pace } from './ground/http/pace.ts'
import { Problem, type ProblemCode, problemStatus } from './ground/problems.ts'
import { logs } from './ground/settings.ts'
import { isLanguage, type Language, languageFrom, languages, type TextKey, texts } from './texts/texts.ts'
import { assetNamed } from './ui/assets.ts'
import { type Door, type House, mount, problem } from './ui/doors.tsx'
import { withTag } from './ui/file-answer.ts'
import type { Frame } from './ui/frame.ts'
import { apiDescription } from './ui/openapi.ts'

/** Writes that follow from writes elsewhere. There is no other list. */
export const reactions: readonly Reaction[] = [
  { on: 'network.setUp', run: (viewer, { value }) => appointCoordinator(viewer, value as NetworkSetUp) },
  { on: 'membership.end', run: endSessionsOfDeparted },
  { on: 'officeHolding.end', run: endSessionsOfDeparted },
  { on: 'reading.confirm', run: (viewer, { value }) => openFromReading(viewer, value as ConfirmedReading) },
  { on: 'consequence.fire', run: (viewer, { value }) => draftOfConsequence(viewer, value as Fired) },
  { on: 'consent.say', run: withdrawNames },
  { on: 'consent.sayByLink', run: withdrawNames },
  { on: 'consent.record', run: withdrawNames },
]

/** What later features bring to a meeting's page. */
export const meetingSlots: MeetingSlots = {
  agendaSource: agendaLines,
  guestEntries,
  groupEntries,
  ideasDue,
  openInBodies,
  resultsElsewhere,
}

/** Every door of the house, with the slots of earlier features filled by later ones. */
export const doors: readonly Door<AskerAtDoor, Viewer>[] = [
  ...accountDoors(),
  ...networkDoors({ retention: keptFor }),
  ...directoryDoors({ bodySections: [meetingsOfBody, plansOfBody, commitmentsOfBody, registerOfBody] }),
  ...meetingDoors(meetingSlots),
  ...minutesDoors({ openCommitments: openCommitmentsOf, atApproval: commitmentsAtApproval }),
  ...commitmentDoors({ sentLetters: lettersSentAbout }),
  ...paperDoors(),
  ...letterDoors(),
  ...publicationDoors(),
  ...supportDoors(),
  ...accountabilityDoors(),
  ...privacyDoors(),
  ...searchDoors(),
  ...deskDoors(),
  ...homeDoors(),
]

/** The whole product behind one function: requests in, answers out. Needs no port, so tests call `app.request`. */
export function buildApp(ground: Ground, mounted: readonly Door<AskerAtDoor, Viewer>[] = doors): Hono {
  const app = new Hono()
  const house = houseOn(ground)
  let described: string | null = null
  app.use(async (c, next) => {
    await next()
    // Not by `c.header`, which copies the body of a finished answer for each of them.
    const { headers } = c.res
    for (const [name, value] of securityHeaders(ground.settings, c.get('embedded') ?? false)) headers.set(name, value)
  })
  app.get('/healthz', async c => {
    await needsSetUp(ground)
    return c.text('ok')
  })
  app.get('/openapi.json', c => {
    described ??= descriptionOf(mounted)
    return c.body(described, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' })
  })
  app.get('/assets/:name', async c => {
    const asset = await assetNamed(c.req.param('name'))
    if (!asset) return problem(c, house, { ok: false, code: 'not-found' })
    return c.body(asset.bytes, 200, {
      'content-type': asset.mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  app.use(async (c, next) => {
    const network = await networkAt(ground, new URL(c.req.url).hostname)
    if (!network && !OPEN_BEFORE_SET_UP.has(c.req.path)) return c.redirect('/setup', 303)
    c.set('network', network ?? noNetwork)
    return next()
  })
  app.use((c, next) => {
    if (comesFromElsewhere(c, ground)) throw new HTTPException(403)
    return next()
  })
  app.use(csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === ground.settings.publicUrl }))
  mount(app, house, mounted)
  app.notFound(c => problem(c, house, { ok: false, code: 'not-found' }) as Promise<Response>)
  app.onError((error, c) => problem(c, house, refusalOf(error, ground)) as Promise<Response>)
  return app
}

/**
 * A write of any type that a browser says another site began: `csrf` looks at what a form can send, and a body of JSON
 * is left to the browser's own question before it (OWASP ASVS 5.0, 3.5.1). Programs say neither, and have no cookie.
 */
function comesFromElsewhere(c: Context, ground: Ground): boolean {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return false
  // Our pages send no referrer, so a browser calls the origin of their forms `null` and tells the site beside it.
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  return origin !== undefined && origin !== new URL(c.req.url).origin && origin !== ground.settings.publicUrl
}

const descriptionOf = (mounted: readonly Door<AskerAtDoor, Viewer>[]): string =>
  JSON.stringify(
    apiDescription(mounted, {
      title: 'Rundtisch',
      version: product.version,
      session: sessionCookie,
      problems: problemStatus,
    }),
  )

declare module 'hono' {
  interface ContextVariableMap {
    /** The network that a request belongs to, found once before anybody asks in it. */
    network: NetworkAtDoor
    /** Who asks, looked up once. */
    asker: AskerAtDoor
    /** Other sites may show the answer. */
    embedded: boolean
  }
}
const OPEN_BEFORE_SET_UP: ReadonlySet<string> = new Set(['/setup', '/language', '/sign-in'])

function refusalOf(
  error: Error,
  ground: Ground,
): { ok: false; code: ProblemCode; values?: Record<string, string | number> } {
  if (error instanceof HTTPException && error.status === 403) return { ok: false, code: 'cross-site' }
  if (error instanceof Problem) return { ok: false, code: error.code, values: { ...error.details.values } }
  if (logs(ground.settings, 'errors')) console.error(ground.clock.instant().toString(), 'error', error)
  return { ok: false, code: 'server-error' }
}

/** What a write counts for among the requests of a minute. */
const WRITE_COST = 5
/** What is typed at the table comes several times a second, as long as somebody types. */
const TYPED = /^\/agenda\/[0-9a-f-]{36}\/writing$/

function houseOn(ground: Ground): House<AskerAtDoor, Viewer> {
  const pace = new Pace(ground.clock, ground.settings.requestsPerMinute)
  const kept = new Kept(ground.signals)
  return {
    async asker(c) {
      const before = c.get('asker')
      if (before) return before
      // An asset that is missing is answered before any network was looked for.
      const network = c.get('network') ?? noNetwork
      const headers = c.get('embedded') ? withoutCookie(c.req.raw.headers) : c.req.raw.headers
      const session = await accountOf(ground, headers)
      const asker: AskerAtDoor = {
        ...{ ground, reactions, headers },
        address: addressOf(c, ground.settings.trustProxy),
        identity: {
          network,
          language: languageOf(c, network, ground),
          as: session ? { kind: 'account', ...session } : { kind: 'public' },
        },
      }
      c.set('asker', asker)
      const caller = session?.accountId ?? (asker.address && addressUnit(asker.address))
      const cost = c.req.method === 'POST' && !TYPED.test(c.req.path) ? WRITE_COST : 1
      if (caller && pace.isTooFast(caller, cost)) throw new Problem('too-many-requests')
      return asker
    },
    stranger(c) {
      c.set('embedded', true)
      return this.asker(c)
    },
    kept: async (c, { identity }, make) => {
      if (identity.as.kind !== 'public') return make()
      const { pathname, search } = new URL(c.req.url)
      const today = ground.clock.today(identity.network.timeZone).toString()
      const form = c.req.header('accept')?.startsWith('application/json') ? 'json' : 'page'
      const name = [today, identity.language, form, pathname + search].join(' ')
      return kept.answer(identity.network.id, name, async () => withTag(await make()))
    },
    read: ({ ground, identity }, use) => asViewer(ground, identity, 'read', use),
    frame: frameOf,
    status: code => problemStatus[code as ProblemCode] ?? 500,
    note(c, { identity }, { door, status, code }) {
      if (status === 429) c.header('retry-after', '60')
      if (!logs(ground.settings, 'security') || !isOfNote(c.req.method, door, status)) return
      const account = identity.as.kind === 'account' ? identity.as.accountId : null
      const told = { network: identity.network.id, account, method: c.req.method, door, status, code }
      console.error(securityLine(ground.clock, told))
    },
  }
}

function withoutCookie(headers: Headers): Headers {
  const rest = new Headers(headers)
  rest.delete('cookie')
  return rest
}

/** Who was turned away, who tried what is not there for him, and who signed in or out. What was done is in the journal. */
function isOfNote(method: string, door: string | null, status: number): boolean {
  if (TURNED_AWAY.has(status)) return true
  if (method !== 'POST') return false
  return status === 404 || (door !== null && SIGNS.test(door))
}
const TURNED_AWAY: ReadonlySet<number> = new Set([401, 403, 410, 429])
const SIGNS = /^\/sign-(?:in|out)/

function languageOf(c: Context, network: NetworkAtDoor, ground: Ground): Language {
  const offered = languages.filter(language => network.languages.includes(language))
  const chosen = c.get('embedded') ? c.req.query('language') : getCookie(c, languageCookie(ground))
  if (isLanguage(chosen) && offered.includes(chosen)) return chosen
  return languageFrom(c.req.header('accept-language'), offered)
}

/** Each trusted proxy appends the address it saw; the last trusted entry is the client's. */
function addressOf(c: Context, trusted: number): string | null {
  const direct = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress
  if (trusted === 0) return direct ?? null
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map(address => address.trim())
  return seen.at(-trusted) || (direct ?? null)
}

function frameOf(viewer: Viewer, c: Context): Frame {
  const language = viewer.language as Language
  const t = texts(language)
  const { pathname, search } = new URL(c.req.url)
  const notice = c.req.query('notice')
  return {
    language,
    t,
    languages: languages.filter(one => viewer.network.languages.includes(one)),
    networkName: viewer.network.name,
    path: `${pathname}${search}`,
    signedInAs: viewer.personName,
    navigation: navigationFor(viewer, pathname, t),
    notice: notice && NOTICE.test(notice) ? noticeText(t, notice) : null,
    demo: viewer.network.demo,
    stale: !isFresh(viewer),
    lacksFactor: viewer.lacksFactor,
  }
}

const NOTICE = /^[a-zA-Z]{1,40}\.[a-zA-Z]{1,40}$/

/** An address may name any notice; only a text that exists is shown. */
function noticeText(t: Frame['t'], notice: string): string | null {
  const key = `notice.${notice}`
  const text = t(key as TextKey)
  return text === key ? null : text
}
