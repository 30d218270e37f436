import type { TableName } from '../schema.ts'
import { type Columns, pseudonym } from './holds.ts'

type Told = 'publication' | 'account_entry' | 'account_statement' | 'public_passage' | 'public_version'

/** What the network tells everybody. */
export const toldInPublic: { readonly [T in Extract<TableName, Told>]: Columns<T> } = {
  publication: {
    ...{ id: 'plain', noun: 'plain', subject_id: 'plain', door: 'plain', wording: 'words', approved_by: pseudonym },
    ...{ approved_at: 'plain', withdrawn_by: pseudonym, withdrawn_at: 'plain' },
  },
  account_entry: {
    ...{ id: 'plain', commitment_id: 'plain', authority_id: 'plain', authority: 'words', wording: 'words' },
    ...{ asked_on: 'plain', due_on: 'plain', state: 'plain', answered_on: 'plain', promised_on: 'plain' },
    ...{
      side: 'plain',
      kept_on: 'plain',
      marked_on: 'plain',
      line: 'json',
      answers: 'json',
      proposed_by: pseudonym,
      proposed_at: 'plain',
      public_from: 'plain',
    },
    ...{ published_by: pseudonym, published_at: 'plain', withdrawn_by: pseudonym, withdrawn_at: 'plain' },
    withdrawn_reason: 'words',
  },
  account_statement: { id: 'plain', entry_id: 'plain', number: 'plain', content: 'words', said_at: 'plain' },
  public_passage: {
    ...{ id: 'plain', minutes_id: 'plain', entry_id: 'plain', agenda_item_id: 'plain', number: 'plain' },
    ...{ wording: 'words', about: 'plain', decided_by: pseudonym, decided_at: 'plain' },
  },
  public_version: {
    ...{ id: 'plain', publication_id: 'plain', minutes_id: 'plain', approved_on: 'plain', content: 'json' },
  },
}
