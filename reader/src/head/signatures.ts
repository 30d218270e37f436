import { cue } from '../../../language/cues.ts'
import { looksLikeName, withoutTitles } from '../../../language/names.ts'
import { isFunction } from '../../../language/offices.ts'
import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { headFieldOf } from './fields.ts'
import { dayIn, type Said } from './said.ts'
import { namesMeeting } from './title.ts'

const LAST_LINES = 25
/** Nothing among the first lines is a signature, however short the text. */
const NOT_BEFORE = 6
const NAME_WITH_FUNCTION = cue(
  /^(?:gez\.?:? )?([^(),]{3,50}?)(?:,| -| –)? \(?((?:Versammlungs|Sitzungs|Protokoll|Schrift|Gesprächs)\p{L}+|Vorsitzende[rn]?|Protokoll|Aktuar(?:in)?|Moderation)(?:in)?\)?$/u,
)
/** "f.d.R.: R. Pohl", "Für das Protokoll: Th. Pohl, 9.2.", "notiert von M. Pohl" */
const FOR_THE_MINUTES = cue(
  /^(?:f\. ?d\. ?R\. ?(?:d\. ?P\.)?:?|Für (?:das Protokoll|die Richtigkeit(?: des Protokolls)?):?(?: gez\.)?|(?:notiert|aufgezeichnet|protokolliert|mitgeschrieben|aufgeschrieben) (?:von|durch)|gez\.:?) (\p{Lu}[\p{L}. -]{1,40}?)(?:,.{0,40})?$/u,
)
const PLACE_AND_DATE = cue(
  /^(?!\p{L}+(?:tag|woch|abend),)(\p{Lu}[\p{L}.-]{1,30}(?: \p{L}[\p{L}.-]{0,20}){0,3}), (?:den |der |am )?\d{1,2}\. ?[\p{L}\d]{1,9}\.? ?\d{2,4}\.?$/u,
)

/**
 * What the signatures at the end say: who led, who wrote, place and day of signing. Forms: "Name (Funktion)", a name over
 * a function, a table with functions over names.
 */
export function signaturesOf(document: Document, reference: string | null): Said[] {
  const lines = lastLines(document)
  return lines.flatMap((line, at) => [
    ...fromLine(line, reference),
    ...namesBelow(line, lines[at + 1]).flatMap(({ office, name, line }) => roleSaid(office, name, line)),
    ...fromPair(line, lines[at + 1]),
  ])
}

/** The person who signs in a table as `office` ("den Präsidenten" under "Präsident"), or null. */
export function holderOf(document: Document, office: string): string | null {
  const lines = lastLines(document)
  const signed = lines.flatMap((line, at) => namesBelow(line, lines[at + 1]))
  return signed.find(one => sameOffice(one.office, office))?.name ?? null
}

/** The first line of the signatures, which stand behind line `after`; the line behind the end where there are none. */
export function signatureFrom(document: Document, after: number): number {
  const first = signaturesOf(document, null).find(said => said.line > after)
  return first?.line ?? document.lines.length + 1
}

function lastLines(document: Document): Line[] {
  return document.lines.filter(line => line.text !== '' && line.apart === null).slice(-LAST_LINES)
}

function fromLine(line: Line, reference: string | null): Said[] {
  if (line.cells) return []
  const plain = plainOf(line.body)
  const match = plain.length <= 100 ? NAME_WITH_FUNCTION.exec(plain) : null
  const field = match && roleField(match[2]!)
  if (match && field && looksLikeName(match[1]!)) return [{ field, value: withoutTitles(match[1]!), line: line.number }]
  const minutes = plain.length <= 100 ? FOR_THE_MINUTES.exec(plain) : null
  if (minutes && looksLikeName(minutes[1]!))
    return [{ field: 'minuteTaker', value: withoutTitles(minutes[1]!), line: line.number }]
  const signed = plain.length <= 80 ? PLACE_AND_DATE.exec(plain) : null
  const date = signed && dayIn(plain, reference)
  if (
    !signed ||
    !date ||
    line.number <= NOT_BEFORE ||
    line.marker !== null ||
    line.heading !== null ||
    namesMeeting(signed[1]!)
  )
    return []
  return [
    { field: 'date', value: date.from!, line: line.number },
    { field: 'place', value: signed[1]!, line: line.number },
  ]
}

type Signed = { readonly office: string; readonly name: string; readonly line: number }

/** A row of functions over a row of names. */
function namesBelow(functions: Line, names: Line | undefined): Signed[] {
  if (!functions.cells || !names?.cells) return []
  return functions.cells.flatMap((cell, column) => {
    const name = plainOf(names.cells![column] ?? '')
    return looksLikeName(name) ? [{ office: plainOf(cell), name: withoutTitles(name), line: names.number }] : []
  })
}

function roleSaid(office: string, name: string, line: number): Said[] {
  const field = roleField(office)
  return field ? [{ field, value: name, line }] : []
}

/** A name, and its function on the next line. */
function fromPair(line: Line, next: Line | undefined): Said[] {
  if (!next || line.cells || next.cells) return []
  const name = plainOf(line.body)
  const office = plainOf(next.body)
  if (!name.includes(' ') || !looksLikeName(name) || !isFunction(office)) return []
  return roleSaid(office, withoutTitles(name), line.number)
}

function roleField(role: string): 'chair' | 'minuteTaker' | null {
  const field = headFieldOf(role)
  return field === 'chair' || field === 'minuteTaker' ? field : null
}

function sameOffice(a: string, b: string): boolean {
  const stem = (word: string) =>
    word
      .toLowerCase()
      .replace(/^(?:der|die|den|dem) /, '')
      .replace(/(?:innen|in|en|e[rn]?)$/, '')
  return stem(a) === stem(b)
}
