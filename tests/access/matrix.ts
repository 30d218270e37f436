import { sql } from 'kysely'
import { asViewer } from '../../app/access/viewer.ts'
import type { Schema, TableName } from '../../app/ground/schema.ts'
import { doors } from '../../app/server.ts'
import { type Persona, personas } from '../../demo/network.ts'
import { openWorldOn, type World, type WorldDatabase } from '../world/world.ts'
import { type Description, describedPath, descriptionOf } from './described.ts'
import { type DoorCase, doorCases } from './doors.ts'
import { allRows, type Expected, expectedFor, type Visitor } from './expected.ts'
import type { Who } from './facts.ts'
import { keyOf, nouns } from './nouns.ts'
import { type Fault, plantedDoors, plantFilter } from './planted.ts'
import { addSecondNetwork, addStates } from './states.ts'

/**
 * Persona × noun × state × door. `leaks`: something was shown, counted or named that does not exist for the visitor.
 * `withheld`: something that is there for him was not. `missing`: a table or a door that the matrix has no row for.
 */
export type Matrix = {
  readonly cases: number
  readonly leaks: number
  readonly withheld: number
  readonly missing: number
  /** JSON answers that are not as /openapi.json describes them. */
  readonly misshapen: number
  /** The first findings, in words for whoever mends them. */
  readonly findings: readonly string[]
}

/** `alike`: how many rows of one noun that the same visitors see are opened at each door; every row is asked of its filter. `only` opens one door. */
export async function measureMatrix(
  database: WorldDatabase,
  { plant = null, alike = 1, only = null }: { plant?: Fault | null; alike?: number; only?: string | null } = {},
): Promise<Matrix> {
  const unplant = plant === 'filter' ? plantFilter() : () => {}
  const world = await openWorldOn(database, { doors: plantedDoors(plant) })
  try {
    return await new Measurement(world, alike, only).run()
  } finally {
    unplant()
  }
}

type Noun = Exclude<TableName, 'network'>
const MOST_FINDINGS = 20

class Measurement {
  private readonly world: World
  private readonly alike: number
  private readonly only: string | null
  private cases = 0
  private readonly wrong = {
    leaks: [] as string[],
    withheld: [] as string[],
    missing: [] as string[],
    misshapen: [] as string[],
  }

  constructor(world: World, alike: number, only: string | null) {
    this.world = world
    this.alike = alike
    this.only = only
  }

  async run(): Promise<Matrix> {
    await addStates(this.world)
    const description = await descriptionOf(this.world.app)
    const elsewhere = await addSecondNetwork(this.world)
    const tables = await this.tenantTables()
    for (const table of tables) if (!(table in nouns)) this.wrong.missing.push(`noun ${table}`)
    const rows = await allRows(this.world.database.owner, Object.keys(nouns) as Noun[])
    const everybody: Visitor[] = [...(Object.keys(personas) as Persona[]), 'public']
    const expected = everybody.map(visitor => [visitor, expectedFor(this.who(visitor, rows), rows)] as const)
    const opened = sampleOf(
      rows,
      expected.map(([, one]) => one),
      this.alike,
    )
    for (const [visitor, one] of expected) {
      await this.nouns(visitor, one, rows)
      await this.doors(visitor, one, rows, opened, description)
    }
    await this.wall(elsewhere, tables)
    const { leaks, withheld, missing, misshapen } = this.wrong
    return {
      ...{ cases: this.cases, leaks: leaks.length, withheld: withheld.length, missing: missing.length },
      misshapen: misshapen.length,
      findings: [...missing, ...leaks, ...withheld, ...misshapen].slice(0, MOST_FINDINGS),
    }
  }

  private who(visitor: Visitor, rows: Rows): Who {
    const { network, ground } = this.world
    const name = visitor === 'public' ? null : personas[visitor].name
    const person = rows.person.find(one => one.network_id === network.id && one.name === name)
    return {
      networkId: network.id,
      personId: person?.id ?? null,
      today: ground.clock.today(network.timeZone).toString(),
    }
  }

