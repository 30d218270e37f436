import { asked, type Columns, type Holds, law, nulled, pseudonym, removed } from './personal/holds.ts'
import { toldInPublic } from './personal/public.ts'
import type { TableName } from './schema.ts'

export type { Holds }

/** Every column of every table. A new one is told here, or the types do not hold. */
export const personal: { readonly [T in TableName]: Columns<T> } = {
  ...toldInPublic,
  network: {
    ...{ id: 'plain', name: 'plain', host: 'plain', region: 'plain', languages: 'plain', time_zone: 'plain' },
    ...{ demo: 'plain', created_at: 'plain', revision: 'plain', second_factor: 'plain' },
  },
  operator: {
    ...{ id: 'plain', legal_form: 'plain', name: law, represented_by: law, street: law, postal_code: law, city: law },
    ...{ email: law, phone: law, register: law, vat_id: law, supervisory_authority: law, responsible_name: law },
    ...{ responsible_address: law, data_protection_contact: law, hosted_by: law, accessibility_contact: law },
    ...{ enforcement_body: law, revision: 'plain' },
  },
  consent: {
    ...{ id: 'plain', person_id: removed, purpose: 'own', number: 'own', kind: 'own', wording: 'own', version: 'own' },
    ...{ language: 'own', channel: 'own', note: 'words', recorded_by: pseudonym, at: 'own' },
  },
  organization: {
    ...{ id: 'plain', name: asked, short_name: asked, kind: 'plain', outside: 'plain', website: asked },
    ...{ start_date: 'plain', end_date: 'plain', created_at: 'plain' },
  },
  body: {
    ...{ id: 'plain', name: asked, short_name: asked, kind: 'plain', audience: 'plain', start_date: 'plain' },
    ...{ without_administration: 'plain', meeting_audience: 'plain', end_date: 'plain', created_at: 'plain' },
  },
  body_rule: {
    ...{ id: 'plain', body_id: 'plain', number: 'plain', valid_from: 'plain', rules: 'json', created_by: pseudonym },
    created_at: 'plain',
  },
  person: { id: removed, name: 'own', email: 'own', language: 'own', account_id: 'own', created_at: 'own' },
  office: { id: 'plain', name: asked, organization_id: 'plain', grants: 'plain', created_at: 'plain' },
  office_holding: { id: 'plain', office_id: 'own', person_id: removed, start_date: 'own', end_date: 'own' },
  membership: {
    ...{ id: 'plain', person_id: removed, body_id: 'own', organization_id: 'own', role: 'own', start_date: 'own' },
    ...{ on_behalf_of_id: 'own', voting_right: 'own', end_date: 'own' },
    ...{ reports_to_id: 'own', reports_since: 'own' },
  },
  personal_link: {
    ...{ id: 'plain', secret_hash: 'plain', purpose: 'own', person_id: removed, addressee: 'address' },
    ...{ subject_id: 'own', expires_at: 'own', revoked_at: 'own', created_by: pseudonym, created_at: 'own' },
  },
  meeting: {
    ...{ id: 'plain', body_id: 'plain', name: 'words', state: 'plain', day: 'plain', start_time: 'plain' },
    ...{ end_time: 'plain', place: 'words', audience: 'plain', without_administration: 'plain', created_at: 'plain' },
    ...{ sequence: 'plain', changed_at: 'plain', cancelled_reason: 'words', cancelled_by: pseudonym },
    ...{ cancelled_at: 'plain', remind_before: 'plain' },
  },
  invitation_answer: {
    ...{ id: 'plain', invitation_id: 'own', person_id: removed, answer: 'own', stand_in: 'words', note: 'words' },
    ...{ channel: 'own', sequence: 'own', day: 'own', start_time: 'own', said_at: 'own', outdated: 'own', at: 'own' },
  },
  invitation_mail: {
    ...{ id: 'plain', invitation_id: 'own', letter_id: 'own', person_id: removed, outbox_id: 'own' },
    ...{ bounced_at: 'own', bounce_reason: 'words' },
  },
  invitation: {
    ...{ id: 'plain', meeting_id: 'own', person_id: removed, guest: 'own', sequence: 'own', day: 'own' },
    ...{ start_time: 'own', created_at: 'own' },
  },
  invitation_letter: {
    ...{ id: 'plain', meeting_id: 'plain', kind: 'plain', wording: 'words', access: 'words', sequence: 'plain' },
    ...{ sent_by: pseudonym, sent_at: 'plain' },
  },
  meeting_named_person: { meeting_id: 'own', person_id: removed },
  meeting_series: {
    ...{ id: 'plain', body_id: 'plain', name: 'words', rule: 'plain', first_day: 'plain', until_day: 'plain' },
    ...{ audience: 'plain', without_administration: 'plain', created_by: pseudonym, created_at: 'plain' },
  },
  asking: {
    ...{ id: 'plain', meeting_id: 'plain', body_id: 'plain', begun_by: pseudonym, begun_at: 'plain', done_at: 'plain' },
  },
  asked: {
    ...{ id: 'plain', asking_id: 'own', person_id: removed, addressee: 'address', commitments: 'own' },
    ...{ outbox_id: 'own', at: 'own' },
  },
  poll: {
    ...{ id: 'plain', body_id: 'plain', kind: 'plain', question: 'words', wording: 'words', place: 'words' },
    ...{ audience: 'plain', without_administration: 'plain', until_day: 'plain', chosen_id: 'plain' },
    ...{ meeting_id: 'plain', closed_by: pseudonym, closed_at: 'plain', created_by: pseudonym, created_at: 'plain' },
  },
  poll_choice: {
    ...{ id: 'plain', poll_id: 'plain', position: 'plain', day: 'plain', start_time: 'plain', end_time: 'plain' },
    ...{ label: 'words', vote: 'plain' },
  },
  poll_answer: {
    ...{ id: 'plain', invitee_id: 'own', person_id: removed, answers: 'own', note: 'words', channel: 'own', at: 'own' },
  },
  poll_invitee: { id: 'plain', poll_id: 'own', person_id: removed, outbox_id: 'own', created_at: 'own' },
  poll_letter: { id: 'plain', poll_id: 'plain', kind: 'plain', sent_by: pseudonym, sent_at: 'plain' },
  proposal: {
    ...{ id: 'plain', meeting_id: 'own', person_id: removed, title: 'words', why: 'words', duration: 'own' },
    ...{ channel: 'own', at: 'own', answer: 'own', reason: 'words', answered_by: pseudonym, answered_at: 'own' },
  },
  proposal_call: {
    ...{ id: 'plain', meeting_id: 'plain', until_day: 'plain', wording: 'words', sent: 'plain' },
    ...{ called_by: pseudonym, called_at: 'plain' },
  },
  series_occurrence: { id: 'plain', series_id: 'plain', day: 'plain', meeting_id: 'plain' },
  school_holiday: { id: 'plain', name: 'plain', first_day: 'plain', last_day: 'plain' },
  agenda_item: {
    ...{ id: 'plain', meeting_id: 'plain', position: 'plain', number: 'plain', title: 'words', level: 'plain' },
    ...{ kind: 'plain', minutes_id: 'plain', audience: 'plain', without_administration: 'plain' },
    ...{ duration: 'plain', idea_id: 'plain', group_id: 'plain', consultation_id: 'plain' },
  },
  agenda_item_person: { agenda_item_id: 'own', person_id: removed },
  attendance: {
    ...{ id: 'plain', meeting_id: 'own', person_id: nulled, name: 'words', state: 'own', on_behalf_of: 'words' },
    ...{ came_at: 'own', left_at: 'own', represented_by_id: nulled },
  },
  quorum_change: {
    ...{
      id: 'plain',
      meeting_id: 'plain',
      number: 'plain',
      kind: 'plain',
      clock_time: 'plain',
      present: 'plain',
      needed: 'plain',
    },
    ...{ basis: 'plain', recorded_by: pseudonym, recorded_at: 'plain' },
  },
  election: {
    ...{ id: 'plain', agenda_item_id: 'plain', number: 'plain', post: 'words', precondition: 'words' },
    ...{ secret: 'plain', opened_by: pseudonym, opened_at: 'plain' },
  },
  candidacy: {
    ...{ id: 'plain', election_id: 'own', number: 'plain', person_id: nulled, name: 'words', fulfils: 'own' },
    ...{ checked_by: pseudonym, checked_at: 'own', answer: 'own', answered_at: 'own', removed_at: 'own' },
  },
  vote: {
    ...{ id: 'plain', agenda_item_id: 'plain', number: 'plain', election_id: 'plain', round: 'plain' },
    ...{ question: 'words', condition: 'words', matter: 'plain', way: 'plain', yes: 'plain', no: 'plain' },
    ...{ abstain: 'plain', invalid: 'plain', present: 'plain', quorum: 'plain', accepted: 'plain', needed: 'plain' },
    ...{ basis: 'plain', paragraph: 'words', elected_id: 'plain', line: 'words', clock_time: 'plain' },
    ...{ recorded_by: pseudonym, recorded_at: 'plain', withdrawn_by: pseudonym, withdrawn_at: 'plain' },
    withdrawal_reason: 'words',
  },
  vote_cast: {
    ...{ id: 'plain', vote_id: 'own', number: 'plain', person_id: nulled, name: 'words', candidacy_id: 'own' },
    ...{ choice: 'own', votes: 'own' },
  },
  writing: {
    ...{ agenda_item_id: 'plain', number: 'plain', change: 'plain', whole: 'plain', person_id: pseudonym, at: 'plain' },
  },
  source: {
    ...{ id: 'plain', file_name: 'words', media_type: 'plain', sha256: 'plain', size: 'plain', converter: 'plain' },
    ...{ content: 'words', line_count: 'plain', created_by: pseudonym, created_at: 'plain', redacted_at: 'plain' },
  },
  reading: {
    ...{
      id: 'plain',
      source_id: 'plain',
      body_id: 'plain',
      meeting_id: 'plain',
      reader: 'plain',
      state: 'plain',
      revision: 'plain',
    },
    ...{ head: 'json', findings: 'json', names: 'json', audience: 'plain', without_administration: 'plain' },
    ...{ created_by: pseudonym, created_at: 'plain', settled_by: pseudonym, settled_at: 'plain' },
  },
  reading_item: {
    ...{ id: 'plain', reading_id: 'plain', section: 'plain', line_from: 'plain', line_to: 'plain' },
    ...{ position: 'plain', state: 'plain', read: 'json', now: 'json', changed_by: pseudonym, changed_at: 'plain' },
  },
  minutes: {
    ...{ id: 'plain', meeting_id: 'plain', reading_id: 'plain', state: 'plain', audience: 'plain' },
    created_at: 'plain',
  },
  revision: {
    ...{ id: 'plain', minutes_id: 'plain', number: 'plain', source_id: 'plain', created_by: pseudonym },
    created_at: 'plain',
  },
  approval: {
    ...{ id: 'plain', minutes_id: 'plain', meeting_id: 'plain', day: 'plain', manner: 'plain' },
    ...{ recorded_by: pseudonym, at: 'plain' },
  },
  frozen_report: {
    ...{ id: 'plain', minutes_id: 'plain', commitment_id: 'plain', wording: 'words', report: 'plain' },
    ...{ sentence: 'words', person_id: nulled, said_at: 'plain' },
  },
  circulation: { id: 'plain', minutes_id: 'plain', until_day: 'plain', begun_by: pseudonym, begun_at: 'plain' },
  circulated: {
    ...{ id: 'plain', circulation_id: 'own', meeting_id: 'own', person_id: removed, guest: 'own', outbox_id: 'own' },
  },
  correction: {
    ...{ id: 'plain', minutes_id: 'plain', circulation_id: 'plain', entry_id: 'plain', agenda_item_id: 'plain' },
    ...{ wording: 'words', reason: 'words', person_id: nulled, channel: 'plain', proposed_at: 'plain' },
    ...{ answer: 'plain', word: 'words', answered_by: pseudonym, answered_at: 'plain' },
  },
  entry: {
    ...{ id: 'plain', minutes_id: 'plain', revision_id: 'plain', agenda_item_id: 'plain', position: 'plain' },
    ...{ kind: 'plain', content: 'words', line_from: 'plain', line_to: 'plain', speaker: 'words' },
    ...{ speaker_id: nulled, look_again_on: 'plain', owners: 'words', due_on: 'plain', due_words: 'words' },
  },
  decision: {
    ...{ entry_id: 'plain', result: 'plain', votes_yes: 'plain', votes_no: 'plain', votes_abstain: 'plain' },
    condition: 'words',
  },
  appointment: {
    ...{ entry_id: 'plain', title: 'words', words: 'words', date_from: 'plain', date_until: 'plain' },
    ...{ start_time: 'plain', end_time: 'plain', place: 'words' },
  },
  commitment: {
    ...{ id: 'plain', body_id: 'plain', entry_id: 'plain', wording: 'words', owner_kind: 'plain' },
    ...{ owner_person_id: nulled, owner_office_id: 'plain', owner_organization_id: 'plain', owner_name: 'words' },
    ...{ due_on: 'plain', due_words: 'words', state: 'plain', audience: 'plain', revision: 'plain' },
    created_at: 'plain',
    ...{ answers_id: 'plain', seat_id: 'plain', seat_meeting_id: 'plain' },
  },
  letter: {
    ...{ id: 'plain', body_id: 'plain', kind: 'plain', commitment_id: 'plain', consequence_id: 'plain' },
    ...{ language: 'plain', address: 'words', subject: 'words', wording: 'words', revision: 'plain', state: 'plain' },
    ...{ created_by: pseudonym, created_at: 'plain', sent_by: pseudonym, sent_at: 'plain', way: 'plain' },
    content: 'json',
  },
  condition: {
    ...{ id: 'plain', commitment_id: 'plain', number: 'plain', wording: 'words', days: 'plain', asked_id: nulled },
    ...{ ask_on: 'plain', named_by: pseudonym, named_at: 'plain', asked_at: 'plain', mailed: 'plain', state: 'plain' },
    ...{ answered_by: pseudonym, answered_at: 'plain', met_on: 'plain', sentence: 'words' },
  },
  consequence: {
    ...{ id: 'plain', commitment_id: 'plain', number: 'plain', kind: 'plain', wording: 'words', grace: 'plain' },
    ...{ body_id: 'plain', to_kind: 'plain', to_person_id: nulled, to_office_id: 'plain', to_name: 'words' },
    ...{ to_organization_id: 'plain', agreed_by: pseudonym, agreed_at: 'plain', state: 'plain', fired_at: 'plain' },
    ...{ missed_on: 'plain', effect: 'plain', meeting_id: 'plain', item_id: 'plain', stopped_by: pseudonym },
    ...{ stopped_at: 'plain', stop_reason: 'words' },
  },
  commitment_event: {
    ...{ id: 'plain', commitment_id: 'plain', kind: 'plain', state: 'plain', report: 'plain', answer: 'plain' },
    ...{ sentence: 'words', entry_id: 'plain', person_id: nulled, link_id: 'plain', at: 'plain' },
    ...{ given_on: 'plain', speaker: 'words', speaker_office: 'words', source: 'plain', source_words: 'words' },
    ...{ redirected_to: 'words', promised_id: 'plain' },
  },
  term: {
    ...{ id: 'plain', body_id: 'plain', kind: 'plain', wording: 'words', meaning: 'words', from_day: 'plain' },
    ...{ until_day: 'plain', replaced_by: 'plain', reason: 'words', created_by: pseudonym, created_at: 'plain' },
    ended_by: pseudonym,
  },
  paper: {
    ...{ id: 'plain', body_id: 'plain', paper_type: 'plain', name: 'words', commitment_id: 'plain' },
    ...{ audience: 'plain', without_administration: 'plain', created_by: pseudonym, created_at: 'plain' },
  },
  paper_version: {
    ...{ id: 'plain', paper_id: 'plain', number: 'plain', wording: 'words', note: 'words' },
    ...{ person_id: pseudonym, at: 'plain' },
  },
  paper_state: {
    ...{ id: 'plain', paper_id: 'plain', number: 'plain', state: 'plain', day: 'plain', sentence: 'words' },
    ...{ person_id: pseudonym, at: 'plain' },
  },
  paper_event: {
    ...{ id: 'plain', paper_id: 'plain', number: 'plain', kind: 'plain', day: 'plain', whom: 'words' },
    ...{ sentence: 'words', count: 'plain', person_id: pseudonym, at: 'plain' },
  },
  consultation: {
    ...{ id: 'plain', paper_id: 'plain', number: 'plain', body_id: 'plain', organization_id: 'plain' },
    ...{ body_name: 'words', day: 'plain', role: 'plain', person_id: pseudonym, at: 'plain', result: 'plain' },
    ...{ result_day: 'plain', sentence: 'words', source: 'words', result_by: pseudonym, result_at: 'plain' },
  },
  signing: {
    ...{ id: 'plain', paper_id: 'plain', number: 'plain', version: 'plain', until_day: 'plain', sentence: 'words' },
    ...{ common_key: 'plain', opened_by: pseudonym, opened_at: 'plain', closed_by: pseudonym, closed_at: 'plain' },
  },
  signature: {
    ...{ id: 'plain', paper_id: 'plain', number: 'plain', asked_by: pseudonym, begun_at: 'plain' },
    ...{
      name: 'words',
      affiliation: 'words',
      named: 'plain',
      consent: 'plain',
      version: 'plain',
      signed_at: 'plain',
      withdrawn_at: 'plain',
    },
  },
  journal: {
    ...{ id: 'plain', at: 'plain', act: 'plain', actor: pseudonym, person_id: pseudonym, noun: 'plain' },
    subject_id: pseudonym,
  },
  outbox: {
    ...{ id: 'plain', recipient: 'address', language: 'own', subject: 'words', content: 'words', state: 'plain' },
    ...{ attempts: 'plain', last_error: 'words', try_after: 'plain', created_at: 'own', sent_at: 'own' },
    ...{ calendar: 'words', calendar_method: 'plain', enclosure: 'json' },
  },
  erasure: {
    ...{ id: 'plain', person_id: pseudonym, state: 'plain', asked_by: pseudonym, asked_at: 'plain', reason: 'words' },
    ...{ settled_by: pseudonym, settled_at: 'plain', counts: 'plain' },
  },
  access_request: { id: 'plain', person_id: removed, asked_by: pseudonym, asked_at: 'own' },
  file_removal: { sha256: 'plain', asked_at: 'plain' },
  retention_period: { id: 'plain', kind: 'plain', days: 'plain', set_by: pseudonym, set_at: 'plain' },
  retention_hold: {
    ...{ id: 'plain', kind: 'plain', reason: 'words', set_by: pseudonym, set_at: 'plain', lifted_by: pseudonym },
    lifted_at: 'plain',
  },
  retention_run: { id: 'plain', kind: 'plain', days: 'plain', older_than: 'plain', count: 'plain', at: 'plain' },
}

/**
 * How much harm a record does in the wrong hands; what each level asks for stands in docs/data-protection.md.
 * `open`: told to everybody by law. `internal`: names nobody. `personal`: says something of a person. `confidential`: holds
 * words that were said or written. What signs in (the schema `sign_in`, secrets of links) is `secret`.
 */
export const levels = ['open', 'internal', 'personal', 'confidential', 'secret'] as const
export type Level = (typeof levels)[number]

/** The level of a table, from what its columns hold: the highest of them. */
export function levelOf(table: TableName): Exclude<Level, 'secret'> {
  const holds: readonly Holds[] = Object.values(personal[table])
  if (holds.some(one => one === 'words' || one === 'json')) return 'confidential'
  if (holds.some(one => one === 'own' || one === 'address' || isPerson(one))) return 'personal'
  return holds.includes('law') ? 'open' : 'internal'
}

const isPerson = (holds: Holds): boolean => typeof holds === 'object' && 'person' in holds

/** What stands in the place of a name that was taken out. Texts are German, as the minutes are. */
export const REMOVED_NAME = '[entfernte Person]'
