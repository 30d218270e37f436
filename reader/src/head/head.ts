import { datesIn } from '../../../language/dates.ts'
import { sameName } from '../../../language/names.ts'
import { isOffice } from '../../../language/offices.ts'
import { timesIn } from '../../../language/times.ts'
import type { Document, Line } from '../lines/document.ts'
import { type Paragraph, paragraphsOf } from '../lines/paragraphs.ts'
import type { Attendance, Role } from '../people/attendance.ts'
import type { Field, Finding, Head, HeadField } from '../reading.ts'
import { bodyNameOf } from './body-name.ts'
import { dateLine } from './date-line.ts'
import { labelledFields } from './labelled-fields.ts'
import { fromOpener, fromOpening, fromSentences, whenAndWhere } from './prose.ts'
import type { Said } from './said.ts'
import { holderOf, signaturesOf } from './signatures.ts'
import { namesMeeting, titleOfDocument } from './title.ts'

/** The head, the lines that hold nothing else, and what is doubtful about it. */
export type HeadReading = {
  readonly head: Head
  readonly lines: ReadonlySet<number>
  readonly findings: readonly Finding[]
}

/**
 * Reads title, body, date, times, place, chair and minute-taker. Sources in their rank: front matter and labels, the
 * title, the opening sentences, functions in the list of attendance, sentences of the minutes, signatures.
 * `reference` (ISO) resolves a date without year; `attendance` completes a first name that a sentence says.
 */
export function headOf(document: Document, attendance: Attendance, reference: string | null): HeadReading {
  const title = titleOfDocument(document)
  const labelled = labelledFields(document, reference)
  const paragraphs = paragraphsOf(document.lines.filter(line => !attendance.lines.has(line.number)))
  const titled = title ? whenAndWhere(title.value, () => title.lines.from, reference) : []
  const day = [...labelled.said, ...titled].find(one => one.field === 'date')?.value ?? null
  const said: Said[] = [
    ...labelled.said,
    ...titled,
    ...firstTextLines(document).flatMap(line => dateLine(line, reference, day)),
    ...fromOpening(paragraphs, reference, day),
    ...attendance.roles.flatMap(fromRole),
    ...fromSentences(paragraphs).map(said => completed(said, attendance)),
    ...signaturesOf(document, reference),
    ...fromOpener(paragraphs),
  ]
  const head = headFrom(said, title, paragraphs, name => holderName(name, document))
  const lines = new Set([...labelled.lines, ...(title ? [title.lines.from] : []), ...dateLines(paragraphs, head)])
  return { head, lines, findings: dateFindings(head, paragraphs) }
}

/** The lines that may list day, times and place. */
function firstTextLines(document: Document): Line[] {
  return document.lines.filter(({ text, apart }) => text !== '' && apart === null).slice(0, DATE_LINES)
}

function headFrom(
  said: readonly Said[],
  title: Field | null,
  paragraphs: readonly Paragraph[],
  complete: (name: string) => string,
): Head {
  const pick = (field: HeadField): Field | null => {
    const first = said.find(one => one.field === field)
    return first ? { value: first.value, lines: { from: first.line, to: first.line } } : null
  }
  const who = (field: HeadField): Field | null => {
    const names = pick(field)
    return names && { ...names, value: names.value.split('; ').map(complete).join('; ') }
  }
  return {
    title,
    body: pick('body') ?? bodyOf(title, paragraphs),
    date: pick('date'),
    start: pick('start'),
    end: pick('end'),
    place: pick('place'),
    chair: who('chair'),
    minuteTaker: who('minuteTaker'),
  }
}

/** The line of the meeting's day, if it holds little else: "Dienstag, 7. Februar 2017, 19 Uhr". */
function dateLines(paragraphs: readonly Paragraph[], { date }: Head): number[] {
  const paragraph = paragraphs.find(({ from }) => from === date?.lines.from)
  if (!paragraph) return []
  const told = [...datesIn(paragraph.text), ...timesIn(paragraph.text)].reduce((sum, { at, end }) => sum + end - at, 0)
  return paragraph.text.length - told <= MOST_BESIDE_DATE ? [paragraph.from] : []
}

/** From the title; "PROTOKOLL" alone is followed by a line that says of what. */
function bodyOf(title: Field | null, paragraphs: readonly Paragraph[]): Field | null {
  const named = paragraphs
    .slice(0, FIRST_PARAGRAPHS)
    .filter(({ text }) => namesMeeting(text) && text.length <= LONGEST_LINE)
  const lines = named.map(({ text, from }) => ({ value: text, lines: { from, to: from } }))
  for (const { value, lines: at } of title ? [title, ...lines] : lines) {
    const body = bodyNameOf(value)
    if (body) return { value: body, lines: at }
  }
  return null
}

/** A sentence that calls somebody "Nils" means the one Nils of the list of attendance; a label is kept as written. */
function completed(said: Said, { attendees }: Attendance): Said {
  if ((said.field !== 'chair' && said.field !== 'minuteTaker') || said.value.includes(' ')) return said
  const same = new Set(attendees.map(({ name }) => name).filter(name => sameName(said.value, name)))
  return same.size === 1 ? { ...said, value: [...same][0]! } : said
}

/** "Präsident" is who signs as such. */
function holderName(name: string, document: Document): string {
  return isOffice(name) ? (holderOf(document, name) ?? name) : name
}

function fromRole({ role, name, line }: Role): Said[] {
  if (/prot|schrift|schreibt|tippt|notiz/i.test(role)) return [{ field: 'minuteTaker', value: name, line }]
  return /leitung|moderation|moderiert|leitet|^vors|ltg/i.test(role) ? [{ field: 'chair', value: name, line }] : []
}

const DAY_WITHOUT_YEAR = /(?<![\d.])\d{1,2}\.(?:\d{1,2}\.| ?\p{Lu}\p{L}{2,8})(?!\d| ?(?:19|20)\d)/u
const FIRST_PARAGRAPHS = 4
const DATE_LINES = 6
const LONGEST_LINE = 200
const MOST_BESIDE_DATE = 12

/** No date at all, or one whose year nobody says. */
function dateFindings(head: Head, paragraphs: readonly Paragraph[]): Finding[] {
  if (head.date) return []
  const day = paragraphs.slice(0, FIRST_PARAGRAPHS).find(({ text }) => DAY_WITHOUT_YEAR.test(text))
  if (!day) return [{ code: 'date-missing', lines: head.title?.lines ?? { from: 1, to: 1 } }]
  const line = day.lineAt(DAY_WITHOUT_YEAR.exec(day.text)!.index)
  return [{ code: 'year-missing', lines: { from: line, to: line } }]
}
