import { cue } from '../../../language/cues.ts'
import type { Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { hasTitleForm, numberOf, titleTextOf } from './titles.ts'

const FEWEST_TOP_ITEMS = 2
/** A number may be left out in the row, not more. */
const WIDEST_STEP = 2
const FEWEST_IN_BLOCK = 3
const LONGEST_LETTERED = 80
/** "Karla Pohl  49  3  2": votes behind a name. */
const COUNTS = cue(/\p{L} \d{1,4} \d{1,4}(?: \d{1,4})?$/u)
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

/**
 * The lines of plain text that head items by a number ("0. Regularien", "0.1 Begrüßung", "II. Finanzen", "a) Kasse"):
 * titles whose numbers go on from each other. A list within an item ("Wünsche: 1. … 2. … 3. …") stands below a line that
 * ends with ':' or line on line. `lines` are the lines of the minutes without blank ones. Empty unless at least two outer
 * items are found.
 */
export function numberedTitles(lines: readonly Line[]): Line[] {
  const inLists = linesInLists(lines)
  const candidates = lines.filter(line => isNumbered(line) && !inLists.has(line.number))
  const outerIndent = candidates[0]?.indent ?? 0
  const neighbours = new Map(lines.map((line, at) => [line, { before: lines[at - 1], after: lines[at + 1] }]))
  const found: Line[] = []
  let top: number | null = null
  let letter: string | null = null
  let outerItems = 0
  const lettered = !candidates.some(line => !isLetter(numberOf(line.marker)!))
  for (const line of candidates) {
    if (line.indent > outerIndent || !hasTitleForm(titleTextOf(line.body))) continue
    const number = numberOf(line.marker)!
    if (isLetter(number)) {
      const next: string = letter === null ? 'a' : String.fromCharCode(letter.charCodeAt(0) + 1)
      if ((top === null && !lettered) || number !== next || line.body.length > LONGEST_LETTERED) continue
      letter = number
      if (top === null) outerItems += 1
    } else if (number.includes('.')) {
      if (outerOf(number) !== top) continue
    } else {
      const value = outerOf(number)
      if (!isNext(value, top) && !(value === top && standsAlone(line, neighbours.get(line)!))) continue
      top = value
      letter = null
      outerItems += 1
    }
    found.push(line)
  }
  return outerItems >= FEWEST_TOP_ITEMS ? found : []
}

function isNumbered(line: Line): boolean {
  return line.heading === null && numberOf(line.marker) !== null && !COUNTS.test(line.body)
}

function isLetter(number: string): boolean {
  return /^[a-z]$/.test(number)
}

function outerOf(number: string): number {
  const outer = number.split('.')[0]!
  return ROMAN.includes(outer) ? ROMAN.indexOf(outer) + 1 : Number.parseInt(outer, 10)
}

function isNext(number: number, top: number | null): boolean {
  return top === null ? number <= 1 : number > top && number <= top + WIDEST_STEP
}

type Neighbours = { readonly before: Line | undefined; readonly after: Line | undefined }

/** Blank lines around it: then even a number that was there before heads an item. */
function standsAlone({ number }: Line, { before, after }: Neighbours): boolean {
  return before?.number !== number - 1 && after?.number !== number + 1
}

/** Numbered lines that follow line on line, three or more (letters: two), or below a line that ends with ':'. */
function linesInLists(lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  for (let at = 0; at < lines.length; ) {
    const leadIn = at > 0 && isLeadIn(lines[at - 1]!)
    const end = leadIn ? listEnd(lines, at) : blockEnd(lines, at)
    const fewest = end > at && isLetter(numberOf(lines[at]!.marker)!) ? 2 : FEWEST_IN_BLOCK
    if (end - at >= fewest || (leadIn && end > at)) for (const line of lines.slice(at, end)) found.add(line.number)
    at = Math.max(end, at + 1)
  }
  return found
}

/** The index behind a run of numbered lines without a line between. */
function blockEnd(lines: readonly Line[], from: number): number {
  let end = from
  while (isSingleNumber(lines[end])) {
    if (end > from && lines[end]!.number !== lines[end - 1]!.number + 1) break
    if (end > from && isLetter(numberOf(lines[end]!.marker)!) !== isLetter(numberOf(lines[from]!.marker)!)) break
    end += 1
  }
  return end
}

/** Below a lead-in the entries may stand apart, as exports write them, while each counts on from the one before. */
function listEnd(lines: readonly Line[], from: number): number {
  const tight = blockEnd(lines, from)
  if (tight - from !== 1) return tight
  let end = tight
  while (isSingleNumber(lines[end]) && follows(lines[end - 1]!, lines[end]!)) end += 1
  return end
}

function follows(before: Line, line: Line): boolean {
  return outerOf(numberOf(line.marker)!) === outerOf(numberOf(before.marker)!) + 1
}

function isSingleNumber(line: Line | undefined): boolean {
  return line !== undefined && isNumbered(line) && !numberOf(line.marker)!.includes('.')
}

function isLeadIn(line: Line): boolean {
  return line.heading === null && plainOf(line.text).endsWith(':')
}
