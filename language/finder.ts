import { folded, type Literals } from './literals.ts'

/** Says of a text which of the numbers asked for a literal that it holds, as bits, `WIDTH` to an element. */
export type Finder = (text: string) => readonly number[]

export const WIDTH = 32
/** Signs behind these are in no literal; they count as no letters. */
const KNOWN_SIGNS = 0x2500
/** Columns of letters that stand in no literal, of what is no letter, and of digits, which are no letters either. */
const OTHER = 0
const BLANK = 1
const DIGIT = 2
const FIRST_LETTER = 3
/** Of longer literals the beginning is looked for: the table stays small enough to be at hand in the processor. */
const MOST_SIGNS = 8

/**
 * Looks for all literals in one pass over a text (Aho and Corasick 1975): for each state and sign the next state is
 * known beforehand, so every sign costs one step however many literals there are. Signs count as in `folded`; before and
 * behind the text stands a blank, and the literal "0" is any digit. `asked`: by number the literals of which a text must
 * hold one, null where every text will do.
 */
export function finderOf(asked: readonly Literals[]): Finder {
  const askers = askersOf(asked)
  const letters = [...new Set([...askers.keys()].flatMap(literal => [...literal]))].filter(sign => /\p{L}/u.test(sign))
  const column = columnsOf(letters)
  const columns = letters.length + FIRST_LETTER
  const { next, found, quiet } = statesOf(askers, columns, column)
  const { from, element, bits } = flat(found)
  // Small whole numbers in a plain list: it is copied faster than a typed one, of which each text needs one.
  const always = Array.from(bitsOf(askers.get('') ?? [], asked.length))
  const withDigits = bitsOf(askers.get('0') ?? [], asked.length)
  return text => {
    const held = always.slice()
    let digits = false
    let state = next[BLANK]!
    for (let at = 0; at <= text.length; at++) {
      const sign = at < text.length ? column[text.charCodeAt(at)]! : BLANK
      if (sign === DIGIT) digits = true
      state = next[state * columns + sign]!
      if (state < quiet) continue
      for (let i = from[state]!; i < from[state + 1]!; i++) held[element[i]!]! |= bits[i]!
    }
    if (digits) for (let i = 0; i < held.length; i++) held[i]! |= withDigits[i]!
    return held
  }
}

/** Each literal with the numbers that ask for it; those for which every text will do ask for the empty one. */
function askersOf(asked: readonly Literals[]): Map<string, number[]> {
  const askers = new Map<string, number[]>()
  asked.forEach((literals, number) => {
    for (const literal of new Set(Array.from(literals ?? [''], literal => literal.slice(0, MOST_SIGNS)))) {
      const numbers = askers.get(literal)
      if (numbers) numbers.push(number)
      else askers.set(literal, [number])
    }
  })
  return askers
}

/** The column of each UTF-16 unit. */
function columnsOf(letters: readonly string[]): Uint8Array {
  const columns = new Uint8Array(0x1_0000).fill(BLANK)
  const known = new Map(letters.map((letter, at) => [letter, at + FIRST_LETTER]))
  for (let unit = 0; unit < KNOWN_SIGNS; unit++) {
    const sign = folded(String.fromCharCode(unit))
    columns[unit] = sign === ' ' ? BLANK : (known.get(sign) ?? OTHER)
  }
  for (let digit = 0; digit < 10; digit++) columns[48 + digit] = DIGIT
  return columns
}

type Numbers = readonly (readonly number[])[]

/** The table of states, a row each, cells being the next state. From state `quiet` on literals end there. */
function statesOf(asked: ReadonlyMap<string, readonly number[]>, columns: number, column: Uint8Array) {
  const size = [...asked.keys()].reduce((sum, literal) => sum + literal.length, 1)
  const next = new Int32Array(size * columns)
  const found: (readonly number[])[] = [[]]
  for (const [literal, numbers] of asked) {
    if (literal === '0' || literal === '') continue
    let state = 0
    for (let at = 0; at < literal.length; at++) {
      const cell = state * columns + column[literal.charCodeAt(at)]!
      if (next[cell] === 0) next[cell] = found.push([]) - 1
      state = next[cell]!
    }
    found[state] = numbers
  }
  linkFailures(next, found, columns)
  return quietFirst(next, found, columns)
}

/** The same states, those in which literals end behind the others, in as few bytes as will do. */
function quietFirst(next: Int32Array, found: Numbers, columns: number) {
  const states = found.map((_, state) => state)
  const isQuiet = (state: number) => found[state]!.length === 0
  const order = [...states.filter(isQuiet), ...states.filter(state => !isQuiet(state))]
  const place = new Int32Array(order.length)
  order.forEach((state, at) => {
    place[state] = at
  })
  const table = new (order.length > MOST_IN_TWO_BYTES ? Uint32Array : Uint16Array)(order.length * columns)
  order.forEach((state, at) => {
    for (let sign = 0; sign < columns; sign++) table[at * columns + sign] = place[next[state * columns + sign]!]!
  })
  return { next: table, found: order.map(state => found[state]!), quiet: states.filter(isQuiet).length }
}

const MOST_IN_TWO_BYTES = 0x1_0000

/** Where no literal goes on, the longest end of what was read that begins one does; breadth first, so it is known. */
function linkFailures(next: Int32Array, found: (readonly number[])[], columns: number): void {
  const failure = new Int32Array(found.length)
  const queue = [0]
  for (const state of queue) {
    for (let sign = 0; sign < columns; sign++) {
      const cell = state * columns + sign
      if (sign === DIGIT) {
        next[cell] = next[cell - 1]!
        continue
      }
      const child = next[cell]!
      const shorter = state === 0 ? 0 : next[failure[state]! * columns + sign]!
      if (child === 0) {
        next[cell] = shorter
        continue
      }
      failure[child] = shorter
      if (found[shorter]!.length > 0) found[child] = [...new Set([...found[child]!, ...found[shorter]!])]
      queue.push(child)
    }
  }
}

/** Lists of numbers one behind the other, as elements with bits: those of list n stand at from[n] to from[n + 1]. */
function flat(lists: Numbers) {
  const from = new Int32Array(lists.length + 1)
  const element: number[] = []
  const bits: number[] = []
  lists.forEach((numbers, at) => {
    const byElement = new Map<number, number>()
    for (const number of numbers) {
      const here = Math.floor(number / WIDTH)
      byElement.set(here, (byElement.get(here) ?? 0) | (1 << (number % WIDTH)))
    }
    element.push(...byElement.keys())
    bits.push(...byElement.values())
    from[at + 1] = bits.length
  })
  return { from, element: Int32Array.from(element), bits: Int32Array.from(bits) }
}

function bitsOf(numbers: readonly number[], count: number): Int32Array {
  const bits = new Int32Array(Math.ceil(count / WIDTH))
  for (const number of numbers) bits[Math.floor(number / WIDTH)]! |= 1 << (number % WIDTH)
  return bits
}
