import { act } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { newId } from '../../../ground/ids.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { findItem } from '../audience/store.ts'
import { isComing } from '../model.ts'
import { titleOf } from '../preparation/model.ts'
import { deadlineFor } from '../proposal/finds.ts'
import { comingMeetings, findMeeting, isWhole } from '../store.ts'
import type { AgendaItemAdd, AgendaItemPlace, AgendaItemRevise } from './contract.ts'
import { agendaOf } from './finds.ts'
import { BEFORE_THE_END, LONGEST_TITLE, moved } from './model.ts'
import * as store from './store.ts'

type Written = { readonly id: Id; readonly meetingId: Id }

/** Adds an item to what is to come, for the meeting's audience. Problems: `meeting-held`, `choice-invalid`. */
export const addAgendaItem = act('agendaItem.add', {
  noun: 'agenda_item',
  subject: async (viewer, { id }: AgendaItemAdd) => {
    const meeting = await findMeeting(viewer, id)
    return meeting?.body && (await isWhole(viewer, id)) ? { id, bodyId: meeting.body.id, meeting } : null
  },
  run: async (viewer, { title, level, duration, after }, { meeting }): Promise<Outcome<Written>> => {
    if (!isComing(meeting)) return refused('meeting-held')
    await store.lockAgenda(viewer, meeting.id)
    const behind = after
      ? await store.placeOf(viewer, meeting.id, after)
      : await store.placeBefore(viewer, meeting.id, BEFORE_THE_END)
    if (behind === null) return refused('choice-invalid', { field: 'after' })
    const id = newId(viewer.ground.clock)
    await store.insertAgendaItems(viewer, [
      {
        ...{ id, meeting_id: meeting.id, position: await store.freePlace(viewer, meeting.id, behind), number: null },
        ...{ title, level, duration, kind: 'plain', minutes_id: null, audience: null, without_administration: false },
      },
    ])
    return done({ id, meetingId: meeting.id })
  },
  about: ({ id }) => id,
})

const itemToCome = async (viewer: Viewer, { id }: { id: Id }) => {
  const item = await findItem(viewer, id)
  const meeting = item && (await findMeeting(viewer, item.meetingId))
  return item && meeting?.body ? { id, bodyId: meeting.body.id, item, meeting } : null
}

/**
 * Changes what an item says and how long it is meant to take. The control of earlier minutes keeps its words. Problem:
 * `meeting-held` (its minutes say what was on the agenda).
 */
export const reviseAgendaItem = act('agendaItem.revise', {
  noun: 'agenda_item',
  subject: (viewer, input: AgendaItemRevise) => itemToCome(viewer, input),
  run: async (viewer, { title, level, duration }, { id, item, meeting }): Promise<Outcome<Written>> => {
    if (!isComing(meeting)) return refused('meeting-held')
    const words = item.kind === 'minutes_control' ? item.title : title
    await store.updateItem(viewer, id, { title: words, level, duration })
    return done({ id, meetingId: meeting.id })
  },
})

/**
 * Moves an item and all below it. Items that the mover does not see keep their places. Problems: `meeting-held`, `choice-invalid` (there is nowhere to go).
 */
export const placeAgendaItem = act('agendaItem.place', {
  noun: 'agenda_item',
  subject: (viewer, input: AgendaItemPlace) => itemToCome(viewer, input),
  run: async (viewer, { place }, { id, meeting }): Promise<Outcome<Written>> => {
    if (!isComing(meeting)) return refused('meeting-held')
    await store.lockAgenda(viewer, meeting.id)
    const items = await agendaOf(viewer, meeting)
    const order = moved(items, id, place === 'up' || place === 'down' ? place : { after: place })
    if (!order) return refused('choice-invalid', { field: 'place' })
    await store.orderItems(
      viewer,
      order.map(item => item.id),
    )
    return done({ id, meetingId: meeting.id })
  },
})

/**
 * Takes an item off the agenda. Problems: `meeting-held`, `item-written` (minutes are being
 * written under it), `choice-invalid` (the control of earlier minutes stays).
 */
export const removeAgendaItem = act('agendaItem.remove', {
  noun: 'agenda_item',
  subject: (viewer, input: { id: Id }) => itemToCome(viewer, input),
  run: async (viewer, _input, { id, item, meeting }): Promise<Outcome<Written>> => {
    if (!isComing(meeting)) return refused('meeting-held')
    if (item.kind === 'minutes_control') return refused('choice-invalid')
    if (await store.isWritten(viewer, id)) return refused('item-written')
    await store.deleteItem(viewer, id)
    return done({ id, meetingId: meeting.id })
  },
})

/**
 * Puts an item on the next agenda of a body that still takes one, before dates and other matters, in the caller's
 * transaction: for what comes there by itself, under a title that a person approved. Null where no meeting takes it yet.
 */
export async function putOnNextAgenda(
  viewer: Viewer,
  { bodyId, title }: { bodyId: Id; title: string },
): Promise<Written | null> {
  for (const { id: meetingId, state } of await comingMeetings(viewer, bodyId)) {
    if (state === 'cancelled') continue
    await store.lockAgenda(viewer, meetingId)
    const meeting = await findMeeting(viewer, meetingId)
    if (!meeting || !(await deadlineFor(viewer, meeting)).open) continue
    const id = newId(viewer.ground.clock)
    const behind = await store.placeBefore(viewer, meetingId, BEFORE_THE_END)
    await store.insertAgendaItems(viewer, [
      {
        ...{ id, meeting_id: meetingId, position: await store.freePlace(viewer, meetingId, behind), number: null },
        ...{ title: titleOf(title, LONGEST_TITLE), level: 1, duration: null, kind: 'plain', minutes_id: null },
        ...{ audience: null, without_administration: false },
      },
    ])
    return { id, meetingId }
  }
  return null
}
