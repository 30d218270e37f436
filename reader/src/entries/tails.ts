import { matchesOf } from '../../../language/matches.ts'
import { withoutEnd } from '../../../language/trim.ts'
import { wordsOf } from '../../../language/words.ts'
import type { Cast } from './cast.ts'
import { onlyOwners } from './named.ts'
import { ownerAt } from './owners.ts'

/**
 * What lists of tasks add behind the task, in whatever order and between whatever signs: who does it, and until when
 * ("Halle reservieren – Ronja – 2.10.", "Flyer, Silke bis Ostern", "Schild (Tom, sofort)"). `at` is where that begins.
 */
export type Tail = { readonly owners: readonly string[]; readonly time: string | null; readonly at: number }

const SEPARATOR = /\s(?:--?|–|—|\||\/)\s|\s?(?:→|=>|-{1,3}>|➡)\s?|[,;:]\s|\s?\(|~\s?/gu
const POINTS = /→|>|➡|\s[-–—]/
const TIME =
  /^(?:(?:noch |gleich |möglichst |spätestens |Frist:? |fällig |Termin:? )*(?:bis|(?:zum|im|in) (?=\d|nächst|kommend|den |der |zwei|drei|ende|anfang|laufe|herbst|frühjahr|sommer|winter|jan|feb|mär|apr|mai|ju[nl]|aug|sep|okt|nov|dez)|am|ab|vor|nach|spätestens|nächste[nrs]?|diese[nr]?|heute|morgen|übermorgen|sofort|asap|zeitnah|umgehend|laufend|KW|Anfang|Mitte|Ende|Frist|eilt)(?:(?!\p{L})|(?<= ))|\d{1,2}\.|(?:Mo|Di|Mi|Do|Fr|Sa|So)(?:\.|,)? ?(?:\d|$)|(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?!\p{L}))/iu
const TIME_BEHIND = /\s(?=(?:bis|zum|am|ab|spätestens|vor|\d{1,2}\.)(?!\p{L}))/iu
const LONGEST_SEGMENT = 60
const MOST_SEGMENTS = 5

/** The tail of an entry of a list; null where it names nobody. An entry that is nothing but names has none. */
export function tailOf(text: string, cast: Cast): Tail | null {
  if (onlyOwners(text, cast, false)) return null
  const end = endOf(text)
  const separators = matchesOf(SEPARATOR, text.slice(0, end)).slice(-MOST_SEGMENTS).reverse()
  let right = end
  let tail: Tail = { owners: [], time: null, at: end }
  for (const separator of separators) {
    const begin = separator.index + separator[0].length
    const segment = withoutEnd(text.slice(begin, right).trim(), ')] ')
    const read = segment.length <= LONGEST_SEGMENT ? segmentOf(segment, cast) : null
    if (!read || (tail.owners.length > 0 && read.owners.length > 0 && !joins(text, right))) break
    tail = { owners: [...read.owners, ...tail.owners], time: read.time ?? tail.time, at: separator.index }
    right = separator.index
  }
  if (tail.owners.length === 0) tail = behindLastPointer(text.slice(0, end), cast) ?? tail
  return tail.owners.length > 0 && tail.at > 0 ? tail : null
}

/** Without the signs that end an entry; the point of a date stays. */
function endOf(text: string): number {
  const end = withoutEnd(text.trimEnd(), '.;! ').length
  return text[end] === '.' && /\d/.test(text[end - 1] ?? '') ? end + 1 : end
}

/** "Vertrag -> Tom, hängt noch bei der Anwältin": behind an arrow or a dash a name comes first, whatever follows. */
function behindLastPointer(text: string, cast: Cast): Tail | null {
  const arrow = matchesOf(SEPARATOR, text).findLast(separator => POINTS.test(separator[0]))
  const read = arrow ? firstOwner(text.slice(arrow.index + arrow[0].length), cast) : null
  return arrow && read ? { ...read, at: arrow.index } : null
}

/** Between two names of one list stands a comma or a stroke; behind a dash another tail begins. */
function joins(text: string, at: number): boolean {
  return /^(?:, | \/ )/.test(text.slice(at, at + 3))
}

type Segment = { readonly owners: readonly string[]; readonly time: string | null }

function segmentOf(segment: string, cast: Cast): Segment | null {
  if (segment === '') return { owners: [], time: null }
  const owners = onlyOwners(segment, cast, false)
  if (owners) return { owners, time: null }
  if (TIME.test(segment)) return { owners: [], time: segment }
  const split = TIME_BEHIND.exec(segment)
  const before = split && onlyOwners(segment.slice(0, split.index), cast, false)
  return before ? { owners: before, time: segment.slice(split.index).trim() } : null
}

function firstOwner(segment: string, cast: Cast): Segment | null {
  const words = wordsOf(segment)
  const owner = ownerAt(words, 0, segment, cast)
  if (!owner || !/^(?:name|title|office)$/.test(owner.sure)) return null
  const next = words[owner.end]
  return next === undefined || /[,(–-]/.test(segment.slice(words[owner.end - 1]!.to, next.from))
    ? { owners: owner.names, time: null }
    : null
}

/** The words of time behind the last comma or dash of an entry: "Changelog schreiben, Sonntag". */
export function timeBehind(text: string): string | null {
  const end = endOf(text)
  const last = matchesOf(SEPARATOR, text.slice(0, end)).at(-1)
  const segment = last ? withoutEnd(text.slice(last.index + last[0].length, end), ')] ') : ''
  return segment.length <= LONGEST_SEGMENT && TIME.test(segment) ? segment : null
}
