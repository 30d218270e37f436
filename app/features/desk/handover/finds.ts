import type { Viewer } from '../../../access/viewer.ts'
import { firesNext } from '../../commitments/consequence/finds.ts'
import { openCommitmentLines } from '../../commitments/list/finds.ts'
import { isCurrent } from '../../directory/model.ts'
import { findPapers } from '../../papers/finds.ts'
import { listOf } from '../../papers/model.ts'
import type { HandoverShown } from './contract.ts'
import { meetingsToCome, peopleInOffice, selectOrganizations } from './store.ts'

/** More than this nobody hands over on paper. */
const MOST = 5000
/** Of what fires, those that have a day at all. */
const EVER = '9999-12-31'

/** What whoever leaves hands to whoever comes; null for who does not coordinate. */
export async function findHandover(viewer: Viewer): Promise<HandoverShown | null> {
  if (!viewer.coordinator) return null
  const organizations = await selectOrganizations(viewer)
  const papers = (await findPapers(viewer, { list: 'all' }))?.papers ?? []
  const fires = await firesNext(viewer, { until: EVER, limit: MOST })
  return {
    today: viewer.today,
    zone: viewer.network.timeZone,
    commitments: await openCommitmentLines(viewer, MOST),
    fires: fires.flatMap(({ consequence: { id, kind, wording, firesOn, body, to }, commitment }) =>
      firesOn
        ? [{ id, kind, wording, on: firesOn, commitment: commitment.name, to: body?.name ?? to?.name ?? null }]
        : [],
    ),
    papers: papers
      .filter(({ state }) => ['open', 'drafted'].includes(listOf(state)))
      .map(({ id, name, body, state, since, openYears }) => ({ id, name, body, state, since, openYears })),
    meetings: await meetingsToCome(viewer),
    people: await peopleInOffice(viewer),
    organizations: organizations
      .filter(({ startDate, endDate }) => isCurrent({ startDate: startDate ?? viewer.today, endDate }, viewer.today))
      .map(({ id, name, website, outside }) => ({ id, name, website, outside })),
  }
}
