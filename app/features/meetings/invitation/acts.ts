import { type Act, act } from '../../../access/act.ts'
import { openLink } from '../../../access/link.ts'
import { recipientOf, type Viewer } from '../../../access/viewer.ts'
import type { CalendarReply } from '../../../ground/calendar/read.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { InvitationAnswer } from '../../../ground/schema/invitations.ts'
import type { Id } from '../../../ground/schema.ts'
import { isComing, type Meeting } from '../model.ts'
import { findMeeting, isWhole } from '../store.ts'
import * as said from './answer/store.ts'
import type { InvitationAnswerByLink, InvitationAnswerInput, InvitationRetry, InvitationSend } from './contract.ts'
import { type Sent, writeLetter, writeTo, writeToInvited } from './letter/acts.ts'
import { invitable, reach } from './letter/finds.ts'
import * as letters from './letter/store.ts'
import { ANSWERS_A_DAY, awaits, failed, sameTime } from './model.ts'
import * as store from './store.ts'

/** A meeting as a whole: whoever writes its invitations sees more of it than a guest. */
async function wholeMeeting(viewer: Viewer, { id }: { id: Id }) {
  const meeting = await findMeeting(viewer, id)
  return meeting?.body && (await isWhole(viewer, id)) ? { id, bodyId: meeting.body.id, meeting } : null
}

/** Announced, with a day that is not past: there is something to come to. */
export const isOpen = (viewer: Viewer, meeting: Meeting): boolean =>
  isComing(meeting) && meeting.state !== 'draft' && meeting.day !== null && meeting.day >= viewer.today

/**
 * Sends an invitation or a save-the-date to those who have not had it, or an update to all who are invited; each letter
 * is read as its recipient. Problems: `meeting-not-open`, `person-unknown` (nobody of the body, named or let in; or none
 * of them can be written to), `input-missing` (nobody chosen, or nobody who awaits it).
 */
export const sendInvitation = act('invitation.send', {
  noun: 'meeting',
  subject: (viewer, input: InvitationSend) => wholeMeeting(viewer, input),
  run: async (viewer, input, { id, bodyId, meeting }): Promise<Outcome<Sent & { id: Id }>> => {
    if (!isOpen(viewer, meeting)) return refused('meeting-not-open')
    const words = { kind: input.kind, wording: input.wording || null, access: input.access || null }
    if (input.kind === 'update') {
      if ((await store.countInvited(viewer, id)) === 0) return refused('input-missing', { field: 'people' })
      return done({ id, ...(await writeToInvited(viewer, id, words)) })
    }
    const known = await invitable(viewer, id, bodyId)
    if (input.people.some(person => !known.has(person))) return refused('person-unknown', { field: 'people' })
    const had = await letters.lettersHad(viewer, id)
    const people = [...new Set(input.people)].filter(person => awaits(input.kind, had.get(person) ?? []))
    if (people.length === 0) return refused('input-missing', { field: 'people' })
    const again = people.some(person => had.has(person))
    if (input.remindBefore !== null) await store.setRemindBefore(viewer, id, input.remindBefore)
    const sequence = again ? await store.nextSequence(viewer, id) : await store.sequenceOf(viewer, id)
    const result = await writeLetter(viewer, id, people, { ...words, sequence })
    return result.sent > 0 ? done({ id, ...result }) : refused('person-unknown', { field: 'people' })
  },
})

/** Writes once more to those who have not answered what holds. Problems: `meeting-not-open`, `already-done` (nobody is left, or it was today). */
export const remindInvited = act('invitation.remind', {
  noun: 'meeting',
  subject: (viewer, input: { id: Id }) => wholeMeeting(viewer, input),
  run: async (viewer, _input, { id, meeting }): Promise<Outcome<Sent & { id: Id }>> => {
    if (!isOpen(viewer, meeting)) return refused('meeting-not-open')
    const people = await said.unanswered(viewer, id)
    if (people.length === 0 || (await letters.remindedToday(viewer, id))) return refused('already-done')
    const words = { kind: 'reminder', wording: null, access: await letters.accessTold(viewer, id) } as const
    const sequence = await store.sequenceOf(viewer, id)
    return done({ id, ...(await writeLetter(viewer, id, people, { ...words, sequence })) })
  },
})

