import type { Insertable } from 'kysely'
import { SharedText } from '../../app/features/minutes/writing/model.ts'
import type { Database } from '../../app/ground/database.ts'
import { newId } from '../../app/ground/ids.ts'
import type { Audience, Id, MeetingState, Schema } from '../../app/ground/schema.ts'
import { personas } from '../../demo/network.ts'
import type { World } from '../world/world.ts'
import { addAccount } from './account.ts'
import { addConsequences } from './consequences.ts'
import { addCirculated } from './corrections.ts'
import { addInMeeting, addVoted } from './in-meeting.ts'
import { addAnnounced, addAsked, addCalendar, addInvited } from './invited.ts'
import { addPapers } from './papers.ts'
import { addPolls } from './polls.ts'
import { addSeriesStates } from './series.ts'
import { addTerms } from './terms.ts'

/**
 * States that the demo's story does not reach by itself: every audience on a meeting and on an item of a wider
 * meeting, minutes narrower than their meeting, commitments opened by hand and narrowed, links and publications in
 * every state, and a second network that is like the first. Written by the owner, past every act.
 */
export async function addStates(world: World): Promise<void> {
  const { network, database, ground } = world
  const keep = (content: string) => ground.files.put(network.id, new TextEncoder().encode(content))
  const rows = new RowsOf(database.owner, network.id, () => newId(ground.clock), keep)
  const bodies = await database.owner.selectFrom('body').where('network_id', '=', network.id).selectAll().execute()
  const people = await database.owner.selectFrom('person').where('network_id', '=', network.id).selectAll().execute()
  const named = (name: string) => people.find(person => person.name === name)!
  const chair = named('Jonas Ferber')
  await rows.consent(named('Amina Saleh').id, ['given', 'withdrawn', 'given'])
  await rows.consent(named('Tomasz Wrobel').id, ['given', 'withdrawn'])
  const attending = ['Amina Saleh', 'Tomasz Wrobel', 'Leyla Aydemir'].map(name => named(name).id)
  for (const body of bodies)
    for (const audience of ['public', 'network', 'body', 'board', 'named'] as const)
      for (const closed of [false, true]) {
        const meeting = await rows.meeting(body.id, audience, closed)
        if (audience === 'named') await rows.add('meeting_named_person', { meeting_id: meeting, person_id: chair.id })
        await rows.story(meeting, body.id, audience, closed, attending)
        const guests = people.filter(({ name }) => GUESTS.includes(name)).map(({ id }) => id)
        await rows.guests(meeting, guests)
        if (!closed) await addInvited(rows, meeting, [attending[0]!, ...guests], guests)
      }
  for (const body of bodies)
    if (body.kind !== 'working_group') await addAnnounced(rows, body.id, [chair.id, ...attending])
  for (const { id } of people) await addCalendar(rows, id)
  await addPolls(rows, bodies, people)
  await rows.narrowItems(bodies.find(({ kind }) => kind === 'plenary')!.id, chair.id)
  for (const body of bodies) await rows.written(body.id, chair.id)
  for (const { id } of bodies) {
    await addPapers(rows, id)
    await addTerms(rows, id)
  }
  await rows.byHand(bodies.map(({ id }) => id))
  await rows.privacy(
    people.map(({ id }) => id),
    ground.clock.instant().toString(),
  )
  await rows.mail()
  await addSeriesStates(world, bodies)
  await rows.departed(bodies.find(({ kind }) => kind === 'plenary')!.id)
}

/** Somebody whose only mandate ended: known by name and address, owner of a commitment still, no longer here. */
export const DEPARTED = 'Rieke Tammsen'

/** Adds a network beside the first that nobody of the first may notice, with a row in every table. */
export async function addSecondNetwork(world: World): Promise<Id> {
  const { owner } = world.database
  const id = newId(world.ground.clock)
  const { demo: _demo, ...first } = await owner
    .selectFrom('network')
    .where('id', '=', world.network.id)
    .selectAll()
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('network')
    .values({ ...first, id, demo: false, name: 'Nebenan', host: 'nebenan.example' })
    .execute()
  return id
}

