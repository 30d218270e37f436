import { createLink } from '../../../../access/link.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import { uidOf } from '../../../../ground/calendar/event.ts'
import { messageText } from '../../../../ground/calendar/write.ts'
import { queueMail } from '../../../../ground/outbox.ts'
import type { Day, Id } from '../../../../ground/schema.ts'
import { originOf } from '../../../../ground/settings.ts'
import * as said from '../answer/store.ts'
import { holding } from '../model.ts'
import * as store from '../store.ts'
import { type Composed, compose, type Hindered, reach, type Words } from './finds.ts'
import * as letters from './store.ts'

/** How many a letter reached, and how many nothing could be sent to. */
export type Sent = { readonly sent: number; readonly hindered: number }

/** Writes one letter to each of these people, in the caller's transaction: kept, linked and queued, or nothing. */
export async function writeLetter(
  viewer: Viewer,
  meetingId: Id,
  people: readonly Id[],
  { sequence, ...words }: Words & { readonly sequence: number },
): Promise<Sent> {
  const letter = { ...words, meetingId, sequence }
  const letterId = await letters.insertLetter(viewer, letter)
  let sent = 0
  for (const personId of people) if (!(await writeTo(viewer, personId, { ...letter, id: letterId }))) sent++
  return { sent, hindered: people.length - sent }
}

/** The same letter to everybody who is invited; whoever has left or may not see the meeting any more gets nothing. */
export async function writeToInvited(viewer: Viewer, meetingId: Id, words: Words): Promise<Sent> {
  const people = (await store.allInvitations(viewer, meetingId)).map(({ personId }) => personId)
  const access = words.access ?? (await letters.accessTold(viewer, meetingId))
  const sequence = await store.nextSequence(viewer, meetingId)
  return writeLetter(viewer, meetingId, people, { ...words, access, sequence })
}

/** One letter to one person; returns what hindered it, null where it is on its way. */
export async function writeTo(viewer: Viewer, personId: Id, letter: letters.Letter): Promise<Hindered | null> {
  const { meetingId, kind, sequence } = letter
  const reached = await reach(viewer, personId, meetingId)
  if (typeof reached === 'string') return reached
  const composed = await compose(viewer, reached, letter)
  const { meeting, guest, email, language } = composed
  const told = { sequence, day: meeting.day, startTime: meeting.startTime }
  const invitationId = await store.keepInvitation(viewer, { meetingId, personId, guest }, told)
  const mail = composed.mail(
    kind === 'cancellation' ? null : await answerLink(viewer, invitationId, personId, meeting.day),
  )
  const outboxId = await queueMail(viewer, {
    ...{ recipient: email, language, subject: mail.subject, content: mail.content, enclosure: composed.enclosure },
    ...(kind === 'reminder'
      ? {}
      : { calendar: await calendarOf(viewer, letter, composed, invitationId, mail.description) }),
  })
  await letters.insertMail(viewer, { invitationId, letterId: letter.id, personId, outboxId })
  return null
}

const DAYS_AFTER = 2

/** A link for one letter, until the meeting is over. Those of earlier letters stay: they lead to the same invitation. */
async function answerLink(viewer: Viewer, invitationId: Id, personId: Id, day: Day): Promise<string> {
  const { secret } = await createLink(viewer, {
    ...{ purpose: 'invitation.answer', subjectId: invitationId, personId, addressee: null },
    until: { day, daysAfter: DAYS_AFTER },
  })
  return `${originOf(viewer.ground)}/links/invitation/${secret}`
}

async function calendarOf(
  viewer: Viewer,
  { meetingId, kind, sequence }: letters.Letter,
  { meeting, name, email }: Composed,
  invitationId: Id,
  description: string,
) {
  const { ground, network } = viewer
  const method = kind === 'cancellation' ? 'CANCEL' : 'REQUEST'
  const held = holding(await said.answersOf(viewer, invitationId), meeting)
  const text = messageText({
    ...{ method, zone: network.timeZone, attendee: { name, address: email, answer: held?.answer ?? 'needs-action' } },
    organizer: { name: network.name, address: ground.settings.mailFrom },
    event: {
      ...{ uid: uidOf(network.id, meetingId), sequence, stamp: ground.clock.instant().toString(), day: meeting.day },
      ...{ startTime: meeting.startTime, endTime: meeting.endTime, summary: meeting.name, location: meeting.place },
      ...{ description, url: `${originOf(ground)}/meetings/${meetingId}` },
      status: kind === 'cancellation' ? 'cancelled' : kind === 'save_the_date' ? 'tentative' : 'confirmed',
    },
  })
  return { method, text } as const
}
