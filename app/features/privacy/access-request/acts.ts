import { act } from '../../../access/act.ts'
import { refuseStale } from '../../../access/fresh.ts'
import { done } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { findPersonOf } from '../trace/store.ts'
import { insertRequest } from './store.ts'

type Made = { readonly id: Id; readonly personId: Id }

/**
 * Makes what is known about a person ready to be fetched (Art. 15 GDPR): for the person at once, and for the
 * coordination, which hands it out. The journal says who asked for whose.
 * Problem: `sign-in-again`, for somebody else's.
 */
export const askAccess = act('accessRequest.ask', {
  noun: 'access_request',
  subject: async (viewer, { id }: { id?: Id | undefined }) => {
    const person = await findPersonOf(viewer, id ?? viewer.personId ?? NOBODY)
    return person && { id: person.id, owners: [person.id] }
  },
  about: ({ id }: Made) => id,
  run: async (viewer, _input: { id?: Id | undefined }, { id: personId }) => {
    const stale = personId === viewer.personId ? null : refuseStale(viewer)
    return stale ?? done({ id: await insertRequest(viewer, personId), personId })
  },
})
const NOBODY = '00000000-0000-0000-0000-000000000000'
