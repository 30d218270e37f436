import { type Act, act } from '../../../access/act.ts'
import { refusePublicAndClosed } from '../../../access/audiences.ts'
import { openLink } from '../../../access/link.ts'
import { recipientOf, type Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { PollAnswer } from '../../../ground/schema/polls.ts'
import { pollVotes } from '../../../ground/schema/polls.ts'
import type { Id } from '../../../ground/schema.ts'
import { planOccurrence } from '../acts.ts'
import { areKnown, bodySettings, findMeeting, lockPlanned, updateMeeting } from '../store.ts'
import * as said from './answer/store.ts'
import type { PollAsk, PollClose, PollSay, PollSayByLink } from './contract.ts'
import { writeLetter } from './letter/acts.ts'
import * as letters from './letter/store.ts'
import { ANSWERS_A_DAY, type Choice, choicesIn, type Poll } from './model.ts'
import * as store from './store.ts'

/**
 * Asks named people, each by a mail with a link of his own. Problems: `public-and-closed`, `day-invalid` (the end is
 * past), `person-unknown`, `poll-not-for` (somebody acts for an authority and the poll is without the administration),
 * `choice-invalid` (an audience that leaves out who asks).
 */
export const askPoll = act('poll.ask', {
  noun: 'poll',
  subject: async (viewer, { bodyId }: PollAsk) => {
    const body = await bodySettings(viewer, bodyId)
    return body && { bodyId: body.id, body }
  },
  run: async (viewer, input, { bodyId, body }): Promise<Outcome<{ id: Id; sent: number }>> => {
    const { audience, withoutAdministration, untilDay, people } = input
    const closed = refusePublicAndClosed(audience, withoutAdministration)
    if (closed) return closed
    if (untilDay < viewer.today) return refused('day-invalid', { field: 'untilDay' })
    if (input.dates.some(({ day }) => day < viewer.today)) return refused('day-invalid', { field: 'dates' })
    if (!(await areKnown(viewer, people))) return refused('person-unknown', { field: 'people' })
    const asked = { bodyId, kind: input.kind, audience, withoutAdministration, untilDay }
    const words = { question: input.question || body.name, wording: input.wording || null, place: input.place || null }
    const id = await store.insertPoll(viewer, { ...asked, ...words }, choicesAsked(input))
    if (!(await store.findPoll(viewer, id))) return refused('choice-invalid', { field: 'audience' })
    const invitees = []
    for (const personId of people) invitees.push({ personId, id: await store.insertInvitee(viewer, id, personId) })
    const { sent, unseen } = await writeLetter(viewer, id, 'question', invitees)
    if (unseen.length === 0) return done({ id, sent })
    const names = (await store.inviteesOf(viewer, id)).filter(one => unseen.includes(one.personId))
    return refused('poll-not-for', { field: 'people', values: { names: names.map(({ name }) => name).join(', ') } })
  },
  about: ({ id }) => id,
})

function choicesAsked({ kind, dates, form, options }: PollAsk): store.NewChoice[] {
  if (kind === 'date') return dates.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)))
  return form === 'votes' ? pollVotes.map(vote => ({ vote })) : choicesIn(options).map(label => ({ label }))
}
const momentOf = ({ day, startTime }: PollAsk['dates'][number]) => `${day} ${startTime ?? ''}`

async function openPoll(viewer: Viewer, { id }: { id: Id }) {
  const poll = await store.findPoll(viewer, id)
  return poll && { id, bodyId: poll.bodyId, poll }
}

/** Writes once more to those who are silent, once a day. Problems: `poll-closed`, `already-done` (nobody is left, or it was today). */
export const remindPolled = act('poll.remind', {
  noun: 'poll',
  subject: openPoll,
  run: async (viewer, _input, { id, poll }): Promise<Outcome<{ id: Id; sent: number }>> => {
    if (!(await store.lockOpen(viewer, id))) return refused('poll-closed', { values: await tellChosen(viewer, poll) })
    const people = await said.silent(viewer, id)
    if (people.length === 0 || (await letters.reminded(viewer, id)).today) return refused('already-done')
    const { sent } = await writeLetter(viewer, id, 'reminder', people)
    return done({ id, sent })
  },
})

/** The same before the end of a poll, once and by itself. Problem: `already-done`. */
export const remindDue = act('poll.remindDue', {
  noun: 'poll',
  subject: openPoll,
  run: async (viewer, _input, { id }): Promise<Outcome<{ id: Id; sent: number }>> => {
    if (!(await store.lockOpen(viewer, id))) return refused('already-done')
    const before = await letters.reminded(viewer, id)
    const people = await said.silent(viewer, id)
    if (people.length === 0 || before.today || before.byItself) return refused('already-done')
    const { sent } = await writeLetter(viewer, id, 'reminder', people)
    return done({ id, sent })
  },
})

type Say = { readonly choice: Id | null; readonly answers: Readonly<Record<Id, PollAnswer>>; readonly note: string }

/** Answers for oneself. Problems: `poll-closed`, `input-missing` (nothing chosen), `too-many-tries`. */
export const answerPoll = act('poll.answer', {
  noun: 'poll_invitee',
  subject: async (viewer, { id }: PollSay) => {
    const invitee = await store.ownInvitee(viewer, id)
    const poll = invitee && (await store.findPoll(viewer, id))
    return poll ? { id: invitee.id, owners: [invitee.personId], invitee, poll } : null
  },
  run: (viewer, input, { invitee, poll }) => append(viewer, viewer, invitee, poll, input, 'account'),
})

