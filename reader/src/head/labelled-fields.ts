import { looksLikeName } from '../../../language/names.ts'
import { isFunction, isOffice } from '../../../language/offices.ts'
import { timesIn } from '../../../language/times.ts'
import { trimmed, withoutEnd } from '../../../language/trim.ts'
import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { type Labelled, labelsOf } from '../lines/labels.ts'
import { stateOfLabel } from '../people/states.ts'
import { clockIn } from './clock.ts'
import { headFieldsOf, type LabelField } from './fields.ts'
import { personOf } from './person.ts'
import { dayIn, type Said } from './said.ts'
import { segmentsOf } from './segments.ts'

const NOTHING = /^(?:[-–—.…?]*|n\. ?n\.?|offen|tbd|tba|siehe .*|keine?r?)$/i
const BRACKETS = / ?\([^()]*\)/g
const NAMES_SPLIT = /[,;/&]| und | sowie /
/** "Samstag Ines", "danach Thea" */
const BEFORE_NAME =
  /^(?:(?:danach|dann|später|anschließend|ab hier|\p{Lu}\p{Ll}{1,12}tag|Mittwoch|und) ){1,2}(?=\p{Lu})/u
/** "Malte ab TOP 3" */
const TIME_BEHIND = /,? (?:ab|bis) (?:TOP|\d)/
const LONGEST_NAMES = 80
const LONGEST_VALUE = 200
/** Labels of the head stand among so many first lines with text; of who led and wrote, and of the end, also among the last. */
const FIRST_LINES = 40
const LAST_LINES = 15
const SEGMENT_LINES = 14

/**
 * The fields of the head that stand as labels: in the front matter, as "Ort: …", as rows of a table, as a heading with
 * its value below. `lines` are the lines that hold nothing else.
 */
export function labelledFields(document: Document, reference: string | null): { said: Said[]; lines: Set<number> } {
  const said: Said[] = []
  const lines = new Set<number>()
  const { first, last } = margins(document)
  const labels = [
    ...eventLabels(document),
    ...frontMatterLabels(document),
    ...first.flatMap(line => [
      ...(line.cells ? rowLabels(document, line) : lineLabels(document, line)),
      ...headingLabels(document, line),
    ]),
    ...last.flatMap(line => lineLabels(document, line).filter(({ field }) => ALSO_LAST.has(field))),
  ]
  for (const { field, labelled } of labels) {
    const values = valuesOf(field, labelled, reference)
    if (values.length > 0) lines.add(labelled.line)
    said.push(...values)
  }
  for (const line of first.slice(0, SEGMENT_LINES)) {
    const values = segmentLabels(line).flatMap(({ field, labelled }) => valuesOf(field, labelled, reference))
    if (values.length > 1) lines.add(line.number)
    said.push(...values)
  }
  return { said, lines }
}

const IN_SEGMENTS: ReadonlySet<LabelField> = new Set(['chair', 'minuteTaker', 'start', 'end'])
const ALSO_LAST: ReadonlySet<LabelField> = new Set(['chair', 'minuteTaker', 'end'])

type FieldLabel = { readonly field: LabelField; readonly labelled: Labelled }

function margins(document: Document): { first: Line[]; last: Line[] } {
  const lines = document.lines.filter(line => line.text !== '' && (line.apart === null || line.apart === 'code'))
  return { first: lines.slice(0, FIRST_LINES), last: lines.slice(FIRST_LINES).slice(-LAST_LINES) }
}

function frontMatterLabels(document: Document): FieldLabel[] {
  return (document.frontMatter?.fields ?? []).flatMap(({ key, values }) => {
    const value = values.map(one => one.text).join('; ')
    const line = values[0]?.line
    if (line === undefined) return []
    const label = key.replaceAll('_', ' ')
    return headFieldsOf(label).flatMap(field =>
      field === 'title' ? [] : [{ field, labelled: { label, value: field === 'date' ? dayOnly(value) : value, line } }],
    )
  })
}

