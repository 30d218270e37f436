import type { Viewer } from '../../access/viewer.ts'
import { findCommitmentList } from '../commitments/finds.ts'
import { listMeetings } from '../meetings/finds.ts'
import type { Meeting } from '../meetings/model.ts'
import { readingList } from '../minutes/reading/finds.ts'

type Commitments = Awaited<ReturnType<typeof findCommitmentList>>
type Readings = NonNullable<Awaited<ReturnType<typeof readingList>>>['readings']

export type HomeData = {
  readonly meetings: readonly Meeting[]
  /** Null for visitors: what binds whom is not shown to the public here. */
  readonly inside: {
    readonly mine: Commitments['items']
    readonly counts: Commitments['counts']
    readonly readings: Readings
    readonly mayRead: boolean
    /** Has a morning page. */
    readonly coordinates: boolean
  } | null
}

const SHOWN = 5

/** What matters first: to a visitor the meetings, to people of the network what binds them and what waits for them. */
export async function findHome(viewer: Viewer): Promise<HomeData> {
  const meetings = await listMeetings(viewer, { limit: SHOWN })
  if (viewer.kind !== 'person') return { meetings, inside: null }
  const { items, counts } = await findCommitmentList(viewer, { list: 'mine' })
  const readings = await readingList(viewer)
  const waiting = readings?.readings.filter(({ state }) => state === 'open') ?? []
  return {
    meetings,
    inside: {
      mine: items.slice(0, SHOWN),
      counts,
      readings: waiting.slice(0, SHOWN),
      mayRead: readings?.can.begin ?? false,
      coordinates: viewer.coordinator,
    },
  }
}
