import type { Hono } from 'hono'
import { sql } from 'kysely'
import { oneTimeLink } from '../../app/features/account/acts.ts'
import type { Schema } from '../../app/ground/schema.ts'
import { buildApp } from '../../app/server.ts'
import { type Persona, personas } from '../../demo/network.ts'
import { firstWords } from '../access/answers.ts'
import { type Description, descriptionOf } from '../access/described.ts'
import { allRows, expectedFor, type Visitor } from '../access/expected.ts'
import { nouns } from '../access/nouns.ts'
import { IS_MARKED, type Secrets, secretsFor, shownSecrets } from '../access/secrets.ts'
import { addSecondNetwork, addStates } from '../access/states.ts'
import { openWorldOn, type World, type WorldDatabase } from '../world/world.ts'
import { Chance } from '../worlds/chance.ts'
import { type Fault, plantedDoors } from './planted.ts'
import { type Known, Requests, type Sent } from './requests.ts'

/** What a fuzzer found that knows the description alone. Every number but the first should be 0. */
export type Fuzz = {
  readonly requests: number
  readonly serverErrors: number
  readonly schemaBreaks: number
  readonly leaks: number
  /** How often which status was answered: a run that only ever met 404 has tried nothing. */
  readonly statuses: Readonly<Record<string, number>>
  readonly findings: readonly string[]
}

export type FuzzOptions = {
  readonly size: number
  readonly seed?: number
  readonly plant?: Fault | null
  /** Ends with the first finding: which of the doors is tried when is chance, and every new door changes it. */
  readonly untilFound?: boolean
}

/** The world drifts: after so many requests it is read again, and the rights of its people are put back. */
const ROUND = 1_000
/** Of each kind. */
const MOST_FINDINGS = 12
const ORIGIN = 'http://localhost'

export async function measureFuzz(
  database: WorldDatabase,
  { size, seed = 1, plant = null, untilFound = false }: FuzzOptions,
): Promise<Fuzz> {
  const world = await openWorldOn(database)
  await addStates(world)
  await addSecondNetwork(world)
  const app = buildApp({ ...world.ground, settings: { ...world.ground.settings, log: 'quiet' } }, plantedDoors(plant))
  return new Fuzzing(world, app, await descriptionOf(app), new Chance(seed)).run(size, untilFound)
}

const everybody: readonly Visitor[] = [...(Object.keys(personas) as Persona[]), 'public']
const tables = Object.keys(nouns) as (keyof typeof nouns)[]
/** Where rights come from. A fuzzer with the coordination's rights soon has ended every mandate. */
const RIGHTS = ['network', 'body', 'person', 'office', 'office_holding', 'membership'] as const
/** What forms name beside its noun, and how many ids of each are written so. */
const MARKING = ['body', 'organization', 'person', 'office'] as const
const MARKS = 5
/** Mails of the demo are open to everybody by design. */
const OPEN_MAILS = /^\/outbox(?:\/|$)/

class Fuzzing {
  private readonly world: World
  private readonly app: Hono
  private readonly description: Description
  private readonly chance: Chance
  private readonly cookies = new Map<Visitor, string>()
  private readonly people = new Map<Visitor, string | null>()
  private readonly requests: Requests
  private readonly first = new Map<Visitor, Secrets>()
  private secrets: ReadonlyMap<Visitor, Secrets> = new Map()
  private known: Known = { ids: [], marks: [] }
  /** Ids that are written as words: they may come back as a name anywhere, so none of them is a secret. */
  private marked: ReadonlyMap<string, string> = new Map()
  private readonly statuses: Record<string, number> = {}
  private readonly wrong = { serverErrors: 0, schemaBreaks: 0, leaks: 0 }
  private readonly findings = new Set<string>()

  constructor(world: World, app: Hono, description: Description, chance: Chance) {
    this.world = world
    this.app = app
    this.description = description
    this.chance = chance
    this.requests = new Requests(description, chance)
  }

  async run(size: number, untilFound: boolean): Promise<Fuzz> {
    const rights = await this.rightsNow()
    let at = 0
    for (; at < size; at++) {
      if (untilFound && this.findings.size > 0) break
      if (at % ROUND === 0) {
        await this.restore(rights)
        await this.look()
      }
      await this.send(this.chance.of(everybody), this.requests.next(this.known))
    }
    return {
      requests: at,
      ...this.wrong,
      statuses: this.statuses,
      findings: [...this.findings],
    }
  }

