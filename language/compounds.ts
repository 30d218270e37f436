import { fold } from './words.ts'

/** The words of three letters that stand in German compounds often enough to be looked for there. */
const SHORT = new Set('amt bad bau bus gas hof ort rad rat see tag uhr weg zug'.split(' '))
const SHORT_ENDING = /^(amt|bad|bus|hof|ort|rad|rat|tag|weg|zug)(?:es|s|en|e|er|ern|n)$/
const SHORTEST_PART = 4
const SHORTEST_SHORT = 3
/** Longer than any word people write; a longer stretch of letters is taken whole. */
const LONGEST = 60
const VOWEL = /[aeiouy]/
/** "Referat" and "Hörgerät" hold no council, a "Beirat" does. */
const ENDS_OPEN = /[aeiou](?<!bei)$/
/** "allesamt" holds no office, "Antwort", "Transport" and "Ressort" no place. */
const NO_SHORT: Readonly<Record<string, RegExp>> = { amt: /(?:ges|alles|mits)$/, ort: /(?:[fkpw]|ss)$/ }
/** Plurals with an umlaut. */
const COUNCILS = /^raet/
/** "Vorschläge" end with no "Lage"; "Fisch" and "Mensch" are words themselves. */
const CUT_WITHIN = /(?<![aeiou]|deut|men)sch$/
/** What makes one word of a stem and is no word of its own: "Lager-ung", "Frei-heit". */
const NO_SECOND = /^(?:ung|heit|keit|schaft|lich|isch|ion|ation|ator|ativ|ier|tum|ling|nis|bar|sam|haft|los|chen|lein)/
/** A second part rarely begins with these vowels, an ending often does ("Lagerung-en"): only known beginnings count. */
const BEGINS_WITH_VOWEL = /^[ei]/
const KNOWN_BEGINNING =
  /^(?:ein|ent|erf|ern|erk|erl|erm|erz|essen|eltern|ebene|ende|energ|inf|init|inh|ins|int|insel|idee)/
/** Behind these endings a linking s is sure. */
const REGULAR_LINK = /(?<=ung|heit|keit|schaft|ion|taet|tum)s(?=[a-z]{3})/
const LINK = /^(?:s|n|en|es|er)/

/** The parts that a compound can be made of, folded: what it may begin and what it may end with. */
export type Parts = { readonly heads: readonly string[]; readonly tails: readonly string[] }

const NONE: Parts = { heads: [], tails: [] }

/**
 * What a German noun can begin and end with as a compound: "Gartenfest" begins with "garten" and ends with "fest". There
 * is no list of nouns behind it, so stretches that are no words ("tenfest") are told too; it answers whether a given
 * word can be a part, and holds back much of what only looks like one.
 */
export function partsOf(word: string): Parts {
  const whole = fold(word)
  if (whole.length > LONGEST || whole.length < SHORTEST_PART + SHORTEST_SHORT) return NONE
  const pieces = whole.split(REGULAR_LINK)
  if (pieces.length > 1) return piecewise(whole, pieces)
  return partsOfOne(whole)
}

/** A word of three parts also holds its middle one: "Garten-nutzungs-plan". */
function piecewise(whole: string, pieces: readonly string[]): Parts {
  const all = [partsOfOne(whole), ...pieces.filter(longEnough).map(partsOfOne)]
  return { heads: [...all.flatMap(part => part.heads), ...pieces], tails: all.flatMap(part => part.tails) }
}

function partsOfOne(whole: string): Parts {
  const heads: string[] = []
  const tails: string[] = []
  for (let at = SHORTEST_SHORT; at <= whole.length - SHORTEST_SHORT; at++) {
    const [head, tail] = [whole.slice(0, at), whole.slice(at)]
    if (canBegin(head, tail)) heads.push(head)
    if (canEnd(head, tail)) tails.push(tail)
  }
  return { heads, tails }
}

function canBegin(head: string, tail: string): boolean {
  if (!longEnough(head) || !VOWEL.test(tail)) return false
  const second = tail.replace(LINK, '')
  return isSecond(tail) || (second !== tail && isSecond(second))
}

function canEnd(head: string, tail: string): boolean {
  if (!longEnough(tail) || !longEnough(head) || !VOWEL.test(tail) || !isSecond(tail)) return false
  if (CUT_WITHIN.test(head)) return false
  const short = shortOf(tail.replace(COUNCILS, 'rat'))
  return short === null || (!ENDS_OPEN.test(head) && !NO_SHORT[short]?.test(head))
}

/** The word of three letters that a folded word is a form of ("amtes" of "amt"), or null. */
export function shortOf(folded: string): string | null {
  return SHORT.has(folded) ? folded : (SHORT_ENDING.exec(folded)?.[1] ?? null)
}

const longEnough = (part: string): boolean => VOWEL.test(part) && (part.length >= SHORTEST_PART || SHORT.has(part))

function isSecond(part: string): boolean {
  if (!longEnough(part) || NO_SECOND.test(part)) return false
  return !BEGINS_WITH_VOWEL.test(part) || KNOWN_BEGINNING.test(part)
}
