import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import type { Asker } from '../../app/access/act.ts'
import { asViewer, type Identity, type NetworkAtDoor, type Viewer } from '../../app/access/viewer.ts'
import { oneTimeLink } from '../../app/features/account/acts.ts'
import { personWithEmail } from '../../app/features/account/store.ts'
import { steadyClock } from '../../app/ground/clock.ts'
import { fileStore } from '../../app/ground/files.ts'
import type { Ground } from '../../app/ground/ground.ts'
import { readSettings } from '../../app/ground/settings.ts'
import { signalsAt } from '../../app/ground/signals.ts'
import { buildApp, reactions } from '../../app/server.ts'
import { openDemo } from '../../demo/demo.ts'
import { type Persona, personas } from '../../demo/network.ts'
import type { TestDatabase } from './database.ts'

/** What a world needs of a database: both roles, and a way to close it. */
export type WorldDatabase = Pick<TestDatabase, 'app' | 'owner' | 'appAddress' | 'close'>

/** better-auth reads the machine's clock, so the world's today is the real one. */
const ORIGIN = 'http://localhost'

/**
 * The small believable world of the tests: the demo's network with its people, a real database, the whole app behind
 * `app.request`. `as(persona)` signs in through the real magic link the first time it is asked.
 */
export type World<D extends WorldDatabase = WorldDatabase> = {
  readonly ground: Ground & { readonly clock: ReturnType<typeof steadyClock> }
  readonly app: Hono
  readonly network: NetworkAtDoor
  readonly database: D
  as(persona: Persona | 'public'): Promise<Caller>
  /** A read as this persona without HTTP: the same viewer that a door would make. */
  view<T>(persona: Persona | 'public' | 'system', use: (viewer: Viewer) => Promise<T>): Promise<T>
  /** Somebody about to act, for calling acts directly. */
  asker(persona: Persona | 'system'): Promise<Asker>
  close(): Promise<void>
}

export type Caller = {
  /** What a browser of this persona sends: the session's cookie, where it comes from, its language. */
  readonly headers: Readonly<Record<'cookie' | 'origin' | 'accept-language', string>>
  /** GET; `json` asks for the data that the page shows. */
  get(path: string, json?: boolean): Promise<Response>
  /** POST of a form. An array sends the field several times, a File goes as multipart. */
  post(path: string, fields?: Record<string, string | string[] | File>): Promise<Response>
}

export type WorldOptions = {
  /** Leaves the database without a network, for the first run. */
  readonly empty?: boolean
  /** Doors to mount instead of the house's own, to plant a fault. */
  readonly doors?: Parameters<typeof buildApp>[1]
}

/** The world on a fresh, migrated database. Tests take it from test-world.ts. */
export async function openWorldOn<D extends WorldDatabase>(
  database: D,
  { empty = false, doors }: WorldOptions = {},
): Promise<World<D>> {
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-world-'))
  const ground = {
    db: database.app,
    clock: steadyClock(Temporal.Now.instant().toString()),
    files: fileStore(folder),
    signals: signalsAt(database.appAddress),
    settings: readSettings({
      RUNDTISCH_DATA: folder,
      PUBLIC_URL: ORIGIN,
      LOG: 'errors',
      SECRET: 'x'.repeat(40),
      REQUESTS_PER_MINUTE: '0',
    }),
  }
  const app = buildApp(ground, doors)
  const demo = empty ? null : await openDemo(ground)
  const network = demo?.network as NetworkAtDoor
  const cookies = new Map<Persona, string>()

  const identityOf = async (persona: Persona | 'public' | 'system'): Promise<Identity> => {
    const base = { network, language: 'de' } as const
    const system: Identity = { ...base, as: { kind: 'system', name: 'demo' } }
    if (persona === 'public') return { ...base, as: { kind: 'public' } }
    if (persona === 'system') return system
    const { email } = personas[persona]
    const person = await asViewer(ground, system, 'read', viewer => personWithEmail(viewer, email))
    return { ...base, as: { kind: 'person', personId: person!.id } }
  }

  const signIn = async (persona: Persona): Promise<string> => {
    const known = cookies.get(persona)
    if (known) return known
    const link = await oneTimeLink(ground, network, personas[persona].email)
    const answer = await app.request(new URL(link).pathname, { method: 'POST', headers: { origin: ORIGIN } })
    const cookie = answer.headers
      .getSetCookie()
      .map(one => one.split(';')[0])
      .join('; ')
    if (answer.status !== 303 || !cookie) throw new Error(`${persona} can not sign in: ${answer.status}`)
    cookies.set(persona, cookie)
    return cookie
  }

  return {
    ...{ ground, app, network, database },
    async as(persona) {
      const cookie = persona === 'public' ? '' : await signIn(persona)
      const headers = { cookie, origin: ORIGIN, 'accept-language': 'de' }
      return {
        headers,
        get: async (path, json = false) =>
          app.request(path, { headers: { ...headers, accept: json ? 'application/json' : 'text/html' } }),
        post: async (path, fields = {}) => app.request(path, { method: 'POST', headers, body: formOf(fields) }),
      }
    },
    view: async (persona, use) => asViewer(ground, await identityOf(persona), 'read', use),
    asker: async persona => ({ ground, identity: await identityOf(persona), reactions }),
    async close() {
      await ground.signals.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function formOf(fields: Record<string, string | string[] | File>): FormData | URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(one => [name, one] as const),
  )
  if (pairs.every(([, value]) => typeof value === 'string')) return new URLSearchParams(pairs as [string, string][])
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}
