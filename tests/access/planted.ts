import { asViewer, type Viewer } from '../../app/access/viewer.ts'
import { visible } from '../../app/access/visible.ts'
import type { AskerAtDoor } from '../../app/features/account/model.ts'
import { agendaLines, findCommitmentList } from '../../app/features/commitments/finds.ts'
import { meetingDoors } from '../../app/features/meetings/routes.ts'
import { guestEntries } from '../../app/features/minutes/finds.ts'
import { doors } from '../../app/server.ts'
import type { Door } from '../../app/ui/doors.tsx'

/** Faults that the matrix must notice; each is one that somebody could make on a Monday morning. */
export const faults = ['filter', 'count', 'agenda'] as const
export type Fault = (typeof faults)[number]

/** A filter is removed: entries are shown whatever agenda item they stand under. Returns what puts it back. */
export function plantFilter(): () => void {
  const kept = visible.entries
  Object.assign(visible, {
    entries: (viewer: Viewer) =>
      viewer.db
        .selectFrom('entry')
        .where('entry.network_id', '=', viewer.network.id)
        .where('entry.minutes_id', 'in', visible.minutes(viewer).select('minutes.id')),
  })
  return () => Object.assign(visible, { entries: kept })
}

/** A count is taken unfiltered, or an agenda carries over what its source sees instead of what its reader sees. */
export function plantedDoors(fault: Fault | null): readonly Door<AskerAtDoor, Viewer>[] {
  if (fault === 'count')
    return doors.map(door =>
      door.path === '/commitments' && door.method === 'get'
        ? {
            ...door,
            find: async (viewer, input) => ({
              ...((await door.find(viewer, input)) as object),
              counts: await uncounted(viewer, input),
            }),
          }
        : door,
    )
  if (fault === 'agenda') {
    const carried = meetingDoors({
      guestEntries,
      agendaSource: (viewer, control) => asEverybody(viewer, all => agendaLines(all, control)),
    })
    return doors.map(door => carried.find(other => other.path === door.path && other.method === door.method) ?? door)
  }
  return doors
}

const uncounted = (viewer: Viewer, input: never) =>
  asEverybody(viewer, async all => (await findCommitmentList(all, input)).counts)

const asEverybody = <T>(viewer: Viewer, use: (all: Viewer) => Promise<T>): Promise<T> =>
  asViewer(
    viewer.ground,
    { network: viewer.network, language: 'de', as: { kind: 'system', name: 'demo' } },
    'read',
    use,
  )
