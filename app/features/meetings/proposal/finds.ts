import { type Link, openLink, reachable, readerBehind } from '../../../access/link.ts'
import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, Problem, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { mandatesOn, noticeOf } from '../../directory/rules/finds.ts'
import { agendaOf } from '../agenda/finds.ts'
import { linkedInvitation } from '../invitation/store.ts'
import { isComing, type Meeting } from '../model.ts'
import { findWhole } from '../store.ts'
import type {
  CallShown,
  DeadlineShown,
  ProposalLinkShown,
  ProposalPageShown,
  ProposalShown,
  ProposalsShown,
} from './contract.ts'
import { deadlineOf, type Proposal, takesProposals } from './model.ts'
import * as store from './store.ts'

/** Until when proposals for a meeting are taken, as the viewer knows it. */
export async function deadlineFor(viewer: Viewer, meeting: Meeting): Promise<DeadlineShown> {
  const set = await store.dayOfCall(viewer, meeting.id)
  const { body, day } = meeting
  const notice = !set && body && day ? await noticeOf(viewer, { bodyId: body.id, day }) : null
  const deadline = deadlineOf(meeting, set, notice?.latest ?? null)
  return { ...deadline, open: takesProposals(meeting, deadline, viewer.today) }
}

const subjectOf = ({ id, body }: Meeting) => ({ id, bodyId: body?.id ?? null })
const headOf = ({ id, name, day, startTime, endTime }: Meeting) => ({ id, name, day, startTime, endTime })

const shown = (proposal: Proposal): ProposalShown => {
  const { id, title, why, duration, at, answer, reason, answeredAt } = proposal
  return { id, title, why, duration, at, answer, reason, answeredAt }
}

/** Proposals for a meeting: everybody's for those who decide, their own for its members; null for everybody else. */
export async function findProposals(viewer: Viewer, { id }: { id: Id }): Promise<ProposalsShown | null> {
  const meeting = await findWhole(viewer, id)
  if (!meeting || !mayAct(viewer, 'proposal.make', subjectOf(meeting))) return null
  const deadline = await deadlineFor(viewer, meeting)
  const proposals = await store.proposalsFor(viewer, id)
  return {
    ...{ meeting: headOf(meeting), deadline, zone: viewer.network.timeZone },
    proposals: proposals.map(proposal => ({ ...shown(proposal), person: proposal.person })),
    can: {
      propose: deadline.open && viewer.personId !== null,
      decide: isComing(meeting) && mayAct(viewer, 'proposal.accept', subjectOf(meeting)),
    },
  }
}

/** One proposal, with what is needed to decide it for those who may. */
export async function findProposalPage(viewer: Viewer, { id }: { id: Id }): Promise<ProposalPageShown | null> {
  const proposal = await store.findProposal(viewer, id)
  const meeting = proposal && (await findWhole(viewer, proposal.meetingId))
  if (!meeting) return null
  const decide = !proposal.answer && isComing(meeting) && mayAct(viewer, 'proposal.accept', subjectOf(meeting))
  const items = decide ? await agendaOf(viewer, meeting) : []
  return {
    ...{ meeting: headOf(meeting), proposal: { ...shown(proposal), person: proposal.person } },
    items: items.map(item => ({ id: item.id, number: item.number, title: item.title })),
    ...{ zone: viewer.network.timeZone, can: { decide } },
  }
}

/** The form that sets the day and asks members; null for whoever may not, and where nothing is to come. */
export async function findCall(viewer: Viewer, { id }: { id: Id }): Promise<CallShown | null> {
  const meeting = await findWhole(viewer, id)
  if (!meeting?.body || !isComing(meeting) || !mayAct(viewer, 'proposal.call', subjectOf(meeting))) return null
  const deadline = await deadlineFor(viewer, meeting)
  const people = await reachable(viewer, await askable(viewer, meeting.body.id))
  return {
    ...{ meeting: headOf(meeting), deadline, today: viewer.today },
    people: people.map(person => ({ id: person.id, name: person.name })),
  }
}

/** Members of the body today: its observers and guests propose nothing. */
export async function askable(viewer: Viewer, bodyId: Id): Promise<Id[]> {
  const mandates = await mandatesOn(viewer, bodyId, viewer.today)
  const members = mandates.filter(({ role }) => role !== 'observer' && role !== 'guest')
  return [...new Set(members.map(({ personId }) => personId))]
}

export type Behind = { readonly link: Link; readonly reader: Viewer; readonly meeting: Meeting }

/**
 * Whoever holds the link of a call, or of an invitation, and the meeting as he sees it today. Problems: `not-found`,
 * `link-expired`, `link-revoked` (also for whoever is no longer of the body, or for whom the meeting is no more).
 */
export async function behindLink(viewer: Viewer, secret: string): Promise<Outcome<Behind>> {
  const called = await openLink(viewer, secret, 'proposal.make')
  const unknown = !called.ok && called.code === 'not-found'
  const link = unknown ? await openLink(viewer, secret, 'invitation.answer') : called
  if (!link.ok) return link
  const meetingId = unknown ? (await linkedInvitation(viewer, link.value))?.meetingId : link.value.subjectId
  const reader = await readerBehind(viewer, link.value)
  const meeting = reader && meetingId ? await findWhole(reader, meetingId) : null
  if (!reader || !meeting || !mayAct(reader, 'proposal.make', subjectOf(meeting))) return refused('link-revoked')
  return done({ link: link.value, reader, meeting })
}

/** What the holder of a link sees: until when, and how his own proposals stand. Throws `link-expired`, `link-revoked`. */
export async function findProposalLink(
  viewer: Viewer,
  { secret }: { secret: string },
): Promise<ProposalLinkShown | null> {
  const behind = await behindLink(viewer, secret)
  if (!behind.ok) {
    if (behind.code === 'not-found') return null
    throw new Problem(behind.code)
  }
  const { link, reader, meeting } = behind.value
  const proposals = await store.proposalsFor(reader, meeting.id)
  return {
    ...{ meeting: headOf(meeting), deadline: await deadlineFor(reader, meeting), name: reader.personName ?? '' },
    // A link is sent on now and then: it shows what is one's own, also to those who decide.
    proposals: proposals.filter(({ person }) => person.id === reader.personId).map(shown),
    ...{ zone: viewer.network.timeZone, expiresAt: link.expiresAt },
  }
}
