import type { TableName } from '../../app/ground/schema.ts'
import type { allRows, Expected } from './expected.ts'
import { keyOf, nouns } from './nouns.ts'

type Noun = Exclude<TableName, 'network'>
type Rows = Awaited<ReturnType<typeof allRows>>

/** Telling text of rows that do not exist for the visitor, and of which row it tells. */
export type Secrets = ReadonlyMap<string, string>

/** Rows that a body tells of. The address that was asked for comes back in the page that says it does not exist. */
export function shownSecrets(body: string, address: string, secrets: Secrets): string[] {
  const words = new Set(body.match(MARKED))
  return [...secrets]
    .filter(([secret]) => (IS_MARKED.test(secret) ? words.has(secret) : body.includes(secret)))
    .filter(([secret]) => !address.includes(secret))
    .map(([, owner]) => owner)
}
/** Ids, and the words of states.ts: looked up, because searching a page for each of a thousand takes too long. */
const MARKED = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Z][a-z]+-\d+-Kennwort(?:\.txt)?/g
export const IS_MARKED = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z][a-z]+-\d+-Kennwort(?:\.txt)?)$/

const TELLING = [
  'name',
  'title',
  'content',
  'wording',
  'sentence',
  'file_name',
  'place',
  'stand_in',
  'access',
  'addressee',
  'head',
] as const
const SHORTEST = 12

/**
 * Ids and wordings of what is hidden. A wording counts only where no visible row says the same; ids never occur in a
 * page that may not show their row. Mails of the demo are open to everybody by design.
 */
export function secretsFor(expected: Expected, rows: Rows): Secrets {
  const open = new Set<string>()
  const hidden = new Map<string, string>()
  for (const noun of Object.keys(nouns) as Noun[]) {
    if (noun === 'outbox' || noun === 'journal') continue
    for (const row of rows[noun] as readonly object[]) {
      const there = (expected[noun] as (row: unknown) => boolean)(row)
      for (const text of tellingOf(row)) {
        if (there) open.add(text)
        else hidden.set(text, `${noun} ${keyOf(row)}`)
      }
    }
  }
  for (const text of hidden.keys()) if ([...open].some(shown => shown.includes(text))) hidden.delete(text)
  return hidden
}

function tellingOf(row: object): string[] {
  const fields = row as Record<string, unknown>
  const texts = TELLING.flatMap(field => {
    const value = fields[field]
    if (typeof value === 'string') return value.split('\n')
    return value && typeof value === 'object' ? [String((value as { title?: unknown }).title ?? '')] : []
  })
  const long = texts.map(text => text.trim()).filter(text => text.length >= SHORTEST)
  return typeof fields.id === 'string' ? [...long, fields.id] : long
}
