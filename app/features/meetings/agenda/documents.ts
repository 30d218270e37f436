import type { Block, Document, Field, Table } from '../../../ground/documents/document.ts'
import type { Leaving } from '../../../ground/documents/write.ts'
import { languageOf, type Texts, texts } from '../../../texts/texts.ts'
import { dayText } from '../../../ui/dates.tsx'
import type { AgendaItem, AgendaLine, Meeting } from '../model.ts'

/** What a document of the network brings with it: language, letterhead, words in the foot. */
export type Letter = Omit<Document, 'title' | 'blocks'>
export type Settled = Pick<Meeting, 'body' | 'day' | 'startTime' | 'endTime' | 'place'>
export type AgendaTold = Settled & {
  readonly name: string
  readonly agenda: readonly (Pick<AgendaItem, 'number' | 'title'> & {
    readonly commitments?: readonly AgendaLine[] | null
  })[]
}

export const textsOf = (tag: string) => {
  const language = languageOf(tag)
  return { t: texts(language), day: (day: string) => dayText(language, day, 'weekday') }
}

/** Which meeting it is; what is not settled is left out. */
export function headOf({ body, day: on, startTime, endTime, place }: Settled, language: string): Block {
  const { t, day } = textsOf(language)
  const fields = [
    { label: t('minutes.head.body'), value: body?.name },
    { label: t('minutes.head.date'), value: on && day(on) },
    { label: t('minutes.head.start'), value: startTime && t('ui.time', { time: startTime }) },
    { label: t('minutes.head.end'), value: endTime && t('ui.time', { time: endTime }) },
    { label: t('minutes.head.place'), value: place },
  ]
  return { kind: 'fields', fields: fields.filter((field): field is Field => Boolean(field.value)) }
}

/** Items with their numbers, and below each control of minutes what is still open. */
export function agendaDocument(meeting: AgendaTold, letter: Letter): Leaving {
  const { t } = textsOf(letter.language)
  const table: Table = {
    columns: [
      { label: t('documents.agenda.number'), kind: 'number' },
      { label: t('documents.agenda.item'), kind: 'text' },
    ],
    rows: meeting.agenda.map(({ number, title }) => [number ?? '', title]),
  }
  const open = meeting.agenda.flatMap(({ commitments }) => commitments ?? [])
  const blocks: Block[] = [
    headOf(meeting, letter.language),
    table.rows.length > 0
      ? { kind: 'table', table }
      : { kind: 'paragraph', label: null, text: t('documents.agenda.none') },
  ]
  if (open.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: t('meetings.control.open', { count: open.length }) })
    blocks.push({ kind: 'table', table: openTable(open, letter.language) })
  }
  const title = t('documents.agenda.title', { name: meeting.name })
  return { document: { ...letter, title, blocks }, table, day: meeting.day }
}

function openTable(lines: readonly AgendaLine[], tag: string): Table {
  const { t } = textsOf(tag)
  const language = languageOf(tag)
  return {
    columns: ['commitment', 'owner', 'due', 'state'].map(name => ({
      label: t(`commitments.${name as 'owner'}`),
      // The last two take no more room than they need.
      kind: name === 'due' || name === 'state' ? 'day' : 'text',
    })),
    rows: lines.map(({ wording, owner, due, state }) => [
      ...[wording, ownerText(owner, t)],
      due.day ? dayText(language, due.day, 'short') : (due.words ?? t('commitments.due.nothing')),
      t(`commitments.state.${state}`),
    ]),
  }
}

function ownerText({ kind, name }: AgendaLine['owner'], t: Texts): string {
  if (kind === 'nobody') return t('commitments.owner.nobody')
  return name ?? t(`commitments.owner.hidden.${kind}`)
}
