import { type Act, act } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { newId } from '../../../ground/ids.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { ProposalAnswer } from '../../../ground/schema/proposals.ts'
import type { Id } from '../../../ground/schema.ts'
import { BEFORE_THE_END } from '../agenda/model.ts'
import { freePlace, insertAgendaItems, lockAgenda, placeBefore, placeOf } from '../agenda/store.ts'
import { isComing, type Meeting } from '../model.ts'
import { findWhole } from '../store.ts'
import type { ProposalAccept, ProposalCall, ProposalDecline, ProposalMake, ProposalMakeByLink } from './contract.ts'
import { askable, behindLink, deadlineFor } from './finds.ts'
import { writeTo } from './letter/acts.ts'
import { answerMail, callMail } from './mails.tsx'
import { MOST_PROPOSALS, type Proposal } from './model.ts'
import * as store from './store.ts'

async function wholeMeeting(viewer: Viewer, { id }: { id: Id }) {
  const meeting = await findWhole(viewer, id)
  return meeting?.body ? { id, bodyId: meeting.body.id, meeting } : null
}

/**
 * Sets the day until which proposals are taken, and asks the members who are named by mail, each in his language.
 * Problems: `meeting-held`, `day-invalid` (past, or after the meeting), `person-unknown` (no member of the body today).
 */
export const callForProposals = act('proposal.call', {
  noun: 'meeting',
  subject: (viewer, input: ProposalCall) => wholeMeeting(viewer, input),
  run: async (viewer, input, { id, bodyId, meeting }): Promise<Outcome<{ id: Id; sent: number }>> => {
    const { untilDay: until, people } = input
    if (!isComing(meeting)) return refused('meeting-held')
    if (until < viewer.today || (meeting.day !== null && until > meeting.day))
      return refused('day-invalid', { field: 'untilDay' })
    const members = new Set(await askable(viewer, bodyId))
    if (people.some(person => !members.has(person))) return refused('person-unknown', { field: 'people' })
    const wording = input.wording || null
    const call = await store.insertCall(viewer, { meetingId: id, untilDay: until, wording })
    let sent = 0
    for (const person of new Set(people))
      if (await writeTo(viewer, person, id, to => callMail({ ...to, until, wording }))) sent++
    await store.noteSent(viewer, call, sent)
    return done({ id, sent })
  },
})

type Made = { readonly id: Id; readonly meetingId: Id }

/** Proposes an item for oneself. Problems: `proposals-closed`, `too-many-tries`, `forbidden` (nobody proposes it). */
export const makeProposal = act('proposal.make', {
  noun: 'proposal',
  subject: (viewer, input: ProposalMake) => wholeMeeting(viewer, input),
  run: (viewer, input, { meeting }) => propose(viewer, viewer, meeting, input, 'account'),
  about: ({ id }) => id,
})

/** The same through a personal link: whoever presses acts as the public, the link alone is his right. Problems: as above, `link-expired`, `link-revoked`. */
export const proposeByLink: Act<ProposalMakeByLink, Made> = (asker, input) =>
  proposeAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const proposeAsPublic = act('proposal.makeByLink', {
  noun: 'proposal',
  subject: async (viewer, { secret }: ProposalMakeByLink) => {
    const behind = await behindLink(viewer, secret)
    return !behind.ok && behind.code === 'not-found' ? null : { linked: true, behind }
  },
  run: async (viewer, input, { behind }): Promise<Outcome<Made>> =>
    behind.ok ? propose(viewer, behind.value.reader, behind.value.meeting, input, 'link') : behind,
  about: ({ id }) => id,
})

/** `viewer` writes, `reader` is who proposes. */
async function propose(
  viewer: Viewer,
  reader: Viewer,
  meeting: Meeting,
  { title, why, duration }: Omit<ProposalMake, 'id'>,
  channel: 'link' | 'account',
): Promise<Outcome<Made>> {
  const { personId } = reader
  if (!personId) return refused('forbidden')
  if (!(await deadlineFor(reader, meeting)).open) return refused('proposals-closed')
  const own = (await store.proposalsFor(reader, meeting.id)).filter(({ person }) => person.id === personId)
  if (own.length >= MOST_PROPOSALS) return refused('too-many-tries')
  const id = await store.insertProposal(viewer, {
    ...{ meetingId: meeting.id, personId, title, why: why || null, duration, channel },
  })
  return done({ id, meetingId: meeting.id })
}

async function waiting(viewer: Viewer, { id }: { id: Id }) {
  const proposal = await store.findProposal(viewer, id)
  const meeting = proposal && (await findWhole(viewer, proposal.meetingId))
  return proposal && meeting?.body ? { id, bodyId: meeting.body.id, proposal, meeting } : null
}

/**
 * Puts a proposal on the agenda, for the meeting's audience, and tells whoever made it. Problems: `meeting-held`,
 * `already-done` (it has its answer), `choice-invalid` (there is no such place).
 */
export const acceptProposal = act('proposal.accept', {
  noun: 'proposal',
  subject: (viewer, input: ProposalAccept) => waiting(viewer, input),
  run: async (viewer, { after }, { proposal, meeting }): Promise<Outcome<Made>> => {
    if (!isComing(meeting)) return refused('meeting-held')
    await lockAgenda(viewer, meeting.id)
    const behind = after
      ? await placeOf(viewer, meeting.id, after)
      : await placeBefore(viewer, meeting.id, BEFORE_THE_END)
    if (behind === null) return refused('choice-invalid', { field: 'after' })
    const answered = await answer(viewer, proposal, 'accepted', null)
    if (!answered.ok) return answered
    const position = await freePlace(viewer, meeting.id, behind)
    const { title, duration } = proposal
    await insertAgendaItems(viewer, [
      {
        ...{ id: newId(viewer.ground.clock), meeting_id: meeting.id, position, number: null, title, duration },
        ...{ level: 1, kind: 'plain', minutes_id: null, audience: null, without_administration: false },
      },
    ])
    return answered
  },
})

/** Declines a proposal with a reason, and tells whoever made it. Problems: `meeting-held`, `already-done`. */
export const declineProposal = act('proposal.decline', {
  noun: 'proposal',
  subject: (viewer, input: ProposalDecline) => waiting(viewer, input),
  run: async (viewer, { reason }, { proposal, meeting }): Promise<Outcome<Made>> =>
    isComing(meeting) ? answer(viewer, proposal, 'declined', reason) : refused('meeting-held'),
})

async function answer(
  viewer: Viewer,
  { id, meetingId, person, title }: Proposal,
  said: ProposalAnswer,
  reason: string | null,
): Promise<Outcome<Made>> {
  if (!(await store.keepAnswer(viewer, id, { answer: said, reason }))) return refused('already-done')
  await writeTo(viewer, person.id, meetingId, to => answerMail({ ...to, answer: said, title, reason }))
  return done({ id, meetingId })
}