/** The same through a personal link: whoever presses acts as the public, the link alone is his right. Problems: as above, `link-expired`, `link-revoked`. */
export const answerPollByLink: Act<PollSayByLink, { id: Id }> = (asker, input) =>
  answerAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const answerAsPublic = act('poll.answerByLink', {
  noun: 'poll_invitee',
  subject: async (viewer, { secret }: PollSayByLink) => {
    const link = await openLink(viewer, secret, 'poll.answer')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { id: link.value.subjectId, linked: true, link }
  },
  run: async (viewer, input, { link }): Promise<Outcome<{ id: Id }>> => {
    if (!link.ok) return link
    const invitee = await store.linkedInvitee(viewer, link.value)
    const recipient = invitee && (await recipientOf(viewer, invitee.personId))
    const poll = recipient && (await store.findPoll(recipient, invitee.pollId))
    return poll ? append(viewer, recipient, invitee, poll, input, 'link') : refused('not-found')
  },
})

async function append(
  viewer: Viewer,
  recipient: Viewer,
  invitee: store.Invitee,
  poll: Poll,
  input: Say,
  channel: 'account' | 'link',
): Promise<Outcome<{ id: Id }>> {
  if (!(await store.lockOpen(viewer, poll.id)))
    return refused('poll-closed', {
      values: await tellChosen(recipient, (await store.findPoll(recipient, poll.id)) ?? poll),
    })
  const answers = answersOf(poll, await store.choicesOf(recipient, poll.id), input)
  if (Object.keys(answers).length === 0) return refused('input-missing', { field: 'choice' })
  if ((await said.answersToday(viewer, invitee.id)) >= ANSWERS_A_DAY) return refused('too-many-tries')
  const { id, personId } = invitee
  await said.insertAnswer(viewer, { inviteeId: id, personId, answers, note: input.note || null, channel })
  return done({ id: poll.id })
}

/** What was said to choices of this poll; of an opinion the one that was chosen. */
function answersOf({ kind }: Poll, choices: readonly Choice[], { choice, answers }: Say): Record<Id, PollAnswer> {
  const known = new Set(choices.map(({ id }) => id))
  if (kind === 'opinion') return choice && known.has(choice) ? { [choice]: 'yes' } : {}
  return Object.fromEntries(Object.entries(answers).filter(([id]) => known.has(id)))
}

/** The placeholders of the sentence that a closed poll answers with: what came of it. Days as they are kept. */
async function tellChosen(viewer: Viewer, poll: Poll): Promise<Record<string, string>> {
  const chosen = (await store.choicesOf(viewer, poll.id)).find(({ id }) => id === poll.chosenId)
  if (!chosen?.day) return { kind: poll.kind === 'opinion' ? 'opinion' : 'none' }
  const [year = '', month = '', day = ''] = chosen.day.split('-')
  return { kind: 'date', day: `${day}.${month}.${year}`, time: chosen.startTime ?? 'none' }
}

/**
 * Closes a poll and tells everybody who was asked. A chosen day makes the meeting, announced to the poll's audience: the
 * draft of the body where it has the same audience, so that what it is to look back at stays; else a new one. Problems:
 * `poll-closed`, `choice-invalid` (not of this poll, an opinion, or a day that is past).
 */
export const closePoll = act('poll.close', {
  noun: 'poll',
  subject: (viewer, input: PollClose) => openPoll(viewer, input),
  run: async (viewer, { choice }, { id, poll }): Promise<Outcome<{ id: Id; meetingId: Id | null }>> => {
    if (!(await store.lockOpen(viewer, id))) return refused('poll-closed', { values: await tellChosen(viewer, poll) })
    const chosen = choice ? (await store.choicesOf(viewer, id)).find(one => one.id === choice) : null
    if (choice && (!chosen?.day || chosen.day < viewer.today)) return refused('choice-invalid', { field: 'choice' })
    const meetingId = chosen ? await meetOn(viewer, poll, chosen) : null
    await store.closePoll(viewer, id, { chosenId: chosen?.id ?? null, meetingId })
    await writeLetter(viewer, id, 'result', await letters.everybody(viewer, id))
    return done({ id, meetingId })
  },
})

async function meetOn(viewer: Viewer, poll: Poll, { day, startTime, endTime }: Choice): Promise<Id> {
  const { bodyId, question, place, audience, withoutAdministration } = poll
  const when = { day, startTime, endTime, place, audience, withoutAdministration }
  const draft = await draftFor(viewer, poll)
  if (!draft) return planOccurrence(viewer, { bodyId, name: question, ...when })
  await updateMeeting(viewer, draft.id, { ...when, name: question, state: 'scheduled' })
  return draft.id
}

/** The body's draft, where it has no day yet and is for the same people as the poll. */
export async function draftFor(viewer: Viewer, poll: Poll): Promise<{ id: Id; name: string } | null> {
  const planned = await lockPlanned(viewer, poll.bodyId)
  const draft = planned.find(({ state, day }) => state === 'draft' && day === null)
  const meeting = draft && (await findMeeting(viewer, draft.id))
  if (!meeting || meeting.audience !== poll.audience) return null
  return meeting.withoutAdministration === poll.withoutAdministration ? meeting : null
}
