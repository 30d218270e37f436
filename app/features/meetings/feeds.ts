import { openLink, readerBehind } from '../../access/link.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type CalendarEvent, uidOf } from '../../ground/calendar/event.ts'
import { feedText } from '../../ground/calendar/write.ts'
import { Problem } from '../../ground/problems.ts'
import type { Id, MeetingState } from '../../ground/schema.ts'
import { originOf } from '../../ground/settings.ts'
import { languageOf, texts } from '../../texts/texts.ts'
import type { FileAnswer } from '../../ui/file-answer.ts'
import { findBody } from '../directory/finds.ts'
import { type CalendarMeeting, calendarMeetings, ownMeetings } from './calendar/store.ts'
import { dayBefore } from './model.ts'

/** Older ones stay in the calendars that have them. */
const DAYS_BACK = 400

/** Every meeting that the viewer sees. */
export async function networkFeed(viewer: Viewer): Promise<FileAnswer> {
  return feedOf(viewer, viewer.network.name, await calendarMeetings(viewer, since(viewer)))
}

/** The meetings of a body, as far as the viewer sees them; null where the body does not exist for him. */
export async function bodyFeed(viewer: Viewer, { id }: { id: Id }): Promise<FileAnswer | null> {
  const body = await findBody(viewer, id)
  return body && feedOf(viewer, body.name, await calendarMeetings(viewer, since(viewer), id))
}

/**
 * What a secret link shows: the meetings of the person it was made for, as he sees them today. Throws `link-expired`
 * and `link-revoked`, so that the calendar says why it ends.
 */
export async function personFeed(viewer: Viewer, { secret }: { secret: string }): Promise<FileAnswer | null> {
  const link = await openLink(viewer, secret, 'calendar.feed')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const reader = await readerBehind(viewer, link.value)
  return reader && feedOf(reader, reader.network.name, await ownMeetings(reader, since(reader)))
}

const since = (viewer: Viewer) => dayBefore(viewer.today, DAYS_BACK)

function feedOf(viewer: Viewer, name: string, meetings: readonly CalendarMeeting[]): FileAnswer {
  const text = feedText({ name, zone: viewer.network.timeZone, events: meetings.map(one => eventOf(viewer, one)) })
  return { bytes: new TextEncoder().encode(text), mediaType: 'text/calendar; charset=utf-8', fileName: 'calendar.ics' }
}

const statuses: Readonly<Record<MeetingState, CalendarEvent['status']>> = {
  draft: 'tentative',
  scheduled: 'confirmed',
  held: 'confirmed',
  cancelled: 'cancelled',
}

/** Many calendars show a cancelled event as any other: its name says it too. */
function eventOf(viewer: Viewer, { id, name, body, state, at, ...meeting }: CalendarMeeting): CalendarEvent {
  const t = texts(languageOf(viewer.language))
  return {
    ...{ uid: uidOf(viewer.network.id, id), sequence: meeting.sequence, stamp: at, day: meeting.day },
    ...{ startTime: meeting.startTime, endTime: meeting.endTime, location: meeting.place, description: body },
    summary: state === 'cancelled' ? t('meetings.feed.cancelled', { name }) : name,
    url: `${originOf(viewer.ground)}/meetings/${id}`,
    status: statuses[state],
  }
}