type Table = Exclude<keyof Schema, 'network'>
type Row<T extends Table> = Omit<Insertable<Schema[T]>, 'network_id'>

export class RowsOf {
  private readonly owner: Database
  private readonly network: Id
  readonly id: () => Id
  private readonly keep: (content: string) => Promise<string>
  private count = 0

  constructor(owner: Database, network: Id, id: () => Id, keep: (content: string) => Promise<string>) {
    this.owner = owner
    this.network = network
    this.id = id
    this.keep = keep
  }

  async add<T extends Table>(table: T, row: Row<T>): Promise<void> {
    await this.owner
      .insertInto(table)
      .values({ network_id: this.network, ...row } as never)
      .execute()
  }

  /** Words that occur nowhere else, so that a page that shows them has shown this row. */
  words(kind: string): string {
    this.count++
    return `${kind}-${this.count}-Kennwort`
  }

  async meeting(bodyId: Id, audience: Audience, closed: boolean, state: MeetingState = 'held'): Promise<Id> {
    const id = this.id()
    await this.add('meeting', {
      ...{ id, body_id: bodyId, name: this.words('Sitzung'), state, place: this.words('Ort') },
      day: state === 'held' ? '2026-01-15' : '2031-01-15',
      ...{ start_time: null, end_time: null, audience, without_administration: closed, created_at: AT },
      ...(state === 'cancelled' ? { cancelled_at: AT, cancelled_reason: this.words('Grund') } : {}),
    })
    return id
  }

  /** Agenda, attendance, minutes with text, an entry of two kinds and a commitment of the meeting. */
  async story(meetingId: Id, bodyId: Id, audience: Audience, closed: boolean, attending: readonly Id[]): Promise<void> {
    const item = await this.item(meetingId, 0, null, false)
    for (const person_id of [null, ...attending])
      await this.add('attendance', {
        ...{ id: this.id(), meeting_id: meetingId, person_id, name: this.words('Name') },
        ...{ state: 'present', on_behalf_of: null },
      })
    const sourceId = await this.source()
    const readingId = this.id()
    await this.add('reading', {
      ...{ id: readingId, source_id: sourceId, body_id: bodyId, reader: 'test', state: 'confirmed', revision: 1 },
      ...{ head: JSON.stringify({ ...EMPTY_HEAD, title: this.words('Lesung') }), findings: '[]', names: '{}' },
      ...{ audience, without_administration: closed, created_by: null, created_at: AT },
      ...{ settled_by: null, settled_at: AT },
    })
    const minutesId = this.id()
    await this.add('minutes', {
      ...{
        id: minutesId,
        meeting_id: meetingId,
        reading_id: readingId,
        state: 'recorded',
        audience: null,
        created_at: AT,
      },
    })
    const revisionId = this.id()
    await this.add('revision', {
      ...{ id: revisionId, minutes_id: minutesId, number: 1, source_id: sourceId, created_by: null, created_at: AT },
    })
    const decision = await this.entry(minutesId, revisionId, item, 'decision')
    await this.add('decision', {
      ...{ entry_id: decision, result: 'accepted', votes_yes: 3, votes_no: 0, votes_abstain: 0, condition: null },
    })
    const appointment = await this.entry(minutesId, revisionId, null, 'appointment')
    await this.add('appointment', {
      ...{ entry_id: appointment, title: this.words('Termin'), words: '', date_from: '2026-03-01', date_until: null },
      ...{ start_time: null, end_time: null, place: null },
    })
    const commitment = await this.commitment(bodyId, await this.entry(minutesId, revisionId, item, 'task'), null)
    await addAsked(this, meetingId, bodyId, commitment, attending[0]!)
    await addInMeeting(this, meetingId, item)
    await addCirculated(this, { meetingId, minutesId, item, entry: decision, commitment }, attending)
  }

  /** What a person said about their attendance, one after the other. */
  async consent(personId: Id, said: readonly ('given' | 'withdrawn')[]): Promise<void> {
    for (const [at, kind] of said.entries())
      await this.add('consent', {
        ...{ id: this.id(), person_id: personId, purpose: 'attendance', number: at + 1, kind },
        ...{ wording: this.words('Einwilligung'), version: 1, language: 'de', channel: 'self' },
        ...{ note: null, recorded_by: null, at: AT },
      })
  }

