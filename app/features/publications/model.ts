import type { Day, Id, PublicationNoun, Timestamp } from '../../ground/schema.ts'

/** Longer is no sentence for the public any more. */
export const LONGEST_WORDING = 1000

/** Under which address each noun is published. */
export const places = {
  commitment: '/commitments',
  decision: '/decisions',
  meeting: '/meetings',
  minutes: '/minutes',
} as const satisfies Record<PublicationNoun, string>

/** What is published in one wording that somebody writes; minutes have a version of their own. */
export const wordedNouns = ['commitment', 'decision', 'meeting'] as const satisfies readonly PublicationNoun[]
export type WordedNoun = (typeof wordedNouns)[number]

/** What is to be published, as those see it who may read it anyway. */
export type Subject = {
  readonly id: Id
  readonly noun: PublicationNoun
  readonly bodyId: Id
  readonly text: string
  /** A meeting's day; the others have none. */
  readonly day: Day | null
}

export type Publication = {
  readonly id: Id
  readonly noun: PublicationNoun
  /** Null where the subject is not for the viewer. */
  readonly subjectId: Id | null
  readonly door: 'public' | 'link'
  readonly wording: string
  readonly approvedBy: string | null
  readonly approvedAt: Timestamp
  readonly withdrawnAt: Timestamp | null
}

const BLANKS = /\s+/g
const plain = (text: string): string => text.replace(BLANKS, ' ').trim().toLocaleLowerCase('de')

export const warnings = ['inside-words', 'names', 'judgement'] as const
export type Warning = { readonly code: (typeof warnings)[number]; readonly names: readonly string[] }

/**
 * What somebody should look at before strangers read a wording: that it is word for word what was said inside, that
 * people are named, that it judges somebody. They are doubts, no refusals: a person decides.
 */
export function warningsOf(
  wording: string,
  inside: { readonly text: string; readonly people: readonly string[]; readonly judges: boolean },
): Warning[] {
  const words = new Set(plain(wording).split(NO_LETTER))
  const named = inside.people.filter(name => words.has(plain(name).split(' ').at(-1) ?? name))
  return [
    ...(plain(wording) === plain(inside.text) ? [{ code: 'inside-words', names: [] } as const] : []),
    ...(named.length > 0 ? [{ code: 'names', names: named } as const] : []),
    ...(inside.judges ? [{ code: 'judgement', names: [] } as const] : []),
  ]
}
const NO_LETTER = /[^\p{L}\p{M}'-]+/u