/**
 * The same some days before the meeting, by itself: to each of them once, whatever happens in between. Problem:
 * `already-done` (nobody is due, or can be reached).
 */
export const remindInvitedDue = act('invitation.remindDue', {
  noun: 'meeting',
  subject: (viewer, input: { id: Id }) => wholeMeeting(viewer, input),
  run: async (viewer, _input, { id, meeting }): Promise<Outcome<Sent & { id: Id }>> => {
    if (!isOpen(viewer, meeting)) return refused('meeting-not-open')
    // Two processes at the same work: the second waits, and finds nobody left.
    await store.lockMeeting(viewer, id)
    const people: Id[] = []
    for (const person of await said.dueForReminder(viewer, id))
      if (typeof (await reach(viewer, person, id)) !== 'string') people.push(person)
    if (people.length === 0) return refused('already-done')
    const words = { kind: 'reminder', wording: null, access: await letters.accessTold(viewer, id) } as const
    const sequence = await store.sequenceOf(viewer, id)
    return done({ id, ...(await writeLetter(viewer, id, people, { ...words, sequence })) })
  },
})

/** Sends a letter again that did not arrive, to the address that holds now. Problems: `already-done`, `person-unknown`. */
export const retryInvitation = act('invitation.retry', {
  noun: 'meeting',
  subject: (viewer, input: InvitationRetry) => wholeMeeting(viewer, input),
  run: async (viewer, { mailId }, { id }): Promise<Outcome<{ id: Id }>> => {
    const letter = await letters.letterOfMail(viewer, mailId)
    const invitation = letter && (await store.invitationById(viewer, letter.invitationId))
    if (!invitation || letter.meetingId !== id) return refused('not-found')
    const [last] = (await letters.mailsOf(viewer, id)).get(invitation.id) ?? []
    if (last?.id !== mailId || !failed(last)) return refused('already-done')
    const hindered = await writeTo(viewer, invitation.personId, {
      ...letter,
      sequence: await store.sequenceOf(viewer, id),
    })
    return hindered ? refused('person-unknown') : done({ id })
  },
})

type Said = { readonly answer: InvitationAnswer }

/** Answers for oneself. Problems: `meeting-not-open`, `moved-meanwhile` (it is no longer when was read), `too-many-tries`. */
export const answerInvitation = act('invitation.answer', {
  noun: 'invitation',
  subject: async (viewer, { id }: InvitationAnswerInput) => {
    const invitation = await store.ownInvitation(viewer, id)
    const meeting = invitation && (await findMeeting(viewer, id))
    return meeting ? { id: invitation.id, owners: [invitation.personId], invitation, meeting } : null
  },
  run: (viewer, input, { invitation, meeting }) => append(viewer, invitation, meeting, input, 'account'),
})

/** The same through a personal link: whoever presses acts as the public, the link alone is his right. Problems: as above, `link-expired`, `link-revoked`. */
export const answerByLink: Act<InvitationAnswerByLink, Said> = (asker, input) =>
  answerAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const answerAsPublic = act('invitation.answerByLink', {
  noun: 'invitation',
  subject: async (viewer, { secret }: InvitationAnswerByLink) => {
    const link = await openLink(viewer, secret, 'invitation.answer')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { id: link.value.subjectId, linked: true, link }
  },
  run: async (viewer, input, { link }): Promise<Outcome<Said>> => {
    if (!link.ok) return link
    const invitation = await store.linkedInvitation(viewer, link.value)
    const recipient = invitation && (await recipientOf(viewer, invitation.personId))
    const meeting = recipient && (await findMeeting(recipient, invitation.meetingId))
    return meeting ? append(viewer, invitation, meeting, input, 'link') : refused('not-found')
  },
})

