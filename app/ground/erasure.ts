import type { TableName } from './schema.ts'

/**
 * Grounds on which a record stays: no person stands in it; the decisions of a table and what they were taken on stay true
 * (Art. 17 (3) d); a duty of the law (§ 5 DDG, Art. 17 (3) b); proof that the rules were kept, with ids that lead to
 * nobody any more (Art. 5 (2), 17 (3) e).
 */
export type Ground = 'no-person' | 'record-of-decisions' | 'law' | 'pseudonym'
export type Erasure = 'remove' | 'redact' | { readonly keep: Ground }

/**
 * What an erasure (Art. 17 GDPR) does to each kind of record: remove the rows that are the person's, redact the person
 * in rows that stay, or keep on a ground. personal.ts says the same of each column.
 */
export const erasure: Readonly<Record<TableName, Erasure>> = {
  network: { keep: 'no-person' },
  operator: { keep: 'law' },
  consent: 'remove',
  organization: 'redact',
  body: 'redact',
  body_rule: 'redact',
  person: 'remove',
  office: 'redact',
  office_holding: 'remove',
  membership: 'remove',
  personal_link: 'remove',
  publication: 'redact',
  public_passage: 'redact',
  public_version: 'redact',
  meeting: 'redact',
  invitation_answer: 'remove',
  invitation_mail: 'remove',
  invitation: 'remove',
  invitation_letter: 'redact',
  meeting_named_person: 'remove',
  meeting_series: 'redact',
  asking: { keep: 'pseudonym' },
  asked: 'remove',
  poll: 'redact',
  poll_choice: 'redact',
  poll_answer: 'remove',
  poll_invitee: 'remove',
  poll_letter: { keep: 'pseudonym' },
  proposal: 'remove',
  proposal_call: 'redact',
  series_occurrence: { keep: 'no-person' },
  school_holiday: { keep: 'no-person' },
  agenda_item: 'redact',
  agenda_item_person: 'remove',
  attendance: 'redact',
  quorum_change: { keep: 'pseudonym' },
  election: 'redact',
  candidacy: 'redact',
  vote: 'redact',
  vote_cast: 'redact',
  writing: 'redact',
  source: 'redact',
  reading: 'redact',
  reading_item: 'redact',
  minutes: { keep: 'record-of-decisions' },
  revision: { keep: 'pseudonym' },
  approval: { keep: 'pseudonym' },
  frozen_report: 'redact',
  circulation: { keep: 'pseudonym' },
  circulated: 'remove',
  correction: 'redact',
  entry: 'redact',
  decision: 'redact',
  appointment: 'redact',
  commitment: 'redact',
  commitment_event: 'redact',
  consequence: 'redact',
  journal: { keep: 'pseudonym' },
  outbox: 'remove',
  erasure: { keep: 'pseudonym' },
  access_request: 'remove',
  file_removal: { keep: 'no-person' },
  retention_period: { keep: 'pseudonym' },
  retention_hold: 'redact',
  retention_run: { keep: 'no-person' },
}
