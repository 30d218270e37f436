import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Table } from '../../ground/documents/document.ts'
import { fileOf, type Leaving } from '../../ground/documents/write.ts'
import type { FileAnswer } from '../../ui/file-answer.ts'
import { membersOn } from '../directory/finds.ts'
import { letterOf } from '../network/finds.ts'
import { agendaDocument, headOf, type Letter, textsOf } from './agenda/documents.ts'
import type { MeetingDocumentInput } from './contract.ts'
import { attendanceOf, meetingPage } from './finds.ts'
import type { Attendee, Meeting, MeetingSlots } from './model.ts'
import { findMeeting, isWhole } from './store.ts'

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
