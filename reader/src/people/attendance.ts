import type { Document, Line } from '../lines/document.ts'
import { columnsOf } from '../lines/gaps.ts'
import { plainOf } from '../lines/inline.ts'
import { labelsOf } from '../lines/labels.ts'
import { paragraphsOf } from '../lines/paragraphs.ts'
import type { AttendanceState, Attendee } from '../reading.ts'
import { type Listed, listedIn } from './attendees.ts'
import { groupsBeside, headLength } from './groups.ts'
import { partOfList } from './list-parts.ts'
import { namesBeside, personsInSentences, rowOfNames } from './sentences.ts'
import { stateOfHeadLabel, stateOfLabel } from './states.ts'
import { type AttendanceTable, attendanceTable, tableUnder } from './tables.ts'
import { wrappedPersons } from './wrapped.ts'

/** A function that the list of attendance gives to a person: "Anna Lund (Protokoll)". */
export type Role = { readonly role: string; readonly name: string; readonly line: number }

/** `lines` holds the numbers of all lines that belong to the lists. */
export type Attendance = {
  readonly attendees: readonly Attendee[]
  readonly roles: readonly Role[]
  readonly lines: ReadonlySet<number>
}

/**
 * Reads who was present, absent, excused or a guest: from the front matter, from labels ("Anwesend: …"), from headings or
 * labels with a list below, and from tables. A person named twice counts once, in the state that says more.
 */
export function attendanceOf(document: Document): Attendance {
  const found: Found = { attendees: [], roles: [], lines: new Set() }
  fromFrontMatter(document, found)
  const head = headLength(document)
  for (let at = 0; at < document.lines.length; ) at = readAt(document, at, found, at < head)
  fromSentences(document, head, found)
  fromGroups(document, head, found)
  if (!found.attendees.some(({ state }) => state === 'present')) fromRow(document, found)
  return { attendees: eachOnce(found.attendees), roles: found.roles, lines: found.lines }
}

type Found = { readonly attendees: Attendee[]; readonly roles: Role[]; readonly lines: Set<number> }

function fromFrontMatter(document: Document, found: Found): void {
  for (const field of document.frontMatter?.fields ?? []) {
    const state = stateOfLabel(field.key.replaceAll('_', ' '))
    if (state) for (const value of field.values) take(found, listedIn(plainOf(value.text), true), value.line, state)
  }
}

/** Reads what begins at index `at`; returns the index of the next line that is still to be looked at. */
function readAt(document: Document, at: number, found: Found, inHead: boolean): number {
  const line = document.lines[at]!
  if (line.text === '' || (line.apart !== null && line.apart !== 'code')) return at + 1
  const table = attendanceTable(document, at)
  if (table) return takeTable(table, at, found)
  const openings = openingsOf(line, document.lines[at + 1], inHead)
  const last = openings.at(-1)
  if (!last) return at + 1
  const told = openings.map(opening => takeOpening(document, at, opening, opening === last, found))
  const goesOn = told.at(-1)!.end
  const open = last.value === '' || (/[,;]$/.test(last.value) && goesOn === at + 1)
  const below = open ? tableUnder(document, nextText(document, at + 1), last.state) : null
  if (below) {
    addLines(found, at, at + 1)
    return takeTable(below, nextText(document, at + 1), found)
  }
  const end = open ? readList(document, at + 1, last, found) : goesOn
  if (told.some(({ count }) => count > 0) || end > at + 1 || (open && line.heading !== null)) addLines(found, at, end)
  return end
}

/** Takes the persons of one opening; only the last of a line goes on below it. */
function takeOpening(document: Document, at: number, opening: Opening, isLast: boolean, found: Found) {
  const { persons, end } =
    isLast && opening.value !== ''
      ? wrappedPersons(document, at, opening.value)
      : { persons: listedIn(opening.value, false).map(person => ({ ...person, line: at + 1 })), end: at + 1 }
  for (const person of persons) take(found, [person], person.line, opening.state)
  return { count: persons.length, end: persons.length > 0 ? end : at + 1 }
}

function takeTable(table: AttendanceTable, at: number, found: Found): number {
  for (const row of table.persons) take(found, listedIn(plainOf(row.text), true), row.line, row.state)
  addLines(found, at, table.end)
  return table.end
}

/** "Anwesend:  Karl Huber    Petra Maier": persons in columns, with no comma between. */
function typedInColumns(line: Line, value: string): string {
  const columns = line.cells || value.includes(',') ? [] : columnsOf(line).slice(1)
  return columns.length > 1 && columns.join(' ') === value ? columns.join(', ') : value
}

/** The index of the next line with text from `at` on. */
function nextText(document: Document, at: number): number {
  let next = at
  while (document.lines[next]?.text === '') next += 1
  return next
}

type Opening = { readonly state: AttendanceState; readonly value: string }

/** Words that open lists: "Anwesend: A, B; entschuldigt: C", a heading "Gäste", "Anwesend sind A und B". */
function openingsOf(line: Line, below: Line | undefined, inHead: boolean): Opening[] {
  if (line.marker !== null && /^TOP/i.test(line.marker)) return []
  const stateOf = inHead && line.indent === 0 ? stateOfHeadLabel : stateOfLabel
  const labels = labelsOf(line, word => stateOf(word) !== null)
  if (labels.length > 0)
    return labels.flatMap(({ label, value }) => {
      const state = WHO.test(label) && listedIn(value, false).length < 2 ? null : stateOf(label)
      return state ? { state, value: typedInColumns(line, value) } : []
    })
  const plain = plainOf(line.body)
  if (line.heading === null && !isShort(plain)) return []
  if (line.marker !== null && !(below && below.marker !== null && below.indent > line.indent)) return []
  const state = stateOfLabel(plain)
  return state ? [{ state, value: '' }] : []
}

