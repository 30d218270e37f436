import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Block, Document, Field, Table } from '../../ground/documents/document.ts'
import { fileOf, type Leaving } from '../../ground/documents/write.ts'
import { languageOf, type Texts, texts } from '../../texts/texts.ts'
import { dayText } from '../../ui/dates.tsx'
import type { FileAnswer } from '../../ui/file-answer.ts'
import { membersOn } from '../directory/finds.ts'
import { letterOf } from '../network/finds.ts'
import type { MeetingDocumentInput, MeetingShown } from './contract.ts'
import { attendanceOf, meetingPage } from './finds.ts'
import type { AgendaLine, Attendee, Meeting, MeetingSlots } from './model.ts'
import { findMeeting, isWhole } from './store.ts'

type Letter = Omit<Document, 'title' | 'blocks'>

/** The agenda as a file: what the viewer may see of it, with what is open from earlier meetings. */
export const agendaFile =
  (slots: MeetingSlots) =>
  async (viewer: Viewer, { id, format }: MeetingDocumentInput): Promise<FileAnswer | null> => {
    const meeting = await meetingPage(slots)(viewer, { id })
    if (!meeting) return null
    return fileOf(agendaDocument(meeting, await letterOf(viewer)), format, viewer.actor)
  }

/**
 * The list on which those who come sign: whoever is on record, before that the members of the body on the day of the
 * meeting. For who prepares the meeting; null for all others.
 */
export async function attendanceFile(viewer: Viewer, { id, format }: MeetingDocumentInput): Promise<FileAnswer | null> {
  const meeting = await findMeeting(viewer, id)
  if (!meeting || !(await isWhole(viewer, id))) return null
  if (!mayAct(viewer, 'meeting.change', { id, bodyId: meeting.body?.id ?? null })) return null
  const recorded = (await attendanceOf(viewer, id)) ?? []
  const expected = recorded.length > 0 || !meeting.body ? [] : await expectedIn(viewer, meeting.body.id, meeting.day)
  const list = attendanceDocument(meeting, recorded.length > 0 ? recorded : expected, await letterOf(viewer))
  return fileOf(list, format, viewer.actor)
}

type Expected = Pick<Attendee, 'name' | 'onBehalfOf'> & { readonly state?: Attendee['state'] }

async function expectedIn(viewer: Viewer, bodyId: string, day: string | null): Promise<Expected[]> {
  const members = await membersOn(viewer, bodyId, day ?? viewer.today)
  const named = members.map(({ person, onBehalfOf }) => ({ name: person.name, onBehalfOf: onBehalfOf?.name ?? null }))
  return named.sort((a, b) => a.name.localeCompare(b.name))
}

const textsOf = (tag: string) => {
  const language = languageOf(tag)
  return { t: texts(language), day: (day: string) => dayText(language, day, 'weekday') }
}

/** Which meeting it is; what is not settled is left out. */
function headOf({ body, day: on, startTime, endTime, place }: Meeting, language: string): Block {
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
export function agendaDocument(meeting: MeetingShown, letter: Letter): Leaving {
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

/** Lines left free for who comes unexpected. */
const FREE_LINES = 6

/** Names with room to sign, and free lines below them. */
export function attendanceDocument(meeting: Meeting, attendees: readonly Expected[], letter: Letter): Leaving {
  const { t } = textsOf(letter.language)
  const states = attendees.some(({ state }) => state !== undefined)
  const rows = attendees.map(({ name, onBehalfOf, state }) => [
    ...[name, onBehalfOf ?? ''],
    ...(states ? [state ? t(`attendance.${state}`) : ''] : []),
    '',
  ])
  const columns: Table['columns'] = [
    { label: t('documents.sheet.name'), kind: 'text' },
    { label: t('documents.sheet.for'), kind: 'text' },
    ...(states ? [{ label: t('documents.sheet.state'), kind: 'day' } as const] : []),
    { label: t('documents.sheet.signature'), kind: 'room' },
  ]
  const free = Array.from({ length: FREE_LINES }, () => columns.map(() => ''))
  return {
    document: {
      ...letter,
      title: t('documents.sheet.title', { name: meeting.name }),
      blocks: [headOf(meeting, letter.language), { kind: 'table', table: { columns, rows: [...rows, ...free] } }],
    },
    table: { columns, rows },
    day: meeting.day,
  }
}
