import type { Hono } from 'hono'
import { sql } from 'kysely'
import { asViewer } from '../../app/access/viewer.ts'
import type { Schema, TableName } from '../../app/ground/schema.ts'
import { keepWaiting } from '../../app/ground/search-waiting.ts'
import { buildApp } from '../../app/server.ts'
import { type Persona, personas } from '../../demo/network.ts'
import { openWorldOn, type World, type WorldDatabase } from '../world/world.ts'
import { firstWords, wordsIn } from './answers.ts'
import { type Description, describedPath, descriptionOf } from './described.ts'
import { type DoorCase, doorCases } from './doors.ts'
import { allRows, type Expected, expectedFor, type Visitor } from './expected.ts'
import type { Who } from './facts.ts'
import { keyOf, nouns } from './nouns.ts'
import { type Fault, type MountedDoor, plantedCases, plantedDoors, plantFilter } from './planted.ts'
import { type Secrets, secretsFor, shownSecrets } from './secrets.ts'
import { addSecondNetwork, addStates, DEPARTED } from './states.ts'

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

/**
 * `alike`: how many rows of one noun that the same visitors see are opened at each door; every row is asked of its
 * filter. `only` looks at one door, at the `nouns` or at the `mails`.
 */
export type MatrixOptions = { readonly plant?: Fault | null; readonly alike?: number; readonly only?: string | null }

export async function measureMatrix(database: WorldDatabase, options: MatrixOptions = {}): Promise<Matrix> {
  return (await openMatrix(database)).measure(options)
}

/** The world with all its states, to be measured several times, with and without faults. Looking changes nothing. */
export async function openMatrix(database: WorldDatabase) {
  const world = await openWorldOn(database)
  await addStates(world)
  const elsewhere = await addSecondNetwork(world)
  await keepWaiting(world.ground)
  return {
    world,
    async measure({ plant = null, alike = 1, only = null }: MatrixOptions = {}): Promise<Matrix> {
      const unplant = plantFilter(plant)
      try {
        return await new Measurement(world, elsewhere, plantedDoors(plant), alike, only).run()
      } finally {
        unplant()
      }
    },
  }
}

type Noun = Exclude<TableName, 'network'>
const MOST_FINDINGS = 20

class Measurement {
  private readonly world: World
  private readonly elsewhere: string
  private readonly mounted: readonly MountedDoor[]
  private readonly app: Hono
  private readonly alike: number
  private readonly only: string | null
  private cases = 0
  private turn = 0
  private readonly wrong = {
    leaks: [] as string[],
    withheld: [] as string[],
    missing: [] as string[],
    misshapen: [] as string[],
  }

  constructor(world: World, elsewhere: string, mounted: readonly MountedDoor[], alike: number, only: string | null) {
    this.world = world
    this.elsewhere = elsewhere
    this.mounted = mounted
    this.app = buildApp(world.ground, mounted)
    this.alike = alike
    this.only = only
  }

  async run(): Promise<Matrix> {
    const description = await descriptionOf(this.app)
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
      this.turn++
      if (!this.only || this.only === 'nouns') await this.nouns(visitor, one, rows)
      await this.doors(visitor, one, rows, opened, description)
    }
    if (!this.only || this.only === 'mails') await this.mails(rows)
    if (!this.only) await this.wall(this.elsewhere, tables)
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
    for (const door of this.mounted) {
      if (this.only && door.path !== this.only) continue
      const name = `${door.method === 'post' ? 'post' : 'get'} ${door.path}`
      const row = doorCases[name] ?? plantedCases[name]
      if (!row) {
        if (visitor === 'public') this.wrong.missing.push(`door ${name}`)
        continue
      }
      for (const path of pathsOf(row, door.path, rows, opened, this.turn))
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
    const there =
      path.row === null || path.noun === null || (expected[path.noun] as (row: unknown) => boolean)(path.row)
    if (name.startsWith('post')) {
      // What one does not see can not be acted on; what may be done with what one sees is proved where acts are.
      if (there) return
      const answer = await this.post(visitor, path.address, row.fields ?? {})
      return this.judge(`${visitor} ${name} ${path.address} ${answer.status}`, false, answer.status !== 404)
    }
    for (const json of [false, true]) {
      const answer = await this.get(visitor, path.address, json)
      const body = row.streams && answer.ok ? await firstWords(answer) : await wordsIn(answer)
      if (path.row !== null) {
        const shown = answer.status === 200
        const allowed = there && (row.also?.(visitor, path.row as never, path.rows, expected) ?? true)
        this.judge(`${visitor} ${name} ${path.address} ${answer.status}`, allowed, shown)
      }
      for (const owner of shownSecrets(body, path.address, secrets))
        this.judge(`${visitor} ${name} ${path.address} shows ${owner}`, false, true)
      this.cases++
      if (!KEPT_FOR_NOBODY_ELSE.has(answer.headers.get('cache-control') ?? ''))
        this.judge(`${visitor} ${name} ${path.address} may be kept and shown to somebody else`, false, true)
      const type = answer.headers.get('content-type') ?? ''
      const objection = description.objection('get', describedPath(name.split(' ')[1]!), answer.status, type, body)
      if (objection) this.wrong.misshapen.push(`${visitor} ${name} ${path.address} ${objection}`)
      if (json && answer.status === 200 && row.counts)
        for (const [what, shown, counted] of row.counts(JSON.parse(body) as never, expected, path.rows))
          this.judge(`${visitor} ${name} counts ${what}: ${shown} instead of ${counted}`, shown === counted, true)
    }
  }