  private async send(visitor: Visitor, sent: Sent): Promise<void> {
    const { method, path, address, headers, body, said } = sent
    const cookie = this.cookies.get(visitor) ?? ''
    const who = { cookie, origin: ORIGIN }
    const begin = performance.now()
    let answer: Response
    try {
      answer = await this.app.request(address, { method, headers: { ...headers, ...who }, body })
    } catch (error) {
      return this.found('serverErrors', visitor, sent, String(error))
    }
    const text = (answer.headers.get('content-type') ?? '').startsWith('text/event-stream')
      ? await firstWords(answer)
      : await answer.text()
    this.statuses[answer.status] = (this.statuses[answer.status] ?? 0) + 1
    if (answer.status >= 500) this.found('serverErrors', visitor, sent, `${answer.status}`)
    if (performance.now() - begin > SLOW_MS) this.found('serverErrors', visitor, sent, 'took too long')
    const objection = this.description.objection(
      method,
      path,
      answer.status,
      answer.headers.get('content-type') ?? '',
      text,
    )
    if (objection) this.found('schemaBreaks', visitor, sent, objection)
    if (!OPEN_MAILS.test(path)) await this.searched(visitor, sent, text, said)
    // Whoever signed out or ended his session comes back, so that everybody asks to the end.
    if (answer.status < 400 && ENDS.test(path) && method === 'post') await this.signIn(visitor)
    if (answer.status < 400 && ENDS_OTHERS.test(path) && method === 'post')
      // Whoever was erased, or has another address now, stays away.
      for (const other of everybody) await this.signIn(other).catch(() => {})
    this.requests.learn(text)
  }

  /** What looks like a leak is looked at again with the rows of this moment: an act may have opened it rightly. */
  private async searched(visitor: Visitor, sent: Sent, text: string, said: string): Promise<void> {
    if (shownSecrets(text, said, this.secrets.get(visitor)!).length === 0) return
    await this.look()
    const [shown] = shownSecrets(text, said, this.secrets.get(visitor)!)
    if (shown) this.found('leaks', visitor, sent, `shows ${shown}`)
  }

  private found(
    what: keyof typeof this.wrong,
    visitor: Visitor,
    { method, path, address, headers, said }: Sent,
    how: string,
  ) {
    this.wrong[what]++
    const asked = `${address} ${JSON.stringify(headers)} ${said}`.slice(0, 300)
    if (this.wrong[what] <= MOST_FINDINGS) this.findings.add(`${what} ${visitor} ${method} ${path}: ${how} | ${asked}`)
  }

  /** What is hidden from whom now, which ids there are, and a session for everybody. */
  private async look(): Promise<void> {
    const { database, ground, network } = this.world
    const rows = await allRows(database.owner, tables)
    const today = ground.clock.today(network.timeZone).toString()
    const idsOf = (table: keyof typeof nouns) =>
      (rows[table] as readonly { id?: string }[]).flatMap(({ id }) => id ?? [])
    if (this.known.marks.length === 0)
      this.marked = new Map(
        MARKING.flatMap(noun =>
          idsOf(noun)
            .slice(0, MARKS)
            .map(id => [id, `${noun}:${id}`]),
        ),
      )
    this.known = { ids: tables.flatMap(idsOf), marks: [...this.marked.values()] }
    const secrets = new Map<Visitor, Secrets>()
    for (const visitor of everybody) {
      const name = visitor === 'public' ? null : personas[visitor].name
      const known = rows.person.find(one => one.network_id === network.id && one.name === name)
      if (!this.people.has(visitor)) this.people.set(visitor, known?.id ?? null)
      const personId = this.people.get(visitor) ?? null
      const hidden = secretsFor(expectedFor({ networkId: network.id, personId, today }, rows), rows)
      const first = this.first.get(visitor) ?? hidden
      this.first.set(visitor, first)
      // A name that was renamed may still stand in a page of its own right: only what was hidden from the start counts.
      const isSecret = (text: string) => (IS_MARKED.test(text) ? !this.marked.has(text) : first.has(text))
      secrets.set(visitor, new Map([...hidden].filter(([text]) => isSecret(text))))
      if (!this.cookies.has(visitor)) await this.signIn(visitor)
    }
    this.secrets = secrets
  }

  private async signIn(visitor: Visitor): Promise<void> {
    if (visitor === 'public') return void this.cookies.set(visitor, '')
    await sql`delete from sign_in."rateLimit"`.execute(this.world.database.owner)
    const link = await oneTimeLink(this.world.ground, this.world.network, personas[visitor].email)
    const answer = await this.app.request(new URL(link).pathname, { method: 'POST', headers: { origin: ORIGIN } })
    const cookie = answer.headers.getSetCookie().map(one => one.split(';')[0])
    this.cookies.set(visitor, cookie.join('; '))
  }

  private async rightsNow() {
    const { owner } = this.world.database
    const kept = []
    for (const table of RIGHTS) kept.push([table, await owner.selectFrom(table).selectAll().execute()] as const)
    return kept
  }

  private async restore(rights: Awaited<ReturnType<Fuzzing['rightsNow']>>): Promise<void> {
    const { owner } = this.world.database
    for (const [table, rows] of rights)
      for (const { id, account_id, ...row } of rows as readonly (Schema['person'] & object)[])
        await owner
          .updateTable(table)
          .set(row as never)
          .where('id', '=', id)
          .execute()
  }
}

/** Slower than this by itself, on a busy machine, is a way to keep others waiting. */
const SLOW_MS = 15_000
const ENDS = /^\/(?:sign-out|account\/.*end)/
/** Others are signed out by these: they come back as well. */
const ENDS_OTHERS = /^\/(?:people\/[^/]+\/sign-out|memberships\/[^/]+\/end|holdings\/[^/]+\/end|people\/[^/]+)$/