  /** The schema decides what a noun is: every table that belongs to a network. */
  private async tenantTables(): Promise<string[]> {
    const { rows } = await sql<{ table: string }>`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'network_id'`.execute(this.world.database.owner)
    return rows.map(({ table }) => table)
  }

  /** Each filter against the slow definition, row by row. */
  private async nouns(visitor: Visitor, expected: Expected, rows: Rows): Promise<void> {
    for (const noun of Object.keys(nouns) as Noun[]) {
      const seen = await this.world.view(visitor, async viewer =>
        (await nouns[noun](viewer).selectAll().execute()).map(row => keyOf(row as object)),
      )
      const shown = new Set(seen)
      for (const row of rows[noun]) {
        const there = (expected[noun] as (row: Schema[Noun]) => boolean)(row as Schema[Noun])
        this.judge(`${visitor} ${noun} ${keyOf(row)}`, there, shown.has(keyOf(row)))
      }
    }
  }

  private judge(what: string, there: boolean, shown: boolean): void {
    this.cases++
    if (shown && !there) this.wrong.leaks.push(what)
    if (there && !shown) this.wrong.withheld.push(what)
  }

  /** Every door as this visitor: answers, words that must not occur, counts. */
  private async doors(
    visitor: Visitor,
    expected: Expected,
    rows: Rows,
    opened: Sample,
    description: Description,
  ): Promise<void> {
    const secrets = secretsFor(expected, rows)
    for (const door of doors) {
      if (this.only && door.path !== this.only) continue
      const name = `${door.method === 'post' ? 'post' : 'get'} ${door.path}`
      const row = doorCases[name]
      if (!row) {
        if (visitor === 'public') this.wrong.missing.push(`door ${name}`)
        continue
      }
      for (const path of pathsOf(row, door.path, rows, opened))
        await this.open(visitor, name, row, path, expected, secrets, description)
    }
  }

  private async open(
    visitor: Visitor,
    name: string,
    row: DoorCase,
    path: Path,
    expected: Expected,
    secrets: Secrets,
    description: Description,
  ) {
    const caller = await this.world.as(visitor)
    const there =
      path.row === null || path.noun === null || (expected[path.noun] as (row: unknown) => boolean)(path.row)
    if (name.startsWith('post')) {
      // What one does not see can not be acted on; what may be done with what one sees is proved where acts are.
      if (there) return
      const answer = await caller.post(path.address, row.fields ?? {})
      return this.judge(`${visitor} ${name} ${path.address} ${answer.status}`, false, answer.status !== 404)
    }
    for (const json of [false, true]) {
      const answer = await caller.get(path.address, json)
      const body = await answer.text()
      if (path.row !== null) {
        const shown = answer.status === 200
        const allowed = there && (row.also?.(visitor, path.row as never, path.rows, expected) ?? true)
        this.judge(`${visitor} ${name} ${path.address} ${answer.status}`, allowed, shown)
      }
      for (const owner of shownSecrets(body, path.address, secrets))
        this.judge(`${visitor} ${name} ${path.address} shows ${owner}`, false, true)
      this.cases++
      const type = answer.headers.get('content-type') ?? ''
      const objection = description.objection('get', describedPath(name.split(' ')[1]!), answer.status, type, body)
      if (objection) this.wrong.misshapen.push(`${visitor} ${name} ${path.address} ${objection}`)
      if (json && answer.status === 200 && row.counts)
        for (const [what, shown, counted] of row.counts(JSON.parse(body) as never, expected, path.rows))
          this.judge(`${visitor} ${name} counts ${what}: ${shown} instead of ${counted}`, shown === counted, true)
    }
  }

  /** The second wall: with no filter at all, the database shows nothing of a network that was not asked for. */
  private async wall(elsewhere: string, tables: readonly string[]): Promise<void> {
    const { ground, network } = this.world
    const identity = {
      network: { ...network, id: elsewhere },
      language: 'de',
      as: { kind: 'system', name: 'demo' },
    } as const
    for (const table of tables) {
      const { rows } = await asViewer(ground, identity, 'read', viewer =>
        sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(viewer.db),
      )
      this.judge(`wall ${table}`, false, rows[0]!.n > 0)
    }
  }
}

