import type { Language, Texts } from '../texts/texts.ts'
import type { NavigationEntry } from './navigation.tsx'

/** What every page is told by its door: who reads it, in which language, and what surrounds it. */
export type Frame = {
  readonly language: Language
  readonly t: Texts
  /** The languages the network offers, in its own order. */
  readonly languages: readonly Language[]
  readonly networkName: string
  /** Path and query of this page: where the language switch comes back to. */
  readonly path: string
  readonly signedInAs: string | null
  readonly navigation: readonly NavigationEntry[]
  /** A sentence about what has just been done, in the reader's language. */
  readonly notice: string | null
  /** The reader's sign-in is too long ago for what others could misuse. */
  readonly stale: boolean
  /** The reader has rights that open behind a second factor alone, and signed in without one. */
  readonly lacksFactor: boolean
  /** Whether everything shown is invented. */
  readonly demo: boolean
}

/** The addresses that the frame itself links to. `language` and `signOut` answer to POST. */
export const frameDoors = {
  home: '/',
  language: '/language',
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',
  imprint: '/imprint',
  privacy: '/privacy',
  accessibility: '/accessibility',
} as const
