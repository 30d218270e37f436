import type { Agenda } from './agenda/agenda.ts'
import type { Document } from './lines/document.ts'
import { governingOf } from './lines/governing.ts'
import type { AgendaItem, Attendee, Head } from './reading.ts'

/** The places of minutes: title and head fields, list of attendance, list of agenda items, the minutes, the signatures. */
export type Section = 'head' | 'attendance' | 'agenda-list' | 'minutes' | 'signature'

/**
 * What the entries may look at: the lines and everything that was read before them.
 * - `reference`: the day from which words such as "morgen" count: the meeting's date, else the one handed in; ISO or null.
 * - `agendaItemAt(line)`: index into `agenda` of the innermost item under whose heading the line stands, null before the
 *   first one and in head and signature.
 * - `headingsAt(line)`: what governs the line, outermost first: section headings, then the lead-in lines ending with ':'
 *   ("Lernerfahrungen:"), all without marks and without the colon. An agenda item closes the sections before it and is
 *   not among them.
 * - `sectionAt(line)`: what sort of place it is; entries are looked for in 'minutes' only.
 */
export type Context = {
  readonly document: Document
  readonly reference: string | null
  readonly head: Head
  readonly attendance: readonly Attendee[]
  readonly agenda: readonly AgendaItem[]
  agendaItemAt(line: number): number | null
  headingsAt(line: number): readonly string[]
  sectionAt(line: number): Section
}

/** The lines that head, attendance and signatures took. */
export type Taken = {
  readonly head: ReadonlySet<number>
  readonly attendance: ReadonlySet<number>
  /** The first line of the signatures; a line behind the end where there are none. */
  readonly signatureFrom: number
}

/** Puts together what was read; the look-ups take constant time. */
export function contextOf(
  known: Pick<Context, 'document' | 'reference' | 'head' | 'attendance'>,
  agenda: Agenda,
  taken: Taken,
): Context {
  const { lines } = known.document
  const items = itemsByLine(lines.length, agenda, taken.signatureFrom)
  const headings = governingOf(lines, new Set(agenda.sections.map(section => section.from)))
  return {
    ...known,
    agenda: agenda.items,
    agendaItemAt: line => items[line - 1] ?? null,
    headingsAt: line => headings[line - 1] ?? [],
    sectionAt: line => sectionAt(line, agenda, taken),
  }
}

function itemsByLine(count: number, agenda: Agenda, signatureFrom: number): (number | null)[] {
  const items: (number | null)[] = new Array(count).fill(null)
  const sections = agenda.sections
  for (const [at, section] of sections.entries()) {
    const end = Math.min(sections[at + 1]?.from ?? count + 1, signatureFrom)
    if (end > section.from) items.fill(section.item, section.from - 1, end - 1)
  }
  return items
}

function sectionAt(line: number, agenda: Agenda, taken: Taken): Section {
  if (taken.attendance.has(line)) return 'attendance'
  if (taken.head.has(line)) return 'head'
  if (line >= taken.signatureFrom) return 'signature'
  const { list } = agenda
  const listed = list !== null && !list.holdsMinutes && line >= list.from && line <= list.to
  return listed && !agenda.sections.some(section => section.from === line) ? 'agenda-list' : 'minutes'
}
