import type { TableName } from './schema.ts'

/**
 * What an erasure (Art. 17 GDPR) does to each kind of record: remove it, redact the person in it, or keep it on a
 * ground. Tables without a person in them keep on the ground `no-person`.
 */
export const erasure: Record<TableName, 'remove' | 'redact' | { keep: 'no-person' | 'record-of-decisions' }> = {
  network: { keep: 'no-person' },
  operator: 'redact',
  organization: { keep: 'no-person' },
  body: { keep: 'no-person' },
  person: 'redact',
  office: { keep: 'no-person' },
  office_holding: 'redact',
  membership: 'redact',
  personal_link: 'remove',
  publication: 'redact',
  meeting: { keep: 'record-of-decisions' },
  meeting_named_person: 'remove',
  agenda_item: 'redact',
  agenda_item_person: 'remove',
  attendance: 'redact',
  source: 'redact',
  reading: 'redact',
  reading_item: 'redact',
  minutes: { keep: 'record-of-decisions' },
  revision: 'redact',
  entry: 'redact',
  decision: { keep: 'record-of-decisions' },
  appointment: 'redact',
  commitment: 'redact',
  commitment_event: 'redact',
  journal: 'redact',
  outbox: 'remove',
}
