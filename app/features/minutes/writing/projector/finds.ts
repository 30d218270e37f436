import { mayAct } from '../../../../access/may.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import { writtenOf } from '../finds.ts'
import * as store from '../store.ts'
import type { ProjectorInput, ProjectorShown } from './contract.ts'

/**
 * What the wall of the room shows to everybody there, for one who writes: an item with its text as it stands. A closed
 * item is covered, title and all, until he uncovers it. Null for whoever does not write, and for an item that is not
 * there for him.
 */
export async function findProjector(
  viewer: Viewer,
  { id, item, open }: ProjectorInput,
): Promise<ProjectorShown | null> {
  const meeting = await store.findWritingMeeting(viewer, id)
  if (!meeting || !mayAct(viewer, 'minutes.write', meeting)) return null
  const items = await writtenOf(viewer, meeting)
  const now = item === undefined ? items[0] : items.find(one => one.id === item)
  if (!now && item !== undefined) return null
  const covered = now?.closed && open !== 'yes'
  return {
    meeting: { id, name: meeting.name },
    items: items.map(({ id: itemId, number, title, last, closed }) => ({
      ...{ id: itemId, number, last, closed },
      title: closed ? '' : title,
    })),
    now: now
      ? {
          ...{ id: now.id, number: now.number, closed: now.closed, duration: now.duration },
          title: covered ? null : now.title,
          text: covered ? null : now.text,
        }
      : null,
  }
}