type Answerable = { readonly id: Id; readonly personId: Id; readonly sequence: number }

async function append(
  viewer: Viewer,
  invitation: Answerable,
  meeting: Meeting,
  input: Omit<InvitationAnswerInput, 'id'>,
  channel: 'account' | 'link',
): Promise<Outcome<Said>> {
  if (!isOpen(viewer, meeting)) return refused('meeting-not-open')
  if (!sameTime(meeting, input)) return refused('moved-meanwhile')
  if ((await said.answersToday(viewer, invitation.id)) >= ANSWERS_A_DAY) return refused('too-many-tries')
  const { answer, standIn, note } = input
  await said.insertAnswer(viewer, {
    ...{ invitationId: invitation.id, personId: invitation.personId, sequence: invitation.sequence, channel, answer },
    ...{ standIn: answer === 'declined' && standIn ? standIn : null, note: note || null },
    ...{ day: meeting.day!, startTime: meeting.startTime, saidAt: null, outdated: false },
  })
  return done({ answer })
}

type ReplyFrom = { readonly meetingId: Id; readonly from: string; readonly reply: CalendarReply }

/**
 * What somebody's calendar answered by mail. An answer to a letter that was overtaken, or one that was said before the
 * last that came, is kept and not counted. Problems: `not-found` (nobody invited has this address, the sender is
 * somebody else, or he has left), `said-before` (a calendar that answers twice), `meeting-not-open`, `too-many-tries`.
 */
export const answerByCalendar = act('invitation.answerByCalendar', {
  noun: 'invitation',
  subject: async (viewer, { meetingId, from, reply }: ReplyFrom) => {
    if (from.toLowerCase() !== reply.attendee.address) return null
    const invitation = await store.invitationOfAddress(viewer, meetingId, reply.attendee.address)
    const recipient = invitation && (await recipientOf(viewer, invitation.personId))
    const meeting = recipient && (await findMeeting(recipient, meetingId))
    return meeting ? { id: invitation.id, invitation, meeting } : null
  },
  run: async (viewer, { reply }, { invitation, meeting }): Promise<Outcome<Said & { outdated: boolean }>> => {
    if (!isOpen(viewer, meeting)) return refused('meeting-not-open')
    const last = await said.lastFromCalendar(viewer, invitation.id)
    if (!reply.stamp && last?.answer === reply.answer && last.sequence === reply.sequence) return refused('said-before')
    if ((await said.answersToday(viewer, invitation.id)) >= ANSWERS_A_DAY) return refused('too-many-tries')
    const { answer, delegate, comment, stamp, sequence } = reply
    const overtaken = last?.saidAt && stamp ? Date.parse(stamp) < Date.parse(last.saidAt) : false
    const outdated = sequence < invitation.sequence || overtaken
    const kept = await said.insertAnswer(viewer, {
      ...{ invitationId: invitation.id, personId: invitation.personId, answer, channel: 'calendar', sequence },
      ...{ standIn: delegate?.name.slice(0, 200) ?? null, note: comment?.trim().slice(0, 500) || null },
      ...{ day: invitation.day!, startTime: invitation.startTime, saidAt: stamp, outdated },
    })
    return kept ? done({ answer, outdated }) : refused('said-before')
  },
})

/** A mail server gave a letter back. Problem: `already-done`. */
export const noteBounce = act('invitation.bounce', {
  noun: 'invitation',
  subject: (viewer, { outboxId }: { outboxId: Id; reason: string }) => letters.mailInOutbox(viewer, outboxId),
  run: async (viewer, { outboxId, reason }, { id, bounced }) => {
    if (bounced) return refused('already-done')
    await letters.noteBounce(viewer, outboxId, reason.slice(0, 500))
    return done({ id })
  },
})