  /** An item that some see although the meeting is not for them. */
  async guests(meetingId: Id, people: readonly Id[]): Promise<void> {
    const item = await this.item(meetingId, 1, 'board', false)
    for (const person_id of people) await this.add('agenda_item_person', { agenda_item_id: item, person_id })
  }

  async source(): Promise<Id> {
    const [id, content] = [this.id(), this.words('Text')]
    const sha256 = await this.keep(content)
    await this.add('source', {
      ...{ id, file_name: `${this.words('Datei')}.txt`, media_type: 'text/plain', sha256, size: content.length },
      ...{ converter: 'plain', content, line_count: 1, created_by: null, created_at: AT },
    })
    return id
  }

  async item(meetingId: Id, position: number, audience: Audience | null, closed: boolean): Promise<Id> {
    const id = this.id()
    await this.add('agenda_item', {
      ...{ id, meeting_id: meetingId, position, number: null, title: this.words('Punkt'), level: 1, kind: 'plain' },
      ...{ minutes_id: null, audience, without_administration: closed },
    })
    return id
  }

  async entry(minutesId: Id, revisionId: Id, item: Id | null, kind: 'task' | 'decision' | 'appointment'): Promise<Id> {
    const id = this.id()
    await this.add('entry', {
      ...{ id, minutes_id: minutesId, revision_id: revisionId, agenda_item_id: item, position: this.count, kind },
      ...{
        content: this.words('Eintrag'),
        line_from: 1,
        line_to: 1,
        speaker: null,
        speaker_id: null,
        look_again_on: null,
      },
    })
    return id
  }

  async commitment(bodyId: Id, entryId: Id | null, audience: Schema['commitment']['audience']): Promise<Id> {
    const id = this.id()
    await this.add('commitment', {
      ...{ id, body_id: bodyId, entry_id: entryId, wording: this.words('Zusage'), owner_kind: 'nobody' },
      ...{ owner_person_id: null, owner_office_id: null, owner_organization_id: null, owner_name: null },
      ...{ due_on: '2026-02-01', due_words: null, state: 'open', audience, revision: 1, created_at: AT },
    })
    await this.add('commitment_event', {
      ...{ id: this.id(), commitment_id: id, kind: 'opened', state: null, report: null, answer: null },
      ...{ sentence: this.words('Satz'), entry_id: entryId, person_id: null, link_id: null, at: AT },
    })
    await addConsequences(this, id, bodyId)
    return id
  }

  /** A public meeting with items closed to some, each with an entry and a commitment behind it. */
  async narrowItems(bodyId: Id, personId: Id): Promise<void> {
    const meetingId = await this.meeting(bodyId, 'public', false)
    await this.add('meeting_named_person', { meeting_id: meetingId, person_id: personId })
    const sourceId = await this.source()
    const [minutesId, revisionId] = [this.id(), this.id()]
    await this.add('minutes', {
      ...{
        id: minutesId,
        meeting_id: meetingId,
        reading_id: null,
        state: 'recorded',
        audience: 'network',
        created_at: AT,
      },
    })
    await this.add('revision', {
      ...{ id: revisionId, minutes_id: minutesId, number: 1, source_id: sourceId, created_by: null, created_at: AT },
    })
    let position = 0
    for (const audience of [null, 'public', 'network', 'body', 'board', 'named'] as const)
      for (const closed of [false, true]) {
        const item = await this.item(meetingId, position++, audience, closed)
        if (audience === 'named') await this.add('agenda_item_person', { agenda_item_id: item, person_id: personId })
        await this.commitment(bodyId, await this.entry(minutesId, revisionId, item, 'task'), null)
        await addVoted(this, item)
      }
  }

