import { type MinutesTold, minutesDocument } from '../../app/features/minutes/documents.ts'
import { convertFile } from '../../app/ground/converters/convert.ts'
import { type Document, type DocumentFormat, documentFormats } from '../../app/ground/documents/document.ts'
import { writeDocument } from '../../app/ground/documents/write.ts'
import { read } from '../../reader/src/read.ts'
import type { Entry, Reading } from '../../reader/src/reading.ts'
import { Chance } from '../worlds/chance.ts'
import { madeMinutes } from './made.ts'

/** What a planted fault takes out of the documents: the reader has to miss it. */
export const faults = ['details', 'labels', 'headings'] as const
export type Fault = (typeof faults)[number]

export type Readback = {
  /** Per format, the share of items that were written and read alike (F1 over all minutes). */
  readonly shares: Readonly<Record<DocumentFormat, number>>
  /** Per format, how many minutes were read back without any difference. */
  readonly whole: Readonly<Record<DocumentFormat, number>>
  readonly differences: readonly string[]
}

const letter: Omit<Document, 'title' | 'blocks'> = {
  language: 'de',
  direction: 'ltr',
  pages: { page: 'Seite', of: 'von' },
  letterhead: {
    name: 'Integrationsnetz Lindental',
    lines: ['Marktplatz 4, 12345 Lindental', '01234 567 · post@lindental.example'],
  },
}
const SHOWN = 12

/** Writes generated minutes in every format, reads them by our converters and our reader, and compares the items. */
export async function measureReadback(count: number, fault: Fault | null = null): Promise<Readback> {
  const told = Array.from({ length: count }, (_, seed) => madeMinutes(new Chance(seed + 1)))
  const differences: string[] = []
  const shares: [DocumentFormat, number][] = []
  const whole: [DocumentFormat, number][] = []
  for (const format of documentFormats) {
    let [alike, all, unharmed] = [0, 0, 0]
    for (const [at, minutes] of told.entries()) {
      const written = itemsWritten(minutes)
      const again = itemsRead(await readAgain(planted(minutesDocument(minutes, letter), fault), format))
      const missed = without(written, again)
      const added = without(again, written)
      alike += 2 * (written.length - missed.length)
      all += written.length + again.length
      if (missed.length + added.length === 0) unharmed += 1
      else if (differences.length < SHOWN) differences.push(`${format} ${at + 1} − ${missed[0]} + ${added[0]}`)
    }
    shares.push([format, Math.floor((10_000 * alike) / all) / 10_000])
    whole.push([format, unharmed])
  }
  return { shares: of(shares), whole: of(whole), differences }
}

const of = (pairs: readonly (readonly [DocumentFormat, number])[]) =>
  Object.fromEntries(pairs) as Record<DocumentFormat, number>

async function readAgain(document: Document, format: DocumentFormat): Promise<Reading> {
  const bytes = await writeDocument(document, format, null)
  const converted = await convertFile(bytes, `protokoll.${format}`)
  if (!converted.ok) throw new Error(`${format}: ${converted.code}`)
  return read(converted.value.text)
}

function planted(document: Document, fault: Fault | null): Document {
  if (fault === null) return document
  const blocks = document.blocks.map(block => {
    if (fault === 'details' && block.kind === 'paragraph') return { ...block, details: [] }
    if (fault === 'labels' && block.kind === 'paragraph') return { ...block, label: null }
    return fault === 'headings' && block.kind === 'heading' ? { ...block, text: `Zu ${block.text}` } : block
  })
  return { ...document, blocks }
}

/** Those of `items` that are not among `others`, each counted as often as it stands there. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1)
  return items.filter(item => {
    const more = left.get(item) ?? 0
    left.set(item, more - 1)
    return more <= 0
  })
}

/** Items as text, so that two are alike or not: no half point for nearly. */
const item = (section: string, told: object) => `${section} ${JSON.stringify(told)}`

function itemsWritten({ minutes, meeting, attendance, agenda, entries }: MinutesTold): string[] {
  const position = (id: string | null) => agenda.findIndex(one => one.id === id)
  const head = { date: minutes.day, start: meeting.startTime, end: meeting.endTime, place: meeting.place }
  return [
    item('head', { title: minutes.name, body: minutes.bodyName, ...head }),
    ...attendance.map(({ name, state, onBehalfOf }) => item('attendee', { name, state, onBehalfOf })),
    ...agenda.map(({ number, title, level }) => item('item', { number, title, level })),
    ...entries.map(entry => item('entry', { at: position(entry.agendaItemId), ...entryWritten(entry) })),
  ]
}

function entryWritten(entry: MinutesTold['entries'][number]): object {
  const { kind, content: text } = entry
  if (kind === 'decision') {
    const { yes, no, abstain, result, condition } = entry
    const votes = yes === null && no === null && abstain === null ? null : { yes, no, abstain }
    return { kind, text, result, votes, condition }
  }
  if (kind === 'task')
    return { kind, text, owners: entry.owners?.split(', ') ?? [], due: entry.dueOn ?? entry.dueWords }
  if (kind === 'appointment') {
    const { appointmentTitle: title, dateFrom: from, dateUntil: until, startTime: start, endTime: end, place } = entry
    return { kind, text, title, from: from ?? entry.appointmentWords, until, start, end, place }
  }
  if (kind === 'idea') return { kind, text, parked: entry.lookAgainOn !== null }
  if (kind === 'statement' || kind === 'wish') return { kind, text, from: entry.speaker }
  return { kind, text }
}

function itemsRead({ head, attendance, agenda, entries }: Reading): string[] {
  const { title, body, date, start, end, place } = head
  const of = (field: { value: string } | null) => field?.value ?? null
  const told = { title: of(title), body: of(body), date: of(date), start: of(start), end: of(end), place: of(place) }
  return [
    item('head', told),
    ...attendance.map(({ name, state, onBehalfOf }) => item('attendee', { name, state, onBehalfOf })),
    ...agenda.map(({ number, title, level }) => item('item', { number, title, level })),
    ...entries.map(entry => item('entry', { at: entry.agendaItem ?? -1, ...entryRead(entry) })),
  ]
}

function entryRead(entry: Entry): object {
  const { kind, text } = entry
  if (kind === 'decision') return { kind, text, result: entry.result, votes: entry.votes, condition: entry.condition }
  if (kind === 'task') return { kind, text, owners: entry.owners, due: entry.due?.from ?? entry.due?.words ?? null }
  if (kind === 'appointment') {
    const { from, until, start, end, words } = entry.when
    return { kind, text, title: entry.title, from: from ?? words, until, start, end, place: entry.place }
  }
  if (kind === 'idea') return { kind, text, parked: entry.parked }
  if (kind === 'statement') return { kind, text, from: entry.speaker }
  return kind === 'wish' ? { kind, text, from: entry.from } : { kind, text }
}
