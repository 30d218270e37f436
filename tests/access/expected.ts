import type { Audience, Id, Schema, TableName } from '../../app/ground/schema.ts'
import type { Persona } from '../../demo/network.ts'
import { expectedAccount } from './account.ts'
import { expectedConsequences } from './consequences.ts'
import { type Facts, factsOf, type Rows, type Who } from './facts.ts'
import { expectedVoted } from './in-meeting.ts'
import { isJudged } from './judged.ts'
import { expectedLetters } from './letters.ts'
import { expectedPapers } from './papers.ts'
import { expectedPublished } from './published.ts'
import { expectedRounds } from './rounds.ts'
import { expectedTerms } from './terms.ts'

export { allRows, type Rows } from './facts.ts'

/**
 * Who may see what, said a second time: slow, obvious, over rows in memory, sharing no line with access/visible.ts.
 * One definition for the demo's personas and for random networks.
 */
export type Visitor = Persona | 'public'

/** Each noun with whether a row of it exists for somebody, and what he is. */
export type Expected = { readonly [T in Exclude<TableName, 'network'>]: Sees<T> } & {
  readonly facts: Facts
  /** A meeting as a whole: not to a guest for single items. */
  readonly whole: Sees<'meeting'>
}
export type Sees<T extends TableName> = (row: Schema[T]) => boolean

