import { type Meant, mentionsOf, type Named, type PersonNamed, replaced } from '../../../../language/named.ts'
import { fold } from '../../../../language/words.ts'
import { REMOVED_NAME } from '../../../ground/personal.ts'
import type { Id, TableName } from '../../../ground/schema.ts'

/** Where a person shows in what was written: found once, for the erasure, its preview and the archive. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** The texts of one row. `document` is the reading they belong to: it says whom names mean. */
export type WordRow = {
  readonly table: TableName
  readonly key: Id
  readonly document: Id | null
  readonly values: Readonly<Record<string, Value>>
  /** Columns whose whole text is this person's name, because a reference beside them says so. */
  readonly whole: readonly string[]
  /** Columns that name something else: never changed without a question. */
  readonly asked: readonly string[]
}

/** A line in which the person is named. `line` counts from 1 in the column's text. */
export type Spot = {
  readonly table: TableName
  readonly key: Id
  readonly column: string
  readonly line: number
  readonly text: string
  readonly places: readonly Place[]
}
/** `question` is null where it is surely this person. */
export type Place = Named & { readonly question: string | null }

export type Search = {
  readonly person: PersonNamed & { readonly id: Id }
  readonly others: readonly PersonNamed[]
  /** Whom names mean, by document. */
  readonly meant: ReadonlyMap<Id, Meant>
  /** Names a question: the same line in several records is asked once. */
  readonly keyOf: (words: string) => string
}

/** Every line of a row in which the person is named. */
export function spotsOf(row: WordRow, search: Search): Spot[] {
  const spots: Spot[] = []
  for (const [column, value] of Object.entries(row.values)) {
    let line = 0
    for (const text of linesIn(value)) {
      line++
      const places = placesIn(text, row, column, search)
      if (places.length > 0) spots.push({ table: row.table, key: row.key, column, line, text, places })
    }
  }
  return spots
}

function placesIn(text: string, row: WordRow, column: string, { person, others, meant, keyOf }: Search): Place[] {
  if (row.whole.includes(column)) return text === '' ? [] : [{ at: 0, end: text.length, sure: true, question: null }]
  const known = row.document === null ? undefined : meant.get(row.document)
  return mentionsOf(text, person, others, known).map(place => {
    const sure = place.sure && !row.asked.includes(column)
    const written = text.slice(place.at, place.end)
    return { ...place, sure, question: sure ? null : keyOf(questionOf(text, written)) }
  })
}

/** A word in small letters is asked once for all texts, anything else once a line. */
function questionOf(text: string, written: string): string {
  const folded = fold(written)
  if (SMALL.test(written)) return `small ${folded}`
  return `${fold(text.trim().replace(LEADING_MARKER, ''))} ${folded}`
}
const SMALL = /^\p{Ll}/u
const LEADING_MARKER = /^(?:[-*•–→]|\d{1,3}[.)]) +/u

/** The lines of a text, or of every string in a value, keys included. */
function linesIn(value: Value): string[] {
  if (typeof value === 'string') return value.split('\n')
  if (Array.isArray(value)) return value.flatMap(linesIn)
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([key, one]) => [key, ...linesIn(one)])
  return []
}

export type Decide = (place: Place) => boolean

/** The row's texts without the person, columns that did not change left out. Lines keep their number. */
export function withoutPerson(row: WordRow, search: Search, decide: Decide): Record<string, Value> {
  const changed: Record<string, Value> = {}
  for (const [column, value] of Object.entries(row.values)) {
    const after = rewritten(value, search.person.id, text =>
      text
        .split('\n')
        .map(line => replaced(line, placesIn(line, row, column, search).filter(decide), REMOVED_NAME))
        .join('\n'),
    )
    if (JSON.stringify(after) !== JSON.stringify(value)) changed[column] = after
  }
  return changed
}

function rewritten(value: Value, personId: Id, rewrite: (text: string) => string): Value {
  if (typeof value === 'string') return rewrite(value)
  if (Array.isArray(value)) return value.map(one => rewritten(one, personId, rewrite))
  if (!value || typeof value !== 'object') return value
  const object = value as { readonly [key: string]: Value }
  // A name that meant this person means nobody now, so that confirming a reading binds no one by it.
  if (object.id === personId) return { ...object, kind: 'nobody', id: null, name: REMOVED_NAME, by: 'person' }
  return Object.fromEntries(
    Object.entries(object).map(([key, one]) => [rewrite(key), rewritten(one, personId, rewrite)]),
  )
}

/** A line with everybody taken out but the person: what somebody may read who asks what is known about them. */
export function onlyAbout(text: string, everybodyElse: readonly PersonNamed[], by: string): string {
  let out = text
  for (const other of everybodyElse) out = replaced(out, mentionsOf(out, other), by)
  return out
}
