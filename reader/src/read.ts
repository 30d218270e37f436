import { forget } from '../../language/remembered.ts'
import { agendaOf } from './agenda/agenda.ts'
import { contextOf } from './context.ts'
import { entriesOf } from './entries/entries.ts'
import { readForm } from './form/form.ts'
import { headOf } from './head/head.ts'
import { dayWithYearBeside } from './head/lone-year.ts'
import { monthIn } from './head/said.ts'
import { signatureFrom } from './head/signatures.ts'
import { documentOf } from './lines/document.ts'
import { mentionsOf } from './mentions.ts'
import { attendanceOf } from './people/attendance.ts'
import type { Head, Reading } from './reading.ts'
import { wholeFindings } from './whole.ts'

/** Names the reader that made a reading; raised when its readings change. */
export const READER = 'rundtisch-reader 3'

/** `reference`: a day (`YYYY-MM-DD`) near the meeting, for dates without a year. `region` is reserved for holidays. */
export type ReadOptions = { readonly reference?: string | undefined; readonly region?: string | undefined }

/**
 * Reads German minutes: a text in (TXT or Markdown, any length, any content), a Reading out. Pure: no clock, no network,
 * no file; the same text gives the same reading. Never throws on content: what is no minutes gives a reading with the
 * finding `not-minutes`. Time grows with the length of the text.
 */
export function read(text: string, options: ReadOptions = {}): Reading {
  const own = readForm(text, options.reference ?? null)
  if (own) return { reader: READER, lineCount: text.split('\n').length, ...own, mentions: null }
  const { context, agenda, findings: ofHead } = contextOfText(text, options)
  const { entries, findings } = entriesOf(context)
  const whole = wholeFindings(context, agenda, entries, text)
  const reading = {
    reader: READER,
    lineCount: context.document.lines.length,
    head: context.head,
    attendance: context.attendance,
    agenda: agenda.items,
    entries,
    findings: [...ofHead, ...whole, ...findings],
    mentions: whole.some(({ code }) => code === 'not-minutes') ? mentionsOf(context.document, context.reference) : null,
  }
  forget()
  return reading
}

/** What is read before the entries: lines, head, attendance and agenda of a text, and what is doubtful about the head. */
export function contextOfText(text: string, options: ReadOptions = {}) {
  const document = documentOf(text)
  const attendance = attendanceOf(document)
  const handedIn = options.reference ?? dayWithYearBeside(document)
  const { head, lines, findings } = headOf(document, attendance, handedIn)
  const taken = new Set([...attendance.lines, ...lines])
  const agenda = agendaOf(document, taken)
  const reference = referenceOf(head, handedIn)
  const context = contextOf({ document, reference, head, attendance: attendance.attendees }, agenda, {
    head: taken,
    attendance: attendance.lines,
    signatureFrom: signatureFrom(document, agenda.sections.at(-1)?.from ?? 0),
  })
  return { context, agenda, findings }
}

/** The day from which words count: the meeting's, else the first of the month that the title names, else the one handed in. */
function referenceOf(head: Head, handedIn: string | null): string | null {
  if (head.date) return head.date.value
  const month = monthIn(head.title?.value ?? '')
  return month?.from ? `${month.from}-01` : handedIn
}
