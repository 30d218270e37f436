import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Id } from '../../ground/schema.ts'
import { languageOf, texts } from '../../texts/texts.ts'
import { dayText } from '../../ui/dates.tsx'
import { listBodies, listPeople } from '../directory/finds.ts'
import type { BodySection } from '../directory/model.ts'
import { agendaOf } from './agenda/finds.ts'
import { takesPlace } from './attendance/finds.ts'
import type { MeetingFormShown, MeetingList, MeetingListInput, MeetingShown } from './contract.ts'
import { invitationsOf } from './invitation/finds.ts'
import { countInvited } from './invitation/store.ts'
import { type Attendee, isComing, latestControl, type Meeting, type MeetingSlots } from './model.ts'
import * as store from './store.ts'

export { agendaOf } from './agenda/finds.ts'
export { findMeeting } from './store.ts'

/** Meetings to come and a page of those held, of all bodies that the viewer sees or of one. */
export async function findMeetingList(viewer: Viewer, { body, before }: MeetingListInput): Promise<MeetingList> {
  const bodyId = body ?? null
  const coming = before ? [] : await store.comingMeetings(viewer, bodyId)
  const { held, next } = await store.heldMeetings(viewer, bodyId, before ?? null)
  const bodies = (await listBodies(viewer)).map(({ id, name }) => ({ id, name }))
  const can = { plan: bodies.some(({ id }) => mayAct(viewer, 'meeting.plan', { bodyId: id })) }
  return { bodyId, coming, held, next, bodies, today: viewer.today, can }
}

/** The meetings of a body, or all: those to come first, then the latest held. */
export async function listMeetings(
  viewer: Viewer,
  { bodyId = null, limit = 20 }: { bodyId?: Id | null; limit?: number },
): Promise<Meeting[]> {
  return store.nextAndLast(viewer, bodyId, limit)
}

/** Who was there, excused or absent: to outsiders those who agreed to it; null where there is nobody to be shown. */
export async function attendanceOf(viewer: Viewer, meetingId: Id): Promise<Attendee[] | null> {
  const attendees = await store.attendees(viewer, meetingId)
  if (viewer.member || viewer.kind === 'system') return attendees
  // They agreed to their name being read, not to being found in the directory.
  return attendees.length > 0 ? attendees.map(one => ({ ...one, personId: null })) : null
}

/**
 * A meeting with its agenda. Before it is held, the control of the latest minutes carries every open commitment that
 * the viewer may see, each by its own source: `agendaSource` is the commitments' part. To a guest for one item, who has
 * no minutes to open, `guestEntries` tells what was noted there.
 */
export const meetingPage =
  ({ agendaSource, guestEntries }: MeetingSlots) =>
  async (viewer: Viewer, { id }: { id: Id }): Promise<MeetingShown | null> => {
    const meeting = await store.findMeeting(viewer, id)
    if (!meeting) return null
    const agenda = await agendaOf(viewer, meeting)
    const control = isComing(meeting) ? latestControl(agenda) : null
    const bodyId = meeting.body?.id ?? null
    const whole = await store.isWhole(viewer, id)
    const commitments =
      control?.minutesId && bodyId
        ? await agendaSource(viewer, { minutesId: control.minutesId, meetingId: id, bodyId })
        : null
    const told = whole ? [] : await guestEntries(viewer, id)
    return {
      ...meeting,
      agenda: agenda.map(({ minutesWait, ...item }) => ({
        ...item,
        approve: minutesWait && mayAct(viewer, 'minutes.approve', { bodyId }),
        ...(whole ? {} : { audience: null, withoutAdministration: false }),
        commitments: item.id === control?.id ? commitments : null,
        entries: told.filter(({ agendaItemId }) => agendaItemId === item.id),
      })),
      whole,
      attendance: whole ? await attendanceOf(viewer, id) : null,
      invitations: await invitationsOf(viewer, meeting, whole),
      named: meeting.audience === 'named' ? await store.namedPersons(viewer, id) : [],
      zone: viewer.network.timeZone,
      today: viewer.today,
      can: {
        change: whole && meeting.state !== 'cancelled' && mayAct(viewer, 'meeting.change', { id, bodyId }),
        agenda: whole && isComing(meeting) && mayAct(viewer, 'agendaItem.add', { id, bodyId }),
        cancel: whole && meeting.state === 'scheduled' && mayAct(viewer, 'meeting.cancel', { id, bodyId }),
        attend: whole && viewer.member && takesPlace(meeting),
        propose: whole && isComing(meeting) && mayAct(viewer, 'proposal.make', { id, bodyId }),
        prepare: whole && isComing(meeting) && bodyId !== null && viewer.member,
        write: whole && isComing(meeting) && mayAct(viewer, 'minutes.write', { id, bodyId }),
      },
    }
  }

/** The form for planning: bodies for which the viewer may; null where there is none. */
export async function findPlanForm(
  viewer: Viewer,
  { body }: { body?: Id | undefined },
): Promise<MeetingFormShown | null> {
  const bodies = (await listBodies(viewer)).filter(({ id }) => mayAct(viewer, 'meeting.plan', { bodyId: id }))
  if (bodies.length === 0) return null
  const bodyId = bodies.find(({ id }) => id === body)?.id ?? (bodies.length === 1 ? bodies[0]!.id : null)
  return {
    meeting: null,
    bodies: bodies.map(({ id, name, meetingAudience, withoutAdministration }) => ({
      ...{ id, name, withoutAdministration },
      audience: meetingAudience,
    })),
    bodyId,
    draft: bodyId ? await store.draftOf(viewer, bodyId) : null,
    people: await people(viewer),
    invited: 0,
  }
}

/** The form for a change, as the meeting stands; null where there is nothing to change for the viewer. */
export async function findChangeForm(viewer: Viewer, { id }: { id: Id }): Promise<MeetingFormShown | null> {
  const meeting = await store.findMeeting(viewer, id)
  if (!meeting || !(await store.isWhole(viewer, id))) return null
  if (meeting.state === 'cancelled' || !mayAct(viewer, 'meeting.change', { id, bodyId: meeting.body?.id ?? null }))
    return null
  const named = (await store.namedPersons(viewer, id)).map(person => person.id)
  return {
    meeting: { ...meeting, named },
    bodies: [],
    bodyId: meeting.body?.id ?? null,
    draft: null,
    people: await people(viewer),
    invited: await countInvited(viewer, id),
  }
}

const people = async (viewer: Viewer) => (await listPeople(viewer)).map(({ id, name }) => ({ id, name }))

const SHOWN_OF_BODY = 10

/** Fills the slot of a body's page: what comes, and what was held last. */
export const meetingsOfBody: BodySection = async (viewer, bodyId) => {
  const language = languageOf(viewer.language)
  const t = texts(language)
  const meetings = await listMeetings(viewer, { bodyId, limit: SHOWN_OF_BODY })
  const when = ({ day }: Meeting) => (day ? dayText(language, day) : t('meetings.undated'))
  return {
    title: t('meetings.title'),
    items: meetings.map(meeting => ({
      href: `/meetings/${meeting.id}`,
      label: meeting.name,
      detail: `${when(meeting)} · ${t(`meetings.state.${meeting.state}`)}`,
    })),
  }
}