/** What sites with a calendar call the day of the meeting in the front matter of its minutes; its time is the beginning. */
const EVENT = /^(?:event|event_?date|event_?start|start_?date|sitzung(?:stermin|sdatum)?|termin|when|wann)$/i
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/

/** "event: 2019-05-03 19:30:00" goes before a `date`, which may be that of publishing. */
function eventLabels(document: Document): FieldLabel[] {
  const event = document.frontMatter?.fields.find(({ key, values }) => EVENT.test(key) && values.length === 1)
  const [one] = event?.values ?? []
  const match = one ? DAY_AND_TIME.exec(one.text) : null
  if (!one || !match) return []
  const day: FieldLabel = { field: 'date', labelled: { label: event!.key, value: match[1]!, line: one.line } }
  const time = match[2] === undefined || match[2] === '00:00' ? null : match[2]
  return time ? [day, { field: 'start', labelled: { ...day.labelled, value: time } }] : [day]
}

/** The time in the date of a front matter is that of publishing. */
function dayOnly(value: string): string {
  const at = value.search(/[T ]\d{2}:\d{2}/)
  return at < 0 ? value : value.slice(0, at)
}

function lineLabels(document: Document, line: Line): FieldLabel[] {
  return labelsOf(line, isLabel).flatMap(labelled => {
    const value = labelled.value === '' ? valueBelow(document, line) : labelled.value
    return fieldLabels({ ...labelled, value })
  })
}

/** Of a line that says several things in short those that a label alone does not tell. */
function segmentLabels(line: Line): FieldLabel[] {
  return segmentsOf(line)
    .flatMap(fieldLabels)
    .filter(({ field }) => IN_SEGMENTS.has(field))
}

/** Rows of labels and values in turn ("Datum | 3.5. | Ort | Saal"), or a row of labels over one of values. */
function rowLabels(document: Document, line: Line): FieldLabel[] {
  const cells = line.cells!.map(cell => withoutEnd(plainOf(cell), ' :'))
  const known = cells.filter(isLabel).length
  if (known >= 2 && known * 2 > cells.length) {
    const values = nextRow(document, line)
    return values
      ? cells.flatMap((label, at) =>
          fieldLabels({ label, value: plainOf(values.cells![at] ?? ''), line: values.number }),
        )
      : []
  }
  return cells.flatMap((label, at) =>
    at % 2 === 0 && cells[at + 1] !== undefined ? fieldLabels({ label, value: cells[at + 1]!, line: line.number }) : [],
  )
}

/** The only row below a head row; more of them are a table of something else. */
function nextRow(document: Document, line: Line): Line | null {
  const [below, more] = document.lines.slice(line.number, line.number + 3).filter(next => next.apart !== 'rule')
  return below?.cells && !more?.cells ? below : null
}

/** A joint label gives each of its fields its part of the value, or all of it. */
function fieldLabels(labelled: Labelled): FieldLabel[] {
  const fields = headFieldsOf(labelled.label).filter(field => field !== 'title')
  const values = labelled.value.split(/ ?(?:\/|\|) ?/)
  const each = fields.length > 1 && values.length === fields.length
  return fields.map((field, at) => ({ field, labelled: each ? { ...labelled, value: values[at]! } : labelled }))
}

function isLabel(word: string): boolean {
  return headFieldsOf(word).length > 0 || stateOfLabel(word) !== null
}

/** "### Protokollführung" with a name on the next line. */
function headingLabels(document: Document, line: Line): FieldLabel[] {
  if (line.heading === null || line.body.endsWith(':')) return []
  const label = plainOf(line.body)
  const fields = headFieldsOf(label).filter(field => field !== 'title' && field !== 'when-where')
  const below = document.lines
    .slice(line.number, line.number + 3)
    .find(next => next.text !== '' && next.apart !== 'rule')
  if (!below || below.heading !== null || below.cells) return []
  return fields.map(field => ({ field, labelled: { label, value: plainOf(below.body), line: below.number } }))
}

