import { act } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { lockRoom, takesPlace, timeNow, wholeMeeting } from '../../meetings/attendance/finds.ts'
import { addLine, removeLine } from '../writing/acts.ts'
import type * as contract from './contract.ts'
import { type Meeting, momentOf } from './finds.ts'
import * as model from './model.ts'
import * as store from './store.ts'

type Written = { readonly id: Id; readonly meetingId: Id; readonly itemId: Id }
type Place = { readonly id: Id; readonly bodyId: Id; readonly meeting: Meeting }

/** The item under which something is recorded, with its meeting. */
async function placeOf(viewer: Viewer, { id }: { id: Id }): Promise<Place | null> {
  const item = await store.lockItem(viewer, id)
  const meeting = item && (await wholeMeeting(viewer, item.meetingId))
  return meeting && { id, bodyId: meeting.bodyId, meeting }
}

/** Whatever is recorded in one meeting comes one after the other. Problems: `meeting-not-open`, `minutes-approved`. */
async function inMeeting(
  viewer: Viewer,
  { id: itemId, meeting }: Place,
  write: () => Promise<Outcome<Id>>,
): Promise<Outcome<Written>> {
  if (!takesPlace(meeting)) return refused('meeting-not-open')
  if (meeting.approved) return refused('minutes-approved')
  await lockRoom(viewer, meeting.id)
  const written = await write()
  return written.ok ? done({ id: written.value, meetingId: meeting.id, itemId }) : written
}

const aboutWritten = ({ id }: Written) => id
const writtenLine = async (viewer: Viewer, itemId: Id, line: string) =>
  (await addLine(viewer, itemId, line)) ? line : null

/**
 * Records a vote that was taken, with what follows from it by the rules of the day and who is there now, and writes it
 * into the minutes as long as they are written. By name the counts follow from the names; in secret no name is kept.
 * Problems: as `inMeeting`; `input-missing` (nobody voted), `choice-invalid` (somebody has no vote, or two),
 * `votes-too-many` {total, present}.
 */
export const recordVote = act('vote.record', {
  noun: 'vote',
  subject: placeOf,
  run: (viewer, input: contract.VoteRecord, place) =>
    inMeeting(viewer, place, async () => {
      const { question, matter, way } = input
      const condition = input.condition || null
      const { moment, voters } = await momentOf(viewer, place.meeting)
      const casts = way === 'by_name' ? castsOf(input.casts, voters) : []
      if (!casts) return refused('choice-invalid', { field: 'casts' })
      const counts = way === 'by_name' ? model.countsOf(casts) : countsIn(input)
      const wrong = countedWrong(model.totalOf(counts), moment, way === 'by_name' ? 'casts' : 'yes')
      if (wrong) return wrong
      const consequence = model.decided(moment, matter, counts)
      const line = model.lineOf({ question, condition, way, ...counts, ...consequence })
      const id = await store.insertVote(viewer, {
        ...{ agenda_item_id: place.id, election_id: null, round: null, question, condition, matter, way },
        ...{ ...counts, ...consequence, elected_id: null, clock_time: timeNow(viewer, place.meeting) },
        line: await writtenLine(viewer, place.id, line),
      })
      await store.insertCasts(viewer, id, casts)
      return done(id)
    }),
  about: aboutWritten,
})

const countsIn = ({ yes, no, abstain, invalid }: model.Counts): model.Counts => ({ yes, no, abstain, invalid })

/** Null where somebody is named twice or has no vote. */
function castsOf(told: readonly string[], voters: Awaited<ReturnType<typeof momentOf>>['voters']): model.Cast[] | null {
  const casts: model.Cast[] = []
  for (const one of told) {
    const [personId, choice] = one.split('~') as [Id, model.Cast['choice']]
    const voter = voters.find(who => who.personId === personId)
    if (!voter || casts.some(cast => cast.personId === personId)) return null
    casts.push({ personId, name: voter.name, choice, votes: voter.votes })
  }
  return casts
}

function countedWrong(total: number, moment: model.Moment | null, field: string) {
  if (total === 0) return refused('input-missing', { field })
  if (!moment || total <= moment.present) return null
  return refused('votes-too-many', { field, values: { total, present: moment.present } })
}

