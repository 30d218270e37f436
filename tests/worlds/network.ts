import { type ConsentPurpose, consentPurposes } from '../../app/ground/schema/network.ts'
import {
  type Audience,
  bodyKinds,
  commitmentStates,
  type Day,
  type Id,
  membershipRoles,
  organizationKinds,
  type Schema,
  type TableName,
} from '../../app/ground/schema.ts'
import type { Chance } from './chance.ts'
import { addInvitations } from './invited.ts'
import { addSeries } from './series.ts'

/** The day on which everybody asks. */
export const TODAY: Day = '2026-06-15'
export const NOON = '2026-06-15T10:00:00.000Z'

/** Where a term is misjudged by one, it shows. */
const TERMS: readonly (readonly [Day | null, Day | null])[] = [
  ['2024-01-01', null],
  ['2024-01-01', null],
  ['2024-01-01', '2027-12-31'],
  ['2024-01-01', TODAY],
  [TODAY, null],
  ['2024-01-01', '2026-06-14'],
  ['2024-01-01', '2025-12-31'],
  ['2026-06-16', null],
]
const OPEN_ENDED: readonly (readonly [Day | null, Day | null])[] = [[null, null], [null, null], [null, null], ...TERMS]
const AUDIENCES: readonly Audience[] = ['public', 'network', 'network', 'body', 'body', 'board', 'named']
const OF_BODIES = ['public', 'network', 'network', 'body', 'board'] as const
const INHERITED = [null, null, null] as const

export type Rows = { readonly [T in TableName]: Schema[T][] }
type Table = Exclude<TableName, 'network'>

/**
 * A network by chance: bodies, organisations, people, mandates and offices with their dates, meetings with named persons,
 * items with guests, minutes, entries, commitments, readings, links and publications, with every audience at every
 * place. Sound as the database demands it, and not sounder: audiences of parts are not narrower by design.
 */
export function randomNetwork(chance: Chance, tables: readonly Table[]): { id: Id; rows: Rows } {
  const id = chance.id()
  return { id, rows: new Making(chance, id, tables).rows }
}

class Making {
  readonly rows: Rows
  private readonly chance: Chance
  private readonly network: Id
  private readonly organizations: Id[]
  private readonly bodies: Id[]
  private readonly people: Id[]
  private readonly decisions: Id[] = []

  constructor(chance: Chance, network: Id, tables: readonly Table[]) {
    this.chance = chance
    this.network = network
    this.rows = Object.fromEntries(['network', ...tables].map(table => [table, []])) as unknown as Rows
    this.organizations = this.times(1, 3, () => this.organization())
    this.bodies = this.times(1, 3, () => this.body())
    this.people = this.times(3, 5, () => this.person())
    const offices = (['coordination', 'nothing'] as const).map(grants => this.office(grants))
    for (const person of this.people) {
      this.times(0, 3, () => this.membership(person))
      for (const purpose of consentPurposes) this.consents(person, purpose)
      for (const office of chance.some(offices, 0.15)) this.holding(office, person)
    }
    this.times(1, 4, () => this.meeting())
    this.times(0, 2, () => this.reading(chance.of([null, ...this.bodies])))
    this.times(0, 2, () => this.commitment(chance.of(this.bodies), null))
    addSeries(chance, network, this.rows)
    this.outside()
    this.privacy()
  }

