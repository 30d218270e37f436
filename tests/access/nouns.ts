import type { Viewer } from '../../app/access/viewer.ts'
import { visible } from '../../app/access/visible.ts'
import type { TableName } from '../../app/ground/schema.ts'

type Noun = Exclude<TableName, 'network'>
type Query = { selectAll(): { execute(): Promise<unknown[]> } }

/** Which filter shows which table. A tenant table of the database that is not here makes the matrix fail. */
export const nouns: Readonly<Record<Noun, (viewer: Viewer) => Query>> = {
  operator: viewer => visible.operators(viewer),
  consent: viewer => visible.consents(viewer),
  body: viewer => visible.bodies(viewer),
  body_rule: viewer => visible.bodyRules(viewer),
  organization: viewer => visible.organizations(viewer),
  person: viewer => visible.people(viewer),
  office: viewer => visible.offices(viewer),
  office_holding: viewer => visible.officeHoldings(viewer),
  membership: viewer => visible.memberships(viewer),
  meeting: viewer => visible.meetings(viewer),
  meeting_named_person: viewer => visible.meetingNamedPersons(viewer),
  meeting_series: viewer => visible.series(viewer),
  series_occurrence: viewer => visible.seriesOccurrences(viewer),
  school_holiday: viewer => visible.schoolHolidays(viewer),
  agenda_item: viewer => visible.agendaItems(viewer),
  agenda_item_person: viewer => visible.agendaItemPersons(viewer),
  attendance: viewer => visible.attendance(viewer),
  quorum_change: viewer => visible.quorumChanges(viewer),
  term: viewer => visible.terms(viewer),
  paper: viewer => visible.papers(viewer),
  paper_version: viewer => visible.paperVersions(viewer),
  paper_state: viewer => visible.paperStates(viewer),
  signing: viewer => visible.signings(viewer),
  signature: viewer => visible.signatures(viewer),
  paper_event: viewer => visible.paperEvents(viewer),
  consultation: viewer => visible.consultations(viewer),
  condition: viewer => visible.conditions(viewer),
  consequence: viewer => visible.consequences(viewer),
  letter: viewer => visible.letters(viewer),
  election: viewer => visible.elections(viewer),
  candidacy: viewer => visible.candidacies(viewer),
  vote: viewer => visible.votes(viewer),
  vote_cast: viewer => visible.voteCasts(viewer),
  invitation: viewer => visible.invitations(viewer),
  invitation_letter: viewer => visible.invitationLetters(viewer),
  invitation_mail: viewer => visible.invitationMails(viewer),
  invitation_answer: viewer => visible.invitationAnswers(viewer),
  asking: viewer => visible.askings(viewer),
  asked: viewer => visible.asked(viewer),
  proposal: viewer => visible.proposals(viewer),
  proposal_call: viewer => visible.proposalCalls(viewer),
  poll: viewer => visible.polls(viewer),
  poll_choice: viewer => visible.pollChoices(viewer),
  poll_invitee: viewer => visible.pollInvitees(viewer),
  poll_answer: viewer => visible.pollAnswers(viewer),
  poll_letter: viewer => visible.pollLetters(viewer),
  writing: viewer => visible.writings(viewer),
  minutes: viewer => visible.minutes(viewer),
  revision: viewer => visible.revisions(viewer),
  source: viewer => visible.sources(viewer),
  approval: viewer => visible.approvals(viewer),
  frozen_report: viewer => visible.frozenReports(viewer),
  circulation: viewer => visible.circulations(viewer),
  circulated: viewer => visible.circulated(viewer),
  correction: viewer => visible.corrections(viewer),
  entry: viewer => visible.entries(viewer),
  decision: viewer => visible.decisions(viewer),
  appointment: viewer => visible.appointments(viewer),
  reading: viewer => visible.readings(viewer),
  reading_item: viewer => visible.readingItems(viewer),
  commitment: viewer => visible.commitments(viewer),
  commitment_event: viewer => visible.commitmentEvents(viewer),
  personal_link: viewer => visible.personalLinks(viewer),
  publication: viewer => visible.publications(viewer),
  account_entry: viewer => visible.accountEntries(viewer),
  account_statement: viewer => visible.accountStatements(viewer),
  public_version: viewer => visible.publicVersions(viewer),
  public_passage: viewer => visible.publicPassages(viewer),
  journal: viewer => visible.journal(viewer),
  outbox: viewer => visible.outbox(viewer),
  erasure: viewer => visible.erasures(viewer),
  access_request: viewer => visible.accessRequests(viewer),
  file_removal: viewer => visible.fileRemovals(viewer),
  retention_period: viewer => visible.retentionPeriods(viewer),
  retention_hold: viewer => visible.retentionHolds(viewer),
  retention_run: viewer => visible.retentionRuns(viewer),
}

/** What tells one row from another, also where the key is not called `id`. */
export function keyOf(row: object): string {
  const fields = row as Record<string, unknown>
  const { id, entry_id, meeting_id, agenda_item_id, person_id, sha256, change, number } = fields
  if (change !== undefined) return `${agenda_item_id}/${number}`
  return String(id ?? entry_id ?? sha256 ?? `${meeting_id ?? agenda_item_id}/${person_id}`)
}
