import { Temporal } from 'temporal-polyfill'
import type { Asker } from '../app/access/act.ts'
import { asViewer, type Viewer } from '../app/access/viewer.ts'
import { proposeEntry, publishEntry } from '../app/features/accountability/acts.ts'
import { findEntries, findProposal } from '../app/features/accountability/finds.ts'
import { findCommitmentList } from '../app/features/commitments/finds.ts'
import { steadyClock } from '../app/ground/clock.ts'
import type { Day } from '../app/ground/schema.ts'
import { kept } from './kept.ts'

/** What somebody took on in the open round: the table gives account of it. Nothing where it has done so already. */
export async function recordAccount(now: Asker, founded: Day): Promise<void> {
  const day = Temporal.PlainDate.from(founded).subtract({ days: 10 }).toString()
  const asker: Asker = { ...now, ground: { ...now.ground, clock: steadyClock(`${day}T09:00:00Z`) } }
  const read = <T>(find: (viewer: Viewer) => Promise<T>) => asViewer(asker.ground, asker.identity, 'read', find)
  const before = (await read(findEntries))?.entries ?? []
  const waiting = before.find(({ standing }) => standing === 'ripe')
  if (before.length > 0 && !waiting) return
  const { items } = await read(viewer => findCommitmentList(viewer, { list: 'open' }))
  const own = items.find(({ body, owner }) => body.name === 'Offene Runde' && owner.kind === 'person')
  if (!own) return
  const proposal = await read(viewer => findProposal(viewer, { id: own.id }))
  const { id } = waiting ?? {
    ...kept(
      await proposeEntry(asker, {
        ...{ id: own.id, wording, askedOn: proposal!.entry.askedOn, email: '', language: undefined, days: 14 },
        ...{ approved: true, seen: proposal!.mark },
      }),
    ),
  }
  kept(await publishEntry(asker, { id }))
}

const wording = 'Der Tisch klärt mit dem Schulamt, wann die wartenden Kinder anfangen können.'
