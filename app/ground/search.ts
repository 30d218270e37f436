import { sql } from 'kysely'
import { askedWordsOf, searchWordsOf } from '../../language/search-keys.ts'
import type { Tx } from './database.ts'
import type { Id } from './schema.ts'

/** As many words of a question are looked for; two more places are for a body and a person. */
export const MOST_WORDS = 6
/** Rows that get their keys in one statement. */
const AT_ONCE = 500
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a of 32 bits, times two: the lowest bit says that a key is only a part. Below 2^33. */
function hashed(key: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), FNV_PRIME) >>> 0
  return hash * 2
}

const ofBody = (id: Id): number => hashed(`body:${id}`)
const ofPerson = (id: Id): number => hashed(`person:${id}`)

/** What a row is found by. A whole word is found by its parts as well, in second place. */
function keysOf({ content, body_id, people }: Taken): number[] {
  const keys = new Set<number>(people.map(ofPerson))
  if (body_id) keys.add(ofBody(body_id))
  for (const { whole, parts } of searchWordsOf(content)) {
    for (const key of whole) keys.add(hashed(key))
    for (const key of parts) keys.add(hashed(key) + 1)
  }
  return [...keys]
}

/** A question as `search.found` takes it. Empty where there is no word to look for. */
export function askedKeys(question: string, bodyId: Id | null, personId: Id | null): readonly (readonly number[])[] {
  const words = askedWordsOf(question)
    .slice(0, MOST_WORDS)
    .map(({ keys }) => keys.map(hashed))
  if (words.length === 0) return []
  return [...words, ...(bodyId ? [[ofBody(bodyId)]] : []), ...(personId ? [[ofPerson(personId)]] : [])]
}

type Taken = { readonly number: number; readonly content: string; readonly body_id: Id | null; readonly people: Id[] }

/**
 * Gives their keys to rows of the network that wait for them: `own`, those that this transaction wrote, all of them; else
 * a portion of what others left (an installation from before search, rows written past the app). Says how many they were.
 */
export async function keepSearch(tx: Tx, own: boolean): Promise<number> {
  let count = 0
  for (;;) {
    const { rows } = await sql<Taken>`select * from search.take(${own}, ${AT_ONCE})`.execute(tx)
    if (rows.length === 0) return count
    const kept = rows.map(row => ({ number: row.number, keys: keysOf(row) }))
    await sql`select search.keep(${JSON.stringify(kept)}::jsonb)`.execute(tx)
    count += rows.length
    if (!own) return count
  }
}
