import { trimmed } from '../../../language/trim.ts'
import type { Document, Line } from '../lines/document.ts'
import { columnsOf } from '../lines/gaps.ts'
import { plainOf } from '../lines/inline.ts'
import { labelOf } from '../lines/labels.ts'
import { isListOfPersons, type Listed, listedIn } from './attendees.ts'

/** The persons behind a label, each with its line, and the index behind the last line that was read. */
export type Wrapped = { readonly persons: readonly (Listed & { readonly line: number })[]; readonly end: number }

/** A shorter line was ended on purpose. */
const WRAPPED_FROM = 45
/** No list goes on for so long; the bound keeps it linear to put it together. */
const MOST_LINES = 300
const OPEN_END = /(?:[,;(&/]| und| sowie)$/
const GOES_ON = /^(?:und|sowie|u\.|\p{Ll})/u

/**
 * Reads the persons of a label's `value` that begins in line `at` (an index) and goes on in the next lines, as text of a
 * fixed width has it: behind a comma or an open bracket, or where a long line is followed by one of names.
 */
export function wrappedPersons(document: Document, at: number, value: string): Wrapped {
  let text = value
  let end = at + 1
  const { indent } = document.lines[at]!
  while (end - at < MOST_LINES && continues(text, { ...document.lines[end - 1]!, indent }, document.lines[end])) {
    const line = document.lines[end]!
    const apart = line.indent > indent && !OPEN_END.test(text) && !isOpen(text)
    text += `${apart ? ', ' : ' '}${columnsOf(line).map(plainOf).join(', ')}`
    end += 1
  }
  const lines = document.lines.slice(at, end)
  return { persons: placed(listedIn(trimmed(text, ' ,;'), false), lines), end }
}

function continues(text: string, line: Line, below: Line | undefined): boolean {
  if (!below || below.text === '' || below.apart !== null || below.cells) return false
  if (below.marker !== null || below.heading !== null || (below.body.includes(':') && labelOf(below) !== null))
    return false
  if (OPEN_END.test(text) || isOpen(text)) return true
  if (below.indent > line.indent && columnsOf(below).every(isListOfPersons)) return true
  const wrapped = line.text.length >= WRAPPED_FROM && !/[.!?]$/.test(text)
  return wrapped && (GOES_ON.test(below.body) || isListOfPersons(trimmed(plainOf(below.body), ' ,;.')))
}

function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')')
}

/**
 * Each person at the line that holds the end of the name, not before the person named before. Looked for behind that
 * person, and not far, so that a long line is not read anew for everybody in it.
 */
function placed(persons: readonly Listed[], lines: readonly Line[]): (Listed & { line: number })[] {
  let at = 0
  let from = 0
  return persons.map(person => {
    const family = person.name.split(' ').at(-1)!
    for (let index = at; index < Math.min(lines.length, at + LINES_AHEAD); index += 1) {
      const begin = index === at ? from : 0
      const found = lines[index]!.text.slice(begin, begin + SIGNS_AHEAD).indexOf(family)
      if (found < 0) continue
      at = index
      from = begin + found + family.length
      break
    }
    return { ...person, line: lines[at]!.number }
  })
}

const LINES_AHEAD = 8
const SIGNS_AHEAD = 600
