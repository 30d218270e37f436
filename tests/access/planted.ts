import { z } from 'zod'
import { asViewer, type Viewer } from '../../app/access/viewer.ts'
import { visible } from '../../app/access/visible.ts'
import type { AskerAtDoor } from '../../app/features/account/model.ts'
import { agendaLines, findCommitmentList } from '../../app/features/commitments/finds.ts'
import { meetingDoors } from '../../app/features/meetings/routes.ts'
import { queueMail } from '../../app/ground/outbox.ts'
import { done } from '../../app/ground/problems.ts'
import { doors, meetingSlots } from '../../app/server.ts'
import { type Door, file } from '../../app/ui/doors.tsx'
import type { DoorCase } from './doors.ts'

export type MountedDoor = Door<AskerAtDoor, Viewer>

/**
 * Faults that the matrix must notice; each is one that somebody could make on a Monday morning. Beside each, where a
 * short run looks: a door, the filters (`nouns`), or the outbox (`mails`). The whole matrix finds all of them.
 */
export const faults = {
  /** A filter is removed: entries are shown whatever agenda item they stand under. */
  filter: '/minutes/:id',
  /** A count is taken over everything. */
  count: '/commitments',
  /** The calendar to subscribe to asks the table instead of the filter. */
  feed: '/calendar.ics',
  /** A new door hands out a record by its id, as a file. */
  export: '/readings/:id/export.json',
  /** Lines of the journal are shown to everybody. */
  journal: 'nouns',
  /** The file behind minutes is handed to whoever knows their id. */
  attachment: '/minutes/:id/source',
  /** The stream of what is written hands out changes whatever item they stand under. */
  live: '/meetings/:id/writing/live',
  /** Asking an owner takes the address from the table instead of asking who may still be written to. */
  mail: 'mails',
  /** A page that was made for one is kept and given to the next. */
  cache: '/meetings/:id',
  /** An agenda carries over what its source sees instead of what its reader sees. */
  agenda: '/meetings/:id',
} as const
export type Fault = keyof typeof faults
export const faultNames = Object.keys(faults) as Fault[]

/** The matrix's rows for doors that exist only while a fault is planted. */
export const plantedCases: Readonly<Record<string, DoorCase>> = {
  'get /readings/:id/export.json': { noun: 'reading' },
}

/** Removes a filter, and returns what puts it back. */
export function plantFilter(fault: Fault | null): () => void {
  const kept = { entries: visible.entries, journal: visible.journal, itemsToWrite: visible.itemsToWrite }
  if (fault === 'filter')
    Object.assign(visible, {
      entries: (viewer: Viewer) =>
        viewer.db
          .selectFrom('entry')
          .where('entry.network_id', '=', viewer.network.id)
          .where('entry.minutes_id', 'in', visible.minutes(viewer).select('minutes.id')),
    })
  if (fault === 'journal')
    Object.assign(visible, {
      journal: (viewer: Viewer) => viewer.db.selectFrom('journal').where('journal.network_id', '=', viewer.network.id),
    })
  if (fault === 'live')
    Object.assign(visible, {
      itemsToWrite: (viewer: Viewer) =>
        viewer.db.selectFrom('agenda_item').where('agenda_item.network_id', '=', viewer.network.id),
    })
  return () => Object.assign(visible, kept)
}

/** The doors of the house with one fault among them, mounted the way every door is. */
export function plantedDoors(fault: Fault | null): readonly MountedDoor[] {
  if (fault === 'count') return withFind('get /commitments', addCounts)
  if (fault === 'attachment') return withFind('file /minutes/:id/source', asEverybodyFinds)
  if (fault === 'cache') return withFind('get /meetings/:id', kept)
  if (fault === 'feed') return withFind('feed /calendar.ics', asEverybodyFinds)
  if (fault === 'export') return [exported, ...doors]
  if (fault === 'mail')
    return doors.map(door => (nameOf(door) === 'post /commitments/:id/links' ? careless(door) : door))
  if (fault === 'agenda') {
    const carried = meetingDoors({
      ...meetingSlots,
      agendaSource: (viewer, control) => asEverybody(viewer, all => agendaLines(all, control)),
    })
    return doors.map(door => carried.find(other => nameOf(other) === nameOf(door)) ?? door)
  }
  return doors
}

const nameOf = ({ method, path }: MountedDoor) => `${method} ${path}`

type Find = (viewer: Viewer, input: never) => Promise<unknown>

const withFind = (name: string, change: (find: Find) => Find): readonly MountedDoor[] =>
  doors.map(door =>
    nameOf(door) === name && 'find' in door ? ({ ...door, find: change(door.find) } as MountedDoor) : door,
  )

const addCounts =
  (find: Find): Find =>
  async (viewer, input) => {
    const { counts } = await asEverybody(viewer, all => findCommitmentList(all, input))
    return { ...((await find(viewer, input)) as object), counts }
  }

const asEverybodyFinds =
  (find: Find): Find =>
  (viewer, input) =>
    asEverybody(viewer, all => find(all, input))

/** Kept by what was asked for, and not by who asked. */
function kept(find: Find): Find {
  const answers = new Map<string, unknown>()
  return async (viewer, input) => {
    const asked = JSON.stringify(input)
    const answer = answers.get(asked) ?? (await find(viewer, input))
    if (answer) answers.set(asked, answer)
    return answer
  }
}

const textFile = (mediaType: string, lines: readonly string[]) => ({
  ...{ mediaType, fileName: 'all.txt' },
  bytes: new TextEncoder().encode(lines.join('\n')),
})

const exported = file({
  path: '/readings/:id/export.json',
  input: z.object({ id: z.uuid() }),
  find: async ({ db }: Viewer, { id }) => {
    const reading = await db.selectFrom('reading').where('id', '=', id).selectAll().executeTakeFirst()
    return reading ? textFile('application/octet-stream', [JSON.stringify(reading)]) : null
  },
})

/** Asks whoever was named at the address that the table holds. */
const careless = (door: MountedDoor): MountedDoor =>
  ({
    ...door,
    act: ({ ground, identity }: AskerAtDoor, { id, to }: { id: string; to: string }) =>
      asViewer(ground, { ...identity, as: { kind: 'system', name: 'demo' } }, 'write', async viewer => {
        const person = await viewer.db.selectFrom('person').where('id', '=', to).selectAll().executeTakeFirst()
        await queueMail(viewer, { recipient: person?.email ?? '', language: 'de', subject: 'X', content: 'X' })
        return done({ id, linkId: id })
      }),
  }) as MountedDoor

const asEverybody = <T>(viewer: Viewer, use: (all: Viewer) => Promise<T>): Promise<T> =>
  asViewer(
    viewer.ground,
    { network: viewer.network, language: 'de', as: { kind: 'system', name: 'demo' } },
    'read',
    use,
  )
