import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { labelOf } from '../lines/labels.ts'
import { isTemplateWord } from './titles.ts'

const FEWEST = 3
const LONGEST = 45
const MOST_WORDS = 6
const SMALL_LETTER = /\p{Ll}/u
const CAPITALS = /\p{Lu}{3}/u
const ENDS_OTHERWISE = /[.!?,;:…)]$/
/** A short line of notes that says something is no title. */
const SAYS =
  / (?:ist|sind|war|waren|wird|werden|wurde|hat|haben|hatte|kommt|macht|muss|soll|kann|geht|gibt|steht|bleibt|nicht|noch) |^(?:nächste[rs]?|ende|schluss|gez|datum|ort|\d(?!D ))/iu

/**
 * The lines of plain text that head a block with no mark at all: words in capitals, short words alone between blank lines,
 * a line over others that are set in, or a short first line of a block. The first of these manners that occurs three times is taken. `free` holds the numbers
 * of the lines of the minutes.
 */
export function titleLines(document: Document, free: ReadonlySet<number>): Line[] {
  const all = document.lines.filter(line => free.has(line.number) && isShort(line))
  const short = all.filter(line => beginsBlock(document, line))
  const manners = [
    short.filter(line => inCapitals(line.text) && hasBelow(document, line)),
    all.filter(line => isOverIndented(document, line)),
    short.filter(line => isAlone(document, line)),
    short.filter(line => !isAlone(document, line) && hasBelow(document, line)),
  ]
  return manners.find(lines => lines.length >= FEWEST) ?? []
}

function inCapitals(text: string): boolean {
  return CAPITALS.test(text) && !SMALL_LETTER.test(text)
}

function isShort(line: Line): boolean {
  if (line.marker !== null || line.heading !== null || line.cells || line.indent > 0) return false
  const plain = plainOf(line.text)
  if (plain.length > LONGEST || plain.split(' ').length > MOST_WORDS || !/\p{L}{3}/u.test(plain)) return false
  if (ENDS_OTHERWISE.test(plain) && !inCapitals(plain)) return false
  return !SAYS.test(plain) && labelOf(line) === null && !isTemplateWord(plain)
}

function beginsBlock(document: Document, line: Line): boolean {
  const above = document.lines[line.number - 2]
  return above !== undefined && (above.text === '' || above.apart === 'rule')
}

function hasBelow(document: Document, line: Line): boolean {
  const below = document.lines[line.number]
  return below !== undefined && below.text !== '' && below.heading === null
}

/** The lines below are set in. */
function isOverIndented(document: Document, line: Line): boolean {
  const below = document.lines[line.number]
  return below !== undefined && below.text !== '' && below.marker === null && below.indent > line.indent
}

/** Blank lines around it, and text behind them. */
function isAlone(document: Document, line: Line): boolean {
  const [below, next] = [document.lines[line.number], document.lines[line.number + 1]]
  return below?.text === '' && next !== undefined && next.text !== '' && next.heading === null
}
