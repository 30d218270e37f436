import { isStopWord } from './words.ts'

/** Strings of which every match holds one; null where nothing must stand in it. */
export type Literals = ReadonlySet<string> | null

/** What a stretch of a pattern matches: all of it where that is few strings, and in any case what it must hold. */
type Piece = { readonly exact: readonly string[] | null; readonly held: Literals }

const MOST_LITERALS = 400
/** More ways to write one stretch are not multiplied with the next one's. */
const MOST_WAYS = 120
/** Longer literals are not told apart by how rare they are. */
const LONG = 12
const ANYTHING: Piece = { exact: null, held: null }
const NOTHING: Piece = { exact: [''], held: null }
/** Where no letter stands next: takes no room, and is a blank in the literal unless it has one there. */
const BORDER: Piece = { exact: ['|'], held: null }
const A_DIGIT: Piece = { exact: [' '], held: new Set(['0']) }
const NO_LETTER = /^(?:\\p\{L\}|\[[^\]]{0,20}\\p\{L\}[^\]]{0,20}\])$/
const MOST_MEMBERS = 6
const LONGEST_LITERAL = 12

/**
 * The strings without which a pattern can not match, in small letters, what is no letter as a blank: of
 * /(?<!\p{L})(?:Frist|Termin)e?: / they are " frist" and " termin". A blank at either end also stands for the end of the
 * text, "0" alone for any digit. Of what must stand one behind the other the rarest is taken; null where nothing must.
 * Looks at the source only, knows the syntax this repository uses, and takes what it does not know for anything.
 */
export function literalsOf(pattern: RegExp): Literals {
  return new Source([...pattern.source]).alternatives().held
}

/** A text in the form that literals have: small letters, and a blank for all that is none. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ſ', 's')
    .replace(/\P{L}/gu, sign => ' '.repeat(sign.length))
}

/** Walks through the source of a pattern once, sign by sign. */
class Source {
  private at = 0
  private readonly signs: readonly string[]

  constructor(signs: readonly string[]) {
    this.signs = signs
  }

  alternatives(): Piece {
    const all = [this.sequence()]
    while (this.takes('|')) all.push(this.sequence())
    const ways = all.flatMap(({ exact }) => exact ?? [])
    const exact = all.some(one => one.exact === null) || ways.length > MOST_WAYS ? null : [...new Set(ways)]
    if (all.some(one => one.held === null)) return { exact, held: null }
    const held = new Set(all.flatMap(one => [...one.held!]))
    return { exact, held: held.size > MOST_LITERALS ? null : held }
  }

  private sequence(): Piece {
    let best: Literals = null
    let runs: readonly string[] = ['']
    let whole = true
    while (this.at < this.signs.length && !'|)'.includes(this.signs[this.at]!)) {
      const piece = this.repeated(this.piece())
      best = rarer(best, piece.held)
      const joined = piece.exact && joinedTo(runs, piece.exact)
      if (!joined || joined.length > MOST_WAYS) {
        best = rarer(best, heldBy(runs))
        runs = piece.exact ?? ['']
        whole = false
      } else runs = joined
    }
    return { exact: whole ? runs : null, held: rarer(best, heldBy(runs)) }
  }

  private piece(): Piece {
    const sign = this.signs[this.at++]!
    if (sign === '(') return this.group()
    if (sign === '[') return this.signClass()
    if (sign === '\\') return this.escaped()
    if (sign === '^' || sign === '$') return BORDER
    return sign === '.' ? ANYTHING : written(sign)
  }

  private group(): Piece {
    if (this.takes('?!') || this.takes('?<!')) {
      const from = this.at
      this.alternatives()
      const inside = this.signs.slice(from, this.at).join('')
      this.takes(')')
      return NO_LETTER.test(inside) ? BORDER : NOTHING
    }
    const looks = this.takes('?=') || this.takes('?<=')
    if (!looks && !this.takes('?:') && this.takes('?<')) this.behind('>')
    const piece = this.alternatives()
    this.takes(')')
    return looks ? NOTHING : piece
  }

  /** A class of few letters ([rsnm]) is a choice between these. */
  private signClass(): Piece {
    const members = new Set<string>()
    let open = false
    while (!this.takes(']')) {
      const sign = this.signs[this.at++]!
      const piece = sign === '\\' ? this.escaped() : written(sign)
      if (piece.exact === null || sign === '^' || sign === '-') open = true
      for (const one of piece.exact ?? []) members.add(one)
    }
    return open || members.size > MOST_MEMBERS ? ANYTHING : { exact: [...members], held: null }
  }

  private escaped(): Piece {
    const sign = this.signs[this.at++]!
    if (sign === 'd') return A_DIGIT
    if (sign === 's') return { exact: [' '], held: null }
    if (sign === 'b' || sign === 'B') return NOTHING
    if ((sign === 'p' || sign === 'P') && this.takes('{')) this.behind('}')
    else if (sign === 'k') this.behind('>')
    else if (sign === 'u') this.at += 4
    return /[\p{L}\d]/u.test(sign) ? ANYTHING : written(sign)
  }

  private repeated(piece: Piece): Piece {
    const optional = this.takes('?') || this.takes('*') || this.takes('{0')
    const counted = optional ? this.signs[this.at - 1] === '0' : this.takes('{')
    const once = !optional && !counted && !this.takes('+')
    const maybe = optional && this.signs[this.at - 1] === '?'
    if (counted) this.behind('}')
    if (!once) this.takes('?')
    if (once) return piece
    if (maybe) return { exact: piece.exact && [...new Set(['', ...piece.exact])], held: null }
    return { exact: null, held: optional ? null : rarer(piece.held, piece.exact && heldBy(piece.exact)) }
  }

  private takes(signs: string): boolean {
    for (let i = 0; i < signs.length; i++) if (this.signs[this.at + i] !== signs[i]) return false
    this.at += signs.length
    return true
  }

  private behind(sign: string): void {
    this.at = this.signs.indexOf(sign, this.at) + 1
  }
}

/** What a sign of a pattern stands for, where it stands for itself. */
function written(sign: string): Piece {
  return { exact: [folded(sign)], held: null }
}

function joinedTo(runs: readonly string[], ways: readonly string[]): readonly string[] | null {
  if (runs.length * ways.length > MOST_WAYS) return null
  return runs.flatMap(run => ways.map(way => run + way))
}

/** The literals of what is written without a gap; null where one way to write it has no letter. */
function heldBy(ways: readonly string[]): Literals {
  const literals = new Set<string>()
  for (const way of ways) {
    const literal = way
      .replace(/\|+/g, '|')
      .replace(/(?<= )\||\|(?= )/g, '')
      .replace(/^\||\|$/g, ' ')
    if (literal.trim() === '') return null
    literals.add(literal.slice(0, LONGEST_LITERAL))
  }
  return literals
}

/** The one that stands in fewer texts: longer literals, then fewer of them. */
function rarer(a: Literals, b: Literals): Literals {
  if (a === null || b === null) return a ?? b
  return rarity(b) > rarity(a) ? b : a
}

function rarity(literals: Literals & object): number {
  let shortest = LONG
  for (const literal of literals) shortest = Math.min(shortest, weight(literal))
  return shortest * MOST_LITERALS - literals.size
}

/** Stop words stand in every other sentence. */
function weight(literal: string): number {
  if (isStopWord(literal.trim())) return literal.length > 5 ? 2 : 1
  return literal.trim().length + (literal.length - literal.trim().length) / 2
}
