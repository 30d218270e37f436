import type { Database } from '../../app/ground/database.ts'
import type { Audience, Schema, TableName } from '../../app/ground/schema.ts'
import type { Persona } from '../../demo/network.ts'

/**
 * Who may see what, said a second time: slow, obvious, over rows in memory, sharing no line with access/visible.ts.
 * Personas are described by hand from what they are in the demo, not looked up.
 */
export type Visitor = Persona | 'public'

type Facts = {
  readonly name: string | null
  readonly member: boolean
  readonly official: boolean
  readonly coordinator: boolean
  readonly board: boolean
  readonly bodies: readonly string[]
  /** Bodies whose readings lie on this visitor's desk. */
  readonly leads: readonly string[]
}

const BOARD = 'Vorstand des Runden Tisches Ankommen'
const nobody: Facts = {
  name: null,
  member: false,
  official: false,
  coordinator: false,
  board: false,
  bodies: [],
  leads: [],
}
const inside: Facts = { ...nobody, member: true }

export const visitors: Readonly<Record<Visitor, Facts>> = {
  coordinator: { ...inside, name: 'Mira Halden', coordinator: true, board: true, bodies: [BOARD], leads: [BOARD] },
  chair: { ...inside, name: 'Jonas Ferber', board: true, bodies: [BOARD, 'Offene Runde'], leads: [BOARD] },
  boardMember: { ...inside, name: 'Leyla Aydemir', board: true, bodies: [BOARD, 'Offene Runde', 'AG Strategie'] },
  groupMember: { ...inside, name: 'Tomasz Wrobel', bodies: ['AG Wohnen', 'Offene Runde'] },
  delegate: { ...inside, name: 'Amina Saleh', bodies: ['Offene Runde', 'AG Strategie'] },
  official: { ...inside, name: 'Petra Lindner', official: true, bodies: ['Offene Runde'] },
  guest: { ...nobody, name: 'Henrik Olsson' },
  public: nobody,
}

type Rows = { readonly [T in TableName]: readonly Schema[T][] }

/** Every row of every table, as the owner sees them. */
export async function allRows(owner: Database, tables: readonly TableName[]): Promise<Rows> {
  const rows: Partial<Record<TableName, unknown>> = {}
  for (const table of tables) rows[table] = await owner.selectFrom(table).selectAll().execute()
  return rows as Rows
}

type Sees<T extends TableName> = (row: Schema[T]) => boolean
export type Expected = { readonly [T in Exclude<TableName, 'network'>]: Sees<T> }