  private times<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: this.chance.between(least, most) }, make)
  }

  private add<T extends Table>(table: T, row: Omit<Schema[T], 'network_id'>): void {
    this.rows[table].push({ network_id: this.network, ...row } as never)
  }

  private organization(): Id {
    const id = this.chance.id()
    const [start_date, end_date] = this.chance.of(OPEN_ENDED)
    this.add('organization', {
      ...{ id, name: `Organisation ${id}`, short_name: null, kind: this.chance.of(organizationKinds) },
      ...{ outside: this.chance.once(0.2), website: null, start_date, end_date, created_at: NOON },
    })
    return id
  }

  private body(): Id {
    const id = this.chance.id()
    const [start_date, end_date] = this.chance.of(OPEN_ENDED)
    this.add('body', {
      ...{ id, name: `Gremium ${id}`, short_name: null, kind: this.chance.of(bodyKinds) },
      ...{ audience: this.chance.of(OF_BODIES), without_administration: this.chance.once(0.15) },
      ...{ meeting_audience: 'body', start_date, end_date, created_at: NOON },
    })
    return id
  }

  private person(): Id {
    const id = this.chance.id()
    this.add('person', {
      ...{ id, name: `Person ${id}`, email: null, language: 'de', account_id: null, created_at: NOON },
    })
    return id
  }

  private consents(person_id: Id, purpose: ConsentPurpose): void {
    for (let number = 1; number <= this.chance.between(0, 2); number++)
      this.add('consent', {
        ...{ id: this.chance.id(), person_id, purpose, number, kind: this.chance.of(['given', 'withdrawn'] as const) },
        ...{ wording: 'X', version: 1, language: 'de', channel: 'self', note: null, recorded_by: null, at: NOON },
      })
  }

  private office(grants: 'coordination' | 'nothing'): Id {
    const id = this.chance.id()
    this.add('office', { id, name: `Amt ${id}`, organization_id: null, grants, created_at: NOON })
    return id
  }

  private holding(office_id: Id, person_id: Id): void {
    const [start_date, end_date] = this.chance.of(TERMS)
    this.add('office_holding', { id: this.chance.id(), office_id, person_id, start_date: start_date!, end_date })
  }

  private membership(person_id: Id): void {
    const { chance } = this
    const [start_date, end_date] = chance.of(TERMS)
    const inBody = chance.once(0.8)
    this.add('membership', {
      ...{ id: chance.id(), person_id, body_id: inBody ? chance.of(this.bodies) : null },
      organization_id: inBody ? null : chance.of(this.organizations),
      role: chance.of(membershipRoles),
      on_behalf_of_id: inBody && chance.once(0.4) ? chance.of(this.organizations) : null,
      ...{ voting_right: false, start_date: start_date!, end_date },
    })
  }

  private meeting(): void {
    const { chance } = this
    const [id, body_id] = [chance.id(), chance.of(this.bodies)]
    const hasDraft = this.rows.meeting.some(meeting => meeting.body_id === body_id && meeting.state === 'draft')
    const state = chance.of([hasDraft ? 'held' : 'draft', 'scheduled', 'held', 'cancelled'] as const)
    this.add('meeting', {
      ...{ id, body_id, name: `Sitzung ${id}`, state, day: chance.of(['2026-01-15', '2026-07-01']), place: null },
      ...{ start_time: null, end_time: null, audience: chance.of(AUDIENCES) },
      ...{ without_administration: chance.once(0.2), created_at: NOON, sequence: 0 },
      cancelled_at: state === 'cancelled' ? NOON : null,
    })
    for (const person_id of chance.some(this.people, 0.3))
      this.add('meeting_named_person', { meeting_id: id, person_id })
    const items = this.times(0, 3, () => this.item(id))
    this.times(0, 3, () => this.attendance(id))
    addInvitations(chance, (table, row) => this.add(table, row), id, this.people)
    if (state === 'held' && chance.once(0.8)) this.minutes(id, body_id, items)
  }

  private item(meeting_id: Id): Id {
    const { chance } = this
    const id = chance.id()
    const looksBack = this.rows.minutes.length > 0 && chance.once(0.2)
    this.add('agenda_item', {
      ...{ id, meeting_id, position: this.rows.agenda_item.length, number: chance.of([null, '1', '2']) },
      ...{ title: `Punkt ${id}`, level: chance.between(1, 3), kind: looksBack ? 'minutes_control' : 'plain' },
      ...{ minutes_id: looksBack ? chance.of(this.rows.minutes).id : null, duration: null },
      ...{ audience: chance.of([...INHERITED, ...AUDIENCES]), without_administration: chance.once(0.2) },
    })
    for (const person_id of chance.some(this.people, 0.15))
      this.add('agenda_item_person', { agenda_item_id: id, person_id })
    if (chance.once(0.3))
      this.add('writing', {
        ...{ agenda_item_id: id, number: 1, change: '\\x0000' as never, whole: false },
        ...{ person_id: chance.of([null, ...this.people]), at: NOON },
      })
    return id
  }

  private attendance(meeting_id: Id): void {
    const { chance } = this
    this.add('attendance', {
      ...{ id: chance.id(), meeting_id, person_id: chance.of([null, ...this.people]), name: 'Jemand' },
      ...{ state: chance.of(['present', 'excused', 'guest', 'guest'] as const), on_behalf_of: null },
    })
  }

  private source(): Id {
    const id = this.chance.id()
    this.add('source', {
      ...{ id, file_name: `${id}.txt`, media_type: 'text/plain', sha256: id, size: 1, converter: 'plain' },
      ...{ content: id, line_count: 1, created_by: null, created_at: NOON },
    })
    return id
  }

  private reading(body_id: Id | null): Id {
    const { chance } = this
    const id = chance.id()
    const state = chance.of(['open', 'confirmed', 'discarded'] as const)
    this.add('reading', {
      ...{ id, source_id: this.source(), body_id, reader: 'test', state, revision: 1 },
      ...{ head: EMPTY_HEAD as never, findings: [] as never, names: {} as never, audience: chance.of(AUDIENCES) },
      ...{ without_administration: chance.once(0.2), created_by: chance.of([null, ...this.people]), created_at: NOON },
      ...{ settled_by: null, settled_at: null },
    })
    this.add('reading_item', {
      ...{ id: chance.id(), reading_id: id, section: 'entry', line_from: 1, line_to: 1, position: 0 },
      ...{ state: 'proposed', read: null as never, now: {} as never, changed_by: null, changed_at: null },
    })
    return id
  }

  private minutes(meeting_id: Id, body_id: Id, items: readonly Id[]): void {
    const { chance } = this
    const [id, revision_id] = [chance.id(), chance.id()]
    const reading_id = chance.once(0.5) ? this.reading(body_id) : null
    this.add('minutes', {
      ...{ id, meeting_id, reading_id, state: 'recorded', audience: chance.of([...INHERITED, ...AUDIENCES]) },
      created_at: NOON,
    })
    this.add('revision', {
      ...{ id: revision_id, minutes_id: id, number: 1, source_id: this.source(), created_by: null, created_at: NOON },
    })
    this.times(0, 4, () => this.entry(id, revision_id, body_id, chance.of([null, ...items])))
  }

  private entry(minutes_id: Id, revision_id: Id, body_id: Id, agenda_item_id: Id | null): void {
    const { chance } = this
    const id = chance.id()
    const kind = chance.of(['decision', 'task', 'task', 'appointment'] as const)
    this.add('entry', {
      ...{ id, minutes_id, revision_id, agenda_item_id, position: this.rows.entry.length, kind, content: id },
      ...{ line_from: 1, line_to: 1, speaker: null, speaker_id: null, look_again_on: null },
    })
    if (kind === 'task') this.commitment(body_id, id)
    if (kind === 'appointment')
      this.add('appointment', {
        ...{ entry_id: id, title: id, words: '', date_from: null, date_until: null },
        ...{ start_time: null, end_time: null, place: null },
      })
    if (kind !== 'decision') return
    this.decisions.push(id)
    this.add('decision', {
      ...{ entry_id: id, result: 'accepted', votes_yes: 1, votes_no: 0, votes_abstain: 0, condition: null },
    })
  }

  private commitment(body_id: Id, entry_id: Id | null): void {
    const { chance } = this
    const id = chance.id()
    const owner = chance.once(0.3) ? chance.of(this.people) : null
    this.add('commitment', {
      ...{ id, body_id, entry_id, wording: id, owner_kind: owner ? 'person' : 'nobody', owner_person_id: owner },
      ...{ owner_office_id: null, owner_organization_id: null, owner_name: null },
      ...{ due_on: chance.of([null, '2026-02-01', '2026-12-01']), due_words: null, state: chance.of(commitmentStates) },
      ...{ audience: chance.of([...INHERITED, ...OF_BODIES]), revision: 1, created_at: NOON },
    })
    for (const told of [null, entry_id, ...chance.some(this.rows.entry, 0.1).map(entry => entry.id)])
      this.add('commitment_event', {
        ...{
          id: chance.id(),
          commitment_id: id,
          kind: 'opened',
          state: null,
          report: null,
          answer: null,
          sentence: id,
        },
        ...{ entry_id: told, person_id: null, link_id: null, at: NOON },
      })
  }

  private outside(): void {
    const { chance } = this
    const subjects = {
      commitment: this.rows.commitment.map(row => row.id),
      decision: this.decisions,
      meeting: this.rows.meeting.map(row => row.id),
    }
    for (const noun of ['commitment', 'decision', 'meeting'] as const)
      for (const subject_id of chance.some(subjects[noun], 0.4))
        this.add('publication', {
          ...{ id: chance.id(), noun, subject_id, door: chance.of(['public', 'link'] as const), wording: subject_id },
          ...{ approved_by: null, approved_at: NOON, withdrawn_by: null, withdrawn_at: chance.of([null, null, NOON]) },
        })
    for (const subject_id of chance.some(subjects.commitment, 0.3)) {
      const id = chance.id()
      this.add('personal_link', {
        ...{ id, secret_hash: id, purpose: 'commitment.report', person_id: null, addressee: id, subject_id },
        ...{ expires_at: NOON, revoked_at: null, created_by: null, created_at: NOON },
      })
    }
    if (chance.once(0.5))
      this.add('operator', {
        ...{ id: chance.id(), legal_form: 'group', name: null, represented_by: null, street: null, postal_code: null },
        ...{ city: null, email: null, phone: null, register: null, vat_id: null, supervisory_authority: null },
        ...{ responsible_name: null, responsible_address: null, data_protection_contact: null, hosted_by: null },
        ...{ accessibility_contact: null, enforcement_body: null, revision: 1 },
      })
    for (const noun of JOURNALED)
      for (const subject_id of [
        null,
        ...chance.some(
          this.rows[noun].map(row => row.id),
          0.3,
        ),
      ])
        this.add('journal', {
          ...{ id: chance.id(), at: NOON, actor: 'test', person_id: chance.of([null, ...this.people]), noun },
          ...{ act: chance.of(['test', 'account.signIn']), subject_id },
        })
    this.add('outbox', {
      ...{ id: chance.id(), recipient: 'a@b.example', language: 'de', subject: 'X', content: 'X', state: 'sent' },
      ...{ attempts: 1, last_error: null, try_after: NOON, created_at: NOON, sent_at: NOON },
    })
  }

  /** Wishes to be erased, archives, and what retention did and does. */
  private privacy(): void {
    const { chance } = this
    for (const person_id of chance.some(this.people, 0.4)) {
      const asked = { person_id, asked_by: person_id, asked_at: NOON }
      const settled = { reason: null, settled_by: null, counts: null as never }
      this.add('erasure', { id: chance.id(), ...asked, ...settled, state: 'asked', settled_at: null })
      this.add('erasure', { id: chance.id(), ...asked, ...settled, state: 'declined', settled_at: NOON })
      this.add('access_request', { id: chance.id(), ...asked })
    }
    this.add('file_removal', { sha256: chance.id(), asked_at: NOON })
    this.add('retention_period', { id: chance.id(), kind: 'outbox', days: 60, set_by: null, set_at: NOON })
    this.add('retention_hold', {
      ...{ id: chance.id(), kind: 'link', reason: 'X', set_by: null, set_at: NOON, lifted_by: null, lifted_at: null },
    })
    this.add('retention_run', { id: chance.id(), kind: 'outbox', days: 60, older_than: NOON, count: 3, at: NOON })
  }
}
const EMPTY_HEAD = { title: '', body: '', date: '', start: '', end: '', place: '', chair: '', minuteTaker: '', at: {} }
const JOURNALED = [
  ...(['body', 'body_rule', 'membership', 'person', 'meeting', 'meeting_series', 'agenda_item', 'proposal'] as const),
  ...(['reading', 'commitment', 'publication', 'operator', 'invitation', 'poll', 'poll_invitee', 'asking'] as const),
] as const