/**
 * Takes back a vote that was recorded wrongly, with a reason: it stays to be read as withdrawn, and its line leaves the
 * minutes as long as they are written. Problems: as `inMeeting`; `not-found`, `already-done`.
 */
export const withdrawVote = act('vote.withdraw', {
  noun: 'vote',
  subject: placeOf,
  run: (viewer, { vote: id, reason }: contract.VoteWithdraw, place) =>
    inMeeting(viewer, place, async () => {
      const votes = await store.votesOf(viewer, place.meeting.id)
      const vote = votes.find(one => one.id === id && one.itemId === place.id)
      if (!vote) return refused('not-found')
      if (vote.withdrawn) return refused('already-done')
      const last = votes.findLast(one => one.electionId === vote.electionId && !one.withdrawn)
      // A later round stands on this one.
      if (vote.electionId && last?.id !== id) return refused('election-over')
      await store.withdrawVote(viewer, id, reason)
      if (vote.line) await removeLine(viewer, place.id, vote.line)
      return done(id)
    }),
  about: aboutWritten,
})

/** Opens an election with those who stand, one name a line. Problems: as `inMeeting`. */
export const openElection = act('election.open', {
  noun: 'election',
  subject: placeOf,
  run: (viewer, { post, precondition, secret, candidates }: contract.ElectionOpen, place) =>
    inMeeting(viewer, place, async () => {
      const names = [...new Set(candidates.split('\n').map(name => name.trim()))].filter(name => name !== '')
      if (names.length > model.MOST_CANDIDATES || names.some(name => name.length > model.LONGEST_NAME))
        return refused('input-too-long', { field: 'candidates' })
      const of = { agenda_item_id: place.id, post, precondition: precondition || null, secret }
      const electionId = await store.insertElection(viewer, of)
      for (const name of names) await stand(viewer, place, { electionId, name })
      return done(electionId)
    }),
  about: aboutWritten,
})

/** Who has a seat in the body is known by the name; anybody else is only a name here. */
async function stand(viewer: Viewer, { meeting }: Place, { electionId, name }: { electionId: Id; name: string }) {
  const { seats } = await momentOf(viewer, meeting)
  const ids = new Set(seats.filter(seat => seat.name === name).map(({ personId }) => personId))
  const personId = ids.size === 1 ? [...ids][0]! : null
  return store.insertCandidacy(viewer, { electionId, personId, name })
}

/** An election under this item, with where it stands; null where there is none. */
async function electionOf(viewer: Viewer, { id: itemId, meeting }: Place, of: { election?: Id; candidacy?: Id }) {
  const elections = await store.electionsOf(viewer, meeting.id)
  const election = elections.find(
    one => one.itemId === itemId && (one.id === of.election || one.candidates.some(({ id }) => id === of.candidacy)),
  )
  if (!election) return null
  const rounds = (await store.votesOf(viewer, meeting.id)).filter(
    vote => vote.electionId === election.id && !vote.withdrawn,
  )
  const candidate = election.candidates.find(({ id }) => id === of.candidacy)
  return { election, rounds, candidate, standing: model.standingOf(election, election.candidates, rounds) }
}

/** Somebody else stands as well. Problems: as `inMeeting`; `not-found`, `already-done` (stands), `election-over`. */
export const addCandidacy = act('candidacy.add', {
  noun: 'candidacy',
  subject: placeOf,
  run: (viewer, { election: id, name }: contract.CandidacyAdd, place) =>
    inMeeting(viewer, place, async () => {
      const found = await electionOf(viewer, place, { election: id })
      if (!found) return refused('not-found')
      if (found.standing.elected) return refused('election-over')
      if (found.election.candidates.some(one => one.name === name && !one.removed))
        return refused('already-done', { field: 'name' })
      if (found.election.candidates.length >= model.MOST_CANDIDATES) return refused('input-too-long', { field: 'name' })
      return done(await stand(viewer, place, { electionId: id, name }))
    }),
  about: aboutWritten,
})

/** Says whether somebody fulfils what is asked of whoever stands. Problems: as `inMeeting`; `not-found`, `election-over`. */
export const checkCandidacy = act('candidacy.check', {
  noun: 'candidacy',
  subject: placeOf,
  run: (viewer, { candidacy: id, fulfils }: contract.CandidacyCheck, place) =>
    inMeeting(viewer, place, async () => {
      const found = await electionOf(viewer, place, { candidacy: id })
      if (!found || found.candidate?.removed) return refused('not-found')
      if (found.standing.elected || found.election.precondition === null) return refused('election-over')
      await store.checkCandidacy(viewer, id, fulfils === 'yes')
      return done(id)
    }),
  about: aboutWritten,
})

