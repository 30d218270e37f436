import type { Id, TableName, Timestamp } from '../../../ground/schema.ts'

/** One line of the journal as people read it: who did what to which record, when. No words of anybody stand in it. */
export type JournalLine = {
  readonly id: Id
  readonly at: Timestamp
  /** `noun.verb`, as in access/may.ts. */
  readonly act: string
  readonly actor: Actor
  readonly noun: TableName
  /** Where the record can be opened; null where it has no page of its own. */
  readonly href: string | null
}

/** A person of the network, one of our own jobs by name, or somebody who did not sign in. `hidden`: not shown to this reader. */
export type Actor =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'system' }
  | { readonly kind: 'public' }

/** Kinds of record that have a page, and its address. */
const pages: { readonly [T in TableName]?: string } = {
  network: '/network',
  operator: '/network',
  body: '/bodies/',
  organization: '/organizations/',
  person: '/people/',
  office: '/offices/',
  meeting: '/meetings/',
  reading: '/readings/',
  commitment: '/commitments/',
}

export function pageOf(noun: TableName, subject: Id | null): string | null {
  const page = pages[noun]
  if (!page?.endsWith('/')) return page ?? null
  return subject ? `${page}${subject}` : null
}

/** By which one may pick: nouns that people know. */
export const pickable = [
  'network',
  'body',
  'organization',
  'person',
  'office',
  'meeting',
  'reading',
  'commitment',
] as const
export type Pickable = (typeof pickable)[number]
