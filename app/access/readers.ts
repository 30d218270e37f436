import type { Id } from '../ground/schema.ts'
import { othersOf, type Viewer } from './viewer.ts'

/** By name; `everybody` is the public, whoever is named beside. */
export type Readers = { readonly people: readonly Reader[]; readonly everybody: boolean }
export type Reader = { readonly id: Id; readonly name: string }

/**
 * Who sees a thing today: everybody who takes part and the public are asked one by one, by the same filters that show
 * it to them. It takes some milliseconds a person, so it is for pages and acts that tell who will read.
 */
export async function readersOf(viewer: Viewer, sees: (reader: Viewer) => Promise<boolean>): Promise<Readers> {
  const people: Reader[] = []
  let everybody = false
  for (const other of await othersOf(viewer)) {
    if (!(await sees(other))) continue
    if (other.personId === null) everybody = true
    else people.push({ id: other.personId, name: other.personName ?? '' })
  }
  return { people, everybody }
}

/** Those who see it afterwards and did not before; null where nobody does. */
export function newReaders(before: Readers, after: Readers): Readers | null {
  const known = new Set(before.people.map(({ id }) => id))
  const people = before.everybody ? [] : after.people.filter(({ id }) => !known.has(id))
  const everybody = after.everybody && !before.everybody
  return people.length > 0 || everybody ? { people, everybody } : null
}