/** Somebody stands no longer. Problems: as `inMeeting`; `not-found`, `already-done`, `election-over`. */
export const removeCandidacy = act('candidacy.remove', {
  noun: 'candidacy',
  subject: placeOf,
  run: (viewer, { candidacy: id }: contract.CandidacyRemove, place) =>
    inMeeting(viewer, place, async () => {
      const found = await electionOf(viewer, place, { candidacy: id })
      if (!found) return refused('not-found')
      if (found.candidate?.removed) return refused('already-done')
      if (found.standing.elected) return refused('election-over')
      await store.removeCandidacy(viewer, id)
      return done(id)
    }),
  about: aboutWritten,
})

/**
 * Records a round of an election. Problems: as `recordVote`; `not-found`, `election-over` (somebody is elected),
 * `candidacies-unchecked` (of somebody nobody said yet whether he fulfils what is asked), `nobody-stands`,
 * `choice-invalid` (votes for somebody who does not stand in this round, or for somebody none were told).
 */
export const recordRound = act('vote.record', {
  noun: 'vote',
  subject: placeOf,
  run: (viewer, input: contract.RoundRecord, place) =>
    inMeeting(viewer, place, async () => {
      const found = await electionOf(viewer, place, { election: input.election })
      if (!found) return refused('not-found')
      const { election, rounds, standing } = found
      if (standing.elected) return refused('election-over')
      if (standing.unchecked.length > 0) return refused('candidacies-unchecked')
      if (standing.standing.length === 0) return refused('nobody-stands')
      const votes = votesFor(input, standing.standing)
      if (!votes) return refused('choice-invalid', { field: 'votes' })
      const { moment } = await momentOf(viewer, place.meeting)
      const beside = { no: input.no, abstain: input.abstain, invalid: input.invalid }
      const counts = { yes: votes.reduce((sum, one) => sum + one.votes, 0), ...beside }
      const wrong = countedWrong(model.totalOf(counts), moment, 'votes')
      if (wrong) return wrong
      const { electedId, ...consequence } = model.electedIn(moment, votes, beside)
      const round = rounds.length + 1
      const { post, secret } = election
      const line = model.roundLine({
        ...{ post, round, secret, ...beside, votes },
        elected: votes.find(one => one.id === electedId)?.name ?? null,
      })
      const id = await store.insertVote(viewer, {
        ...{ agenda_item_id: place.id, election_id: election.id, round, question: post, condition: null },
        ...{ matter: 'election', way: secret ? 'secret' : 'open', ...counts, ...consequence, elected_id: electedId },
        clock_time: timeNow(viewer, place.meeting),
        line: await writtenLine(viewer, place.id, line),
      })
      await store.insertRoundVotes(viewer, id, votes)
      return done(id)
    }),
  about: aboutWritten,
})

/** The votes of everybody who stands in this round; null where somebody is missing or stands not. */
function votesFor({ candidacies, votes }: contract.RoundRecord, standing: readonly model.Candidate[]) {
  if (candidacies.length !== votes.length || candidacies.length !== standing.length) return null
  const told = standing.map(({ id, name }) => ({ id, name, votes: votes[candidacies.indexOf(id)] }))
  return told.every((one): one is typeof one & { votes: number } => one.votes !== undefined) ? told : null
}

/** The elected one accepts or declines. Problems: as `inMeeting`; `not-found` (not elected), `already-done`. */
export const answerElection = act('candidacy.answer', {
  noun: 'candidacy',
  subject: placeOf,
  run: (viewer, { candidacy: id, answer }: contract.CandidacyAnswer, place) =>
    inMeeting(viewer, place, async () => {
      const found = await electionOf(viewer, place, { candidacy: id })
      if (!found || found.rounds.at(-1)?.electedId !== id) return refused('not-found')
      if (found.candidate?.answer) return refused('already-done')
      await store.answerCandidacy(viewer, id, answer)
      await addLine(viewer, place.id, model.answerLine(found.candidate?.name ?? '', answer))
      return done(id)
    }),
  about: aboutWritten,
})
