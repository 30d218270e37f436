import { createContext, Script } from 'node:vm'
import { shapeOf } from './shape.js'
import { walksOf } from './walks.js'

/**
 * Looks for a text that keeps a pattern busy. Where a word can be read in two ways again and again (within a match, or
 * by starting the match anew at every repetition), the word is a suspect; a suspect is tried on the engine itself.
 * So what is reported is proven by its text, and what is harmless in practice is not reported.
 * After Weideman et al., "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers" (CIAA 2016).
 */

/**
 * The long text is eight times the short one. Linear time grows with it, quadratic time to sixty-four times: slow is what
 * takes more than sixteen, and more than a quarter of a second, so that neither a quick nor a slow machine decides.
 */
const SHORT = 15_000
const LONG = 120_000
const MOST_GROWTH = 16
const NOTICEABLE_MS = 3
const SLOW_MS = 250
/** So much for the short text needs no second look. */
const HOPELESS_MS = 150
const MOST_SUSPECTS = 200
const MOST_STEPS = 1_000_000

/**
 * The text that is slow, as `{ prefix, word, suffix }` (the word is repeated), or null. Throws `Uncovered`.
 * `sure` is false where the search was cut off before it had seen everything.
 */
export function slowText(source, flags) {
  const walks = walksOf(shapeOf(source, flags), flags)
  const search = { ...walks, kinds: [...new Set(walks.letters.map(walks.kindOf))], steps: 0 }
  const suspects = suspectsOf(search)
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''))
  for (const { prefix, word } of suspects) {
    // A line before it keeps alternatives at the start of the text from matching at once.
    for (const begin of prefix === '' ? ['', '\n'] : [prefix]) {
      const suffix = slowSuffix(pattern, begin, word, walks.letters)
      if (suffix !== null) return { found: { prefix: begin, word, suffix }, sure: true }
    }
  }
  return { found: null, sure: search.steps < MOST_STEPS && suspects.length < MOST_SUSPECTS }
}

/**
 * Only a match that fails tries every way, so the suffix is one that makes it fail: nothing, a further line, or a letter
 * of some sort. Two that fail are enough: they differ in the end, not in the long part.
 */
function slowSuffix(pattern, prefix, word, letters) {
  let failing = 0
  for (const suffix of ['', 'x\nx', ...letters.slice(0, 12)]) {
    const { slow, matched } = tried(pattern, length => prefix + word.repeat(Math.ceil(length / word.length)) + suffix)
    if (slow) return suffix
    if (!matched && ++failing === 2) return null
  }
  return null
}

const context = createContext({})
const script = new Script('pattern.test(text)')

function tried(pattern, text) {
  const { ms, matched } = timed(pattern, text(SHORT), HOPELESS_MS)
  if (ms < NOTICEABLE_MS || ms >= HOPELESS_MS) return { slow: ms >= HOPELESS_MS, matched }
  const limit = Math.max(SLOW_MS, MOST_GROWTH * ms)
  return { slow: timed(pattern, text(LONG), limit).ms >= limit, matched }
}

/** Counts the processor's time, up to `limit`: on a busy machine the clock on the wall would accuse the innocent. */
function timed(pattern, text, limit, patience = limit) {
  Object.assign(context, { pattern, text })
  const begin = process.cpuUsage()
  const spent = () => process.cpuUsage(begin).user / 1000
  try {
    const matched = script.runInContext(context, { timeout: Math.ceil(patience) })
    return { matched, ms: spent() }
  } catch (error) {
    if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    const starved = spent() < limit * 0.8
    return starved && patience < 16 * limit ? timed(pattern, text, limit, 2 * patience) : { matched: false, ms: limit }
  }
}

function suspectsOf(search) {
  const { leads, start } = search
  const words = new Map()
  const suspect = (prefix, word) => words.size < MOST_SUSPECTS && words.set(`${prefix} ${word}`, { prefix, word })
  const rounds = search.plan.next.map((_, place) => place).filter(place => leads(place, place))
  const beginsAnywhere = search.letters.some(letter =>
    search.kinds.some(before => search.step(start, before, letter).length > 0),
  )

  for (const p of rounds) {
    if (beginsAnywhere) for (const word of wordsBy(search, [start, p], [p, p])) suspect('', word)
    const inTwoWays = [
      ...forked(search, p),
      ...rounds.filter(q => leads(p, q) && !leads(q, p)).flatMap(q => handedOn(search, p, q)),
    ]
    if (inTwoWays.length === 0) continue
    const prefix = common(search, { from: [start], to: [p], before: NOTHING }) ?? ''
    for (const word of inTwoWays) suspect(prefix, word)
  }
  return [...words.values()]
}

/** Words that two loops behind each other both read: either may take each repetition. */
function handedOn(search, p, q) {
  return common(search, { from: [p, q], to: [p, q] }) === null ? [] : wordsBy(search, [p, p, q], [p, q, q])
}

/** Words from `place` back to it in two ways: the match may take either at each repetition. */
function forked(search, place) {
  return search.letters.flatMap(letter => forkedBy(search, place, letter) ?? [])
}

function forkedBy(search, place, letter) {
  for (const before of search.kinds) {
    const reached = search.step(place, before, letter)
    for (const [at, a] of reached.entries()) {
      for (const b of reached.slice(at + 1)) {
        if (a === place && b === place) return letter
        const rest = common(search, { from: [a, b], to: [place, place], before: search.kindOf(letter) })
        if (rest !== null) return letter + rest
      }
    }
  }
  return null
}

/** The shortest word, and the shortest for each other first letter: the shortest of all may be one that matches at once. */
function wordsBy(search, from, to) {
  const shortest = common(search, { from, to })
  if (shortest === null) return []
  const others = search.letters.filter(letter => letter !== shortest[0])
  return [shortest, ...others.map(first => common(search, { from, to, first })).filter(word => word !== null)]
}

/** Before the first letter of the text. */
const NOTHING = ''

/**
 * The shortest word that leads from each place of `from` to the same place of `to`, all at once; null if there is none.
 * `before` is the kind of letter that stands before the word; if it is not given, the word's own last one, as if it was
 * repeated. `first` is the letter it must begin with, if any.
 */
function common(search, { from, to, before, first }) {
  if (before !== undefined) return breadthFirst(search, from, to, before, { first })
  for (const last of search.kinds) {
    const word = breadthFirst(search, from, to, last, { first, last })
    if (word !== null) return word
  }
  return null
}

function breadthFirst(search, from, to, before, { first, last }) {
  const target = to.join()
  const seen = new Set()
  let front = [{ places: from, before, word: '' }]
  while (front.length > 0) {
    const further = []
    for (const { places, before: read, word } of front) {
      for (const letter of word ? [word.at(-1), ...search.letters] : first ? [first] : search.letters) {
        if (++search.steps > MOST_STEPS) return null
        const ways = places.map((place, at) =>
          search.step(place, read, letter).filter(next => search.leads(next, to[at])),
        )
        for (const reached of together(ways)) {
          const kind = search.kindOf(letter)
          const stand = reached.join()
          if (stand === target && (!last || last === kind)) return word + letter
          if (seen.has(`${stand} ${kind}`)) continue
          seen.add(`${stand} ${kind}`)
          further.push({ places: reached, before: kind, word: word + letter })
        }
      }
    }
    front = further
  }
  return null
}

const together = lists => lists.reduce((all, list) => all.flatMap(head => list.map(each => [...head, each])), [[]])