  /** A meeting at whose table is written, with items closed to some. */
  async written(bodyId: Id, personId: Id): Promise<void> {
    const meetingId = await this.meeting(bodyId, 'body', false, 'scheduled')
    let position = 0
    for (const audience of [null, 'board', 'named'] as const)
      for (const closed of [false, true]) {
        const item = await this.item(meetingId, position++, audience, closed)
        if (audience === 'named') await this.add('agenda_item_person', { agenda_item_id: item, person_id: personId })
        const text = new SharedText()
        text.write(this.words('Mitschrift'))
        await this.add('writing', {
          ...{ agenda_item_id: item, number: 1, change: Buffer.from(text.toSend()!), whole: false },
          ...{ person_id: personId, at: AT },
        })
      }
  }

  /** Wishes to be erased and archives of everybody, and what retention did and does. */
  async privacy(people: readonly Id[], now: string): Promise<void> {
    for (const person_id of people) {
      const asked = { person_id, asked_by: person_id, asked_at: AT }
      const settled = { settled_by: null, settled_at: AT, counts: null }
      await this.add('erasure', {
        ...{ id: this.id(), ...asked, state: 'asked', reason: null, settled_by: null, settled_at: null, counts: null },
      })
      await this.add('erasure', { id: this.id(), ...asked, ...settled, state: 'declined', reason: this.words('Grund') })
      await this.add('access_request', { id: this.id(), ...asked, asked_at: now })
    }
    await this.add('file_removal', { sha256: '0'.repeat(64), asked_at: AT })
    await this.add('retention_period', { id: this.id(), kind: 'outbox', days: 60, set_by: null, set_at: AT })
    await this.add('retention_hold', {
      ...{ id: this.id(), kind: 'link', reason: this.words('Grund'), set_by: null, set_at: AT },
      ...{ lifted_by: null, lifted_at: null },
    })
    await this.add('retention_run', { id: this.id(), kind: 'outbox', days: 60, older_than: AT, count: 3, at: AT })
  }

  async mail(): Promise<void> {
    await this.add('outbox', {
      ...{ id: this.id(), recipient: 'jonas.ferber@auenfurt.example', language: 'de', subject: this.words('Betreff') },
      ...{ content: this.words('Nachricht'), state: 'shown', attempts: 0, last_error: null },
      ...{ try_after: AT, created_at: AT, sent_at: null },
    })
  }

  async departed(bodyId: Id): Promise<void> {
    const personId = this.id()
    await this.add('person', {
      ...{ id: personId, name: DEPARTED, email: 'rieke.tammsen@auenfurt.example', language: 'de' },
      ...{ account_id: null, created_at: AT },
    })
    await this.add('membership', {
      ...{ id: this.id(), person_id: personId, body_id: bodyId, organization_id: null, role: 'member' },
      ...{ on_behalf_of_id: null, voting_right: true, start_date: '2024-01-01', end_date: '2025-12-31' },
    })
    const id = await this.commitment(bodyId, null, null)
    await this.owner
      .updateTable('commitment')
      .where('id', '=', id)
      .set({ owner_kind: 'person', owner_person_id: personId })
      .execute()
  }

  async byHand(bodies: readonly Id[]): Promise<void> {
    for (const bodyId of bodies)
      for (const audience of [null, 'public', 'network', 'body', 'board'] as const) {
        const id = await addAccount(this, await this.commitment(bodyId, null, audience))
        await this.add('personal_link', {
          ...{ id: this.id(), secret_hash: id, purpose: 'commitment.report', person_id: null },
          addressee: this.words('Adresse'),
          ...{ subject_id: id, expires_at: AT, revoked_at: audience ? null : AT, created_by: null, created_at: AT },
        })
        for (const withdrawn of [null, AT])
          await this.add('publication', {
            ...{ id: this.id(), noun: 'commitment', subject_id: id, door: audience === 'body' ? 'public' : 'link' },
            ...{ wording: this.words('Wortlaut'), approved_by: null, approved_at: AT, withdrawn_by: null },
            withdrawn_at: withdrawn,
          })
      }
  }
}

/** A guest of the network, an official, and the coordination where it is not named itself. */
const GUESTS: readonly string[] = [personas.guest, personas.official, personas.coordinator].map(({ name }) => name)
const AT = '2026-01-16T12:00:00.000Z'
const EMPTY_HEAD = { title: '', body: '', date: '', start: '', end: '', place: '', chair: '', minuteTaker: '', at: {} }