/** Of one person it says who does something. */
const WHO = /^wer$/i
const FIRST_LINES = 6
const LONGEST_SHORT = 50
const MOST_SHORT_WORDS = 4

function isShort(plain: string): boolean {
  return plain.length <= LONGEST_SHORT && !/[.!?,;]$/.test(plain) && plain.split(' ').length <= MOST_SHORT_WORDS
}

/** Reads the persons below an opening, from index `from`; returns the index behind the list. */
function readList(document: Document, from: number, opening: Opening, found: Found): number {
  let { state } = opening
  let end = from
  let marker: string | null | undefined
  let role: string | null = null
  let gap = false
  let inline = false
  const ticks = document.lines.slice(from, from + MOST_BOXES).some(line => TICKED.test(line.marker ?? ''))
  for (let at = from; at < document.lines.length; at += 1) {
    const line = document.lines[at]!
    if (line.text === '') {
      gap = marker !== undefined
      continue
    }
    if (line.apart === 'comment' || (line.apart === 'rule' && end === from)) continue
    if ((line.apart !== null && line.apart !== 'code') || line.cells) return end
    const unfinished = /[,;]$/.test(document.lines[end - 1]?.text ?? '')
    const part = partOfList(line, { gap, unfinished, marker })
    if (part === null) return end
    if (part.group && inline) state = 'present'
    inline = part.state !== null && part.persons.length > 0
    state = part.state ?? state
    const here = UNTICKED.test(line.marker ?? '') && ticks ? part.persons.filter(person => person.state) : part.persons
    take(
      found,
      role === null ? here : here.map(person => ({ ...person, role: person.role ?? role })),
      line.number,
      state,
    )
    role = part.opens ? part.role : null
    marker = part.opens ? undefined : kindOf(line)
    gap = false
    end = at + 1
  }
  return end
}

/** Where some boxes are ticked, the others are of those who did not come. */
const TICKED = /^(?:\[[xX✓]\]|[☑✓✔])$/
const UNTICKED = /^(?:\[ ?\]|☐)$/
const MOST_BOXES = 40

/** Lists are of one kind where their marks are: bullets, boxes, numbers, or none. */
function kindOf(line: Line): string | null {
  if (line.marker === null) return null
  if (/\d/.test(line.marker)) return '1'
  return line.marker.startsWith('[') ? '[' : line.marker
}

/** What sentences tell ("Da waren Anna, Ben und Frau Pohl."); a paragraph that holds nothing else belongs to the lists. */
function fromSentences(document: Document, head: number, found: Found): void {
  const free = document.lines.filter(line => !found.lines.has(line.number))
  for (const { text, from, lineAt } of paragraphsOf(free)) {
    for (const { persons, state, at, whole } of personsInSentences(text, from <= head)) {
      take(found, persons, lineAt(at), state)
      if (whole) found.lines.add(from)
    }
  }
}

/** Where nobody says who came, a bare row of names among the first lines does, or what stands beside day and place. */
function fromRow(document: Document, found: Found): void {
  const first = document.lines.filter(({ text, apart }) => text !== '' && apart === null).slice(0, FIRST_LINES)
  for (const line of first) {
    const row = line.marker === null && line.apart === null && !line.cells ? rowOfNames(plainOf(line.body)) : null
    if (!row) continue
    take(found, row.persons, line.number, 'present')
    if (row.whole) found.lines.add(line.number)
    return
  }
  const section = first.findIndex(({ heading }, at) => at > 1 && heading !== null)
  for (const line of first.slice(0, section < 0 ? FIRST_LINES : section)) {
    if (line.marker === null && line.heading === null && !line.cells && !found.lines.has(line.number))
      take(found, namesBeside(plainOf(line.body)), line.number, 'present')
  }
}

/** "Vorsitz: …", "Verwaltung: …" between or beside the lists, which count as lists then. */
function fromGroups(document: Document, head: number, found: Found): void {
  for (const { line, persons } of groupsBeside(document.lines.slice(0, head), found.lines)) {
    take(found, persons, line, 'present')
  }
}

function addLines(found: Found, from: number, end: number): void {
  for (let at = from; at < end; at += 1) found.lines.add(at + 1)
}

/** Adds the persons; returns how many there were. */
function take(found: Found, persons: readonly Listed[], line: number, state: AttendanceState): number {
  for (const person of persons) {
    const lines = { from: line, to: line }
    found.attendees.push({ name: person.name, state: person.state ?? state, onBehalfOf: person.onBehalfOf, lines })
    if (person.role) found.roles.push({ role: person.role, name: person.name, line })
  }
  return persons.length
}

/** The same name once; who is a guest is not present too. */
function eachOnce(attendees: readonly Attendee[]): Attendee[] {
  const first = new Map<string, Attendee>()
  for (const attendee of attendees) {
    const key = attendee.name.toLowerCase()
    const earlier = first.get(key)
    if (!earlier || (earlier.state === 'present' && attendee.state === 'guest')) first.set(key, attendee)
  }
  return [...first.values()]
}
