import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { quorumShownOf, roomOf, takesPlace, wholeMeeting } from '../../meetings/attendance/finds.ts'
import { presentOf, votesOf as votesNow } from '../../meetings/attendance/model.ts'
import { agendaOf } from '../../meetings/finds.ts'
import type { ItemVotesInput, ItemVotesShown, VotesInput, VotesShown } from './contract.ts'
import type { Moment } from './model.ts'
import * as store from './store.ts'

export type Meeting = NonNullable<Awaited<ReturnType<typeof wholeMeeting>>>
export type Voter = { readonly personId: Id; readonly name: string; readonly votes: number }

/** Who votes in a meeting now, and by which rules something follows from it; without rules everybody with a seat. */
export async function momentOf(viewer: Viewer, meeting: Meeting) {
  const { rules, seats, recorded, quorum } = await roomOf(viewer, meeting)
  const names = new Map(seats.map(({ personId, name }) => [personId, name]))
  const voters: Voter[] = []
  if (rules) {
    for (const [personId, { may, votes }] of votesNow(rules, seats, recorded))
      if (may) voters.push({ personId, name: names.get(personId) ?? '', votes })
  } else {
    const seated = new Set(presentOf(seats, recorded).map(({ mandate }) => mandate.personId))
    for (const personId of seated) voters.push({ personId, name: names.get(personId) ?? '', votes: 1 })
  }
  const present = voters.reduce((sum, { votes }) => sum + votes, 0)
  const moment: Moment | null = rules && quorum ? { rules, mandates: seats, present, quorum: quorum.met } : null
  return { moment, voters, seats, quorum: rules && quorum ? quorumShownOf(rules, quorum) : null }
}

/** What a body voted on in a meeting and whom it elected; null where a meeting does not take place or is not for the viewer. */
export async function findVotes(viewer: Viewer, { id }: VotesInput): Promise<VotesShown | null> {
  const meeting = await placeOf(viewer, id)
  if (!meeting) return null
  const agenda = await agendaOf(viewer, { id, state: meeting.state })
  return {
    ...(await votedIn(viewer, meeting)),
    items: agenda.map(itemShown),
    can: { record: mayRecord(viewer, meeting) },
  }
}

/** The same of one item, with what whoever records needs for it. */
export async function findItemVotes(viewer: Viewer, { id }: ItemVotesInput): Promise<ItemVotesShown | null> {
  const meetingId = await store.meetingOfItem(viewer, id)
  const meeting = meetingId && (await placeOf(viewer, meetingId))
  if (!meeting) return null
  const item = (await agendaOf(viewer, { id: meeting.id, state: meeting.state })).find(one => one.id === id)
  if (!item) return null
  const { votes, elections, ...rest } = await votedIn(viewer, meeting)
  const ofItem = (one: { itemId: Id }) => one.itemId === id
  return {
    ...{ ...rest, item: itemShown(item), votes: votes.filter(ofItem), elections: elections.filter(ofItem) },
    recording: mayRecord(viewer, meeting) ? await recordingOf(viewer, meeting) : null,
  }
}

/** For the network: outside of it nobody knows who votes. */
async function placeOf(viewer: Viewer, id: Id): Promise<Meeting | null> {
  const meeting = viewer.member ? await wholeMeeting(viewer, id) : null
  return meeting && takesPlace(meeting) ? meeting : null
}

const mayRecord = (viewer: Viewer, { id, bodyId, approved }: Meeting): boolean =>
  !approved && mayAct(viewer, 'vote.record', { id, bodyId })

const itemShown = ({ id, number, title }: Awaited<ReturnType<typeof agendaOf>>[number]) => ({ id, number, title })

async function votedIn(viewer: Viewer, { id, name, day, startTime, endTime }: Meeting) {
  const votes = await store.votesOf(viewer, id)
  const elections = await store.electionsOf(viewer, id)
  return { meeting: { id, name, day, startTime, endTime }, votes, elections, zone: viewer.network.timeZone }
}

async function recordingOf(viewer: Viewer, meeting: Meeting) {
  const { voters, moment, quorum } = await momentOf(viewer, meeting)
  return { quorum, present: moment?.present ?? null, voters: voters.toSorted(byName) }
}
const byName = (a: Voter, b: Voter) => a.name.localeCompare(b.name, 'de')
