import { cue } from '../../../language/cues.ts'
import { remembered } from '../../../language/remembered.ts'
import { isAgendaWord, isTopMarker } from '../agenda/titles.ts'
import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { labelOf } from '../lines/labels.ts'
import { stateOfLabel } from '../people/states.ts'
import type { Field } from '../reading.ts'
import { headFieldOf } from './fields.ts'

const MEETING_WORD = cue(
  /protokoll|niederschrift|verhandlungsschrift|sitzung|versammlung|treffen|plenum|besprechung|konferenz|klausur|jour fixe|runde|beirat|ausschuss|meeting|telko|stammtisch|mitschrift|ergebnisse/i,
)
const NAMES_MINUTES = /^(?:\p{L}{0,20}protokoll|niederschrift|sitzungsniederschrift)/iu
const SENTENCE_END = /(?<!e\. ?V)[.;]$/
/** The title stands among the first lines that say anything. */
const FIRST_LINES = 8
const LONGEST_TITLE = 250
const LONGEST_ALONE = 90

/**
 * The title as written, without heading marks: the main heading, the `title` of the front matter, or a first line that
 * names a meeting. Null if the text has none.
 */
export function titleOfDocument(document: Document): Field | null {
  const heading = mainHeading(document)
  const written = document.frontMatter?.fields.find(({ key }) => /^(?:title|titel)$/i.test(key))?.values[0]
  if (written && !(heading?.heading === 1 && MEETING_WORD.test(heading.body)))
    return { value: written.text, lines: { from: written.line, to: written.line } }
  const named = firstLines(document).find(
    (line, at) =>
      isTitleLine(line) &&
      !isListedInside(line, document) &&
      (at === 0 || (at === 1 && NAMES_MINUTES.test(line.text)) || startsParagraph(line, document)),
  )
  const line =
    heading && (!named || heading.number <= named.number || heading.heading === 1)
      ? heading
      : (named ?? firstAlone(document))
  if (!line) return null
  const value = plainOf(line.heading === null || line.marker === null ? titleText(line) : `${line.marker} ${line.body}`)
  return value === '' ? null : { value, lines: { from: line.number, to: line.number } }
}

/** True of words that can name a meeting ("Vorstandssitzung", "Protokoll"). */
export const namesMeeting = remembered((text: string): boolean => {
  return MEETING_WORD.test(text)
})

function titleText(line: Line): string {
  return line.heading === null ? line.text : line.body
}

function firstLines(document: Document): Line[] {
  return document.lines.filter(line => line.text !== '' && line.apart === null && !line.cells).slice(0, FIRST_LINES)
}

/** The first heading, if it stands above the others or names a meeting, and heads nothing that minutes have inside. */
function mainHeading(document: Document): Line | null {
  const heading = firstLines(document).find(line => line.heading !== null)
  if (!heading || isTopMarker(heading.marker)) return null
  const plain = plainOf(heading.body)
  if (stateOfLabel(plain) || isAgendaWord(plain) || headFieldOf(plain)) return null
  const equals = document.lines.some(line => line.heading === heading.heading && line.number > heading.number)
  return !equals || MEETING_WORD.test(plain) || /\d{4}/.test(plain) ? heading : null
}

/** Where no line names a meeting, the first one is the title, if it is short and says nothing else. */
function firstAlone(document: Document): Line | null {
  const [first] = firstLines(document)
  if (!first || first.marker !== null || first.text.length > LONGEST_ALONE || labelOf(first)) return null
  const plain = plainOf(first.body)
  return SENTENCE_END.test(plain) || isAgendaWord(plain) || stateOfLabel(plain) || headFieldOf(plain) ? null : first
}

function isTitleLine(line: Line): boolean {
  const plain = plainOf(line.text)
  if (line.heading === null && leadsList(line)) return false
  return (
    plain.length <= LONGEST_TITLE && /^[^\p{Ll}]/u.test(plain) && MEETING_WORD.test(plain) && !SENTENCE_END.test(plain)
  )
}

/** Words before a list ("Sitzungsablauf:"). */
function leadsList({ text }: Line): boolean {
  return text.endsWith(':') && !NAMES_MINUTES.test(text)
}

/** An entry of a list under a heading is part of the minutes: "## Orga" › "- Protokoll hochladen". */
function isListedInside(line: Line, document: Document): boolean {
  return (
    line.marker !== null &&
    /^[-*+•]$/.test(line.marker) &&
    document.lines.some(l => l.heading !== null && l.number < line.number)
  )
}

/** A title begins a paragraph; a wrapped sentence about the meeting does not. */
function startsParagraph(line: Line, document: Document): boolean {
  const above = document.lines[line.number - 2]
  return above === undefined || above.text === '' || above.apart !== null
}
