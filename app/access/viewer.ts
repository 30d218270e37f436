import { type Kysely, sql } from 'kysely'
import { inNetwork } from '../ground/database.ts'
import type { Ground } from '../ground/ground.ts'
import type { SecondFactor } from '../ground/schema/network.ts'
import type { Day, Id, MembershipRole, Schema, Timestamp } from '../ground/schema.ts'

/**
 * Who knocks, as far as the door knows. It proves nothing yet: `asViewer` looks up what follows from it.
 * `system` is one of our own jobs, by name; it sees all of its one network.
 */
export type Identity = {
  readonly network: NetworkAtDoor
  readonly language: string
  readonly as:
    | { readonly kind: 'public' }
    | ({ readonly kind: 'account' } & SignedIn)
    /** A person for whom our own code acts: the demo, tests, the command line. No door makes one. */
    | { readonly kind: 'person'; readonly personId: Id }
    | { readonly kind: 'system'; readonly name: SystemName }
}

/** A session as its door knows it. `since`: when it began. `strong`: a second factor stood behind it. */
export type SignedIn = {
  readonly accountId: string
  readonly sessionId: string
  readonly since: Timestamp
  readonly strong: boolean
}

export type SystemName =
  | 'outbox'
  | 'demo'
  | 'setup'
  | 'sign-in'
  | 'link'
  | 'operator'
  | 'retention'
  | 'mailbox'
  | 'writing'
  | 'reminders'
  | 'consequences'

/** The network a request belongs to: the row found by host name. */
export type NetworkAtDoor = {
  readonly id: Id
  readonly name: string
  readonly timeZone: string
  readonly languages: readonly string[]
  readonly demo: boolean
}

declare const seen: unique symbol

/**
 * Somebody asking inside one transaction. Only `asViewer` makes one, `othersOf` and `recipientOf` from one, so holding a Viewer is the proof that rights
 * were looked up for today, in this network, in this transaction.
 */
export type Viewer = {
  readonly [seen]: true
  readonly db: Kysely<Schema>
  readonly ground: Ground
  readonly network: NetworkAtDoor
  readonly language: string
  /** The calendar day in the network's time zone. */
  readonly today: Day
  readonly kind: 'public' | 'person' | 'system'
  /** `person:<id>`, `system:<name>` or `public`: what the journal writes. */
  readonly actor: string
  readonly personId: Id | null
  readonly personName: string | null
  /** Has any mandate or office today, guests included: whoever has left is reached by nothing that names him. */
  readonly takesPart: boolean
  /** How a person at the door is signed in; null for everybody else. */
  readonly signedIn: SignedIn | null
  /** Has rights that the network gives only behind a second factor, and signed in without one: they are held back. */
  readonly lacksFactor: boolean
  /** Belongs to the network today: coordinates it, volunteers, or has a mandate in one of its bodies, guests aside. */
  readonly member: boolean
  /**
   * Acts for an authority or a municipality today, as its staff or on its behalf. It opens nothing, it only closes: so
   * it stays when the authority leaves the network and its people have not.
   */
  readonly official: boolean
  /** Holds an office that coordinates the network today. */
  readonly coordinator: boolean
  readonly onBoard: boolean
  /** Bodies of which the viewer is a member today: not as observer, volunteer or guest. */
  readonly bodies: readonly Id[]
  /** Bodies that the viewer observes: their meetings, once announced, and nothing of what is prepared. */
  readonly observes: readonly Id[]
  /** Bodies that the viewer leads or writes the minutes of. */
  readonly leads: readonly Id[]
}

/** Runs `use` in one transaction, read-only unless `mode` is write, as who `identity` is today. */
export function asViewer<T>(
  ground: Ground,
  identity: Identity,
  mode: 'read' | 'write',
  use: (viewer: Viewer) => Promise<T>,
): Promise<T> {
  return inNetwork(ground.db, identity.network.id, mode, async db => use(await viewerOf(ground, identity, db)))
}

async function viewerOf(ground: Ground, identity: Identity, db: Kysely<Schema>): Promise<Viewer> {
  const base = {
    db,
    ground,
    network: identity.network,
    language: identity.language,
    today: ground.clock.today(identity.network.timeZone).toString(),
    personId: null,
    personName: null,
    takesPart: false,
    signedIn: null,
    lacksFactor: false,
    member: false,
    official: false,
    coordinator: false,
    onBoard: false,
    bodies: [],
    observes: [],
    leads: [],
  }
  if (identity.as.kind === 'system') return proven({ ...base, kind: 'system', actor: `system:${identity.as.name}` })
  if (identity.as.kind === 'public') return proven({ ...base, kind: 'public', actor: 'public' })

  const rights = await rightsOf(db, identity.as, base.today)
  if (!rights) return proven({ ...base, kind: 'public', actor: 'public' })
  const signedIn = identity.as.kind === 'account' ? identity.as : null
  const { secondFactor, ...known } = rights
  const held = signedIn && !signedIn.strong ? withoutFactor(known, secondFactor) : { ...known, lacksFactor: false }
  return proven({ ...base, ...held, signedIn, kind: 'person', actor: `person:${rights.personId}` })
}

/** What is left to somebody who signed in with one factor alone (OWASP ASVS 5.0, 6.3.3). He stays what else he is. */
function withoutFactor<R extends { coordinator: boolean; leads: readonly Id[] }>(rights: R, demanded: SecondFactor) {
  const leads = demanded === 'leading' ? [] : rights.leads
  const coordinator = demanded === 'off' && rights.coordinator
  const lacksFactor = coordinator !== rights.coordinator || leads.length < rights.leads.length
  return { ...rights, coordinator, leads, lacksFactor }
}

/**
 * Everybody who takes part today, by name, and the public, each as a viewer of his own in the same transaction. For
 * telling who would see a thing, never for showing it.
 */
