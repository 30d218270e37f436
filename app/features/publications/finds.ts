import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Id } from '../../ground/schema.ts'
import { listPeople } from '../directory/finds.ts'
import type { ApprovalShown, PublicationsShown, PublishedShown } from './contract.ts'
import type { WordedNoun } from './model.ts'
import { allPublications, findSubject, publishedNow } from './store.ts'

/** What the network has published, for everybody. */
export const findPublished = async (viewer: Viewer): Promise<PublishedShown> => ({
  published: await publishedNow(viewer),
  zone: viewer.network.timeZone,
})

/** Every publication with who approved it and whether it was withdrawn; null for whoever publishes nothing. */
export async function findPublications(viewer: Viewer): Promise<PublicationsShown | null> {
  if (!mayAct(viewer, 'publication.approve')) return null
  const publications = await allPublications(viewer)
  return {
    publications: publications.map(({ bodyId, ...row }) => ({
      ...row,
      can: {
        withdraw:
          row.withdrawnAt === null && row.door === 'public' && mayAct(viewer, 'publication.withdraw', { bodyId }),
      },
    })),
    zone: viewer.network.timeZone,
  }
}

/** The form for publishing something; null where the viewer may not. */
export const findApproval =
  (noun: WordedNoun) =>
  async (viewer: Viewer, { id }: { id: Id }): Promise<ApprovalShown | null> => {
    const subject = await findSubject(viewer, noun, id)
    if (!subject || !mayAct(viewer, 'publication.approve', subject)) return null
    const people = (await listPeople(viewer)).map(({ name }) => name)
    const { text, day } = subject
    // A meeting is announced by its name; what was said inside has to be written anew.
    return { id, noun, text, day, proposal: noun === 'meeting' ? text : '', people, zone: viewer.network.timeZone }
  }
