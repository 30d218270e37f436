import type { Id } from '../../app/ground/schema.ts'
import type { Rows, Sees } from './expected.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** What happened in a meeting that was held. */
export async function addInMeeting(rows: RowsOf, meeting_id: Id, item: Id): Promise<void> {
  await rows.add('quorum_change', {
    ...{ id: rows.id(), meeting_id, number: 1, kind: 'lost', clock_time: '19:05:00', present: 2, needed: 4, basis: 7 },
    ...{ recorded_by: null, recorded_at: AT },
  })
  await addVoted(rows, item)
}

/** A vote by name and an election with one round under an item. */
export async function addVoted(rows: RowsOf, agenda_item_id: Id): Promise<void> {
  const [vote, election, candidacy, round] = [rows.id(), rows.id(), rows.id(), rows.id()]
  const counted = {
    yes: 2,
    no: 0,
    abstain: 0,
    invalid: 0,
    present: 3,
    quorum: true,
    accepted: true,
    needed: 1,
    basis: 2,
  }
  const kept = { paragraph: null, line: rows.words('Zeile'), clock_time: null, recorded_by: null, recorded_at: AT }
  const standing = { withdrawn_by: null, withdrawn_at: null, withdrawal_reason: null, condition: rows.words('Sofern') }
  await rows.add('election', {
    ...{ id: election, agenda_item_id, number: 1, post: rows.words('Amt'), precondition: rows.words('Voraussetzung') },
    ...{ secret: true, opened_by: null, opened_at: AT },
  })
  await rows.add('candidacy', {
    ...{ id: candidacy, election_id: election, number: 1, person_id: null, name: rows.words('Kandidatur') },
    ...{ fulfils: true, checked_by: null, checked_at: AT, answer: null, answered_at: null, removed_at: null },
  })
  await rows.add('vote', {
    ...{ id: vote, agenda_item_id, number: 1, election_id: null, round: null, question: rows.words('Frage') },
    ...{ matter: 'ordinary', way: 'by_name', ...counted, ...kept, ...standing, elected_id: null },
  })
  await rows.add('vote', {
    ...{ id: round, agenda_item_id, number: 2, election_id: election, round: 1, question: rows.words('Wahlgang') },
    ...{ matter: 'election', way: 'secret', ...counted, ...kept, ...standing, elected_id: candidacy },
  })
  await rows.add('vote_cast', {
    ...{ id: rows.id(), vote_id: vote, number: 1, person_id: null, name: rows.words('Stimme'), candidacy_id: null },
    ...{ choice: 'yes', votes: 2 },
  })
  await rows.add('vote_cast', {
    ...{ id: rows.id(), vote_id: round, number: 1, person_id: null, name: null, candidacy_id: candidacy },
    ...{ choice: null, votes: 2 },
  })
}

type Voted = {
  readonly vote: Sees<'vote'>
  readonly vote_cast: Sees<'vote_cast'>
  readonly election: Sees<'election'>
  readonly candidacy: Sees<'candidacy'>
}

/** Votes and elections are for the network, under items that one sees: said a second time like everything in expected.ts. */
export function expectedVoted(
  rows: Rows,
  ofNetwork: (row: { network_id: string }) => boolean,
  agendaItem: Sees<'agenda_item'>,
): Voted {
  const underItem = (row: { network_id: string; agenda_item_id: Id }) =>
    ofNetwork(row) && rows.agenda_item.some(item => item.id === row.agenda_item_id && agendaItem(item))
  return {
    vote: underItem,
    vote_cast: row => ofNetwork(row) && rows.vote.some(one => one.id === row.vote_id && underItem(one)),
    election: underItem,
    candidacy: row => ofNetwork(row) && rows.election.some(one => one.id === row.election_id && underItem(one)),
  }
}
