import { act } from '../../../access/act.ts'
import { createLink, revokeLink } from '../../../access/link.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import type { Unsubscribe } from './contract.ts'
import { calendarLinks } from './store.ts'

/** A calendar that goes dark by itself is not noticed: the link lasts until it is revoked, or its person leaves. */
const YEARS = 10
const HOURS_A_YEAR = 8766
/** One for each device and some to spare. */
const MOST_LINKS = 10

/** Makes a link to one's own calendar. The secret is returned once. Problem: `too-many-tries` (ten are open). */
export const subscribe = act('calendar.subscribe', {
  noun: 'personal_link',
  subject: async ({ personId, takesPart }, _input: object) =>
    personId && takesPart ? { id: personId, owners: [personId] } : null,
  run: async (viewer, _input, { id: personId }): Promise<Outcome<{ id: Id; secret: string }>> => {
    if ((await calendarLinks(viewer)).length >= MOST_LINKS) return refused('too-many-tries')
    const expiresAt = viewer.ground.clock
      .instant()
      .add({ hours: YEARS * HOURS_A_YEAR })
      .toString()
    const { id, secret } = await createLink(viewer, {
      ...{ purpose: 'calendar.feed', subjectId: personId, personId, addressee: null, expiresAt },
    })
    return done({ id, secret })
  },
  about: ({ id }) => id,
})

/** Takes back a link to one's own calendar. */
export const unsubscribe = act('calendar.unsubscribe', {
  noun: 'personal_link',
  subject: async (viewer, { id }: Unsubscribe) => {
    const mine = (await calendarLinks(viewer)).some(link => link.id === id)
    return mine && viewer.personId ? { id, owners: [viewer.personId] } : null
  },
  run: async (viewer, _input, { id }) => {
    await revokeLink(viewer, id)
    return done({ id })
  },
})