  private async get(visitor: Visitor, path: string, json: boolean): Promise<Response> {
    const { headers } = await this.world.as(visitor)
    return this.app.request(path, { headers: { ...headers, accept: json ? 'application/json' : 'text/html' } })
  }

  private async post(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const { headers } = await this.world.as(visitor)
    return this.app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  }

  /**
   * Whoever left is written to no more, whoever asks, and however well the address is known. Tried on every commitment
   * that is theirs; what lies in the outbox is looked at afterwards, whatever put it there.
   */
  private async mails(rows: Rows): Promise<void> {
    const { owner } = this.world.database
    const [left] = rows.person.filter(({ name }) => name === DEPARTED)
    for (const { id } of rows.commitment.filter(one => left && one.owner_person_id === left.id)) {
      const fields = { to: left!.id, wording: 'X', approved: 'yes' }
      const answer = await this.post('coordinator', `/commitments/${id}/links`, fields)
      this.judge(`coordinator writes to somebody who left: ${answer.status}`, false, answer.status !== 422)
    }
    const written = await owner.selectFrom('outbox').where('recipient', '=', left!.email).select('id').execute()
    this.judge('a mail lies ready for somebody who left', false, written.length > 0)
    await owner.deleteFrom('outbox').where('recipient', '=', left!.email).execute()
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

/** What a feed may be: kept by its own reader, and never used again without asking us. */
const KEPT_FOR_NOBODY_ELSE = new Set(['private, no-store', 'no-store', 'private, no-cache'])

type Rows = Awaited<ReturnType<typeof allRows>>
type Path = { readonly address: string; readonly noun: Noun | null; readonly row: object | null; readonly rows: Rows }

type Sample = { readonly [N in Noun]: readonly object[] }

/**
 * Rows in the same state that the same visitors see are one case, and those of them that hold something hidden from
 * somebody who sees them another; `alike` of each are opened.
 */
function sampleOf(rows: Rows, expected: readonly Expected[], alike: number): Sample {
  const seenBy = (noun: Noun, row: object) => expected.map(one => (one[noun] as (row: unknown) => boolean)(row))
  const hiding = hiddenIn(rows, seenBy)
  const sample: Partial<Record<Noun, object[]>> = {}
  for (const noun of Object.keys(nouns) as Noun[]) {
    const groups = new Map<string, object[]>()
    for (const row of rows[noun] as readonly object[]) {
      const { state = '' } = row as { state?: string }
      const seen = seenBy(noun, row)
      const holds = hiding.get(keyOf(row))
      const kind = state + seen.map((one, at) => (one ? (holds?.[at] ? 'h' : 's') : '-')).join('')
      const group = groups.get(kind) ?? []
      if (group.length < alike) group.push(row)
      groups.set(kind, group)
    }
    sample[noun] = [...groups.values()].flat()
  }
  return sample as Sample
}

/** By id: from which visitors a row that names it is hidden. */
function hiddenIn(rows: Rows, seenBy: (noun: Noun, row: object) => boolean[]): Map<string, boolean[]> {
  const hidden = new Map<string, boolean[]>()
  for (const noun of CONTENT)
    for (const row of rows[noun] as readonly object[]) {
      const seen = seenBy(noun, row)
      for (const [column, value] of Object.entries(row)) {
        if (column === 'network_id' || !column.endsWith('_id') || typeof value !== 'string') continue
        const before = hidden.get(value)
        hidden.set(
          value,
          seen.map((one, at) => !one || (before?.[at] ?? false)),
        )
      }
    }
  return hidden
}
/** What pages show inside of something else. */
const CONTENT = ['agenda_item', 'entry', 'commitment', 'commitment_event'] as const satisfies readonly Noun[]

/** One address a row for a door about a record, one for a list. */
function pathsOf(row: DoorCase, pattern: string, rows: Rows, opened: Sample, turn: number): Path[] {
  if (!row.noun) return (row.addresses ?? [pattern]).map(address => ({ address, noun: null, row: null, rows }))
  const { formats = [] } = row
  return opened[row.noun].map((one, at) => ({
    address: pattern
      .replace(':id', keyOf(one))
      .replace(':format', formats[(turn + at) % formats.length] ?? NO_ID)
      .replace(/:[a-z]+/gi, NO_ID),
    ...{ noun: row.noun as Noun, row: one, rows },
  }))
}
const NO_ID = '00000000-0000-7000-8000-000000000000'
