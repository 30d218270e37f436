import { type Erasure, erasure } from '../../../ground/erasure.ts'
import { type Holds, personal } from '../../../ground/personal.ts'
import type { RetentionKind } from '../../../ground/schema/privacy.ts'
import type { TableName } from '../../../ground/schema.ts'

/** What data is for, and on which basis: the sentences of the privacy notice. */
export const purposes = ['record', 'directory', 'account', 'mail', 'consent', 'log'] as const
export type Purpose = (typeof purposes)[number]
/** Who gets to see it at most. */
export const recipients = ['public', 'network', 'audience', 'coordination', 'addressee', 'nobody'] as const
export type Recipient = (typeof recipients)[number]

/** A kind of record in the record of processing (Art. 30 (1) GDPR). */
export type Processing = {
  readonly record: TableName
  readonly purpose: Purpose
  readonly recipients: Recipient
  /** What of a person stands in it. */
  readonly data: readonly DataKind[]
  readonly erasure: Erasure
  /** The kind whose period holds; null where the record is kept as long as its network. */
  readonly retention: RetentionKind | null
}
export const dataKinds = ['reference', 'own', 'address', 'words', 'law'] as const
export type DataKind = (typeof dataKinds)[number]

type Told = readonly [Purpose, Recipient, (RetentionKind | null)?]

/** A new table is told here, or the types do not hold. */
const told: { readonly [T in TableName]: Told } = {
  network: ['record', 'public'],
  operator: ['record', 'public'],
  consent: ['consent', 'coordination'],
  organization: ['directory', 'network'],
  body: ['directory', 'audience'],
  body_rule: ['record', 'audience'],
  person: ['directory', 'network'],
  office: ['directory', 'network'],
  office_holding: ['directory', 'network'],
  membership: ['directory', 'network'],
  personal_link: ['mail', 'coordination', 'link'],
  publication: ['record', 'public'],
  account_entry: ['record', 'public'],
  account_statement: ['record', 'public'],
  meeting: ['record', 'audience'],
  invitation_answer: ['mail', 'audience'],
  invitation_mail: ['mail', 'coordination'],
  invitation: ['mail', 'audience'],
  invitation_letter: ['mail', 'audience'],
  meeting_named_person: ['record', 'audience'],
  meeting_series: ['record', 'audience'],
  asking: ['mail', 'coordination'],
  asked: ['mail', 'coordination'],
  poll: ['mail', 'audience'],
  poll_choice: ['mail', 'audience'],
  poll_answer: ['mail', 'audience'],
  poll_invitee: ['mail', 'audience'],
  poll_letter: ['mail', 'coordination'],
  proposal: ['mail', 'audience'],
  proposal_call: ['mail', 'audience'],
  series_occurrence: ['record', 'audience'],
  school_holiday: ['record', 'network'],
  agenda_item: ['record', 'audience'],
  agenda_item_person: ['record', 'audience'],
  attendance: ['record', 'audience'],
  quorum_change: ['record', 'audience'],
  election: ['record', 'audience'],
  candidacy: ['record', 'audience'],
  vote: ['record', 'audience'],
  vote_cast: ['record', 'audience'],
  writing: ['record', 'audience'],
  source: ['record', 'audience'],
  reading: ['record', 'coordination', 'discarded_reading'],
  reading_item: ['record', 'coordination', 'correction'],
  minutes: ['record', 'audience'],
  revision: ['record', 'audience'],
  approval: ['record', 'audience'],
  public_passage: ['record', 'coordination'],
  public_version: ['record', 'audience'],
  frozen_report: ['record', 'audience'],
  circulation: ['record', 'audience'],
  circulated: ['mail', 'coordination'],
  correction: ['record', 'audience'],
  entry: ['record', 'audience'],
  decision: ['record', 'audience'],
  appointment: ['record', 'audience'],
  commitment: ['record', 'audience'],
  commitment_event: ['record', 'audience'],
  term: ['record', 'audience'],
  paper: ['record', 'audience'],
  paper_version: ['record', 'audience'],
  paper_state: ['record', 'audience'],
  paper_event: ['record', 'audience'],
  consultation: ['record', 'audience'],
  signing: ['record', 'public'],
  signature: ['consent', 'public'],
  condition: ['record', 'audience'],
  consequence: ['record', 'audience'],
  letter: ['record', 'coordination'],
  journal: ['log', 'coordination', 'journal'],
  outbox: ['mail', 'addressee', 'outbox'],
  erasure: ['log', 'coordination'],
  access_request: ['log', 'coordination'],
  file_removal: ['log', 'nobody'],
  retention_period: ['log', 'coordination'],
  retention_hold: ['log', 'coordination'],
  retention_run: ['log', 'coordination'],
}

/** The record of processing, made from the schema: every record in which something of a person can stand. */
export function processings(): Processing[] {
  return (Object.keys(personal) as TableName[])
    .map(record => {
      const [purpose, who, retention = null] = told[record]
      return { record, purpose, recipients: who, data: dataIn(record), erasure: erasure[record], retention }
    })
    .filter(({ data }) => data.length > 0)
}

export const purposeOf = (record: TableName): Purpose => told[record][0]
export const recipientsOf = (record: TableName): Recipient => told[record][1]

function dataIn(record: TableName): DataKind[] {
  const kinds = new Set(Object.values(personal[record] as Record<string, Holds>).map(kindOf))
  return dataKinds.filter(kind => kinds.has(kind))
}

function kindOf(holds: Holds): DataKind | null {
  if (holds === 'plain') return null
  if (holds === 'json') return 'words'
  if (typeof holds === 'string') return holds
  return 'person' in holds ? 'reference' : 'words'
}

/** How it is protected (Art. 32), as this program does it. */
export const measures = [
  'audiences',
  'wall',
  'sign-in',
  'links',
  'journal',
  'no-third-party',
  'erasure',
  'retention',
] as const
