import type { Viewer } from '../../access/viewer.ts'
import { firesNext } from '../commitments/consequence/finds.ts'
import { commitmentLines } from '../commitments/list/finds.ts'
import type { MorningInput, MorningShown } from './contract.ts'
import { BRIEFLY, daysAfter, dueLists, FIRES_AHEAD, LISTED, type MorningList, morningLists } from './model.ts'
import { comingMeetings, dueIds, silent, waiting } from './store.ts'

/** What the day asks of the coordination: all of it in brief, or one list. Null for everybody else. */
export async function findMorning(viewer: Viewer, input: MorningInput): Promise<MorningShown | null> {
  if (!viewer.coordinator) return null
  const list = input.list ?? null
  const ids = await dueIds(viewer)
  const [asked, { answers, drafts }] = [await silent(viewer), await waiting(viewer)]
  const meetings = await comingMeetings(viewer)
  const until = daysAfter(viewer.today, FIRES_AHEAD)
  const fires = await firesNext(viewer, { until, limit: LISTED })
  const all = { ...ids, fires, asked, drafts, answers, meetings } satisfies Record<MorningList, readonly unknown[]>
  const shown = (one: MorningList) => (list === null ? BRIEFLY : one === list ? LISTED : 0)
  const cut = dueLists.map(one => ids[one].slice(0, shown(one)))
  const lines = new Map((await commitmentLines(viewer, [...new Set(cut.flat())])).map(line => [line.id, line]))
  const due = dueLists.map((one, at) => [one, cut[at]!.flatMap(id => lines.get(id) ?? [])])
  return {
    ...{ today: viewer.today, zone: viewer.network.timeZone, list },
    counts: Object.fromEntries(
      morningLists.map(one => [one, Math.min(all[one].length, LISTED)]),
    ) as MorningShown['counts'],
    more: morningLists.filter(one => all[one].length > LISTED),
    due: Object.fromEntries(due) as MorningShown['due'],
    asked: asked.slice(0, shown('asked')),
    fires: fires.slice(0, shown('fires')).map(({ consequence, commitment }) => ({
      ...{ id: consequence.id, kind: consequence.kind, on: consequence.firesOn!, commitment },
    })),
    drafts: drafts.slice(0, shown('drafts')),
    answers: answers.slice(0, shown('answers')),
    meetings: meetings.slice(0, shown('meetings')),
  }
}
