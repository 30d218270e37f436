import { sql } from 'kysely'
import type { Id } from '../ground/schema.ts'
import type { Condition, Table } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Nouns that some do not see: a line about one is shown to whoever sees it. Asked one line at a time. */
const subjects: { readonly [T in Table]?: (viewer: Viewer) => { compile(): unknown } } = {
  body: viewer => visible.bodies(viewer).where('body.id', '=', SUBJECT).select('body.id'),
  body_rule: viewer => visible.bodyRules(viewer).where('body_rule.id', '=', SUBJECT).select('body_rule.id'),
  membership: viewer => visible.memberships(viewer).where('membership.id', '=', SUBJECT).select('membership.id'),
  meeting: viewer => visible.meetings(viewer).where('meeting.id', '=', SUBJECT).select('meeting.id'),
  meeting_series: viewer => visible.series(viewer).where('meeting_series.id', '=', SUBJECT).select('meeting_series.id'),
  agenda_item: viewer => visible.agendaItems(viewer).where('agenda_item.id', '=', SUBJECT).select('agenda_item.id'),
  election: viewer => visible.elections(viewer).where('election.id', '=', SUBJECT).select('election.id'),
  candidacy: viewer => visible.candidacies(viewer).where('candidacy.id', '=', SUBJECT).select('candidacy.id'),
  vote: viewer => visible.votes(viewer).where('vote.id', '=', SUBJECT).select('vote.id'),
  term: viewer => visible.terms(viewer).where('term.id', '=', SUBJECT).select('term.id'),
  paper: viewer => visible.papers(viewer).where('paper.id', '=', SUBJECT).select('paper.id'),
  signing: viewer => visible.signings(viewer).where('signing.id', '=', SUBJECT).select('signing.id'),
  signature: viewer => visible.signatures(viewer).where('signature.id', '=', SUBJECT).select('signature.id'),
  reading: viewer => visible.readings(viewer).where('reading.id', '=', SUBJECT).select('reading.id'),
  commitment: viewer => visible.commitments(viewer).where('commitment.id', '=', SUBJECT).select('commitment.id'),
  letter: viewer => visible.letters(viewer).where('letter.id', '=', SUBJECT).select('letter.id'),
  condition: viewer => visible.conditions(viewer).where('condition.id', '=', SUBJECT).select('condition.id'),
  consequence: viewer => visible.consequences(viewer).where('consequence.id', '=', SUBJECT).select('consequence.id'),
  personal_link: viewer =>
    visible.personalLinks(viewer).where('personal_link.id', '=', SUBJECT).select('personal_link.id'),
  account_entry: viewer =>
    visible.accountEntries(viewer).where('account_entry.id', '=', SUBJECT).select('account_entry.id'),
  publication: viewer => visible.publications(viewer).where('publication.id', '=', SUBJECT).select('publication.id'),
  public_passage: viewer =>
    visible.publicPassages(viewer).where('public_passage.id', '=', SUBJECT).select('public_passage.id'),
  minutes: viewer => visible.minutes(viewer).where('minutes.id', '=', SUBJECT).select('minutes.id'),
  circulation: viewer => visible.circulations(viewer).where('circulation.id', '=', SUBJECT).select('circulation.id'),
  correction: viewer => visible.corrections(viewer).where('correction.id', '=', SUBJECT).select('correction.id'),
  asking: viewer => visible.askings(viewer).where('asking.id', '=', SUBJECT).select('asking.id'),
  poll: viewer => visible.polls(viewer).where('poll.id', '=', SUBJECT).select('poll.id'),
  proposal: viewer => visible.proposals(viewer).where('proposal.id', '=', SUBJECT).select('proposal.id'),
  poll_invitee: viewer => visible.pollInvitees(viewer).where('poll_invitee.id', '=', SUBJECT).select('poll_invitee.id'),
  invitation: viewer => visible.invitations(viewer).where('invitation.id', '=', SUBJECT).select('invitation.id'),
}
const SUBJECT = sql<Id>`journal.subject_id`

/** Whether the viewer sees what a line of the journal is about. */
export function subjectShown(viewer: Viewer): Condition {
  const shown = Object.entries(subjects).map(
    ([noun, of]) => sql<boolean>`(journal.noun = ${noun} and exists (${of(viewer)}))`,
  )
  return sql<boolean>`(journal.noun <> all(${Object.keys(subjects)}::text[]) or ${sql.join(shown, sql` or `)})`
}