/** For one visitor in one network: does this row exist for him? One sentence a noun. */
export function expectedFor(visitor: Visitor, networkId: string, rows: Rows): Expected {
  const who = visitors[visitor]
  const me = rows.person.find(person => person.network_id === networkId && person.name === who.name)?.id ?? null
  const here = (row: { network_id: string }) => row.network_id === networkId
  const one = <T extends { id: string }>(all: readonly T[], id: string | null) => all.find(row => row.id === id)
  const bodyName = (id: string) => one(rows.body, id)?.name ?? ''

  const reaches = (audience: Audience, bodyId: string, meetingId: string | null): boolean => {
    if (audience === 'public') return true
    if (audience === 'network') return who.member || who.official
    if (audience === 'board') return who.board || who.coordinator
    if (audience === 'body') return who.coordinator || who.bodies.includes(bodyName(bodyId))
    return rows.meeting_named_person.some(named => named.meeting_id === meetingId && named.person_id === me)
  }
  const notHidden = (row: { without_administration: boolean }) => !(who.official && row.without_administration)
  const prepares = (bodyId: string) => who.coordinator || who.bodies.includes(bodyName(bodyId))
  const insider = who.member || who.official

  const body: Sees<'body'> = row => here(row) && notHidden(row) && reaches(row.audience, row.id, null)
  const meeting: Sees<'meeting'> = row => {
    const parent = one(rows.body, row.body_id)
    if (!here(row) || !parent || !body(parent) || !notHidden(row)) return false
    if (row.state === 'draft' && !prepares(row.body_id)) return false
    return reaches(row.audience, row.body_id, row.id)
  }
  const inMeeting = (id: string) => {
    const parent = one(rows.meeting, id)
    return parent && meeting(parent) ? parent : null
  }
  const narrowed = (audience: Audience | null, parent: Schema['meeting']) =>
    audience === null || reaches(audience, parent.body_id, parent.id)
  const minutes: Sees<'minutes'> = row => {
    const parent = inMeeting(row.meeting_id)
    return here(row) && parent !== null && narrowed(row.audience, parent)
  }
  const ofMinutes = (id: string) => {
    const parent = one(rows.minutes, id)
    return parent !== undefined && minutes(parent)
  }
  const agendaItem: Sees<'agenda_item'> = row => {
    const parent = inMeeting(row.meeting_id)
    if (!here(row) || !parent || !notHidden(row) || !narrowed(row.audience, parent)) return false
    return row.minutes_id === null || ofMinutes(row.minutes_id)
  }
  const entry: Sees<'entry'> = row => {
    const item = one(rows.agenda_item, row.agenda_item_id)
    return (
      here(row) &&
      ofMinutes(row.minutes_id) &&
      (row.agenda_item_id === null || (item !== undefined && agendaItem(item)))
    )
  }
  const ofEntry = (id: string) => {
    const parent = one(rows.entry, id)
    return parent !== undefined && entry(parent)
  }
  const reading: Sees<'reading'> = row => {
    const bodyLed = row.body_id !== null && who.leads.includes(bodyName(row.body_id))
    const onDesk = (me !== null && row.created_by === me) || (row.audience !== 'named' && (who.coordinator || bodyLed))
    return here(row) && notHidden(row) && onDesk
  }
  const commitment: Sees<'commitment'> = row => {
    const parent = one(rows.body, row.body_id)
    if (!here(row) || !parent || !body(parent)) return false
    if (row.audience !== null && !reaches(row.audience, row.body_id, null)) return false
    return row.entry_id === null ? prepares(row.body_id) : ofEntry(row.entry_id)
  }
  const ofCommitment = (id: string) => {
    const parent = one(rows.commitment, id)
    return parent !== undefined && commitment(parent)
  }
  const agreed = (personId: string | null, purpose: string): boolean => {
    const said = rows.consent.filter(row => row.person_id === personId && row.purpose === purpose)
    return said.toSorted((a, b) => b.number - a.number)[0]?.kind === 'given'
  }
  const revision: Sees<'revision'> = row => here(row) && ofMinutes(row.minutes_id)
  const nothingClosed = (minutesId: string) => {
    const whole = one(rows.minutes, minutesId)
    return rows.agenda_item.every(item => item.meeting_id !== whole?.meeting_id || agendaItem(item))
  }

  /** A line about what one does not see does not exist either. Other nouns are open to whoever may read the line. */
  const subjectThere = (row: Schema['journal']): boolean => {
    if (!isJudged(row.noun)) return true
    const subject = (rows[row.noun] as readonly { id: string }[]).find(({ id }) => id === row.subject_id)
    return subject !== undefined && (expected[row.noun] as (row: unknown) => boolean)(subject)
  }

  const expected: Expected = {
    operator: here,
    consent: row => here(row) && (who.coordinator || (me !== null && row.person_id === me)),
    body,
    organization: row => here(row) && insider,
    person: row => here(row) && (insider || row.id === me),
    office: row => here(row) && insider,
    office_holding: row => here(row) && insider,
    membership: row => {
      const parent = one(rows.body, row.body_id)
      return here(row) && insider && (row.body_id === null || (parent !== undefined && body(parent)))
    },
    meeting,
    meeting_named_person: row => here(row) && insider && inMeeting(row.meeting_id) !== null,
    agenda_item: agendaItem,
    attendance: row =>
      here(row) && (insider || agreed(row.person_id, 'attendance')) && inMeeting(row.meeting_id) !== null,
    minutes,
    revision,
    source: row => {
      const read = rows.reading.some(one => one.source_id === row.id && reading(one))
      const whole = rows.revision.some(
        one => one.source_id === row.id && revision(one) && nothingClosed(one.minutes_id),
      )
      return here(row) && (read || whole)
    },
    entry,
    decision: row => here(row) && ofEntry(row.entry_id),
    appointment: row => here(row) && ofEntry(row.entry_id),
    reading,
    reading_item: row => {
      const parent = one(rows.reading, row.reading_id)
      return here(row) && parent !== undefined && reading(parent)
    },
    commitment,
    commitment_event: row =>
      here(row) && ofCommitment(row.commitment_id) && (row.entry_id === null || ofEntry(row.entry_id)),
    personal_link: row =>
      here(row) && who.coordinator && (row.purpose === 'consent.give' || ofCommitment(row.subject_id)),
    publication: row =>
      here(row) && row.withdrawn_at === null && (row.door === 'public' || ofCommitment(row.subject_id)),
    journal: row => {
      const mine = me !== null && (row.person_id === me || (row.noun === 'person' && row.subject_id === me))
      return here(row) && (who.coordinator || mine) && subjectThere(row)
    },
    outbox: row => here(row),
  }
  return expected
}

const judged = ['body', 'membership', 'meeting', 'reading', 'commitment', 'personal_link', 'publication'] as const
const isJudged = (noun: string): noun is (typeof judged)[number] => judged.some(one => one === noun)
