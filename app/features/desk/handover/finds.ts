import type { Viewer } from '../../../access/viewer.ts'
import { armedConsequences } from '../../commitments/consequence/finds.ts'
import { openCommitmentLines } from '../../commitments/list/finds.ts'
import { isCurrent } from '../../directory/model.ts'
import { openPapers } from '../../papers/finds.ts'
import type { HandoverShown } from './contract.ts'
import { meetingsToCome, peopleInOffice, selectOrganizations } from './store.ts'

/** More than this nobody hands over on paper. */
const MOST = 5000

/** What whoever leaves hands to whoever comes; null for who does not coordinate. */
export async function findHandover(viewer: Viewer): Promise<HandoverShown | null> {
  if (!viewer.coordinator) return null
  const organizations = await selectOrganizations(viewer)
  return {
    today: viewer.today,
    zone: viewer.network.timeZone,
    commitments: await openCommitmentLines(viewer, MOST),
    consequences: (await armedConsequences(viewer, MOST)).map(({ consequence, commitment }) => ({
      ...{ id: consequence.id, kind: consequence.kind, wording: consequence.wording, commitment },
      ...{ firesOn: consequence.firesOn, answered: consequence.answered },
    })),
    papers: await openPapers(viewer),
    meetings: await meetingsToCome(viewer),
    people: await peopleInOffice(viewer),
    organizations: organizations
      .filter(({ startDate, endDate }) => isCurrent({ startDate: startDate ?? viewer.today, endDate }, viewer.today))
      .map(({ id, name, website, outside }) => ({ id, name, website, outside })),
  }
}
