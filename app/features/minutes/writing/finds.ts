import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { findReplacedTerms } from '../../directory/term/finds.ts'
import { agendaOf } from '../../meetings/finds.ts'
import type { WritingShown } from './contract.ts'
import { textOf, type WritingMeeting, type Written } from './model.ts'
import * as store from './store.ts'

/** What the viewer writes under, in the order of the agenda as he sees it. */
export async function writtenOf(viewer: Viewer, meeting: WritingMeeting): Promise<Written[]> {
  const mine = await store.itemsToWrite(viewer, meeting.id)
  const texts = await store.textsOf(viewer, mine)
  const agenda = await agendaOf(viewer, { id: meeting.id, state: 'scheduled' })
  return agenda
    .filter(({ id }) => mine.has(id))
    .map(({ id, number, title, level, duration, audience, withoutAdministration }) => ({
      ...{ id, number, title, level, duration, closed: audience !== null || withoutAdministration },
      ...(texts.get(id) ?? { text: '', last: 0 }),
    }))
}

/** The page on which a body writes the minutes of a meeting to come or under way; null for everybody else. */
export async function findWriting(viewer: Viewer, { id }: { id: Id }): Promise<WritingShown | null> {
  const meeting = await store.findWritingMeeting(viewer, id)
  if (!meeting || !mayAct(viewer, 'minutes.write', meeting)) return null
  const items = await writtenOf(viewer, meeting)
  const open = meeting.readingId === null
  return {
    meeting: { ...meeting, readingId: mayAct(viewer, 'minutes.finish', meeting) ? meeting.readingId : null },
    items,
    today: viewer.today,
    replacedTerms: open ? await findReplacedTerms(viewer, items.map(({ text }) => text).join('\n')) : [],
    can: { write: open, finish: open && mayAct(viewer, 'minutes.finish', meeting) },
  }
}

/** What is being written, in the whole network, for whoever looks for a person in it. */
export async function writtenTexts(viewer: Viewer): Promise<{ id: Id; text: string }[]> {
  return (await store.writtenItems(viewer)).map(({ id, changes }) => ({ id, text: textOf(changes) }))
}