/** For one visitor in one network: does this row exist for him? One sentence a noun. */
export function expectedFor(asking: Who, rows: Rows): Expected {
  const { networkId } = asking
  const who = factsOf(asking, rows)
  const { me } = who
  const here = (row: { network_id: string }) => row.network_id === networkId
  const one = <T extends { id: string }>(all: readonly T[], id: string | null) => all.find(row => row.id === id)

  const reaches = (audience: Audience, bodyId: Id, named: () => boolean): boolean => {
    if (audience === 'public') return true
    if (audience === 'network') return who.belongs
    if (audience === 'board') return who.board || who.coordinator
    if (audience === 'body') return who.coordinator || who.bodies.includes(bodyId) || who.observes.includes(bodyId)
    return who.here && named()
  }
  const nobody = () => false
  const namedFor = (meetingId: Id) => () =>
    rows.meeting_named_person.some(named => named.meeting_id === meetingId && named.person_id === me)
  const letIn = (itemId: Id) => () =>
    rows.agenda_item_person.some(row => row.agenda_item_id === itemId && row.person_id === me)
  const notHidden = (row: { without_administration: boolean }) => !(who.official && row.without_administration)
  /** For everybody, but not for the administration: then not for those outside either. */
  const toOutsiders = (row: { without_administration: boolean }, audience: Audience) =>
    who.belongs || !row.without_administration || audience !== 'public'
  const prepares = (bodyId: Id) => who.coordinator || who.bodies.includes(bodyId)

  const body: Sees<'body'> = row =>
    here(row) && notHidden(row) && toOutsiders(row, row.audience) && reaches(row.audience, row.id, nobody)
  const whole: Sees<'meeting'> = row => {
    const parent = one(rows.body, row.body_id)
    if (!here(row) || !parent || !body(parent) || !notHidden(row)) return false
    if (!toOutsiders(row, row.audience)) return false
    if (row.state === 'draft' && !prepares(row.body_id)) return false
    return reaches(row.audience, row.body_id, namedFor(row.id))
  }
  const inMeeting = (id: string) => {
    const parent = one(rows.meeting, id)
    return parent && whole(parent) ? parent : null
  }
  const series: Sees<'meeting_series'> = row => {
    const parent = one(rows.body, row.body_id)
    if (!here(row) || !parent || !body(parent) || !notHidden(row)) return false
    return prepares(row.body_id) && reaches(row.audience, row.body_id, nobody)
  }
  const minutes: Sees<'minutes'> = row => {
    const parent = inMeeting(row.meeting_id)
    if (!here(row) || !parent) return false
    return row.audience === null || reaches(row.audience, parent.body_id, namedFor(parent.id))
  }
  const ofMinutes = (id: string) => {
    const parent = one(rows.minutes, id)
    return parent !== undefined && minutes(parent)
  }
  const openItem: Sees<'agenda_item'> = row => {
    const parent = inMeeting(row.meeting_id)
    if (!here(row) || !parent || !notHidden(row)) return false
    if (!toOutsiders(row, row.audience ?? parent.audience)) return false
    if (row.audience !== null && !reaches(row.audience, parent.body_id, letIn(row.id))) return false
    return row.minutes_id === null || ofMinutes(row.minutes_id)
  }
  /** Let in by name to one item of a meeting that is announced; the administration never past its closing. */
  const guestAt: Sees<'agenda_item'> = row => {
    const meeting = one(rows.meeting, row.meeting_id)
    const parent = meeting && one(rows.body, meeting.body_id)
    if (!here(row) || !meeting || !parent || meeting.state === 'draft' || row.kind !== 'plain') return false
    return notHidden(parent) && notHidden(meeting) && notHidden(row) && who.here && letIn(row.id)()
  }
  const agendaItem: Sees<'agenda_item'> = row => openItem(row) || guestAt(row)
  const meeting: Sees<'meeting'> = row =>
    whole(row) || rows.agenda_item.some(item => item.meeting_id === row.id && guestAt(item))
  const entryOfMinutes: Sees<'entry'> = row => {
    const item = one(rows.agenda_item, row.agenda_item_id)
    return (
      here(row) && ofMinutes(row.minutes_id) && (row.agenda_item_id === null || (item !== undefined && openItem(item)))
    )
  }
  const entry: Sees<'entry'> = row => {
    const item = one(rows.agenda_item, row.agenda_item_id)
    return entryOfMinutes(row) || (here(row) && item !== undefined && guestAt(item))
  }
  const ofEntry = (id: string, sees = entry) => {
    const parent = one(rows.entry, id)
    return parent !== undefined && sees(parent)
  }
  const agreed = (personId: string | null, purpose: string): boolean => {
    const said = rows.consent.filter(row => row.person_id === personId && row.purpose === purpose)
    return said.toSorted((a, b) => b.number - a.number)[0]?.kind === 'given'
  }
  const attendance: Sees<'attendance'> = row => {
    if (!here(row) || !inMeeting(row.meeting_id)) return false
    if (!who.belongs && !agreed(row.person_id, 'attendance')) return false
    return row.state !== 'guest' || oneOfTheirs(row)
  }
  /** Somebody's single items of a meeting: there are none, or one of them is seen. */
  const oneOfTheirs = ({ meeting_id, person_id }: { meeting_id: Id; person_id: Id | null }): boolean => {
    const cameFor = rows.agenda_item.filter(
      item =>
        item.meeting_id === meeting_id &&
        rows.agenda_item_person.some(one => one.agenda_item_id === item.id && one.person_id === person_id),
    )
    return cameFor.length === 0 || cameFor.some(agendaItem)
  }
  const leadsMeeting = (id: Id): boolean => {
    const parent = inMeeting(id)
    return parent !== null && (who.coordinator || who.leads.includes(parent.body_id))
  }
  const invitation: Sees<'invitation'> = row => {
    const parent = one(rows.meeting, row.meeting_id)
    if (!here(row) || !parent) return false
    if (who.here && row.person_id === me && meeting(parent)) return true
    return whole(parent) && prepares(parent.body_id) && (!row.guest || oneOfTheirs(row))
  }
  const ofInvitation = (id: Id) => {
    const parent = one(rows.invitation, id)
    return parent !== undefined && invitation(parent) ? parent : null
  }
  const invitationMail: Sees<'invitation_mail'> = row => {
    const parent = ofInvitation(row.invitation_id)
    return here(row) && parent !== null && (parent.person_id === me || leadsMeeting(parent.meeting_id))
  }
  /** Who decides the agenda, and who proposed it as long as the meeting is for him. */
  const proposal: Sees<'proposal'> = row =>
    here(row) &&
    (leadsMeeting(row.meeting_id) || (who.here && row.person_id === me && inMeeting(row.meeting_id) !== null))
  const asked: Sees<'asked'> = row => {
    const parent = one(rows.asking, row.asking_id)
    if (!here(row) || !parent) return false
    if (who.here && row.person_id === me) return true
    if (row.addressee !== null && !who.coordinator) return false
    return leadsMeeting(parent.meeting_id) && Object.keys(row.commitments).some(ofCommitment)
  }
  const preparedPoll: Sees<'poll'> = row => {
    const parent = one(rows.body, row.body_id)
    if (!here(row) || !parent || !body(parent) || !notHidden(row)) return false
    return prepares(row.body_id) && reaches(row.audience, row.body_id, nobody)
  }
  /** Whoever is asked by name, the administration never past a closing. */
  const poll: Sees<'poll'> = row => {
    const parent = one(rows.body, row.body_id)
    const asked = rows.poll_invitee.some(each => each.poll_id === row.id && each.person_id === me)
    if (preparedPoll(row)) return true
    return here(row) && parent !== undefined && notHidden(row) && notHidden(parent) && who.here && asked
  }
  const pollInvitee: Sees<'poll_invitee'> = row => {
    const parent = one(rows.poll, row.poll_id)
    if (!here(row) || !parent) return false
    return preparedPoll(parent) || (who.here && row.person_id === me && poll(parent))
  }
  const ofPollInvitee = (id: Id) => {
    const parent = one(rows.poll_invitee, id)
    return parent !== undefined && pollInvitee(parent)
  }
  const reading: Sees<'reading'> = row => {
    if (!here(row) || !notHidden(row)) return false
    const readsIn = who.coordinator || who.leads.length > 0
    if (readsIn && row.created_by === me) return true
    return row.audience !== 'named' && (who.coordinator || (row.body_id !== null && who.leads.includes(row.body_id)))
  }
  const commitment: Sees<'commitment'> = row => {
    const parent = one(rows.body, row.body_id)
    if (!here(row) || !parent || !body(parent)) return false
    if (row.audience !== null && !reaches(row.audience, row.body_id, nobody)) return false
    return row.entry_id === null ? prepares(row.body_id) : ofEntry(row.entry_id, entryOfMinutes)
  }
  const ofCommitment = (id: string) => {
    const parent = one(rows.commitment, id)
    return parent !== undefined && commitment(parent)
  }
  const rounds = expectedRounds(rows, who, {
    ...{ here, meeting, minutes, entry, agendaItem, leadsMeeting, oneOfTheirs, ofCommitment },
  })
  const published = expectedPublished(rows, who, {
    ...{ here, entry, agendaItem, ofCommitment, ofEntry, ofMinutes, inMeeting, leadsMeeting },
  })
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

  const ofBody = (id: Id) => rows.body.some(row => row.id === id && body(row))
  const papers = expectedPapers(rows, {
    ...{ here, notHidden, ofBody, leads: bodyId => who.coordinator || who.leads.includes(bodyId) },
    reaches: (audience, bodyId) => reaches(audience, bodyId, nobody),
  })
  const expected: Expected = {
    facts: who,
    whole,
    operator: here,
    consent: row => here(row) && (who.coordinator || (me !== null && row.person_id === me)),
    body,
    body_rule: row => {
      const parent = one(rows.body, row.body_id)
      return here(row) && parent !== undefined && body(parent)
    },
    organization: row => here(row) && who.belongs,
    person: row => here(row) && (who.belongs || row.id === me),
    office: row => here(row) && who.belongs,
    office_holding: row => here(row) && who.belongs,
    membership: row => {
      const parent = one(rows.body, row.body_id)
      return here(row) && who.belongs && (row.body_id === null || (parent !== undefined && body(parent)))
    },
    meeting,
    meeting_named_person: row => here(row) && who.belongs && inMeeting(row.meeting_id) !== null,
    meeting_series: series,
    series_occurrence: row => {
      const parent = one(rows.meeting_series, row.series_id)
      if (!here(row) || !parent || !series(parent)) return false
      return row.meeting_id === null || inMeeting(row.meeting_id) !== null
    },
    school_holiday: row => here(row) && who.belongs,
    agenda_item: agendaItem,
    agenda_item_person: row => {
      const item = one(rows.agenda_item, row.agenda_item_id)
      if (!here(row) || !item || !agendaItem(item)) return false
      return row.person_id === me || (who.belongs && openItem(item))
    },
    attendance,
    quorum_change: row => here(row) && who.belongs && inMeeting(row.meeting_id) !== null,
    ...expectedVoted(rows, row => here(row) && who.belongs, agendaItem),
    invitation,
    invitation_mail: invitationMail,
    invitation_letter: row =>
      here(row) &&
      (leadsMeeting(row.meeting_id) ||
        rows.invitation_mail.some(one => one.letter_id === row.id && invitationMail(one))),
    invitation_answer: row => here(row) && ofInvitation(row.invitation_id) !== null,
    asking: row => here(row) && leadsMeeting(row.meeting_id),
    asked,
    proposal,
    proposal_call: row => {
      const parent = inMeeting(row.meeting_id)
      return here(row) && parent !== null && prepares(parent.body_id)
    },
    poll,
    poll_choice: row => {
      const parent = one(rows.poll, row.poll_id)
      return here(row) && parent !== undefined && poll(parent)
    },
    poll_invitee: pollInvitee,
    poll_answer: row => here(row) && ofPollInvitee(row.invitee_id),
    poll_letter: row => {
      const parent = one(rows.poll, row.poll_id)
      if (!here(row) || !parent || !preparedPoll(parent)) return false
      return who.coordinator || who.leads.includes(parent.body_id)
    },
    writing: row => {
      const item = one(rows.agenda_item, row.agenda_item_id)
      const parent = one(rows.meeting, item?.meeting_id ?? null)
      return here(row) && item !== undefined && parent !== undefined && openItem(item) && prepares(parent.body_id)
    },
    minutes,
    revision,
    source: row => {
      const read = rows.reading.some(one => one.source_id === row.id && reading(one))
      const whole = rows.revision.some(
        one => one.source_id === row.id && revision(one) && nothingClosed(one.minutes_id),
      )
      return here(row) && (read || whole)
    },
    ...rounds,
    entry,
    decision: row => here(row) && ofEntry(row.entry_id),
    appointment: row => here(row) && ofEntry(row.entry_id),
    reading,
    reading_item: row => {
      const parent = one(rows.reading, row.reading_id)
      return here(row) && parent !== undefined && reading(parent)
    },
    commitment,
    ...expectedConsequences(rows, row => here(row) && who.belongs, commitment),
    commitment_event: row =>
      here(row) && ofCommitment(row.commitment_id) && (row.entry_id === null || ofEntry(row.entry_id, entryOfMinutes)),
    personal_link: row => {
      if (!here(row)) return false
      if (row.purpose === 'calendar.feed') return who.here && row.person_id === me
      if (!who.coordinator) return false
      if (row.purpose === 'commitments.report')
        return rows.asked.some(each => each.id === row.subject_id && asked(each))
      if (row.purpose === 'minutes.correct')
        return rows.circulated.some(each => each.id === row.subject_id && rounds.circulated(each))
      if (row.purpose === 'poll.answer') return ofPollInvitee(row.subject_id)
      if (row.purpose === 'paper.sign')
        return rows.signature.some(each => each.id === row.subject_id && papers.signature(each))
      if (row.purpose === 'condition.answer')
        return rows.condition.some(each => each.id === row.subject_id && ofCommitment(each.commitment_id))
      if (row.purpose === 'proposal.make') return inMeeting(row.subject_id) !== null
      if (row.purpose === 'invitation.answer') return ofInvitation(row.subject_id) !== null
      return row.purpose === 'consent.give' || ofCommitment(row.subject_id)
    },
    ...published,
    ...expectedAccount(rows, { here, commitment, facts: who }),
    ...expectedTerms({ here, ofBody, inside: who.belongs }),
    ...expectedLetters({
      ...{ inside: row => here(row) && who.belongs, ofBody, ofCommitment },
      leads: bodyId => who.coordinator || who.leads.includes(bodyId),
    }),
    ...papers,
    journal: row => {
      const mine = me !== null && (row.person_id === me || (row.noun === 'person' && row.subject_id === me))
      const ofTheAccount = row.act.split('.')[0] === 'account'
      return here(row) && ((who.coordinator && !ofTheAccount) || mine) && subjectThere(row)
    },
    outbox: row => here(row),
    erasure: row => here(row) && (who.coordinator || (me !== null && row.person_id === me)),
    access_request: row => here(row) && (who.coordinator || (me !== null && row.person_id === me)),
    file_removal: () => false,
    retention_period: row => here(row) && who.coordinator,
    retention_hold: row => here(row) && who.coordinator,
    retention_run: row => here(row) && who.coordinator,
  }
  return expected
}
