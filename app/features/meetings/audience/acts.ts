import { act } from '../../../access/act.ts'
import { refusePublicAndClosed } from '../../../access/audiences.ts'
import { newReaders, type Readers } from '../../../access/readers.ts'
import { done, type Outcome, type Refusal, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import type { AgendaItemChange } from '../contract.ts'
import { areKnown, findMeeting } from '../store.ts'
import { findItem, itemReaders, updateItemAudience } from './store.ts'

/**
 * Says for whom an item is, and lets single persons in. An audience can only narrow that of the meeting; beyond it goes
 * a guest alone, by name. Problems: `person-unknown`, `choice-invalid` (who changes it would not see it any more),
 * `public-and-closed`, `audience-wider` (more people than before, not confirmed yet).
 */
export const changeAgendaItem = act('agendaItem.change', {
  noun: 'agenda_item',
  subject: async (viewer, { id }: AgendaItemChange) => {
    const item = await findItem(viewer, id)
    const meeting = item && (await findMeeting(viewer, item.meetingId))
    return meeting?.body ? { id, bodyId: meeting.body.id, meeting } : null
  },
  run: async (viewer, input, { id, meeting }): Promise<Outcome<{ id: Id; meetingId: Id }>> => {
    const closed = refusePublicAndClosed(input.audience ?? meeting.audience, input.withoutAdministration)
    if (closed) return closed
    if (!(await areKnown(viewer, input.named))) return refused('person-unknown', { field: 'named' })
    const before = await itemReaders(viewer, id)
    // Whoever closes an item to named persons is one of them.
    const own = input.audience === 'named' && viewer.personId ? [viewer.personId] : []
    await updateItemAudience(viewer, id, { ...input, named: [...input.named, ...own] })
    if (!(await findItem(viewer, id))) return refused('choice-invalid', { field: 'audience' })
    const wider = newReaders(before, await itemReaders(viewer, id))
    return wider && !input.wider ? notConfirmed(wider) : done({ id, meetingId: meeting.id })
  },
})

/** Names those who would see more than before, so that somebody says yes to them. */
export const notConfirmed = ({ people, everybody }: Readers): Refusal =>
  refused('audience-wider', {
    field: 'wider',
    values: { people: people.map(({ name }) => name).join(', '), everybody: everybody ? 'yes' : 'no' },
  })