export async function othersOf({ ground, network, db, language }: Viewer): Promise<Viewer[]> {
  const base = { network, language }
  const others = [await viewerOf(ground, { ...base, as: { kind: 'public' } }, db)]
  const people = await db
    .selectFrom('person')
    .where('network_id', '=', network.id)
    .orderBy('name')
    .select('id')
    .execute()
  for (const { id } of people) {
    const other = await viewerOf(ground, { ...base, as: { kind: 'person', personId: id } }, db)
    if (other.takesPart) others.push(other)
  }
  return others
}

/**
 * Somebody by id as a viewer of his own in the same transaction, in his language: what leaves the house for him is
 * read as him. Never for acting. Null for whoever takes no part today: nothing is written to him.
 */
export async function recipientOf({ ground, network, db }: Viewer, personId: Id): Promise<Viewer | null> {
  const person = await db
    .selectFrom('person')
    .where('network_id', '=', network.id)
    .where('id', '=', personId)
    .select('language')
    .executeTakeFirst()
  const language = person?.language ?? network.languages[0] ?? 'de'
  const recipient = await viewerOf(ground, { network, language, as: { kind: 'person', personId } }, db)
  return recipient.takesPart ? recipient : null
}

const proven = (viewer: Omit<Viewer, typeof seen>): Viewer => viewer as Viewer

type MembershipToday = {
  body: Id | null
  bodyKind: string | null
  role: MembershipRole
  organizationKind: string | null
  onBehalfOfKind: string | null
  /** Its body and the organisation it is held for are there today. */
  holds: boolean
}

type Known = Extract<Identity['as'], { kind: 'account' | 'person' }>

/** Rights follow from memberships and offices that hold today, so that they end by themselves. One query. */
async function rightsOf(db: Kysely<Schema>, known: Known, today: Day) {
  const person = await db
    .selectFrom('person')
    .where(eb => (known.kind === 'account' ? eb('account_id', '=', known.accountId) : eb('id', '=', known.personId)))
    .select(['id', 'name'])
    .select([
      sql<SecondFactor>`(select n.second_factor from network n where n.id = person.network_id)`.as('secondFactor'),
      sql<string[]>`coalesce((
        select json_agg(o.grants)
        from office_holding h
        join office o on o.network_id = h.network_id and o.id = h.office_id
        where h.network_id = person.network_id and h.person_id = person.id and ${during('h', today)}), '[]')`.as(
        'offices',
      ),
      sql<MembershipToday[]>`coalesce((
        select json_agg(json_build_object('body', m.body_id, 'bodyKind', b.kind, 'role', m.role,
                                          'organizationKind', o.kind, 'onBehalfOfKind', s.kind,
                                          'holds', ${during('b', today)} and ${during('s', today)}))
        from membership m
        left join body b on b.network_id = m.network_id and b.id = m.body_id
        left join organization o on o.network_id = m.network_id and o.id = m.organization_id
        left join organization s on s.network_id = m.network_id and s.id = m.on_behalf_of_id
        where m.network_id = person.network_id and m.person_id = person.id and ${during('m', today)}), '[]')`.as(
        'memberships',
      ),
    ])
    .executeTakeFirst()
  if (!person) return null

  const held = person.memberships.filter(({ holds }) => holds)
  const coordinator = person.offices.includes('coordination')
  const inBodies = held.filter(({ body, role }) => body !== null && !BESIDE.includes(role))
  const observed = held.filter(({ body, role }) => body !== null && role === 'observer')
  const idsOf = (memberships: MembershipToday[]) => [...new Set(memberships.map(m => m.body as Id))]
  return {
    personId: person.id,
    personName: person.name,
    secondFactor: person.secondFactor,
    coordinator,
    takesPart: held.length > 0 || person.offices.length > 0,
    member: coordinator || inBodies.length > 0 || observed.length > 0 || held.some(({ role }) => role === 'volunteer'),
    official: person.memberships.some(m => isOfficial(m.organizationKind) || isOfficial(m.onBehalfOfKind)),
    onBoard: inBodies.some(m => m.bodyKind === 'board'),
    bodies: idsOf(inBodies),
    observes: idsOf(observed),
    leads: idsOf(inBodies.filter(m => m.role === 'chair' || m.role === 'deputy_chair' || m.role === 'minute_taker')),
  }
}

/** Those who are there without belonging to the body. */
const BESIDE: readonly MembershipRole[] = ['observer', 'volunteer', 'guest', 'staff']

/** A row with first and last day, or none, holds today. So does a row that was not joined. */
const during = (
  row: string,
  today: Day,
) => sql<boolean>`(coalesce(${sql.ref(`${row}.start_date`)}, ${today}) <= ${today}
  and coalesce(${sql.ref(`${row}.end_date`)}, ${today}) >= ${today})`

/**
 * Whether a person takes part today, asked of the person's id in a column: a mandate whose term, body and
 * organisation last, guests included, or an office. The same as `takesPart` of the viewer, about others.
 */
export const takesPart = (viewer: Viewer, person: string) => sql<boolean>`(
  exists (select from membership m
    left join body b on b.network_id = m.network_id and b.id = m.body_id
    left join organization s on s.network_id = m.network_id and s.id = m.on_behalf_of_id
    where m.network_id = ${viewer.network.id} and m.person_id = ${sql.ref(person)}
      and ${during('m', viewer.today)} and ${during('b', viewer.today)} and ${during('s', viewer.today)})
  or exists (select from office_holding h where h.network_id = ${viewer.network.id}
    and h.person_id = ${sql.ref(person)} and ${during('h', viewer.today)}))`

const isOfficial = (kind: string | null) => kind === 'authority' || kind === 'municipality'
