import { type RawBuilder, sql } from 'kysely'
import { asViewer, type Identity, type Viewer } from '../../app/access/viewer.ts'
import { steadyClock } from '../../app/ground/clock.ts'
import type { Database } from '../../app/ground/database.ts'
import { fileStore } from '../../app/ground/files.ts'
import type { Ground } from '../../app/ground/ground.ts'
import type { Id, Schema, TableName } from '../../app/ground/schema.ts'
import { readSettings } from '../../app/ground/settings.ts'
import { signalsAt } from '../../app/ground/signals.ts'
import { type Expected, expectedFor } from '../access/expected.ts'
import { keyOf, nouns } from '../access/nouns.ts'
import type { WorldDatabase } from '../world/world.ts'
import { Chance } from './chance.ts'
import { lists, records, type Shown } from './finds.ts'
import { NOON, type Rows, randomNetwork, TODAY } from './network.ts'
import { type Fault, plant } from './planted.ts'

/**
 * Random networks, each asked by three of its people and the public: every row of every noun through its filter, and
 * as one of them every list and every record through the reads behind the doors, against the slow definition.
 */
export type Worlds = {
  readonly worlds: number
  readonly comparisons: number
  readonly disagreements: number
  /** Nouns of which no row was ever made: nothing was proved about them. */
  readonly empty: readonly string[]
  /** The first disagreements, in words, with the seed that makes the world again. */
  readonly findings: readonly string[]
}

type Noun = Exclude<TableName, 'network'>
const NOUNS = Object.keys(nouns) as Noun[]
const AT_ONCE = 100
const MOST_FINDINGS = 10
const PEOPLE_ASKED = 3
const LONG_AGO = '2025-06-15T10:00:00.000Z'

export async function measureWorlds(
  database: WorldDatabase,
  { worlds, seed = 1, fault = null }: { worlds: number; seed?: number; fault?: Fault | null },
): Promise<Worlds> {
  const unplant = plant(fault)
  const settings = readSettings({ RUNDTISCH_DATA: '/nowhere', SECRET: 'x'.repeat(40) })
  const clock = steadyClock(fault === 'expired' ? LONG_AGO : NOON)
  const comparing = new Comparing({
    db: database.app,
    clock,
    files: fileStore('/nowhere'),
    settings,
    signals: signalsAt(database.appAddress),
  })
  try {
    for (let from = 0; from < worlds; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, worlds - from) }, (_, at) => made(seed + from + at))
      await insert(database.owner, some)
      await Promise.all([0, 1].map(half => comparing.all(some.filter((_, at) => at % 2 === half))))
      await remove(database.owner)
    }
  } finally {
    unplant()
  }
  return comparing.result(worlds)
}

type World = { readonly seed: number; readonly id: Id; readonly rows: Rows }

const made = (seed: number): World => ({ seed, ...randomNetwork(new Chance(seed), NOUNS) })

class Comparing {
  private readonly ground: Ground
  private comparisons = 0
  private disagreements = 0
  private readonly findings: string[] = []
  private readonly met = new Set<Noun>()

  constructor(ground: Ground) {
    this.ground = ground
  }

  result(worlds: number): Worlds {
    const { comparisons, disagreements, findings } = this
    return { worlds, comparisons, disagreements, empty: NOUNS.filter(noun => !this.met.has(noun)), findings }
  }

  async all(worlds: readonly World[]): Promise<void> {
    for (const world of worlds) await this.world(world)
  }

  private async world(world: World): Promise<void> {
    for (const noun of NOUNS) if (world.rows[noun].length > 0) this.met.add(noun)
    const people = world.rows.person.map(({ id }) => id)
    const first = world.seed % people.length
    const asked = Array.from({ length: PEOPLE_ASKED }, (_, at) => people[(first + at) % people.length]!)
    for (const personId of [...new Set(asked), null]) {
      const expected = expectedFor({ networkId: world.id, personId, today: TODAY }, world.rows)
      await asViewer(this.ground, this.identity(world.id, personId), 'read', async viewer => {
        await sql`set local plan_cache_mode = force_generic_plan`.execute(viewer.db)
        await this.nouns(world, viewer, expected)
        // The reads of pages are many: in turn one of them asks all.
        if (personId !== people[first] && !(personId === null && world.seed % 5 === 0)) return
        for (const shown of await lists(viewer, expected, world.rows)) this.same(world, viewer, shown)
        for (const shown of await records(viewer, expected, world.rows)) this.same(world, viewer, shown)
      })
    }
  }

  private identity(id: Id, personId: Id | null): Identity {
    const network = { id, name: 'Netz', timeZone: 'Europe/Berlin', languages: ['de'], demo: true }
    return { network, language: 'de', as: personId ? { kind: 'person', personId } : { kind: 'public' } }
  }

