import { openLink } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import { originOf } from '../../../ground/settings.ts'
import { listBodies } from '../../directory/finds.ts'
import type { CalendarLinkShown, CalendarShown } from './contract.ts'
import { calendarLinks } from './store.ts'

/** Which calendars there are to subscribe to, and the reader's own links. */
export async function findCalendars(viewer: Viewer): Promise<CalendarShown> {
  const bodies = await listBodies(viewer)
  const origin = originOf(viewer.ground)
  return {
    address: `${origin}/calendar.ics`,
    bodies: bodies.map(({ id, name, audience, meetingAudience }) => ({
      ...{ id, name, address: `${origin}/bodies/${id}/calendar.ics` },
      open: audience === 'public' && meetingAudience === 'public',
    })),
    links: viewer.takesPart ? await calendarLinks(viewer) : null,
    zone: viewer.network.timeZone,
  }
}

/** The address behind a secret that was just made, for its owner to copy. Throws `link-expired` and `link-revoked`. */
export async function findCalendarLink(
  viewer: Viewer,
  { secret }: { secret: string },
): Promise<CalendarLinkShown | null> {
  const link = await openLink(viewer, secret, 'calendar.feed')
  if (!link.ok && link.code !== 'not-found') throw new Problem(link.code)
  if (!link.ok || viewer.personId === null || link.value.personId !== viewer.personId) return null
  return { address: `${originOf(viewer.ground)}/links/calendar/${secret}/calendar.ics` }
}