/** The value of a label that ends its line: the next line, when that is no label. */
function valueBelow(document: Document, line: Line): string {
  const below = document.lines[line.number]
  if (!below || below.heading !== null || below.cells) return ''
  return labelsOf(below, isLabel).some(({ label }) => isLabel(label)) ? '' : plainOf(below.body)
}

function valuesOf(field: LabelField, { value, line }: Labelled, reference: string | null): Said[] {
  if (NOTHING.test(value)) return []
  switch (field) {
    case 'date':
      return whenWhere(value, line, reference, false)
    case 'when-where':
      return whenWhere(value, line, reference, true)
    case 'start':
    case 'end':
    case 'time':
      return timesOf(field, value, line, reference)
    case 'chair':
    case 'minuteTaker':
      return namesOf(field, value, line)
    default:
      return value.length <= LONGEST_VALUE ? [{ field, value: withoutEnd(value, ',;.\\'), line }] : []
  }
}

/** "20.15" and "20" need no "Uhr" behind a label that asks for a time. */
const CLOCK_ALONE = /^((?:ca\.?|gegen|um|von|ab) )?(\d{1,2})(?:\.(\d{2}))?$/

function timesOf(field: 'start' | 'end' | 'time', value: string, line: number, reference: string | null): Said[] {
  const clock = CLOCK_ALONE.test(value) ? `${value} Uhr` : value
  const time = clockIn(clock)
  const later = timesIn(clock)[1]
  if (!time) return []
  if (field === 'end') return [{ field: 'end', value: time.until ?? time.start, line }]
  const date = dayIn(value, reference)
  const until = time.until ?? (field === 'time' ? later?.start : undefined)
  return [
    ...(date ? [{ field: 'date' as const, value: date.from!, line }] : []),
    { field: 'start', value: time.start, line },
    ...(until ? [{ field: 'end' as const, value: until, line }] : []),
  ]
}

function whenWhere(value: string, line: number, reference: string | null, withPlace: boolean): Said[] {
  const date = dayIn(value, reference)
  const time = clockIn(date ? ' '.repeat(date.end) + value.slice(date.end) : value)
  const found: Said[] = []
  if (date) found.push({ field: 'date', value: date.from!, line })
  if (date && time) found.push({ field: 'start', value: time.start, line })
  if (date && time?.until) found.push({ field: 'end', value: time.until, line })
  const before = value.slice(0, Math.min(date?.at ?? value.length, time?.at ?? value.length))
  const behind = value.slice(Math.max(date?.end ?? 0, time?.end ?? 0))
  const place = [before, behind].map(text => trimmed(text, ' ,;:–-')).find(text => text.length > 2)
  if (withPlace && place) found.push({ field: 'place', value: place, line })
  return found
}

function namesOf(field: 'chair' | 'minuteTaker', value: string, line: number): Said[] {
  if (value.length > LONGEST_NAMES) return []
  const names = value
    .replace(BRACKETS, '')
    .split(NAMES_SPLIT)
    .map(name =>
      personOf(
        name
          .trim()
          .replace(/^@|(?<! \p{Lu})[.:]$/gu, '')
          .replace(BEFORE_NAME, '')
          .split(TIME_BEHIND)[0]!,
      ),
    )
    .filter(name => name !== '')
  const persons = withoutBeside(names)
  const fits = persons.length > 0 && persons.every(name => looksLikeName(name) || isHandle(name))
  return fits ? [{ field, value: persons.join('; '), line }] : []
}

/** "Walter Pohl, Präsident", "Marvin Pohl, Amt 50": what stands beside a person is none. */
function withoutBeside(names: readonly string[]): readonly string[] {
  const persons = names.filter(name => !isOffice(name) && !isFunction(name))
  if (persons.length === 0) return names
  return persons[0]!.includes(' ') ? persons.filter((name, at) => at === 0 || looksLikeName(name)) : persons
}

function isHandle(name: string): boolean {
  return /^[\p{L}\p{N}_.-]+$/u.test(name) && /\p{L}{2}/u.test(name)
}