  /** One statement for all filters, planned once for all who are alike; rows of any other network in its answer are disagreements as well. */
  private async nouns(world: World, viewer: Viewer, expected: Expected): Promise<void> {
    const parts = NOUNS.map(
      noun => sql`select ${sql.lit(noun)} as noun, ${keyColumn(noun)} as key from (${selected(viewer, noun)}) shown`,
    )
    const { rows } = await sql<{ noun: Noun; key: string }>`${sql.join(parts, sql` union all `)}`.execute(viewer.db)
    for (const noun of NOUNS) {
      const shown = rows.filter(row => row.noun === noun).map(({ key }) => key)
      const there = (world.rows[noun] as Schema[Noun][]).filter(row =>
        (expected[noun] as (row: object) => boolean)(row),
      )
      this.same(world, viewer, { what: noun, shown, there: there.map(keyOf) })
    }
  }

  private same(world: World, viewer: Viewer, { what, shown, there }: Shown): void {
    this.comparisons++
    const [a, b] = [shown, there].map(all => JSON.stringify(all.map(String).sort()))
    if (a === b) return
    this.disagreements++
    if (this.findings.length < MOST_FINDINGS)
      this.findings.push(`seed ${world.seed} ${viewer.actor} ${what}: shown ${a}, expected ${b}`)
  }
}

const selected = (viewer: Viewer, noun: Noun) => nouns[noun](viewer).selectAll() as unknown as RawBuilder<unknown>

/** What `keyOf` makes of a row, in SQL. */
function keyColumn(noun: Noun): RawBuilder<string> {
  if (noun === 'decision' || noun === 'appointment') return sql`shown.entry_id::text`
  if (noun === 'writing') return sql`shown.agenda_item_id || '/' || shown.number`
  if (noun === 'meeting_named_person') return sql`shown.meeting_id || '/' || shown.person_id`
  if (noun === 'agenda_item_person') return sql`shown.agenda_item_id || '/' || shown.person_id`
  if (noun === 'file_removal') return sql`shown.sha256`
  return sql`shown.id::text`
}

/** The owner writes past every act, and past the order of foreign keys. */
async function insert(owner: Database, worlds: readonly World[]): Promise<void> {
  await owner.transaction().execute(async tx => {
    const networks = worlds.map(({ id }) => ({
      ...{ id, name: 'Netz', host: `${id}.example`, region: null, languages: ['de'], time_zone: 'Europe/Berlin' },
      ...{ demo: true, created_at: NOON },
    }))
    await tx.insertInto('network').values(networks).execute()
    for (const table of INSERTED) {
      const rows = worlds.flatMap(({ rows }) => rows[table] as object[])
      if (rows.length === 0) continue
      const columns = sql.join(Object.keys(rows[0]!).map(column => sql.ref(column)))
      await sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
        tx,
      )
    }
  })
  await sql`analyze`.execute(owner)
}

/** Parents before children; a noun that is not among them is reported as `empty`. */
const INSERTED: readonly Noun[] = [
  ...([
    'organization',
    'body',
    'body_rule',
    'person',
    'office',
    'office_holding',
    'membership',
    'source',
    'reading',
  ] as const),
  ...([
    'reading_item',
    'meeting',
    'meeting_named_person',
    'meeting_series',
    'minutes',
    'agenda_item',
    'agenda_item_person',
  ] as const),
  ...(['series_occurrence', 'school_holiday'] as const),
  ...([
    'attendance',
    'quorum_change',
    'election',
    'candidacy',
    'vote',
    'vote_cast',
    'invitation',
    'invitation_letter',
    'invitation_mail',
    'invitation_answer',
    'proposal_call',
    'proposal',
    'asking',
    'asked',
    'poll',
    'poll_choice',
    'poll_invitee',
    'poll_answer',
    'poll_letter',
    'writing',
    'consent',
    'revision',
    'entry',
    'decision',
    'appointment',
    'circulation',
    'circulated',
    'correction',
    'commitment',
    'commitment_event',
    'condition',
    'consequence',
    'letter',
    'approval',
    'frozen_report',
  ] as const),
  'term',
  ...(['account_entry', 'account_statement'] as const),
  ...(['paper', 'paper_version', 'paper_state', 'paper_event', 'consultation', 'signing', 'signature'] as const),
  ...(['personal_link', 'publication', 'public_version', 'public_passage', 'operator', 'journal', 'outbox'] as const),
  ...(['erasure', 'access_request', 'file_removal', 'retention_period', 'retention_hold', 'retention_run'] as const),
]

async function remove(owner: Database): Promise<void> {
  await sql`truncate network cascade`.execute(owner)
}
