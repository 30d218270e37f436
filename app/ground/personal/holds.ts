import type { Schema, TableName } from '../schema.ts'

/**
 * What a column holds of a person, for erasure (Art. 17), access (Art. 15) and the record of processing (Art. 30).
 * - `plain`: nothing: states, days, numbers, ids of things.
 * - `own`: says something of the person of its row (`of`), and goes with the row.
 * - `person`: a reference. `remove`: the row is the person's and goes; `null`: the row stays without it; `pseudonym`:
 *   the id stays and leads to nobody.
 * - `words`: a text in which somebody may be named. `ask`: a name of something else, never changed without a question.
 * - `json`: the same in any string of a JSON value, keys included.
 * - `address`: a mail address; the row goes where it is the person's.
 * - `law`: the law wants it told (§ 5 DDG): it stays until the network names somebody else.
 */
export type Holds =
  | 'plain'
  | 'own'
  | 'law'
  | 'address'
  | 'words'
  | 'json'
  | { readonly person: 'remove' | 'null' | 'pseudonym' }
  | { readonly words: 'ask' }

/** Every column of a table but its network's. */
export type Columns<T extends TableName> = { readonly [C in keyof Omit<Schema[T], 'network_id'>]: Holds }

export const removed = { person: 'remove' } as const
export const nulled = { person: 'null' } as const
export const pseudonym = { person: 'pseudonym' } as const
export const asked = { words: 'ask' } as const
export const law = 'law' as const
