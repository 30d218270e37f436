import { type Finder, finderOf, WIDTH } from './finder.ts'
import { literalsOf } from './literals.ts'
import { matchesOf } from './matches.ts'
import { forget, forgottenToo, remembered } from './remembered.ts'

const made: Cue[] = []
let find: Finder | null = null

/**
 * A pattern that is tried only where it can match: on a text that holds one of the literals without which it can not.
 * For all cues together a text is searched once, so a cue more costs next to nothing. The answers are the pattern's.
 */
export class Cue {
  readonly pattern: RegExp
  readonly element = Math.floor(made.length / WIDTH)
  readonly bit = 1 << (made.length % WIDTH)

  constructor(pattern: RegExp) {
    this.pattern = pattern
    made.push(this)
    find = null
    lastText = null
  }

  test(text: string): boolean {
    return this.canBeIn(text) && this.pattern.test(text)
  }

  exec(text: string): RegExpExecArray | null {
    return this.canBeIn(text) ? this.pattern.exec(text) : null
  }

  /** All matches, of a pattern with the flag g. */
  all(text: string): readonly RegExpExecArray[] {
    return this.canBeIn(text) ? matchesOf(this.pattern, text) : NONE
  }

  /** False where the pattern can not match: for questions that would ask it several times. */
  canBeIn(text: string): boolean {
    const held = text === lastText ? lastHeld : heldBy(text)
    return (held[this.element]! & this.bit) !== 0
  }
}

/** Several cues that are asked at once whether one of them can be in a text. */
export class CueFamily {
  private readonly bits: Int32Array

  constructor(cues: readonly Cue[]) {
    this.bits = new Int32Array(1 + Math.max(...cues.map(({ element }) => element)))
    for (const { element, bit } of cues) this.bits[element]! |= bit
  }

  /** False where no pattern of the family can match. */
  canBeIn(text: string): boolean {
    const held = text === lastText ? lastHeld : heldBy(text)
    for (let element = 0; element < this.bits.length; element++)
      if ((this.bits[element]! & held[element]!) !== 0) return true
    return false
  }
}

const NONE: readonly RegExpExecArray[] = []
/** Rules ask one after the other of the same text. */
let lastText: string | null = null
let lastHeld: readonly number[] = []
forgottenToo(() => {
  lastText = null
})

const found = remembered((text: string): readonly number[] => find!(text))

/** The cues whose literals a text holds. What was remembered before a cue was made knows nothing of it. */
function heldBy(text: string): readonly number[] {
  if (find === null) {
    find = finderOf(made.map(({ pattern }) => literalsOf(pattern)))
    forget()
  }
  lastHeld = found(text)
  lastText = text
  return lastHeld
}

/** The cue of a pattern; see `Cue`. One without literals (such as /^\p{Lu}/u) gains nothing by it. */
export function cue(pattern: RegExp): Cue {
  return new Cue(pattern)
}

/** All cues made so far. */
export function allCues(): readonly Cue[] {
  return made
}
