import { stem } from './stems.ts'
import { wordsOf } from './words.ts'

/** Where a text uses a term: offsets in UTF-16 units, end exclusive. */
export type TermUse<T> = { readonly term: T; readonly from: number; readonly to: number }

const HYPHEN = '-'

/**
 * Where a text uses one of the terms, in order: in any form of its words ("Fachkonferenzen"), and as the first part of a
 * hyphenated compound ("Fachkonferenz-Nachlese"). A term of several words is found where they follow each other, and where
 * one term begins another the longer one counts. Linear in the text for a given list of terms.
 */
export function termUsesIn<T extends { readonly wording: string }>(text: string, terms: readonly T[]): TermUse<T>[] {
  const asked = terms.map(term => ({ term, stems: stemsOf(term.wording) })).filter(({ stems }) => stems.length > 0)
  const byFirst = new Map<string, (typeof asked)[number][]>()
  for (const one of asked) byFirst.set(one.stems[0]!, [...(byFirst.get(one.stems[0]!) ?? []), one])
  const words = wordsOf(text)
  const stems = words.map(word => stem(word.text))
  const uses: TermUse<T>[] = []
  for (const [at, word] of words.entries()) {
    const first = [stems[at]!, stem(word.text.split(HYPHEN)[0]!)]
    const found = [...new Set(first)]
      .flatMap(one => byFirst.get(one) ?? [])
      .filter(({ stems: rest }) => rest.every((one, index) => index === 0 || stems[at + index] === one))
      .toSorted((a, b) => b.stems.length - a.stems.length)[0]
    if (found) uses.push({ term: found.term, from: word.from, to: words[at + found.stems.length - 1]!.to })
  }
  return uses
}

const stemsOf = (wording: string): string[] => wordsOf(wording).map(({ text }) => stem(text))
