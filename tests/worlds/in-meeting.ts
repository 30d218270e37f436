import type { Chance } from './chance.ts'
import { NOON, type Rows } from './network.ts'

/** What happens in meetings of every state and audience. */
export function addInMeeting(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: meeting_id } of rows.meeting) {
    if (chance.once(0.4)) continue
    rows.quorum_change.push({
      ...{ network_id, id: chance.id(), meeting_id, number: 1, kind: 'found', clock_time: null },
      ...{ present: 3, needed: 2, basis: 4, recorded_by: null, recorded_at: NOON },
    })
  }
  addVoted(chance, network_id, rows)
}

/** Votes and elections under items of every audience. */
function addVoted(chance: Chance, network_id: string, rows: Rows): void {
  const counted = {
    yes: 1,
    no: 0,
    abstain: 0,
    invalid: 0,
    present: 1,
    quorum: true,
    accepted: true,
    needed: 1,
    basis: 1,
  }
  const kept = { paragraph: null, line: null, clock_time: null, recorded_by: null, recorded_at: NOON, condition: null }
  const standing = { withdrawn_by: null, withdrawn_at: null, withdrawal_reason: null, elected_id: null }
  for (const { id: agenda_item_id } of rows.agenda_item) {
    if (chance.once(0.6)) continue
    const [election, candidacy, vote] = [chance.id(), chance.id(), chance.id()]
    rows.election.push({
      ...{ network_id, id: election, agenda_item_id, number: 1, post: 'Amt', precondition: null, secret: true },
      ...{ opened_by: null, opened_at: NOON },
    })
    rows.candidacy.push({
      ...{ network_id, id: candidacy, election_id: election, number: 1, person_id: null, name: 'Name', fulfils: null },
      ...{ checked_by: null, checked_at: null, answer: null, answered_at: null, removed_at: null },
    })
    rows.vote.push({
      ...{ network_id, id: vote, agenda_item_id, number: 1, election_id: null, round: null, question: 'Frage' },
      ...{ matter: 'ordinary', way: 'by_name', ...counted, ...kept, ...standing },
    })
    rows.vote_cast.push({
      ...{ network_id, id: chance.id(), vote_id: vote, number: 1, person_id: null, name: 'Name', candidacy_id: null },
      ...{ choice: 'yes', votes: 1 },
    })
  }
}
