import { stem } from './stems.ts'
import { lemmasOf } from './verbs.ts'
import { fold, isStopWord, type Word, wordsOf } from './words.ts'

/** Nouns and names say what a sentence is about; verbs and adjectives are shared by many. */
const NOUN_WEIGHT = 2
const OTHER_WEIGHT = 1
/** A compound that holds the other word ("Förderantrag", "Antrag") says half as much as the same word. */
const SHORTEST_PART = 5
const PART_SHARE = 0.5
/** One shared word is chance, however short the sentence. */
const LEAST_SHARED_WEIGHT = 3
const LONGEST = 2000

type Stems = ReadonlyMap<string, number>

function stemsOf(text: string): Stems {
  const words = wordsOf(text)
  const lemmas = lemmasOf(words)
  const stems = new Map<string, number>()
  for (const word of words) {
    if (word.text.length < 2 || isStopWord(word.text)) continue
    stems.set(stem(lemmas.get(word) ?? word.text), weightOf(word, lemmas.has(word)))
  }
  return stems
}

function weightOf(word: Word, isVerb: boolean): number {
  return !isVerb && word.text[0] !== word.text[0]!.toLowerCase() ? NOUN_WEIGHT : OTHER_WEIGHT
}

function sharedWeight(a: Stems, b: Stems): number {
  let shared = 0
  for (const [word, weight] of a) {
    const other = b.get(word)
    if (other !== undefined) shared += Math.min(weight, other)
    else if (word.length >= SHORTEST_PART && hasPart(b, word)) shared += weight * PART_SHARE
  }
  return shared
}

function hasPart(stems: Stems, word: string): boolean {
  for (const other of stems.keys()) {
    if (other.length >= SHORTEST_PART && (other.includes(word) || word.includes(other))) return true
  }
  return false
}

function total(stems: Stems): number {
  let sum = 0
  for (const weight of stems.values()) sum += weight
  return sum
}

/**
 * How much two sentences speak of the same thing: 0 nothing shared, 1 the same words in any form and order. Meant for
 * matching a line that tells how a task stands ("Plakate wurden gedruckt") to the task ("Mila druckt Plakate"): the mean
 * of what both share of all they say and of what the shorter one says. Stop words and inflection do not count, nouns
 * count double. Below 0.3 nothing should be offered. Only the first 2000 signs of each are compared.
 */
export function resemblance(a: string, b: string): number {
  const [one, other] = [a.slice(0, LONGEST), b.slice(0, LONGEST)]
  if (fold(one) === fold(other)) return 1
  const left = stemsOf(one)
  const right = stemsOf(other)
  const shared = Math.min(sharedWeight(left, right), sharedWeight(right, left))
  if (shared < LEAST_SHARED_WEIGHT) return 0
  const leftTotal = total(left)
  const rightTotal = total(right)
  return (shared / Math.max(leftTotal, rightTotal) + shared / Math.min(leftTotal, rightTotal)) / 2
}