type Rows = Awaited<ReturnType<typeof allRows>>
type Path = { readonly address: string; readonly noun: Noun | null; readonly row: object | null; readonly rows: Rows }

type Sample = { readonly [N in Noun]: readonly object[] }

/** Rows in the same state that the same visitors see are one case; `alike` of each are opened. */
function sampleOf(rows: Rows, expected: readonly Expected[], alike: number): Sample {
  const sample: Partial<Record<Noun, object[]>> = {}
  for (const noun of Object.keys(nouns) as Noun[]) {
    const groups = new Map<string, object[]>()
    for (const row of rows[noun] as readonly object[]) {
      const { state = '' } = row as { state?: string }
      const seenBy = expected.map(one => ((one[noun] as (row: unknown) => boolean)(row) ? '1' : '0')).join('')
      const group = groups.get(state + seenBy) ?? []
      if (group.length < alike) group.push(row)
      groups.set(state + seenBy, group)
    }
    sample[noun] = [...groups.values()].flat()
  }
  return sample as Sample
}

/** One address a row for a door about a record, one for a list. */
function pathsOf(row: DoorCase, pattern: string, rows: Rows, opened: Sample): Path[] {
  if (!row.noun) return (row.addresses ?? [pattern]).map(address => ({ address, noun: null, row: null, rows }))
  return opened[row.noun].map(one => ({
    address: pattern.replace(':id', keyOf(one)).replace(/:[a-z]+/gi, NO_ID),
    ...{ noun: row.noun as Noun, row: one, rows },
  }))
}
const NO_ID = '00000000-0000-7000-8000-000000000000'

/** Telling text of rows that do not exist for the visitor, and of which row it tells. */
type Secrets = ReadonlyMap<string, string>

/** Rows that a body tells of. The address that was asked for comes back in the page that says it does not exist. */
function shownSecrets(body: string, address: string, secrets: Secrets): string[] {
  const words = new Set(body.match(MARKED))
  return [...secrets]
    .filter(([secret]) => (IS_MARKED.test(secret) ? words.has(secret) : body.includes(secret)))
    .filter(([secret]) => !address.includes(secret))
    .map(([, owner]) => owner)
}
/** Ids, and the words of states.ts: looked up, because searching a page for each of a thousand takes too long. */
const MARKED = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Z][a-z]+-\d+-Kennwort(?:\.txt)?/g
const IS_MARKED = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z][a-z]+-\d+-Kennwort(?:\.txt)?)$/

const TELLING = ['name', 'title', 'content', 'wording', 'sentence', 'file_name', 'place', 'addressee', 'head'] as const
const SHORTEST = 12

/**
 * Ids and wordings of what is hidden. A wording counts only where no visible row says the same; ids never occur in a
 * page that may not show their row. Mails of the demo are open to everybody by design.
 */
function secretsFor(expected: Expected, rows: Rows): Secrets {
  const open = new Set<string>()
  const hidden = new Map<string, string>()
  for (const noun of Object.keys(nouns) as Noun[]) {
    if (noun === 'outbox' || noun === 'journal') continue
    for (const row of rows[noun] as readonly object[]) {
      const there = (expected[noun] as (row: unknown) => boolean)(row)
      for (const text of tellingOf(row)) {
        if (there) open.add(text)
        else hidden.set(text, `${noun} ${keyOf(row)}`)
      }
    }
  }
  for (const text of hidden.keys()) if ([...open].some(shown => shown.includes(text))) hidden.delete(text)
  return hidden
}

function tellingOf(row: object): string[] {
  const fields = row as Record<string, unknown>
  const texts = TELLING.flatMap(field => {
    const value = fields[field]
    if (typeof value === 'string') return value.split('\n')
    return value && typeof value === 'object' ? [String((value as { title?: unknown }).title ?? '')] : []
  })
  const long = texts.map(text => text.trim()).filter(text => text.length >= SHORTEST)
  return typeof fields.id === 'string' ? [...long, fields.id] : long
}
